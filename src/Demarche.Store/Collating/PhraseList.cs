namespace Demarche.Store.Collating;

/// <summary>Phrases of one word or several, found where they end or begin in a text's words. Of several the longest counts.</summary>
internal sealed class PhraseList
{
    private readonly Dictionary<string, List<string[]>> _byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    public PhraseList(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            Put(_byLast, words[^1], words);
            Put(_byFirst, words[0], words);
        }
    }

    private static void Put(Dictionary<string, List<string[]>> table, string key, string[] words)
    {
        if (!table.TryGetValue(key, out var list))
            table[key] = list = [];
        list.Add(words);
        list.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>The phrase whose last word stands at a place.</summary>
    public string[]? EndingAt(IReadOnlyList<string> words, int last) =>
        last >= 0 && _byLast.TryGetValue(words[last], out var phrases) ? phrases.Find(p => p.Length <= last + 1 && Stands(p, words, last - p.Length + 1)) : null;

    /// <summary>The phrase whose first word stands at a place.</summary>
    public string[]? BeginningAt(IReadOnlyList<string> words, int first) =>
        first < words.Count && _byFirst.TryGetValue(words[first], out var phrases) ? phrases.Find(p => first + p.Length <= words.Count && Stands(p, words, first)) : null;

    private static bool Stands(string[] phrase, IReadOnlyList<string> words, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
            if (phrase[i] != words[at + i])
                return false;
        return true;
    }
}
