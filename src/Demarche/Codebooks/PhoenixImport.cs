using System.Buffers;
using System.Text;
using Demarche.Recognizing;

namespace Demarche.Codebooks;

/// <summary>Makes a layer of the actor and agent dictionaries of PETRARCH or TABARI: a folder that is a codebook over the one that comes with the program.</summary>
public sealed class PhoenixImport
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUYaeiouy");

    private readonly Gazetteer _gazetteer;
    private readonly PhoenixRules _rules;
    private readonly bool _everything;
    private readonly List<Finding> _findings = [];
    private readonly SortedDictionary<string, string[]> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string[]> _names = [];
    private readonly SortedDictionary<(string Sector, string Kind), List<string>> _roles = [];

    private PhoenixImport(string codebook, bool everything)
    {
        _gazetteer = Gazetteer.Load(codebook);
        _rules = PhoenixRules.Load(codebook);
        _everything = everything;
    }

    /// <summary>The lines that could not be read.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public int Actors => _actors.Count;

    public int Names => _names.Count;

    public int Roles => _roles.Values.Sum(phrases => phrases.Count);

    /// <summary>How many names and roles the codebook knows already.</summary>
    public int Known { get; private set; }

    /// <summary>Files that hold neither actors nor agents by their names, and were not read.</summary>
    public IReadOnlyList<string> Skipped { get; private set; } = [];

    /// <summary>Reads the dictionaries of a folder and writes the layer.</summary>
    /// <param name="source">The folder with the dictionaries.</param>
    /// <param name="target">The folder of the layer.</param>
    /// <param name="everything">True to take also names and roles that the codebook knows; they then mean what the dictionary says.</param>
    public static PhoenixImport Run(string source, string target, bool everything = false)
    {
        if (Directory.Exists(Path.Combine(target, "events")))
            throw new IOException($"{target} is a whole codebook; a layer goes into a folder of its own");
        var import = new PhoenixImport(CodebookFolder.At(null).Base, everything);
        import.Read(source);
        import.Write(target);
        return import;
    }

    private void Read(string source)
    {
        var reader = new PhoenixReader(_findings);
        var skipped = new List<string>();
        foreach (var path in Directory.GetFiles(source).Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (file.Contains("actors", StringComparison.OrdinalIgnoreCase))
                foreach (var actor in reader.Actors(file, File.ReadLines(path)))
                    Add(actor);
            else if (file.Contains("agents", StringComparison.OrdinalIgnoreCase))
                foreach (var agent in reader.Agents(file, File.ReadLines(path)))
                    Add(agent);
            else
                skipped.Add(file);
        }
        Skipped = skipped;
    }

    private void Add(PhoenixActor entry)
    {
        var timeline = entry.Timeline().Where(code => !_rules.IsNobody(code.Code)).ToList();
        var names = new List<string>();
        foreach (var name in entry.Names)
        {
            // The same words for two entries: the first stays.
            if (Folding.Fold(name) is not { Length: > 0 } folded || _taken.Contains(folded))
                continue;
            if (!_everything && _gazetteer.NamesOf(name).Count > 0)
            {
                Known++;
                continue;
            }
            if (timeline.Count == 0)
                continue;
            _taken.Add(folded);
            names.Add(name);
        }
        if (names.Count == 0)
            return;

        var shipped = _everything ? null : Shipped(entry, timeline);
        var isPerson = IsPerson(entry);
        // The code without a date comes first, for stories without a date.
        var usual = entry.Codes.FirstOrDefault(code => !code.IsDated).Code;
        foreach (var code in timeline.OrderBy(code => code.Code != usual))
        {
            var (country, sector, kind, _) = _rules.Read(code.Code, IsCountry);
            // A bare country: the words stand for it, as a town does, or a form of its name.
            var id = shipped ?? (country is not null && code.Code == country ? country : Actor(entry, code.Code, code.Code == (usual ?? timeline[0].Code), country, sector, isPerson ? "person" : kind));
            foreach (var name in names)
            {
                var (written, letters) = Written(name);
                var use = letters ? "abbreviation" : id == country && shipped is null ? "seat" : "name";
                _names.Add([id, written, use, Day(code.From), Day(code.To)]);
            }
        }
    }

    /// <summary>The actor of the codebook that the entry speaks of, when it has one of its names and belongs to the same country.</summary>
    private string? Shipped(PhoenixActor entry, List<PhoenixCode> timeline)
    {
        foreach (var name in entry.Names)
            foreach (var known in _gazetteer.NamesOf(name))
                if (known is { Use: NameUse.Name or NameUse.Abbreviation, Actor: { } actor })
                    foreach (var code in timeline)
                    {
                        var country = _rules.Read(code.Code, IsCountry).Country;
                        if (actor.Kind == ActorKind.State ? code.Code == actor.Id : actor.Country is null || country is null || actor.Country == country)
                            return actor.Id;
                    }
        return null;
    }

    private string Actor(PhoenixActor entry, string code, bool isUsual, string? country, string? sector, string kind)
    {
        var slug = Folding.Fold(entry.Names[0]).Replace(' ', '-');
        var id = isUsual ? slug : $"{slug}-{code.ToLowerInvariant()}";
        for (var i = 2; _gazetteer.Find(id) is not null || (_codes.TryGetValue(id, out var other) && other != code); i++)
            id = FormattableString.Invariant($"{slug}-{code.ToLowerInvariant()}-{i}");
        _codes[id] = code;
        _actors.TryAdd(id, [id, Written(entry.Names[0]).Text, kind, country ?? "", sector ?? "", "", ""]);
        return id;
    }

    private bool IsCountry(string code) => _gazetteer.Find(code) is { Kind: ActorKind.State };

    /// <summary>True for a name of several words that begins with a first name or an initial, or that came and went in office, and that is no name of a body.</summary>
    private bool IsPerson(PhoenixActor entry)
    {
        var words = entry.Names[0].Split(' ');
        if (words.Length < 2 || words.Any(word => NameWords.Has(_gazetteer.Words.OrganizationHeads, word)))
            return false;
        if (_gazetteer.Words.IsFirstName(words[0], out _))
            return true;
        return !words.Any(word => _gazetteer.Words.OfWords.Contains(word.ToLowerInvariant()))
            && (words[0].TrimEnd('.').Length == 1 || entry.Codes.Exists(code => (code.From is not null && code.To is not null) || _rules.Read(code.Code, IsCountry).Person));
    }

    private void Add(PhoenixAgent agent)
    {
        var (_, sector, kind, _) = _rules.Read(agent.Code, IsCountry);
        foreach (var phrase in agent.Phrases)
        {
            if (!_everything && _gazetteer.RolesOf(phrase).Count > 0)
            {
                Known++;
                continue;
            }
            if (sector is null || !_taken.Add($"role {Folding.Fold(phrase)}"))
                continue;
            var key = (sector, Described(phrase)?.ToString().ToLowerInvariant() ?? kind);
            if (!_roles.TryGetValue(key, out var phrases))
                _roles.Add(key, phrases = []);
            phrases.Add(phrase.ToLowerInvariant());
        }
    }

    /// <summary>What a role that ends or begins with a known one describes: a “minister of fisheries” is a person as a minister is.</summary>
    private ActorKind? Described(string phrase)
    {
        var words = phrase.Split(' ');
        for (var i = 1; i < words.Length; i++)
            if (_gazetteer.RolesOf(string.Join(' ', words[i..])) is [var role, ..])
                return role.Kind;
        for (var i = words.Length - 1; i > 0; i--)
            if (_gazetteer.RolesOf(string.Join(' ', words[..i])) is [var role, ..])
                return role.Kind;
        return null;
    }

    // The dictionaries write everything in capitals. One word that is short or has no vowel is letters: IAEA is told as Iaea, which fits it too.
    private (string Text, bool Letters) Written(string name)
    {
        var words = name.Split(' ');
        if (words.Length == 1 && name.All(char.IsAsciiLetter) && (name.Length <= 3 || !name.AsSpan().ContainsAny(Vowels)))
            return (name.ToUpperInvariant(), true);
        var text = new StringBuilder();
        foreach (var word in words)
        {
            var small = word.ToLowerInvariant();
            if (text.Length > 0)
                text.Append(' ');
            if (text.Length > 0 && _rules.IsSmall(small))
            {
                text.Append(small);
                continue;
            }
            for (var i = 0; i < small.Length; i++)
                text.Append(i == 0 || small[i - 1] is '-' or '.' ? char.ToUpperInvariant(small[i]) : small[i]);
        }
        return (text.ToString(), false);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private void Write(string target)
    {
        var actors = Path.Combine(target, CodebookFolder.Actors);
        Directory.CreateDirectory(actors);
        WriteTable(Path.Combine(actors, "actors.csv"), ["id", "name", "kind", "country", "sector", "from", "to"], _actors.Values);
        _names.Sort(static (a, b) => string.CompareOrdinal(a[0], b[0]) is not 0 and var id ? id
            : string.CompareOrdinal(a[1], b[1]) is not 0 and var name ? name
            : string.CompareOrdinal(a[3], b[3]));
        WriteTable(Path.Combine(actors, "names.csv"), ["actor", "name", "use", "from", "to"], _names);

        var roles = new StringBuilder("roles:\n");
        if (_roles.Count == 0)
            roles.Clear().Append("roles: []\n");
        foreach (var ((sector, kind), phrases) in _roles)
        {
            phrases.Sort(StringComparer.Ordinal);
            foreach (var line in phrases.Chunk(12))
                roles.Append("  - {words: [").AppendJoin(", ", line.Select(phrase => $"\"{Escaped(phrase)}\"")).Append($"], sector: {sector}, kind: {kind}}}\n");
        }
        File.WriteAllText(Path.Combine(target, CodebookFolder.Sectors), roles.ToString());
    }

    private static string Escaped(string phrase) => string.Concat(phrase.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static void WriteTable(string path, string[] columns, IEnumerable<string[]> rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var row in rows.Prepend(columns))
            writer.WriteLine(string.Join(',', row.Select(Cell)));
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
