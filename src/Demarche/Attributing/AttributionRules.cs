using Demarche.Codebooks;

namespace Demarche.Attributing;

/// <summary>The codebook's <c>attribution.yaml</c>: by which words somebody is quoted, and what they make of the quoted words.</summary>
internal sealed class AttributionRules
{
    private const string FileName = "codebook/attribution.yaml";

    private readonly Dictionary<string, List<CueWord>> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CueWord>> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CueWord>> _adjectives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CueWord>> _prepositions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CueWord>> _adverbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(CueRule Rule, Phrase Phrase)>> _phrases = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _media = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Polarity> _polarities = new(StringComparer.Ordinal);
    private readonly List<CueRule> _rules = [];

    /// <summary>The polarities that attributions may have.</summary>
    public IReadOnlyDictionary<string, Polarity> Polarities => _polarities;

    /// <summary>How many different words are cues.</summary>
    public int CueCount => _verbs.Values.Concat(_nouns.Values).Concat(_adjectives.Values).Concat(_prepositions.Values).Concat(_adverbs.Values)
        .Sum(words => words.Select(word => string.Join(' ', word.Further)).Distinct(StringComparer.Ordinal).Count());

    /// <summary>The status that an act inside the attribution's content has: <c>demanded</c> inside a demand.</summary>
    public EventStatus StatusOf(Attribution attribution) =>
        _polarities.TryGetValue(attribution.Polarity, out var polarity) ? polarity.Status : EventStatus.Reported;

    internal IReadOnlyList<CueRule> Rules => _rules;

    internal IReadOnlyList<CueRule> Phrases { get; private set; } = [];

    /// <summary>The set phrases that begin with a word, in whatever letters.</summary>
    internal IReadOnlyList<(CueRule Rule, Phrase Phrase)> PhrasesFrom(string word) => _phrases.TryGetValue(word, out var found) ? found : [];

    internal IReadOnlyList<CueRule> Headlines { get; private set; } = [];

    internal CueRule? Labels { get; private set; }

    internal CueRule Quotation { get; private set; } = null!;

    /// <summary>Whatever verb stands between a quotation and its speaker.</summary>
    internal CueRule? Spoken { get; private set; }

    /// <summary>A sentence that says how somebody spoke, before the words; null where the codebook has none.</summary>
    internal CueRule? Introduction { get; private set; }

    /// <summary>The mark that leads into a quotation whatever verb stands before it.</summary>
    internal CueRule? LeadIn { get; private set; }

    /// <summary>The mark before the name with which a quotation is signed.</summary>
    internal CueRule? Signature { get; private set; }

    /// <summary>The bracket before the name of the paper or agency from which a quotation is taken.</summary>
    internal CueRule? Credit { get; private set; }

    /// <summary>Verbs that merely carry a noun of speech.</summary>
    internal IReadOnlySet<string> Carriers { get; private set; } = null!;

    /// <summary>Verbs that say how the telling goes on.</summary>
    internal IReadOnlySet<string> Phases { get; private set; } = null!;

    /// <summary>Those among them that say that it does not take place.</summary>
    internal IReadOnlySet<string> NegatingPhases { get; private set; } = null!;

    internal IReadOnlySet<string> Copulas { get; private set; } = null!;

    internal IReadOnlySet<string> Negators { get; private set; } = null!;

    internal IReadOnlySet<string> Agents { get; private set; } = null!;

    /// <summary>Prepositions of place behind which a state or organization believes what is said in the passive.</summary>
    internal IReadOnlySet<string> AgentsIn { get; private set; } = null!;

    /// <summary>Words for some of those in a place or an organization: “in Brussels many fear that”.</summary>
    internal IReadOnlySet<string> Some { get; private set; } = null!;

    internal IReadOnlySet<string> AddressedBy { get; private set; } = null!;

    internal IReadOnlySet<string> OwnVoice { get; private set; } = null!;

    /// <summary>Pronouns with which whoever spoke last goes on, and whether they mean a person.</summary>
    internal IReadOnlyDictionary<string, bool> GoesOn { get; private set; } = null!;

    /// <summary>Sectors whose unnamed office holders are of the state whose voice speaks of them.</summary>
    internal IReadOnlySet<string> AtHome { get; private set; } = null!;

    /// <summary>Sectors of actors who, where nobody tells whose they are, are of the place from which the report comes.</summary>
    internal IReadOnlySet<string> OfOrigin { get; private set; } = null!;

    /// <summary>Who speaks for a station: “the announcer”.</summary>
    internal IReadOnlySet<string> StationVoices { get; private set; } = null!;

    /// <summary>Who is spoken to inside somebody's words.</summary>
    internal IReadOnlySet<string> Addressed { get; private set; } = null!;

    /// <summary>Polarities that, in the speaker's own voice inside his own words, add no link to the chain.</summary>
    internal IReadOnlySet<string> Hedges { get; private set; } = null!;

    internal IReadOnlySet<string> NeverSource { get; private set; } = null!;

    internal IReadOnlySet<string> NeverContent { get; private set; } = null!;

    /// <summary>Whom it is said to where nobody else is: “told reporters”; they speak, but nobody says them.</summary>
    internal IReadOnlySet<string> Listeners { get; private set; } = null!;

    /// <summary>Prepositions that tell by when what is wanted or promised is to come; the time is part of what is said.</summary>
    internal IReadOnlySet<string> Deadlines { get; private set; } = null!;

    /// <summary>Verbs that tell where and how somebody speaks, and not what: “speaking on the radio, he said …”.</summary>
    internal IReadOnlySet<string> Speaking { get; private set; } = null!;

    /// <summary>Nouns for a human being of whom nothing else is told: “a person briefed on the talks”.</summary>
    internal IReadOnlySet<string> Somebody { get; private set; } = null!;

    /// <summary>Nouns for those whom a headline quotes without a name: “Analysts: harvest to shrink”.</summary>
    internal IReadOnlySet<string> Voices { get; private set; } = null!;

    internal IReadOnlySet<string> StaysWithNoun { get; private set; } = null!;

    /// <summary>Conjunctions behind a comma with which the reporter takes the floor again.</summary>
    internal IReadOnlyList<string[]> OwnWords { get; private set; } = null!;

    /// <summary>Verbs by which one says that another said it.</summary>
    internal IReadOnlySet<string> PassOn { get; private set; } = null!;

    internal IReadOnlySet<string> GoOn { get; private set; } = null!;

    /// <summary>Nouns for what speaks without being a person: surveys, records, pictures.</summary>
    internal IReadOnlySet<string> Documents { get; private set; } = null!;

    internal IReadOnlySet<string> MediaAfter { get; private set; } = null!;

    /// <summary>What anonymous speakers ask not to be: “named”.</summary>
    internal IReadOnlySet<string> Unnamed { get; private set; } = null!;

    /// <summary>Participles: whoever is not so far as to speak has said nothing by it.</summary>
    internal IReadOnlySet<string> Permitted { get; private set; } = null!;

    /// <summary>Conjunctions that lead from what one says to what another says.</summary>
    internal IReadOnlySet<string> Turns { get; private set; } = null!;

    /// <summary>What leads, behind words that somebody is quoted by between commas, to what the reporter says against them.</summary>
    internal IReadOnlySet<string> Objections { get; private set; } = null!;
    internal IReadOnlySet<string> Afterthoughts { get; private set; } = null!;

    internal IReadOnlySet<string> MediaOfWay { get; private set; } = null!;

    internal IReadOnlyDictionary<string, string> MediaBetweenPartners { get; private set; } = null!;

    internal IReadOnlySet<string> PressSectors { get; private set; } = null!;

    /// <summary>Reads the file; what does not hold is a <see cref="CodebookException"/> with file and line.</summary>
    public static AttributionRules Load(string path) => Read(YamlNode.Load(path, FileName));

    internal static AttributionRules Read(YamlNode root)
    {
        var rules = new AttributionRules();
        root.Allow("polarities", "carriers", "phases", "negating_phases", "copulas", "negators", "agents", "agents_in", "some", "addressed_by", "own_voice", "goes_on", "at_home", "of_origin", "station_voices", "addressed", "hedges", "never_source", "never_content", "listeners", "deadlines", "speaking", "somebody", "voices",  "stays_with_noun", "go_on", "pass_on", "unnamed", "permitted", "turns", "objections", "afterthoughts", "own_words", "documents",
            "press_sectors", "media", "media_after", "media_of_way", "media_between_partners", "verbs", "nouns", "adjectives", "prepositions", "adverbs", "phrases", "headlines", "labels", "quotations");
        rules.ReadPolarities(root.Require("polarities"));
        rules.Carriers = Words(root, "carriers");
        rules.Phases = Words(root, "phases");
        rules.NegatingPhases = Words(root, "negating_phases");
        rules.Unnamed = Words(root, "unnamed");
        rules.Permitted = Words(root, "permitted");
        rules.Turns = Words(root, "turns");
        rules.Objections = Words(root, "objections");
        rules.Afterthoughts = Words(root, "afterthoughts");
        rules.Copulas = Words(root, "copulas");
        rules.Negators = Words(root, "negators");
        rules.Agents = Words(root, "agents");
        rules.AgentsIn = Words(root, "agents_in");
        rules.Some = Words(root, "some");
        rules.AddressedBy = Words(root, "addressed_by");
        rules.OwnVoice = Words(root, "own_voice");
        root.Require("goes_on").Allow("person", "body");
        rules.GoesOn = root.Require("goes_on").Pairs.SelectMany(pair => pair.Value.Texts.Select(word => (word, pair.Key.Text))).ToDictionary(pair => pair.word, pair => pair.Text == "person", StringComparer.OrdinalIgnoreCase);
        rules.AtHome = Words(root, "at_home");
        rules.OfOrigin = Words(root, "of_origin");
        rules.StationVoices = Words(root, "station_voices");
        rules.Addressed = Words(root, "addressed");
        rules.Hedges = Words(root, "hedges");
        foreach (var hedge in root.Require("hedges").Items)
            rules.CheckPolarity(hedge);
        rules.NeverSource = Words(root, "never_source");
        rules.PressSectors = Words(root, "press_sectors");
        rules.NeverContent = Words(root, "never_content");
        rules.Listeners = Words(root, "listeners");
        rules.Deadlines = Words(root, "deadlines");
        rules.Speaking = Words(root, "speaking");
        rules.Somebody = Words(root, "somebody");
        rules.Voices = Words(root, "voices");
        rules.StaysWithNoun = Words(root, "stays_with_noun");
        rules.GoOn = Words(root, "go_on");
        rules.PassOn = Words(root, "pass_on");
        rules.OwnWords = [.. root.Require("own_words").Texts.Select(words => words.Split(' '))];
        rules.Documents = Words(root, "documents");
        rules.MediaAfter = Words(root, "media_after");
        foreach (var (medium, words) in root.Require("media").Pairs)
            foreach (var word in words.Texts)
            {
                rules._media.TryAdd(word, medium.Text);
                rules._media.TryAdd(word.ToLowerInvariant(), medium.Text);
            }

        rules.MediaOfWay = Words(root, "media_of_way");
        rules.MediaBetweenPartners = root.Require("media_between_partners").Pairs.ToDictionary(pair => pair.Key.Text, pair => pair.Value.Text, StringComparer.Ordinal);

        rules.ReadCues(root, "verbs", CueClass.Verb, rules._verbs);
        rules.ReadCues(root, "nouns", CueClass.Noun, rules._nouns);
        rules.ReadCues(root, "adjectives", CueClass.Adjective, rules._adjectives);
        rules.ReadCues(root, "prepositions", CueClass.Preposition, rules._prepositions);
        rules.ReadCues(root, "adverbs", CueClass.Adverb, rules._adverbs);
        rules.Phrases = [.. root.Require("phrases").Items.Select(item => rules.ReadRule(item, CueClass.Phrase))];
        foreach (var rule in rules.Phrases)
            foreach (var phrase in rule.Phrases)
                foreach (var word in phrase.Before[0])
                {
                    if (!rules._phrases.TryGetValue(word, out var list))
                        rules._phrases[word] = list = [];
                    list.Add((rule, phrase));
                }
        rules.Headlines = [.. root.Require("headlines").Items.Select(item => rules.ReadRule(item, CueClass.Mark))];
        rules.Labels = root.Require("labels").Items.Select(item => rules.ReadRule(item, CueClass.Mark)).FirstOrDefault();
        var quotations = root.Require("quotations").Items.Select(item => rules.ReadRule(item, CueClass.Mark)).ToList();
        rules.Quotation = quotations.FirstOrDefault(rule => rule.Marks.Length == 0) ?? throw root.Require("quotations").Error("an entry without marks is missing: it stands for words that go on without a cue of their own");
        rules.LeadIn = quotations.FirstOrDefault(rule => rule.Marks.Contains(":"));
        rules.Signature = quotations.FirstOrDefault(rule => rule.Marks.Contains("–"));
        rules.Credit = quotations.FirstOrDefault(rule => rule.Marks.Contains("["));
        rules.Introduction = quotations.FirstOrDefault(rule => rule.Marks.Contains("."));
        rules.Spoken = quotations.FirstOrDefault(rule => rule.Marks.Contains(","));
        foreach (var twice in rules._rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            throw new CodebookException(FileName, twice.Last().Line, $"the id {twice.Key} is given twice");
        return rules;
    }

    internal IReadOnlyList<CueWord> Verbs(string lemma) => Find(_verbs, lemma);

    internal IReadOnlyList<CueWord> Nouns(string lemma) => Find(_nouns, lemma);

    internal IReadOnlyList<CueWord> Adjectives(string lemma) => Find(_adjectives, lemma);

    internal IReadOnlyList<CueWord> Prepositions(string lemma) => Find(_prepositions, lemma);

    internal IReadOnlyList<CueWord> Adverbs(string lemma) => Find(_adverbs, lemma);

    /// <summary>The medium that a noun names, or null.</summary>
    internal string? Medium(string lemma) => _media.GetValueOrDefault(lemma);

    internal string Negated(string polarity) => _polarities[polarity].Negated;

    private static IReadOnlyList<CueWord> Find(Dictionary<string, List<CueWord>> index, string lemma) =>
        index.TryGetValue(lemma, out var found) ? found : None;

    private static readonly CueWord[] None = [];

    private static HashSet<string> Words(YamlNode root, string key) => new(root.Require(key).Texts, StringComparer.OrdinalIgnoreCase);

    private void ReadPolarities(YamlNode node)
    {
        foreach (var (name, value) in node.Pairs)
        {
            value.Allow("status", "negated", "means");
            if (!Enum.TryParse<EventStatus>(value.Require("status").Text, ignoreCase: true, out var status))
                throw value.Error($"{value.Require("status").Text} is not a status{CodebookException.DidYouMean(value.Require("status").Text, Enum.GetNames<EventStatus>().Select(s => s.ToLowerInvariant()))}");
            _polarities[name.Text] = new(name.Text, status, value.Require("negated").Text, value.Require("means").Text);
        }
        foreach (var (name, value) in node.Pairs)
            CheckPolarity(value.Require("negated"));
    }

    private void CheckPolarity(YamlNode node)
    {
        if (!_polarities.ContainsKey(node.Text))
            throw node.Error($"the polarity {node.Text} is not in the list of polarities{CodebookException.DidYouMean(node.Text, _polarities.Keys)}");
    }

    private void ReadCues(YamlNode root, string section, CueClass cueClass, Dictionary<string, List<CueWord>> index)
    {
        foreach (var item in root.Require(section).Items)
        {
            var rule = ReadRule(item, cueClass);
            foreach (var text in item.Require(section).Texts)
            {
                var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words.Length == 0)
                    throw item.Error("an empty word is no cue");
                if (!index.TryGetValue(words[0], out var list))
                    index[words[0]] = list = [];
                list.Add(new(rule, words[1..]));
            }
        }
    }

    private static bool Needs(YamlNode item, string what)
    {
        if (item.Find("needs") is not { } needs)
            return false;
        return needs.Text is "actor" or "document" ? needs.Text == what : throw needs.Error($"{needs.Text} is not known here; write actor or document");
    }

    private static Voice VoiceOf(YamlNode item) => item.Find("voice") switch
    {
        null => Voice.Either,
        { Text: "active" } => Voice.Active,
        { Text: "passive" } => Voice.Passive,
        var other => throw other.Error($"{other.Text} is not known here; write active or passive"),
    };

    private CueRule ReadRule(YamlNode item, CueClass cueClass)
    {
        item.Allow("id", "verbs", "nouns", "adjectives", "prepositions", "adverbs", "phrases", "takes", "marks", "longest", "kind", "polarity", "medium", "confidence", "needs", "voice", "first",
            "only", "not_source", "not_content", "example", "counterexample");
        var id = item.Require("id").Text;
        var polarity = item.Require("polarity");
        CheckPolarity(polarity);
        var example = item.Find("example");
        var counterexample = item.Find("counterexample")?.Text;
        if (string.IsNullOrWhiteSpace(example?.Text) || string.IsNullOrWhiteSpace(counterexample))
            throw item.Error($"{id} needs an example and a counterexample");
        var hasFrame = cueClass is CueClass.Verb or CueClass.Noun or CueClass.Adjective;
        var rule = new CueRule(id, cueClass, item.Line)
        {
            Kind = item.Require("kind") switch
            {
                { Text: "statement" } => AttributionKind.Indirect,
                { Text: "belief" } => AttributionKind.Belief,
                { Text: "intention" } => AttributionKind.Intention,
                var other => throw other.Error($"{other.Text} is not a kind; write statement, belief or intention"),
            },
            Polarity = polarity.Text,
            Frames = hasFrame ? [.. item.Require("takes").Items.Select(Frame.Read)] : [],
            Phrases = cueClass == CueClass.Phrase ? [.. item.Require("phrases").Items.Select(Phrase.Read)] : [.. item.Find("phrases")?.Items.Select(Phrase.Read) ?? []],
            Marks = [.. item.Find("marks")?.Texts ?? []],
            Longest = item.Find("longest")?.Integer ?? 0,
            Medium = item.Find("medium")?.Text,
            Confidence = item.Find("confidence")?.Number ?? 1,
            NeedsActor = Needs(item, "actor"),
            NeedsDocument = Needs(item, "document"),
            Voice = VoiceOf(item),
            First = item.Find("first")?.Boolean ?? false,
            Only = new HashSet<string>(item.Find("only")?.Texts ?? [], StringComparer.Ordinal),
            NotContent = new HashSet<string>(item.Find("not_content")?.Texts ?? [], StringComparer.Ordinal),
            NotSource = new HashSet<string>(item.Find("not_source")?.Texts ?? [], StringComparer.Ordinal),
            Example = AttributionExample.Read(example),
            Counterexample = counterexample,
        };
        _rules.Add(rule);
        return rule;
    }
}
