using Demarche.Codebooks;
using Demarche.Text;

namespace Demarche.Recognizing.Tables;

/// <summary>Reads the lists of names.</summary>
internal sealed class NameListsBuilder
{
    /// <summary>The lists of <c>codebook/names</c>.</summary>
    public static readonly IReadOnlyList<string> Files = ["first_names.txt", "last_names.txt", "cities.txt", "places.txt", "organizations.txt", "things.txt", "words.txt"];

    private static readonly NameHints[] HintOf = [NameHints.FirstName, NameHints.LastName, NameHints.City, NameHints.Place, NameHints.Organization, NameHints.Thing, NameHints.Word];

    private readonly SortedDictionary<ulong, NameHints> _hints = [];

    public NameListsBuilder(string directory, NameWords words)
    {
        for (var i = 0; i < Files.Count; i++)
            Read(Path.Combine(directory, "names", Files[i]), $"names/{Files[i]}", HintOf[i]);
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

    public (ulong[] Keys, NameHints[] Hints) Freeze()
    {
        var (keys, hints) = (new ulong[Slots.Size(_hints.Count)], new NameHints[Slots.Size(_hints.Count)]);
        foreach (var (key, hint) in _hints)
        {
            var at = Slots.First((uint)key, keys.Length);
            while (keys[at] != 0)
                at = Slots.Next(at, keys.Length);
            (keys[at], hints[at]) = (key, hint);
        }
        return (keys, hints);
    }

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
        if (hash != 0)
            _hints[hash] = _hints.GetValueOrDefault(hash) | hint;
    }
}
