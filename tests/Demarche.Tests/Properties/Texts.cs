using CsCheck;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Properties;

/// <summary>Texts that no newspaper would print, and reports with accidents.</summary>
internal static class Texts
{
    // What trips readers of text: marks that open and do not close, blanks of all kinds, controls, lone surrogates, marks of direction, joiners, text that looks like a page.
    private static readonly string[] Pieces =
    [
        "\ud83d", "\ude00", "\ud83d\ude00", "\0", "\u0001", "\u001b", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\u2028", "\u2029", "\u2066", "\ufeff", "\ufffd", "\uffff",
        "e\u0301", "\u0130", "ß", "ﬁ", "أعلن", "北京", "नई", "“", "”", "\"", "‘", "’", "'", "«", "»", "(", ")", "[", "]", "—", "–", "-", "…", "...", ".", "!", "?", ";", ":", ",", "\n", "\r\n", "\r", "\n\n", "\t", " ", "  ",
        "Russia", "Kenya's", "the president", "he", "said", "that", "accused", "of", "Iran", "and", "the United Nations", "will", "not", "demanded", "talks", "on Tuesday", "2014", "if", "according to", "U.S.", "Mr.", "Watch video",
        "threatened", "to", "attack", "its", "counterpart", "who", "which", "sanctions", "met", "99999999999999999999", "31 February", "0000", "1/2/3", "<p>", "&amp;", "{actor}", "http://a.b/c?d=e",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    public static Gen<string> Pasted { get; } = Piece.Array[0, 60].Select(pieces => string.Concat(pieces));

    public static Gen<string> Spaced { get; } = Piece.Array[0, 60].Select(pieces => string.Join(' ', pieces));

    public static Gen<string> Any { get; } = Gen.OneOf(Gen.String, Gen.Char.Array[0, 300].Select(characters => new string(characters)), Pasted, Spaced);

    /// <summary>A report of the project after some accidents: words lost, doubled, moved, cut off, or broken by other pieces.</summary>
    public static Gen<string> Damaged { get; } =
        Gen.Select(Gen.Int[0, Project.Stories.Count - 1], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1_000_000], Gen.Int[1, 200], Piece).Array[1, 12])
            .Select((story, accidents) => accidents.Aggregate(Project.Stories[story].Text, Damage));

    private static string Damage(string text, (int Kind, int Place, int Length, string Piece) accident)
    {
        var from = text.Length == 0 ? 0 : accident.Place % text.Length;
        var to = Math.Min(text.Length, from + accident.Length);
        return accident.Kind switch
        {
            0 => text.Remove(from, to - from),
            1 => text.Insert(from, text[from..to]),
            2 => text.Insert(from, accident.Piece),
            3 => text[to..] + text[..to],
            _ => text.Replace(text[from..Math.Min(text.Length, from + 1)], accident.Piece, StringComparison.Ordinal) is { Length: < 100_000 } replaced ? replaced : text[..to],
        };
    }
}
