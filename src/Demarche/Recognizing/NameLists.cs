using Demarche.Codebooks;

namespace Demarche.Recognizing;

/// <summary>
/// Words and phrases that names are made of: the lists of <c>codebook/names</c> and of <c>names.yaml</c>, looked up by a hash of their folded letters,
/// token by token.
/// </summary>
internal sealed class NameLists
{
    /// <summary>The most words of a phrase.</summary>
    public const int LongestPhrase = 5;

    private static readonly (string File, NameHints Hint)[] Files =
    [
        ("first_names.txt", NameHints.FirstName),
        ("last_names.txt", NameHints.LastName),
        ("cities.txt", NameHints.City),
        ("places.txt", NameHints.Place),
        ("organizations.txt", NameHints.Organization),
        ("things.txt", NameHints.Thing),
    ];

    private readonly Dictionary<ulong, NameHints> _hints = new(32768);

    private NameLists(string directory, NameWords words)
    {
        foreach (var (file, hint) in Files)
            Read(Path.Combine(directory, "names", file), $"names/{file}", hint);
        Add(words.FirstNames, NameHints.FirstName);
        Add(words.Titles, NameHints.Title);
        Add(words.OrganizationHeads, NameHints.OrganizationHead);
        Add(words.CompanySuffixes, NameHints.CompanySuffix);
        Add(words.PlaceHeads, NameHints.PlaceHead);
        Add(words.PlaceStarts, NameHints.PlaceStart);
        Add(words.ThingHeads, NameHints.ThingHead);
        Add(words.NoNames, NameHints.NoName);
        Add(words.Particles, NameHints.Particle);
        Add(words.Locatives, NameHints.Locative);
        Add(words.Goals, NameHints.Goal);
    }

    public static NameLists Load(string directory, NameWords words) => new(directory, words);

    /// <summary>What the lists say about a phrase whose words were added to <paramref name="hash"/> one after the other.</summary>
    public NameHints Of(ulong hash) => _hints.GetValueOrDefault(hash);

    private void Read(string path, string name, NameHints hint)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (IOException error)
        {
            throw new CodebookException(name, 1, $"the list cannot be read: {error.Message}");
        }
        // Entries stand one a line or with commas between them; what follows “#” is for the reader.
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var entries = line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line;
            foreach (var range in entries.Split(','))
                Add(entries[range], hint);
        }
    }

    private void Add(IEnumerable<string> phrases, NameHints hint)
    {
        foreach (var phrase in phrases)
            Add(phrase, hint);
    }

    private void Add(ReadOnlySpan<char> phrase, NameHints hint)
    {
        var hash = Folding.Hash(phrase, 0);
        if (hash == 0)
            return;
        ref var hints = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_hints, hash, out _);
        hints |= hint;
    }
}
