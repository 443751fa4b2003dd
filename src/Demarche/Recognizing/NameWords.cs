using System.Collections.Frozen;
using Demarche.Codebooks;

namespace Demarche.Recognizing;

/// <summary>The word lists of <c>names.yaml</c>: what tells a name, and the words by which a report comes back to an actor.</summary>
internal sealed class NameWords
{
    private const string File = "names.yaml";

    private readonly FrozenDictionary<string, Gender> _titles;
    private readonly FrozenDictionary<string, Gender> _firstNames;
    private readonly FrozenDictionary<string, Anaphor> _anaphors;
    private readonly FrozenDictionary<string, Anaphor[]> _pronouns;

    private NameWords(YamlNode node)
    {
        node.Allow(
            "titles", "first_names", "particles", "organization_heads", "company_suffixes", "place_heads", "place_starts", "thing_heads", "no_names", "of_words", "former",
            "future", "elect", "counterparts", "organs", "leaders", "leader_offices", "anaphors", "pairs", "pronouns", "women", "men", "locatives", "goals", "travel", "objects", "directions", "opposites", "homonyms");

        _titles = Gendered(node.Require("titles"));
        _firstNames = Gendered(node.Require("first_names"));
        Particles = Words(node, "particles");
        OrganizationHeads = Words(node, "organization_heads");
        CompanySuffixes = Words(node, "company_suffixes");
        PlaceHeads = Words(node, "place_heads");
        PlaceStarts = Words(node, "place_starts");
        ThingHeads = Words(node, "thing_heads");
        NoNames = Words(node, "no_names");
        OfWords = Words(node, "of_words");
        Former = Words(node, "former");
        Future = Words(node, "future");
        Elect = Words(node, "elect");
        Counterparts = Words(node, "counterparts");
        Organs = Words(node, "organs");
        Leaders = Words(node, "leaders");
        LeaderOffices = Words(node, "leader_offices");
        Pairs = Words(node, "pairs");
        Women = Words(node, "women");
        Men = Words(node, "men");
        Locatives = Words(node, "locatives");
        Goals = Words(node, "goals");
        Travel = Words(node, "travel");
        Objects = Words(node, "objects");
        Directions = Words(node, "directions");
        Opposites = Words(node, "opposites");

        var anaphors = new Dictionary<string, Anaphor>(StringComparer.Ordinal);
        foreach (var item in node.Require("anaphors").Items)
        {
            item.Allow("words", "kinds");
            foreach (var word in item.Require("words").Texts)
                anaphors[word] = new(Kinds(item.Require("kinds")), Gender.Unknown, Plural: false, Possessive: false);
        }
        _anaphors = anaphors.ToFrozenDictionary(StringComparer.Ordinal);

        var pronouns = new Dictionary<string, List<Anaphor>>(StringComparer.Ordinal);
        foreach (var item in node.Require("pronouns").Items)
        {
            item.Allow("words", "kinds", "gender", "plural", "possessive");
            var anaphor = new Anaphor(
                item.Find("kinds") is { } kinds ? Kinds(kinds) : [],
                item.Find("gender") is { } gender ? GenderOf(gender) : Gender.Unknown,
                item.Find("plural")?.Boolean ?? false,
                item.Find("possessive")?.Boolean ?? false);
            foreach (var word in item.Require("words").Texts)
            {
                if (!pronouns.TryGetValue(word, out var readings))
                    pronouns.Add(word, readings = []);
                readings.Add(anaphor);
            }
        }
        _pronouns = pronouns.ToFrozenDictionary(x => x.Key, x => x.Value.ToArray(), StringComparer.Ordinal);

        Homonyms = node.Require("homonyms").Items
            .Select(item => item.Allow("name", "near", "unless"))
            .ToFrozenDictionary(
                item => item.Require("name").Text,
                item => new Homonym(item.Require("name").Text, item.Require("near").Texts, item.Find("unless")?.Texts ?? []),
                StringComparer.Ordinal);
    }

    public FrozenSet<string> Particles { get; }

    public FrozenSet<string> OrganizationHeads { get; }

    public FrozenSet<string> CompanySuffixes { get; }

    public FrozenSet<string> PlaceHeads { get; }

    public FrozenSet<string> PlaceStarts { get; }

    public FrozenSet<string> ThingHeads { get; }

    public FrozenSet<string> NoNames { get; }

    /// <summary>Prepositions after which stands whom a role belongs to.</summary>
    public FrozenSet<string> OfWords { get; }

    public FrozenSet<string> Former { get; }

    public FrozenSet<string> Future { get; }

    public FrozenSet<string> Elect { get; }

    public FrozenSet<string> Counterparts { get; }

    /// <summary>Sectors whose bodies act for their country.</summary>
    public FrozenSet<string> Organs { get; }

    /// <summary>Roles that say who leads and not by which office.</summary>
    public FrozenSet<string> Leaders { get; }

    public FrozenSet<string> LeaderOffices { get; }

    public FrozenSet<string> Pairs { get; }

    public FrozenSet<string> Women { get; }

    public FrozenSet<string> Men { get; }

    public FrozenSet<string> Locatives { get; }

    public FrozenSet<string> Goals { get; }

    public FrozenSet<string> Travel { get; }

    public FrozenSet<string> Objects { get; }

    public FrozenSet<string> Directions { get; }

    public FrozenSet<string> Opposites { get; }

    public FrozenDictionary<string, Homonym> Homonyms { get; }

    public static NameWords Load(string directory) => new(YamlNode.Load(Path.Combine(directory, File), File));

    public bool IsTitle(string word, out Gender gender) => _titles.TryGetValue(Bare(word), out gender);

    public bool IsFirstName(string word, out Gender gender) => _firstNames.TryGetValue(Folding.Fold(word), out gender);

    /// <summary>What the noun can point back to, or null.</summary>
    public Anaphor? AnaphorOf(string noun) => _anaphors.GetValueOrDefault(noun.ToLowerInvariant());

    /// <summary>What the pronoun can point back to: one reading, or two for “her”.</summary>
    public Anaphor? PronounOf(string word, bool possessive)
    {
        if (!_pronouns.TryGetValue(word.ToLowerInvariant(), out var readings))
            return null;
        foreach (var reading in readings)
            if (reading.Possessive == possessive)
                return reading;
        return null;
    }

    /// <summary>True for a word of a list, whatever its case and with or without the dot of an abbreviation.</summary>
    public static bool Has(FrozenSet<string> words, string word) => words.Contains(Bare(word));

    private static string Bare(string word) => word.TrimEnd('.').ToLowerInvariant();

    private static FrozenSet<string> Words(YamlNode node, string key) => node.Require(key).Texts.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, Gender> Gendered(YamlNode node)
    {
        node.Allow("male", "female", "either");
        var words = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (var (key, list) in node.Pairs)
        {
            var gender = GenderOf(key);
            foreach (var word in list.Texts)
                // A name that both bear says nothing about which.
                words[word] = words.TryGetValue(word, out var other) && other != gender ? Gender.Unknown : gender;
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Gender GenderOf(YamlNode node) => node.Text switch
    {
        "male" => Gender.Male,
        "female" => Gender.Female,
        "either" => Gender.Unknown,
        _ => throw node.Error($"{node.Text} is not male, female or either"),
    };

    private static ActorKind[] Kinds(YamlNode node) => [.. node.Items.Select(Gazetteer.KindOf)];
}
