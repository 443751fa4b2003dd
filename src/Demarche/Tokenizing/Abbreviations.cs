using Demarche.Codebooks;

namespace Demarche.Tokenizing;

/// <summary>What a tokenizer must know by heart: abbreviations, prefixes, contractions and the like, read from <c>codebook/abbreviations.txt</c>.</summary>
internal sealed class Abbreviations
{
    private readonly HashSet<string> _beforeName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beforeNumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> _anywhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _afterNoun = new(StringComparer.Ordinal);
    private readonly HashSet<string> _finiteVerbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _characters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _speechVerbs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _particles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _endings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _currencies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wholes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int[]> _contractions = new(StringComparer.OrdinalIgnoreCase);
    private int _longest;

    private Abbreviations()
    {
    }

    /// <summary>Reads the file; <paramref name="name"/> is what errors call it.</summary>
    public static Abbreviations Load(string path, string? name = null)
    {
        try
        {
            return Parse(File.ReadAllText(path), name ?? path);
        }
        catch (IOException error)
        {
            throw new CodebookException(name ?? path, 0, $"cannot be read: {error.Message}");
        }
    }

    public static Abbreviations Parse(string text, string name)
    {
        var abbreviations = new Abbreviations();
        var add = (Action<string>?)null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = (raw.Split('#')[0]).Trim();
            if (line.Length == 0)
                continue;
            if (line[0] == '[')
                add = abbreviations.Section(line) ?? throw new CodebookException(name, number, $"the section {line} is not known{CodebookException.DidYouMean(line, SectionNames)}");
            else if (add is null)
                throw new CodebookException(name, number, $"{line} stands before the first section; begin with {SectionNames[0]}");
            else
                add(line);
            abbreviations._longest = Math.Max(abbreviations._longest, line.Length);
        }
        return abbreviations;
    }

    private static readonly string[] SectionNames =
    [
        "[before a name]", "[before a number]", "[anywhere]", "[openers]", "[nouns with a stop]", "[after a noun with a stop]", "[finite verbs]",
        "[speech verbs]", "[name particles]", "[prefixes]", "[contractions]", "[endings]", "[characters]", "[units]", "[currencies]",
    ];

    private Action<string>? Section(string name) => name switch
    {
        "[before a name]" => entry => AddWithCapitals(_beforeName, entry),
        "[before a number]" => entry => _beforeNumber.Add(entry),
        "[anywhere]" => entry => AddWithCapitals(_anywhere, entry),
        "[openers]" => entry => _openers.Add(entry),
        "[nouns with a stop]" => entry => _nouns.Add(entry),
        "[after a noun with a stop]" => entry => _afterNoun.Add(entry),
        "[finite verbs]" => entry => _finiteVerbs.Add(entry),
        "[characters]" => entry => _characters.Add(entry),
        "[speech verbs]" => entry => _speechVerbs.Add(entry),
        "[name particles]" => entry => _particles.Add(entry),
        "[prefixes]" => entry => _prefixes.Add(entry),
        "[endings]" => entry => _endings.Add(entry),
        "[units]" => entry => _units.Add(entry),
        "[currencies]" => entry => _currencies.Add(entry),
        "[contractions]" => AddContraction,
        _ => null,
    };

    /// <summary>Headlines and datelines are in capitals: “GEN. ABDEL FATTAH”. A single letter would be an initial.</summary>
    private static void AddWithCapitals(HashSet<string> set, string entry)
    {
        set.Add(entry);
        if (entry.Length > 2 && char.IsUpper(entry[0]))
            set.Add(entry.ToUpperInvariant());
    }

    private void AddContraction(string entry)
    {
        var parts = entry.Split('|');
        if (parts.Length == 1)
        {
            _wholes.Add(entry);
            return;
        }
        var cuts = new int[parts.Length - 1];
        var at = 0;
        for (var i = 0; i < cuts.Length; i++)
            cuts[i] = at += parts[i].Length;
        _contractions[string.Concat(parts)] = cuts;
    }

    /// <summary>True for a title and the like, whose stop never ends a sentence; <paramref name="word"/> is given with its stop.</summary>
    public bool BeforeName(ReadOnlySpan<char> word) => Has(_beforeName, word);

    /// <summary>True for what is an abbreviation when a number follows.</summary>
    public bool BeforeNumber(ReadOnlySpan<char> word) => Has(_beforeNumber, word);

    /// <summary>True for the other abbreviations.</summary>
    public bool Anywhere(ReadOnlySpan<char> word) => Has(_anywhere, word);

    /// <summary>True for a capitalised word that begins a sentence after an abbreviation.</summary>
    public bool Opens(ReadOnlySpan<char> word) => Has(_openers, word);

    /// <summary>True for an abbreviation after which a sentence may begin with a name.</summary>
    public bool IsNoun(ReadOnlySpan<char> word) => Has(_nouns, word);

    /// <summary>True for a capitalised word that goes on with an abbreviation (“the U.S. Senate”, “9 p.m. Monday”).</summary>
    public bool GoesOn(ReadOnlySpan<char> word) => Has(_afterNoun, word);

    /// <summary>True for what is most likely a finite verb.</summary>
    public bool IsFiniteVerb(ReadOnlySpan<char> word) => Has(_finiteVerbs, word) || word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]);

    /// <summary>True for the name of a character in HTML (“nbsp”).</summary>
    public bool IsCharacter(ReadOnlySpan<char> name) => Has(_characters, name);

    /// <summary>True for “asked” and the like, which go on with the sentence after a quotation.</summary>
    public bool Speaks(ReadOnlySpan<char> word) => Has(_speechVerbs, word);

    /// <summary>True for “al”, “van” and the like, with which a name may begin.</summary>
    public bool Particle(ReadOnlySpan<char> word) => Has(_particles, word);

    /// <summary>True when a hyphen after this does not divide the word.</summary>
    public bool Prefix(ReadOnlySpan<char> word) => Has(_prefixes, word);

    /// <summary>True when an address or a file name ends in this, or is all of it.</summary>
    public bool Ending(ReadOnlySpan<char> label) => Has(_endings, label);

    /// <summary>True for what may be written close to a number.</summary>
    public bool Unit(ReadOnlySpan<char> word) => Has(_units, word);

    /// <summary>True for the money that may be written close before a number (“EUR3bn”).</summary>
    public bool Currency(ReadOnlySpan<char> word) => Has(_currencies, word);

    /// <summary>True for a word that begins with an apostrophe. A typographic apostrophe counts as the straight one.</summary>
    public bool Whole(ReadOnlySpan<char> word)
    {
        if (word.Length > _longest || word.Length < 2)
            return false;
        Span<char> straight = stackalloc char[word.Length];
        word.CopyTo(straight);
        straight[0] = '\'';
        return Has(_wholes, straight);
    }

    /// <summary>Where a contraction is divided, or null.</summary>
    public int[]? Cuts(ReadOnlySpan<char> word) =>
        word.Length <= _longest && _contractions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var cuts) ? cuts : null;

    private bool Has(HashSet<string> set, ReadOnlySpan<char> word) =>
        word.Length <= _longest && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
