namespace Demarche.Store.Collating;

/// <summary>What a copy has that the story it was taken from has not, and the other way round.</summary>
/// <param name="Added">Stretches of the copy's text.</param>
/// <param name="Cut">Stretches of the earlier story's text.</param>
public sealed record CopyChange(IReadOnlyList<Span> Added, IReadOnlyList<Span> Cut)
{
    /// <summary>Compares a copy with the story it was taken from, headlines included.</summary>
    public static CopyChange Between(string earlier, string copy)
    {
        var (a, b) = (TextWord.Of(earlier), TextWord.Of(copy));
        var (inEarlier, inCopy) = (Shingles.HashesOf(earlier, a), Shingles.HashesOf(copy, b));
        return new(Uncovered(b, inCopy, [.. inEarlier]), Uncovered(a, inEarlier, [.. inCopy]));
    }

    // A word is in both when a run of words that it belongs to is; so one changed word leaves just itself.
    private static List<Span> Uncovered(List<TextWord> words, ulong[] shingles, HashSet<ulong> others)
    {
        var spans = new List<Span>();
        var width = words.Count - shingles.Length + 1;
        var covered = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i < shingles.Length && others.Contains(shingles[i]))
                covered = i + width;
            if (i < covered)
                continue;
            var word = words[i].Span;
            if (spans.Count > 0 && i > 0 && spans[^1].End == words[i - 1].Span.End)
                spans[^1] = new(spans[^1].Start, word.End);
            else
                spans.Add(word);
        }
        return spans;
    }
}
