using Demarche.Codebooks;
using Demarche.Reading;

namespace Demarche.Store.Collating;

/// <summary>What makes two events one incident: the part <c>incidents</c> of <c>codebook/collating.yaml</c>.</summary>
internal sealed class IncidentRules
{
    public required IReadOnlySet<string> Statuses { get; init; }

    public required IReadOnlyList<IncidentFamily> Families { get; init; }

    /// <summary>Stems of the words by which something is denied.</summary>
    public required IReadOnlySet<string> Denials { get; init; }

    /// <summary>With fewer countries and actors than these, a report takes on those of its story …</summary>
    public required int FewAnchors { get; init; }

    /// <summary>… up to so many.</summary>
    public required int MostAnchors { get; init; }

    /// <summary>Of a story so many names are kept.</summary>
    public required int MostNames { get; init; }

    /// <summary>Sectors that act for their state.</summary>
    public required IReadOnlySet<string> ForState { get; init; }

    /// <summary>Sectors that stand against their state.</summary>
    public required IReadOnlySet<string> Against { get; init; }

    /// <summary>By family, act and act that it becomes: stems of words beside which it does.</summary>
    public required IReadOnlyDictionary<(string Family, string Act), (string Becomes, IReadOnlySet<string> Beside, IReadOnlySet<string> Behind)> Refined { get; init; }

    /// <summary>What makes an event one of another family than its type says, so that it meets reports that have it under that type.</summary>
    public required IReadOnlyList<FamilyPlacing> Placed { get; init; }

    /// <summary>Words before the verb that put an act before what the story tells.</summary>
    public required IReadOnlySet<string> BeforeVerbs { get; init; }

    /// <summary>Words before the noun that take the act for known.</summary>
    public required IReadOnlySet<string> BeforeNouns { get; init; }

    /// <summary>Words behind a noun by which it is known for one where another stands between it and the word before.</summary>
    public required IReadOnlySet<string> BehindNouns { get; init; }

    public required int BeforeDays { get; init; }

    /// <summary>“A day after”: the word for it, and how many days a unit has …</summary>
    public required IReadOnlySet<string> After { get; init; }

    public required IReadOnlyDictionary<string, int> OffsetUnits { get; init; }

    /// <summary>… so many of which are meant where no number is told …</summary>
    public required int FewUnits { get; init; }

    /// <summary>… at most so many words before the act.</summary>
    public required int OffsetReach { get; init; }

    /// <summary>“A week ago”: the word for it.</summary>
    public required IReadOnlySet<string> Ago { get; init; }

    /// <summary>By so many days a week may be off.</summary>
    public required int LooseDays { get; init; }

    /// <summary>How those begin who go on with the act before.</summary>
    public required List<string> Continuing { get; init; }

    /// <summary>Stems of words that begin another.</summary>
    public required IReadOnlySet<string> Others { get; init; }

    /// <summary>Stems of words by which an act is not the first of its kind …</summary>
    public required IReadOnlySet<string> Again { get; init; }

    /// <summary>… in it or so many words behind it.</summary>
    public required int AgainReach { get; init; }

    /// <summary>So many words behind an act belong to it.</summary>
    public required int WordsBehind { get; init; }

    /// <summary>So many days before its story an event may lie that no words date …</summary>
    public required int UndatedDays { get; init; }

    /// <summary>… and so many it lies as a rule.</summary>
    public required int LikelyDays { get; init; }

    public required int RecalledDays { get; init; }

    public required double NearKm { get; init; }

    public required double Mean { get; init; }

    /// <summary>No two reports of an incident may be less alike than this.</summary>
    public required double Least { get; init; }

    public required IReadOnlySet<string> NotNames { get; init; }

    public required IReadOnlySet<string> NotWords { get; init; }

    public required Weights Evidence { get; init; }

    /// <summary>True for the state, and for whoever is of a sector that acts for it or of none that is known.</summary>
    public bool ActsForState(Party party) => party.ForState || party.Sector is null || ForState.Contains(party.Sector);

    public bool IsAgainst(Party party) => party.Sector is not null && Against.Contains(party.Sector);

    public IncidentFamily? FamilyOf(string type) => _byType.GetValueOrDefault(type);

    public IncidentFamily Family(string name) => _byName[name];

    private readonly Dictionary<string, IncidentFamily> _byType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IncidentFamily> _byName = new(StringComparer.Ordinal);

    public static IncidentRules Read(YamlNode node)
    {
        node.Allow("statuses", "families", "acts", "denials", "anchors", "most_names", "for_state", "against_state", "refined", "placed", "before", "offsets", "continued", "again", "words_behind", "undated_days", "recalled_days", "near_km", "evidence", "mean", "least", "not_names", "not_words");
        var acts = node.Require("acts");
        var before = node.Require("before").Allow("verbs", "nouns", "behind_nouns", "days");
        var offsets = node.Require("offsets").Allow("after", "units", "few", "reach", "ago", "loose");
        var continued = node.Require("continued").Allow("by", "not");
        var again = node.Require("again").Allow("words", "reach");
        var anchors = node.Require("anchors").Allow("few", "most");
        var families = node.Require("families").Pairs.Select(p =>
        {
            p.Value.Allow("types", "join", "mutual", "loose_recipients", "speech", "distinct_acts", "counted", "continues", "akin");
            var classes = ReadActs(acts.Require(p.Key.Text));
            string Class(YamlNode act) => classes.ContainsValue(act.Text)
                ? act.Text
                : throw act.Error($"{act.Text} is no class of acts of {p.Key.Text}{CodebookException.DidYouMean(act.Text, classes.Values.Distinct())}");
            List<string> Classes(string field) => [.. (p.Value.Find(field)?.Items ?? []).Select(Class)];
            // Both ways round, so that whoever asks need not put them in order.
            HashSet<(string, string)> Akin() => [.. (p.Value.Find("akin")?.Items ?? []).SelectMany(pair => pair.Items.Select(Class).ToList() is [var one, var other]
                ? new[] { (one, other), (other, one) }
                : throw pair.Error("akin are two classes of acts: [seize, storm]"))];
            return new IncidentFamily(p.Key.Text, p.Value.Require("types").Texts, p.Value.Require("join").Number, Classes("mutual"), p.Value.Find("loose_recipients")?.Boolean ?? false, p.Value.Find("speech")?.Boolean ?? false, p.Value.Find("distinct_acts")?.Boolean ?? false, Classes("counted"), p.Value.Find("continues")?.Boolean ?? false, Akin(), classes);
        }).ToList();
        foreach (var (key, _) in acts.Pairs)
            if (!families.Exists(family => family.Name == key.Text))
                throw key.Error($"{key.Text} is not one of the families{CodebookException.DidYouMean(key.Text, families.Select(family => family.Name))}");
        var undated = node.Require("undated_days").Allow("likely", "possible");
        var rules = new IncidentRules
        {
            Statuses = node.Require("statuses").Texts.ToHashSet(StringComparer.Ordinal),
            Families = families,
            Denials = node.Require("denials").Texts.Select(Stems.Of).ToHashSet(StringComparer.Ordinal),
            FewAnchors = anchors.Require("few").Integer,
            MostAnchors = anchors.Require("most").Integer,
            MostNames = node.Require("most_names").Integer,
            ForState = node.Require("for_state").Texts.ToHashSet(StringComparer.Ordinal),
            Against = node.Require("against_state").Texts.ToHashSet(StringComparer.Ordinal),
            Refined = ReadRefined(node.Require("refined")),
            Placed = [.. node.Require("placed").Items.Select(item => ReadPlacing(item, families))],
            BeforeVerbs = before.Require("verbs").Texts.ToHashSet(StringComparer.Ordinal),
            BeforeNouns = before.Require("nouns").Texts.ToHashSet(StringComparer.Ordinal),
            BehindNouns = before.Require("behind_nouns").Texts.ToHashSet(StringComparer.Ordinal),
            After = offsets.Require("after").Texts.ToHashSet(StringComparer.Ordinal),
            OffsetUnits = offsets.Require("units").Pairs.ToDictionary(unit => unit.Key.Text, unit => unit.Value.Integer, StringComparer.Ordinal),
            FewUnits = offsets.Require("few").Integer,
            OffsetReach = offsets.Require("reach").Integer,
            Ago = offsets.Require("ago").Texts.ToHashSet(StringComparer.Ordinal),
            LooseDays = offsets.Require("loose").Integer,
            BeforeDays = before.Require("days").Integer,
            Continuing = [.. continued.Require("by").Texts.Select(start => start + " ")],
            Others = StemsIn(continued.Require("not")),
            Again = StemsIn(again.Require("words")),
            AgainReach = again.Require("reach").Integer,
            WordsBehind = node.Require("words_behind").Integer,
            UndatedDays = undated.Require("possible").Integer,
            LikelyDays = undated.Require("likely").Integer,
            RecalledDays = node.Require("recalled_days").Integer,
            NearKm = node.Require("near_km").Number,
            Mean = node.Require("mean").Number,
            Least = node.Require("least").Number,
            NotNames = node.Require("not_names").Texts.ToHashSet(StringComparer.Ordinal),
            NotWords = node.Require("not_words").Texts.ToHashSet(StringComparer.Ordinal),
            Evidence = Weights.Read(node.Require("evidence")),
        };
        foreach (var family in families)
        {
            rules._byName[family.Name] = family;
            foreach (var type in family.Types)
                if (!rules._byType.TryAdd(type, family))
                    throw node.Error($"{type} stands in two families");
        }
        return rules;
    }

    private static Dictionary<(string, string), (string, IReadOnlySet<string>, IReadOnlySet<string>)> ReadRefined(YamlNode node)
    {
        var refined = new Dictionary<(string, string), (string, IReadOnlySet<string>, IReadOnlySet<string>)>();
        foreach (var item in node.Items)
        {
            item.Allow("family", "act", "becomes", "beside", "behind");
            refined[(item.Require("family").Text, item.Require("act").Text)] = (item.Require("becomes").Text, StemsIn(item.Require("beside")), StemsIn(item.Find("behind")));
        }
        return refined;
    }

    private static FamilyPlacing ReadPlacing(YamlNode node, IReadOnlyList<IncidentFamily> families)
    {
        node.Allow("family", "from", "by", "words", "with", "not");
        foreach (var family in node.Require("from").Items.Append(node.Require("family")))
            if (!families.Any(known => known.Name == family.Text))
                throw family.Error($"{family.Text} is not one of the families{CodebookException.DidYouMean(family.Text, families.Select(known => known.Name))}");
        return new(node.Require("family").Text, node.Require("from").Texts.ToHashSet(StringComparer.Ordinal), StemsIn(node.Require("words")), StemsIn(node.Find("with")), StemsIn(node.Find("not")), node.Find("by")?.Texts.ToHashSet(StringComparer.Ordinal) ?? []);
    }

    private static HashSet<string> StemsIn(YamlNode? words) => words is null ? [] : words.Texts.Select(Stems.Of).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, string> ReadActs(YamlNode node)
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, words) in node.Pairs)
            foreach (var word in words.Items)
                if (!classes.TryAdd(Stems.Of(word.Text), name.Text) && classes[Stems.Of(word.Text)] != name.Text)
                    throw word.Error($"{word.Text} stands in two classes, {classes[Stems.Of(word.Text)]} and {name.Text}");
        return classes;
    }
}
