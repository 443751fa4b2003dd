using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary><c>codebook/operators.yaml</c>: what stands around an act and what it makes of it.</summary>
public sealed class Operators
{
    private readonly Dictionary<string, Operator> _byAuxiliary = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Operator> _byWord = new(StringComparer.OrdinalIgnoreCase);

    public required IReadOnlyList<Operator> All { get; init; }

    /// <summary>Words that deny a clause or noun.</summary>
    public required IReadOnlySet<string> Negations { get; init; }

    /// <summary>Conjunctions that make a clause a condition.</summary>
    public required IReadOnlySet<string> ConditionMarks { get; init; }

    /// <summary>Auxiliaries that make a condition of a clause in which they stand before the subject (“should Iran attack”).</summary>
    public required IReadOnlySet<string> InvertedConditions { get; init; }

    /// <summary>Operators that say nothing beside a negation which a pattern asks for: “will not recognize” is refused now.</summary>
    public required IReadOnlySet<string> TakenByRefusal { get; init; }

    /// <summary>Phrases that make a noun a condition (“in the event of”), by words.</summary>
    public required IReadOnlyList<string[]> ConditionPhrases { get; init; }

    /// <summary>Verbs that merely carry an event noun (“launch an attack”).</summary>
    public required IReadOnlySet<string> LightVerbs { get; init; }

    /// <summary>Verbs, nouns and adjectives whose infinitive was done: “continued to shell”, “managed to escape”.</summary>
    public required IReadOnlySet<string> Implicatives { get; init; }

    /// <summary>Verbs whose object, a speech act of another, was done: “rejected Tripoli's demand”.</summary>
    public required IReadOnlySet<string> Presupposing { get; init; }

    /// <summary>Verbs whose object, not subject, is the actor of the infinitive (“ordered the army to withdraw”).</summary>
    public required IReadOnlySet<string> ObjectControl { get; init; }

    /// <summary>What a speech act of a type makes of the acts inside it.</summary>
    public required IReadOnlyDictionary<string, EventStatus> Inside { get; init; }

    /// <summary>Classes of nouns that take part in events even where nobody knows who they are.</summary>
    public required IReadOnlyList<Lexicon> Participants { get; init; }

    /// <summary>Classes of things that material acts are done to.</summary>
    public required IReadOnlyList<Lexicon> Targets { get; init; }

    /// <summary>Classes of things through which somebody acts: “missiles hit the port”.</summary>
    public required IReadOnlyList<Lexicon> Instruments { get; init; }

    /// <summary>Prepositions after which the other side of an act stands, where no pattern says so.</summary>
    public required IReadOnlySet<string> RecipientPrepositions { get; init; }

    /// <summary>Prepositions after which the other side stands wherever it is in the clause.</summary>
    public required IReadOnlySet<string> SidePrepositions { get; init; }

    /// <summary>Prepositions before the place of an act.</summary>
    public required IReadOnlySet<string> PlacePrepositions { get; init; }

    /// <summary>Nouns for a part of a place: an act in the streets of a city is an act in that city.</summary>
    public required IReadOnlySet<string> PlaceNouns { get; init; }

    /// <summary>Prepositions between the noun of an act and the place that it is done to.</summary>
    public required IReadOnlySet<string> HitPrepositions { get; init; }

    /// <summary>Auxiliaries of what lies before that which the story tells (“had asked”).</summary>
    public required IReadOnlySet<string> Anterior { get; init; }

    /// <summary>How much less sure a record is by what is wanting in it.</summary>
    public required IReadOnlyDictionary<string, double> Doubts { get; init; }

    /// <summary>How much surer a record is by each point by which its pattern is specific, and the most of it.</summary>
    public required (double Each, double Most) Specific { get; init; }

    /// <summary>How specific a pattern must be to make an event of people nobody knows.</summary>
    public required int LeastAmongStrangers { get; init; }

    /// <summary>The share of words that two places of one happening have in common.</summary>
    public required double SameWords { get; init; }

    /// <summary>Types whose recipient, where none is named, is whom the condition speaks of: “will strike back if Ethiopia begins”.</summary>
    public required IReadOnlySet<string> AddressedByCondition { get; init; }

    /// <summary>Prepositions that set the scene: what they lead is not what the verb asks for, plans or denies.</summary>
    public required IReadOnlySet<string> ScenePrepositions { get; init; }

    /// <summary>Prepositions before an occasion on whose day an act falls: “in Tuesday's vote”.</summary>
    public required IReadOnlySet<string> OccasionPrepositions { get; init; }

    /// <summary>From how many days before the story on an act is background.</summary>
    public required int BackgroundAfterDays { get; init; }

    /// <summary>Confidence by rung of the ladder.</summary>
    public required IReadOnlyDictionary<string, double> Confidence { get; init; }

    /// <summary>Below this confidence the coder abstains.</summary>
    public required double Threshold { get; init; }

    /// <summary>The type that relates two participants of a sentence in which no pattern is found, where an answer must be given.</summary>
    public required string Prior { get; init; }

    public Operator? OfAuxiliary(string form) => _byAuxiliary.GetValueOrDefault(form);

    public Operator? OfWord(string lemma) => _byWord.GetValueOrDefault(lemma);

    public Operator? Find(string id) => All.FirstOrDefault(o => o.Id == id);

    public static Operators Load(string path, string file, Profile profile, IReadOnlyDictionary<string, Lexicon> lexicons)
    {
        var root = YamlNode.Load(path, file).Allow("operators", "negations", "condition_marks", "inverted_conditions", "taken_by_refusal", "condition_phrases", "light_verbs", "object_control", "presupposing", "implicatives", "inside", "settings", "participants", "targets", "instruments", "recipient_prepositions", "scene_prepositions", "occasion_prepositions", "side_prepositions", "place_prepositions", "place_nouns", "hit_prepositions", "anterior", "addressed_by_condition");
        var settings = root.Require("settings").Allow("background_after_days", "confidence", "doubts", "specific", "most_specific", "threshold", "least_among_strangers", "same_words", "prior");
        var all = new List<Operator>();
        var operators = new Operators
        {
            All = all,
            Negations = Set(root.Require("negations")),
            ConditionMarks = Set(root.Require("condition_marks")),
            InvertedConditions = Set(root.Require("inverted_conditions")),
            TakenByRefusal = Set(root.Require("taken_by_refusal")),
            ConditionPhrases = [.. root.Require("condition_phrases").Texts.Select(t => t.Split(' '))],
            LightVerbs = Set(root.Require("light_verbs")),
            Implicatives = Set(root.Require("implicatives")),
            Presupposing = Set(root.Require("presupposing")),
            ObjectControl = Set(root.Require("object_control")),
            Inside = root.Require("inside").Pairs.ToDictionary(p => p.Key.Text, p => Status(p.Value), StringComparer.Ordinal),
            Participants = Classes(root.Require("participants")),
            Targets = Classes(root.Require("targets")),
            Instruments = Classes(root.Require("instruments")),
            RecipientPrepositions = Set(root.Require("recipient_prepositions")),
            AddressedByCondition = Set(root.Require("addressed_by_condition")),
            ScenePrepositions = Set(root.Require("scene_prepositions")),
            OccasionPrepositions = Set(root.Require("occasion_prepositions")),
            BackgroundAfterDays = settings.Require("background_after_days").Integer,
            Confidence = settings.Require("confidence").Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Number, StringComparer.Ordinal),
            Doubts = settings.Require("doubts").Allow("nobody_acts", "borrowed_actor", "unknown_actor").Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Number, StringComparer.Ordinal),
            Specific = (settings.Require("specific").Number, settings.Require("most_specific").Number),
            LeastAmongStrangers = settings.Require("least_among_strangers").Integer,
            SameWords = settings.Require("same_words").Number,
            SidePrepositions = Set(root.Require("side_prepositions")),
            PlacePrepositions = Set(root.Require("place_prepositions")),
            PlaceNouns = Set(root.Require("place_nouns")),
            HitPrepositions = Set(root.Require("hit_prepositions")),
            Anterior = Set(root.Require("anterior")),
            Prior = settings.Require("prior").Text,
            Threshold = settings.Require("threshold").Number,
        };
        foreach (var node in root.Require("operators").Items)
        {
            node.Allow("id", "auxiliaries", "words", "status", "type", "becomes");
            var id = node.Require("id").Text;
            var op = new Operator(id)
            {
                Auxiliaries = node.Find("auxiliaries")?.Texts ?? [],
                Words = node.Find("words")?.Texts ?? [],
                Status = node.Find("status") is { } status ? Status(status) : null,
                Type = node.Find("type")?.Text,
                Becomes = profile.Becomes.GetValueOrDefault(id) ?? node.Find("becomes")?.Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Text, StringComparer.Ordinal) ?? [],
            };
            all.Add(op);
            foreach (var word in op.Auxiliaries)
                if (!operators._byAuxiliary.TryAdd(word, op))
                    throw node.Error($"{word} belongs to the operator {operators._byAuxiliary[word].Id} already");
            foreach (var word in op.Words)
                if (!operators._byWord.TryAdd(word, op))
                    throw node.Error($"{word} belongs to the operator {operators._byWord[word].Id} already");
        }
        return operators;

        List<Lexicon> Classes(YamlNode node) => [.. node.Items.Select(name => lexicons.TryGetValue(name.Text, out var lexicon)
            ? lexicon
            : throw name.Error($"lexicon {{{name.Text}}} does not exist{CodebookException.DidYouMean(name.Text, lexicons.Keys)}"))];
    }

    private static HashSet<string> Set(YamlNode node) => node.Texts.ToHashSet(StringComparer.OrdinalIgnoreCase);

    internal static EventStatus Status(YamlNode node) =>
        Enum.TryParse<EventStatus>(node.Text, ignoreCase: true, out var status) && !char.IsDigit(node.Text[0])
            ? status
            : throw node.Error($"{node.Text} is not a status{CodebookException.DidYouMean(node.Text, Enum.GetNames<EventStatus>().Select(n => n.ToLowerInvariant()))}");
}
