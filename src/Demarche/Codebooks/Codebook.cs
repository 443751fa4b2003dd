using System.Security.Cryptography;
using System.Text;
using Demarche.Codebooks.Compiled;
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

    public Operators Operators => _operators.Value;

    public required Profile Profile { get; init; }

    /// <summary>How events and words become positions.</summary>
    internal PositionRules Positions => _positions.Value;

    /// <summary>The agreements that are known, and what is claimed about any.</summary>
    internal AgreementRules Agreements => _agreements.Value;

    /// <summary>The patterns of <c>positions.yaml</c>, whose type is the stance.</summary>
    public IEnumerable<Pattern> StancePatterns => Positions.Patterns;

    /// <summary>The patterns of <c>agreements.yaml</c>, whose type is the claim.</summary>
    public IEnumerable<Pattern> ClaimPatterns => Agreements.Claims;

    public IReadOnlyList<Issue> Issues => _issues.Value;

    /// <summary>What words say of the issues.</summary>
    internal IssueVotes Votes => _votes.Value;

    private Lazy<Operators> _operators = null!;
    private Lazy<PositionRules> _positions = null!;
    private Lazy<AgreementRules> _agreements = null!;
    private Lazy<List<Issue>> _issues = null!;
    private Lazy<IssueVotes> _votes = null!;

    /// <summary>The first 12 hexadecimal digits of SHA-256 over the names and contents of all files: names this codebook in the records it yields.</summary>
    public string Version => _version ??= Compiled?.Files.Version ?? Hash(Layer is null ? [Directory] : [Directory, Layer]);

    private string? _version;

    /// <summary>What was compiled of exactly these files; null when they were read themselves.</summary>
    internal CompiledCodebook? Compiled { get; private init; }

    /// <summary>Wordings that look like an act and are none: “to hit a target”, “to hold one's feet to the fire”.</summary>
    public IReadOnlyList<Pattern> Senses { get; private init; } = [];

    public IEnumerable<Pattern> Patterns => Types.SelectMany(type => type.Patterns);

    /// <summary>What is looked for in a story: the patterns of the types, and wordings that are none.</summary>
    internal IReadOnlyList<Pattern> Acts => _acts ??= new([.. Types.Select(type => type.Patterns), Senses]);

    private PatternSeries? _acts;

    public EventType? Type(string name) => (_types ??= Types.ToDictionary(type => type.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    private Dictionary<string, EventType>? _types;

    /// <summary>Reads a codebook folder. What is wrong in it is a <see cref="CodebookException"/> with file and line.</summary>
    public static Codebook Load(string directory, string? profile = null) => Load(new CodebookFolder(directory, null), profile);

    internal static Codebook Load(CodebookFolder folder, string? profile)
    {
        var directory = folder.Base;
        var compiled = folder.Compiled?.Whole;
        var lexicons = compiled?.Lexicons.Read() ?? ReadLexicons(folder);
        var conventions = profile is null ? Profile.Default : ReadProfile(folder, profile);
        var forms = new FormParser(lexicons);
        var issues = Part(() => ReadIssues(folder));
        return new(directory, folder.Layer)
        {
            Compiled = compiled,
            Lexicons = lexicons,
            Profile = conventions,
            _operators = Part(() => Operators.Load(Path.Combine(directory, "operators.yaml"), "codebook/operators.yaml", conventions, lexicons)),
            _positions = Part(() => PositionRules.Load(Path.Combine(directory, "positions.yaml"), "codebook/positions.yaml", forms, lexicons, compiled is not null)),
            _agreements = Part(() => AgreementRules.Load(directory, forms, lexicons)),
            _issues = issues,
            _votes = Part(() => compiled?.Votes ?? IssueVotes.Of(IssuePassage.Load(folder, issues.Value), issues.Value)),
            Types = EventTypes.Load(folder, forms),
            Senses = ReadSenses(folder, forms),
        };

        // What lies compiled beside the program is read when somebody needs it; of files it is said at once what is wrong in them.
        Lazy<T> Part<T>(Func<T> read)
            where T : class
        {
            var part = new Lazy<T>(read);
            if (compiled is null || directory != CodebookFolder.Shipped)
                _ = part.Value;
            return part;
        }
    }

    /// <summary>Reads the YAML files and the tables of a folder beforehand into one file, so that programs which find it beside them start faster.</summary>
    /// <exception cref="CodebookException">Something is wrong in a file.</exception>
    public static void Compile(string directory, string path) => CompiledCodebook.Write(directory, path);

    private static Dictionary<string, Lexicon> ReadLexicons(CodebookFolder folder)
    {
        var lexicons = new Dictionary<string, Lexicon>(StringComparer.Ordinal);
        foreach (var file in folder.Files(CodebookFolder.Lexicons, ".txt"))
            lexicons[file.Id] = Lexicon.Load(file.Path, file.Name, lexicons.GetValueOrDefault(file.Id));
        return lexicons;
    }

    private static Profile ReadProfile(CodebookFolder folder, string name)
    {
        var profiles = folder.Files("profiles", ".yaml").ToDictionary(file => file.Id, StringComparer.Ordinal);
        return profiles.TryGetValue(name, out var found) ? Profile.Load(found.Path, found.Name)
            : throw new CodebookException($"codebook/profiles/{name}.yaml", 0, $"does not exist; there are {string.Join(", ", profiles.Keys.Order(StringComparer.Ordinal))}");
    }

    private static List<Issue> ReadIssues(CodebookFolder folder)
    {
        var issues = new List<Issue>();
        foreach (var file in folder.Files(CodebookFolder.Issues, ".yaml"))
            issues.AddRange(Issue.Load(file.Path, file.Name));
        return issues;
    }

    private static PatternSeries ReadSenses(CodebookFolder folder, FormParser forms)
    {
        var files = new List<IReadOnlyList<Pattern>>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folder.Files(CodebookFolder.Senses, ".yaml"))
            files.Add(ReadPatterns(YamlNode.Load(file.Path, file.Name).Allow("about", "patterns").Require("patterns"), folder.Compiled?.Whole is not null, node => ReadPattern(node, Pattern.NoEvent, forms), ids, "among the senses"));
        return new([.. files]);
    }

    /// <summary>The patterns of a file: read one by one when a text calls for them where they were checked when the codebook was compiled, else at once.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="known">True where they were checked.</param>
    /// <param name="read">Reads an entry.</param>
    /// <param name="ids">The identifiers that are taken.</param>
    /// <param name="where">Where they are taken.</param>
    internal static IReadOnlyList<Pattern> ReadPatterns(YamlNode entries, bool known, Func<YamlNode, Pattern> read, HashSet<string> ids, string where)
    {
        if (known)
            return new PatternList(entries, read);
        var patterns = new List<Pattern>();
        foreach (var node in entries.Items)
        {
            var pattern = read(node);
            if (!ids.Add(pattern.Id))
                throw node.Error($"the id {pattern.Id} stands {where} already");
            patterns.Add(pattern);
        }
        return patterns;
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
            Family = FamilyOf(node.File),
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

    /// <summary>The <see cref="Pattern.Rule"/> of an entry.</summary>
    internal static string RuleOf(YamlNode entry) => $"{FamilyOf(entry.File) ?? Path.GetFileNameWithoutExtension(entry.File)}/{entry.Require("id").Text}";

    // All files of these folders are one family of rules.
    private static string? FamilyOf(string file) => Path.GetFileName(Path.GetDirectoryName(file)) is var family && family is "positions" or CodebookFolder.Senses ? family : null;

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
