namespace Demarche.Training.Scoring;

/// <summary>Words of a text that gold gives without their place.</summary>
internal static class Passage
{
    /// <summary>The first place where they stand as whole words.</summary>
    /// <exception cref="ScoreException">There is none.</exception>
    public static Span Of(string text, string? words, string id) =>
        All(text, words ?? "").Cast<Span?>().FirstOrDefault() ?? throw new ScoreException($"{id}: “{words}” occurs nowhere in the text");

    /// <summary>All places where they stand as whole words.</summary>
    public static IEnumerable<Span> All(string text, string words)
    {
        if (words.Length == 0)
            yield break;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (!Joined(text, at) && !Joined(text, at + words.Length))
                yield return new(at, at + words.Length);
    }

    private static bool Joined(string text, int at) => at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
