namespace Demarche.Codebooks;

/// <summary>
/// A class of nouns for the patterns: one dictionary form a line, “#” begins a comment. “air strike” is the head “strike” with “air” before it,
/// “freedom of speech” the head “freedom” with what follows it; “!hunger strike” takes that reading out of the class.
/// </summary>
public sealed class Lexicon
{
    private readonly Func<IEnumerable<string>> _entries;
    private readonly Lexicon? _below;
    private Dictionary<string, List<Entry>>? _byHead;

    /// <param name="name">What patterns call it.</param>
    /// <param name="entries">As <see cref="Entries"/> gives them; asked for when the class is first looked into.</param>
    /// <param name="below">The class of the same name that it adds to, or null.</param>
    internal Lexicon(string name, Func<IEnumerable<string>> entries, Lexicon? below = null) => (Name, _entries, _below) = (name, entries, below);

    public string Name { get; }

    /// <summary>The head words under which entries stand, in text order of the file.</summary>
    public IEnumerable<string> Heads => ByHead.Where(pair => pair.Value.Exists(e => !e.Excludes)).Select(pair => pair.Key);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="file">What errors call it.</param>
    /// <param name="below">The class of the same name that this file adds to, or null.</param>
    /// <exception cref="CodebookException">The file cannot be read, or an entry stands in it twice.</exception>
    public static Lexicon Load(string path, string file, Lexicon? below = null) => Parse(Lines(path, file), Path.GetFileNameWithoutExtension(path), file, below);

    public static Lexicon Parse(IReadOnlyList<string> lines, string name, string file, Lexicon? below = null)
    {
        var entries = Entries(lines, file);
        return new(name, () => entries, below);
    }

    /// <summary>The lines of a file.</summary>
    /// <exception cref="CodebookException">The file cannot be read.</exception>
    internal static string[] Lines(string path, string file)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException error)
        {
            throw new CodebookException(file, 0, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>The entries among the lines of a file.</summary>
    /// <exception cref="CodebookException">An entry stands there twice.</exception>
    internal static List<string> Entries(IReadOnlyList<string> lines, string file)
    {
        var entries = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var comment = lines[i].IndexOf('#', StringComparison.Ordinal);
            var text = (comment >= 0 ? lines[i][..comment] : lines[i]).Trim().ToLowerInvariant().Replace('_', ' ');
            if (text.Length == 0)
                continue;
            if (!seen.Add(text))
                throw new CodebookException(file, i + 1, $"“{text}” stands here twice; delete one");
            entries.Add(text);
        }
        return entries;
    }

    // Two threads may sort them both; either result will do.
    private Dictionary<string, List<Entry>> ByHead => _byHead ??= SortByHead();

    private Dictionary<string, List<Entry>> SortByHead()
    {
        var byHead = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var (head, entries) in _below?.ByHead ?? [])
            byHead[head] = [.. entries];
        foreach (var text in _entries())
            Add(byHead, text);
        return byHead;
    }

    private static void Add(Dictionary<string, List<Entry>> byHead, string text)
    {
        var excludes = text[0] == '!';
        var words = text.TrimStart('!').Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        // “freedom of speech”: the head stands before the preposition.
        var preposition = Array.FindIndex(words, 1, words.Length - 1, w => w is "of" or "for" or "to" or "in" or "on" or "at" or "by" or "with");
        var head = preposition > 0 ? preposition - 1 : words.Length - 1;
        if (!byHead.TryGetValue(words[head], out var entries))
            byHead[words[head]] = entries = [];
        entries.Add(new(words[..head], words[(head + 1)..], excludes));
    }

    /// <summary>True when the token heads a noun phrase of this class.</summary>
    public bool Holds(Document document, int token)
    {
        var tokens = document.Tokens;
        if (!ByHead.TryGetValue(Folded(tokens[token]), out var entries))
            return false;

        var held = false;
        foreach (var entry in entries)
        {
            if (!entry.Fits(document, token))
                continue;
            if (entry.Excludes)
                return false;
            held = true;
        }
        return held;
    }

    /// <summary>True when a word alone, without its neighbours, is an entry.</summary>
    public bool Holds(string lemma) => ByHead.TryGetValue(lemma, out var entries) && entries.Exists(e => !e.Excludes && e.Before.Length == 0 && e.After.Length == 0);

    private static string Folded(in Token token) => token.Upos == Upos.PROPN ? token.Lemma.ToLowerInvariant() : token.Lemma;

    private sealed record Entry(string[] Before, string[] After, bool Excludes)
    {
        public bool Fits(Document document, int head)
        {
            var tokens = document.Tokens;
            for (int i = Before.Length - 1, t = head - 1; i >= 0; i--, t--)
            {
                // A hyphen between the words of a compound does not part them.
                if (t >= 0 && tokens[t].Form is "-" or "–")
                    t--;
                if (t < 0 || !Is(tokens[t], Before[i]))
                    return i == Before.Length - 1 && Before.Length == 1 && Modifies(document, head, Before[0]);
            }
            for (int i = 0, t = head + 1; i < After.Length; i++, t++)
            {
                if (t < tokens.Length && tokens[t].Upos == Upos.DET)
                    t++;
                if (t >= tokens.Length || !Is(tokens[t], After[i]))
                    return false;
            }
            return true;
        }

        private static bool Modifies(Document document, int head, string word)
        {
            foreach (var d in document.Tree.Of(head))
                if (document.Tokens[d].Relation is Relation.Compound or Relation.Amod && Is(document.Tokens[d], word))
                    return true;
            return false;
        }

        private static bool Is(in Token token, string word) =>
            token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }
}
