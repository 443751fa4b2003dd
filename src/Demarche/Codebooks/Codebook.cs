using System.Security.Cryptography;
using System.Text;
using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary>What is looked for, read from a folder: event types with their patterns, lexicons, operators. Immutable once loaded.</summary>
public sealed class Codebook
{
    private Codebook(string directory, string? layer) => (Directory, Layer) = (directory, layer);

    /// <summary>Where it was read from.</summary>
    public string Directory { get; }

    /// <summary>The folder of the layer over it, or null.</summary>
    public string? Layer { get; }

    public IReadOnlyList<EventType> Types { get; private init; } = [];

    public IReadOnlyDictionary<string, Lexicon> Lexicons { get; private init; } = new Dictionary<string, Lexicon>();

    public required Operators Operators { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>How events and words become positions.</summary>
    internal PositionRules Positions { get; private init; } = null!;

    /// <summary>The agreements that are known, and what is claimed about any.</summary>
    internal AgreementRules Agreements { get; private init; } = null!;

    /// <summary>The patterns of <c>positions.yaml</c>, whose type is the stance.</summary>
    public IEnumerable<Pattern> StancePatterns => Positions.Patterns;

    /// <summary>The patterns of <c>agreements.yaml</c>, whose type is the claim.</summary>
    public IEnumerable<Pattern> ClaimPatterns => Agreements.Claims;

    public IReadOnlyList<Issue> Issues { get; private init; } = [];

    /// <summary>The first 12 hexadecimal digits of SHA-256 over the names and contents of all files: names this codebook in the records it yields.</summary>
    public string Version => _version ??= Hash(Layer is null ? [Directory] : [Directory, Layer]);

    private string? _version;

    /// <summary>Wordings that look like an act and are none: “to hit a target”, “to hold one's feet to the fire”.</summary>
    public IReadOnlyList<Pattern> Senses { get; private init; } = [];

    public IEnumerable<Pattern> Patterns => Types.SelectMany(type => type.Patterns);

    public EventType? Type(string name) => (_types ??= Types.ToDictionary(type => type.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    private Dictionary<string, EventType>? _types;

    /// <summary>Reads a codebook folder. What is wrong in it is a <see cref="CodebookException"/> with file and line.</summary>
    public static Codebook Load(string directory, string? profile = null) => Load(new CodebookFolder(directory, null), profile);

    internal static Codebook Load(CodebookFolder folder, string? profile)
    {
        var directory = folder.Base;
        var lexicons = new Dictionary<string, Lexicon>(StringComparer.Ordinal);
        foreach (var file in folder.Files(CodebookFolder.Lexicons, "*.txt"))
            lexicons[file.Id] = Lexicon.Load(file.Path, file.Name, lexicons.GetValueOrDefault(file.Id));
        var profiles = folder.Files("profiles", "*.yaml").ToDictionary(file => file.Id, StringComparer.Ordinal);
        var conventions = profile is null ? Profile.Default
            : profiles.TryGetValue(profile, out var found) ? Profile.Load(found.Path, found.Name)
            : throw new CodebookException($"codebook/profiles/{profile}.yaml", 0, $"does not exist; there are {string.Join(", ", profiles.Keys.Order(StringComparer.Ordinal))}");
        var forms = new FormParser(lexicons);
        return new(directory, folder.Layer)
        {
            Lexicons = lexicons,
            Profile = conventions,
            Operators = Operators.Load(Path.Combine(directory, "operators.yaml"), "codebook/operators.yaml", conventions, lexicons),
            Positions = PositionRules.Load(Path.Combine(directory, "positions.yaml"), "codebook/positions.yaml", forms, lexicons),
            Agreements = AgreementRules.Load(directory, forms, lexicons),
            Issues = [.. folder.Files(CodebookFolder.Issues, "*.yaml").SelectMany(f => Issue.Load(f.Path, f.Name))],
            Types = EventTypes.Load(folder, forms),
            Senses = ReadSenses(folder, forms),
        };
    }

    /// <summary>Reads the YAML files and the tables of a folder beforehand into one file, so that programs which find it beside them start faster.</summary>
    /// <exception cref="CodebookException">Something is wrong in a file.</exception>
    public static void Compile(string directory, string path) => CompiledCodebook.Write(directory, path);


    private static List<Pattern> ReadSenses(CodebookFolder folder, FormParser forms)
    {
        var senses = new List<Pattern>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folder.Files(CodebookFolder.Senses, "*.yaml"))
            foreach (var node in YamlNode.Load(file.Path, file.Name).Allow("about", "patterns").Require("patterns").Items)
            {
                var sense = ReadPattern(node, Pattern.NoEvent, forms);
                if (!ids.Add(sense.Id))
                    throw node.Error($"the id {sense.Id} stands among the senses already");
                senses.Add(sense);
            }
        return senses;
    }

    internal static Pattern ReadPattern(YamlNode node, string type, FormParser forms, params string[] furtherKeys)
    {
        node.Allow(["id", "match", "nominal", "mode", "contexts", "score", "cameo", "reciprocal", "status", "by_person", "by_state", "by_powers", "by_speaker", "needs", "examples", "counterexamples", "missed", "rare", .. furtherKeys]);
        var match = node.Find("match");
        var nominal = node.Find("nominal");
        var phrases = furtherKeys.Contains("phrases") ? node.Find("phrases") : null;
        if (match is null && nominal is null && phrases is null)
            throw node.Error("a pattern needs match or nominal");

        var examples = SentenceList<Example>.Of(node, "examples", Example.Parse);
        var counterexamples = SentenceList<Counterexample>.Of(node, "counterexamples", ReadCounterexample);
        if (examples.Count == 0 || counterexamples.Count == 0)
            throw node.Error("a pattern needs at least one example and one counterexample");

        List<Form> read = [];
        if (match is not null)
            read.AddRange(match.Items.Select(forms.Clause));
        if (nominal is not null)
            read.AddRange(nominal.Items.Select(forms.NounPhrase));
        return new()
        {
            Id = node.Require("id").Text,
            File = node.File,
            // All files of these folders are one family of rules.
            Family = Path.GetFileName(Path.GetDirectoryName(node.File)) is var family && family is "positions" or CodebookFolder.Senses ? family : null,
            Line = node.Line,
            Type = type,
            Written = [.. new[] { match, nominal, phrases }.OfType<YamlNode>().SelectMany(written => written.Items).Select(written => written.Text)],
            Mode = node.Find("mode")?.Text,
            Contexts = node.Find("contexts")?.Texts ?? [],
            Score = node.Find("score")?.Number,
            Cameo = node.Find("cameo")?.Text,
            Reciprocal = node.Find("reciprocal")?.Boolean ?? false,
            ByPerson = node.Find("by_person")?.Text,
            ByState = node.Find("by_state")?.Text,
            ByPowers = node.Find("by_powers")?.Boolean ?? false,
            BySpeaker = node.Find("by_speaker")?.Boolean ?? false,
            Needs = [.. node.Find("needs")?.Items.Select(Operators.Role) ?? []],
            Status = node.Find("status") is { } status ? Operators.Status(status) : null,
            Forms = read,
            Examples = examples,
            Counterexamples = counterexamples,
        };
    }

    internal static Counterexample ReadCounterexample(YamlNode node)
    {
        if (!node.IsMap)
            return new(node.Text, null, node.Line);
        var pairs = node.Pairs;
        if (pairs.Count != 1)
            throw node.Error("a counterexample is one sentence and one type: \"The sentence.\": TYPE");
        var type = pairs[0].Value.Text;
        return new(pairs[0].Key.Text, type == "none" ? null : type, node.Line);
    }

    private static string Hash(string[] directories)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var directory in directories)
        {
            foreach (var path in System.IO.Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(p => (Path: p, Name: Path.GetRelativePath(directory, p).Replace('\\', '/'))).OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                sha.AppendData(Encoding.UTF8.GetBytes(path.Name + "\n"));
                sha.AppendData(File.ReadAllBytes(path.Path));
            }
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset())[..12];
    }
}
