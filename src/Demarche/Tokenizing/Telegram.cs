namespace Demarche.Tokenizing;

/// <summary>Texts in capitals in which the word STOP ends a sentence, as in telegrams: “KUWAIT REJECTS CLAIM STOP BAGHDAD INSISTS STOP”.</summary>
internal static class Telegram
{
    private const string Stop = "STOP";

    // One may be a call to stop something.
    private const int Least = 2;

    /// <summary>True for a block in capitals that has several stops, none of which opens it, and no full stop.</summary>
    public static bool Is(ReadOnlySpan<char> text, List<WordSplitter.Piece> pieces)
    {
        var stops = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var form = Of(text, pieces[i]);
            if (form is "." || form.ContainsAnyInRange('a', 'z'))
                return false;
            if (form is not Stop)
                continue;
            if (i == 0)
                return false;
            stops++;
        }
        return stops >= Least;
    }

    public static bool IsStop(ReadOnlySpan<char> text, WordSplitter.Piece piece) => Of(text, piece) is Stop;

    /// <summary>Adds to the ends of sentences those that a stop makes.</summary>
    public static void AddEnds(ReadOnlySpan<char> text, List<WordSplitter.Piece> pieces, List<int> ends)
    {
        for (var i = 0; i < pieces.Count; i++)
            if (IsStop(text, pieces[i]) && !ends.Contains(i + 1))
                ends.Add(i + 1);
        ends.Sort();
    }

    private static ReadOnlySpan<char> Of(ReadOnlySpan<char> text, WordSplitter.Piece piece) => text[piece.Start..piece.End];
}
