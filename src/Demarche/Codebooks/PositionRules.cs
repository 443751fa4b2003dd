using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary><c>codebook/positions.yaml</c>: which acts, words and statements are a position, and what turns one round.</summary>
internal sealed class PositionRules
{
    private const string Nothing = "none";

    // One a line, in order, so that two changes do not meet on one line.
    private static readonly string[] Keys =
    [
        "about",
        "affirming",
        "answers",
        "back",
        "bare",
        "breaking",
        "strangers",
        "undoing",
        "claimed",
        "cancels",
        "classes",
        "clausal",
        "closing",
        "coming",
        "conditions",
        "contested",
        "contrasting",
        "dated",
        "ending",
        "evasive",
        "insisted",
        "insisting",
        "equating",
        "events",
        "first",
        "foreseen",
        "giving",
        "rejecting",
        "doing",
        "provoked",
        "rewarded",
        "deeds",
        "granting",
        "issues",
        "leanings",
        "leaving",
        "negating",
        "of_demanded",
        "of_denied",
        "offering",
        "opposed",
        "own_nouns",
        "patterns",
        "rules",
        "settings",
        "speech",
        "stances",
        "stated_by",
        "statements",
        "strengths",
        "there_is_no",
        "thought_by",
        "told",
        "threatening",
        "turns",
        "unconditional",
        "verdict_verbs",
        "verdicts",
        "directions",
    ];

    /// <summary>The type of a pattern of words that are no position; an event pattern's “none” is another thing.</summary>
    public const string NoStance = "no stance";

    private const string FileName = "positions.yaml";

    private readonly List<(string Prefix, StanceRule? Stance)> _beginnings = [];
    private readonly Dictionary<string, StanceRule?> _rules = new(StringComparer.Ordinal);

    /// <summary>By event type.</summary>
    public required IReadOnlyDictionary<string, StanceRule> Events { get; init; }

    /// <summary>By event type: the stance of telling that another side has done it.</summary>
    public required IReadOnlyDictionary<string, StanceRule> Told { get; init; }

    /// <summary>Sectors of those who take a side in what they tell.</summary>
    public required IReadOnlySet<string> ToldBy { get; init; }

    /// <summary>By what a cue makes of its content (<c>attribution.yaml</c>).</summary>
    public required IReadOnlyDictionary<string, StanceRule> Speech { get; init; }

    public required IReadOnlyList<StatementRule> Statements { get; init; }

    /// <summary>What a cue must make of its content for an auxiliary in it to state a position.</summary>
    public required IReadOnlySet<string> StatedBy { get; init; }

    /// <summary>The same for beliefs, of which only what must be done is a position.</summary>
    public required IReadOnlySet<string> ThoughtBy { get; init; }

    /// <summary>Patterns whose type is the stance.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>Positions in words that stand together however the tree takes them.</summary>
    public required IReadOnlyList<SetPhrase> Phrases { get; init; }

    /// <summary>What the words of a pattern state, by its rule.</summary>
    public required IReadOnlyDictionary<string, StanceRule> OfPattern { get; init; }

    /// <summary>By stance: what a negation or an end makes of it.</summary>
    public required IReadOnlyDictionary<string, StanceTurn> Turns { get; init; }

    /// <summary>Which way a position goes on its issue.</summary>
    public required DirectionRules Directions { get; init; }

    /// <summary>By stance: the stances of others that it answers.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; }

    /// <summary>Pairs of stances of one actor that do not go together: who takes the second after the first has changed his position.</summary>
    public required IReadOnlySet<(string Earlier, string Later)> Opposed { get; init; }

    /// <summary>Words right before a trigger that say no: “far from”.</summary>
    public required IReadOnlyList<string[]> Negating { get; init; }

    /// <summary>Words right before a trigger that say no longer.</summary>
    public required IReadOnlyList<string[]> Ending { get; init; }

    /// <summary>Words right before a trigger that leave open whether: “stopped short of”.</summary>
    public required IReadOnlyList<string[]> Leaving { get; init; }

    /// <summary>Words right before a trigger that hold a negation which denies nothing: “cannot but”.</summary>
    public required IReadOnlyList<string[]> Affirming { get; init; }

    /// <summary>Verbs that take a stance back when it is their object: “dropped its opposition”.</summary>
    public required IReadOnlySet<string> Cancels { get; init; }

    /// <summary>Words that begin what a position depends on.</summary>
    public required IReadOnlyList<string[]> Conditions { get; init; }

    /// <summary>Words among them that are no part of the condition itself: “conditional on”.</summary>
    public required IReadOnlySet<string> Bare { get; init; }

    /// <summary>Nouns that stand for what was offered before, and the words behind them that open what it depends on: “the offer was tied to reforms”.</summary>
    public required (IReadOnlySet<string> Nouns, IReadOnlyList<string[]> Words) Back { get; init; }

    /// <summary>Words among them that open a condition only of what is denied: “no peace without justice”.</summary>
    public required IReadOnlySet<string> OfDenied { get; init; }

    /// <summary>Words among them that open a condition also of what is demanded: “must leave before talks begin”.</summary>
    public required IReadOnlySet<string> OfDemanded { get; init; }

    /// <summary>Words behind which none of them opens a condition: “once more”.</summary>
    public required IReadOnlySet<string> Closing { get; init; }

    /// <summary>Last words of those that a clause follows, or nothing but a noun: “only after the siege is lifted”.</summary>
    public required IReadOnlySet<string> Clausal { get; init; }

    /// <summary>Of these, those that say when and not on what condition where a date follows: “until Friday”.</summary>
    public required IReadOnlySet<string> Dated { get; init; }

    /// <summary>Of these, those that are a condition only of what is still to come: “will reopen it when they leave”.</summary>
    public required IReadOnlySet<string> Coming { get; init; }

    /// <summary>Adverbs by which what must be done is a condition: “is ready to talk, but the weapons must first be removed”.</summary>
    public required IReadOnlySet<string> First { get; init; }

    /// <summary>Verbs that end what the sides have in common, which is refused and not promised: “will suspend the talks”.</summary>
    public required IReadOnlySet<string> BreakingVerbs { get; init; }

    /// <summary>Verbs that break off what stands behind “from” or “out of”: “will withdraw from the pact”.</summary>
    public required IReadOnlySet<string> LeavingVerbs { get; init; }

    /// <summary>Classes of what the sides have in common.</summary>
    public required IReadOnlyList<Lexicon> Common { get; init; }

    /// <summary>The stance of ending it.</summary>
    public required StanceRule Breaking { get; init; }

    /// <summary>Nouns that do not stand for whoever owns them: “his critics”.</summary>
    public required IReadOnlySet<string> Strangers { get; init; }

    /// <summary>Verbs that do away with the harmful thing that is their object: “lay down arms”.</summary>
    public required IReadOnlySet<string> Undoing { get; init; }

    /// <summary>Words among them that set against after a comma: “, while …”.</summary>
    public required IReadOnlySet<string> Contrasting { get; init; }

    /// <summary>Words among them that make a threat of a promise: “will stay unless”.</summary>
    public required IReadOnlySet<string> Threatening { get; init; }

    /// <summary>Verbs of a condition on which what one says that one will do is a threat.</summary>
    public required IReadOnlySet<string> Provoked { get; init; }

    /// <summary>Verbs of a condition on which it is an offer.</summary>
    public required IReadOnlySet<string> Rewarded { get; init; }

    /// <summary>First words of a condition on which what one says that one will do is an offer.</summary>
    public required IReadOnlySet<string> Offering { get; init; }

    /// <summary>Further ones, with which only some deeds are offered.</summary>
    public required IReadOnlySet<string> Granting { get; init; }

    /// <summary>Those deeds.</summary>
    public required IReadOnlySet<string> Giving { get; init; }

    /// <summary>Types and rules of events that tell of a deed which harms another side.</summary>
    public required DeedRules Harm { get; init; }

    /// <summary>Those of a deed of which another side is glad.</summary>
    public required DeedRules Gift { get; init; }

    /// <summary>The stance of who says that he is doing something, with the polarities of cues by which he binds himself.</summary>
    public required StanceRule Doing { get; init; }

    /// <summary>By a claim about agreements, or the rule that reads it: the stance of making it (who says that an agreement is broken accuses).</summary>
    public required IReadOnlyDictionary<string, StanceRule> Claimed { get; init; }

    /// <summary>Verbs of what will be done whoever decides it: “will be held on Monday”, “will be remembered”.</summary>
    public required IReadOnlySet<string> Foreseen { get; init; }

    /// <summary>Verbs of which “cannot” refuses nothing: “cannot confirm”.</summary>
    public required IReadOnlySet<string> Evasive { get; init; }

    /// <summary>What it is to insist that one has not done something, the verbs of insisting, the words that need none (“had never armed them”), and the deeds that one is charged with and need none either.</summary>
    public required (StanceRule Stance, IReadOnlySet<string> Verbs, IReadOnlySet<string> Never, IReadOnlySet<string> Deeds) Insisted { get; init; }

    /// <summary>By the claim: what it is to insist on it; and the verbs of insisting.</summary>
    public required (IReadOnlyDictionary<string, StanceRule> Claims, IReadOnlySet<string> Verbs) Insisting { get; init; }

    /// <summary>Nouns by which a speaker names his own side: “the Kingdom will not”.</summary>
    public required IReadOnlySet<string> OwnNouns { get; init; }

    /// <summary>Nouns of what there is “no …” of when it is refused: “no question of leaving”.</summary>
    public required Lexicon Barred { get; init; }

    /// <summary>The stance of saying that there is none.</summary>
    public required StanceRule ThereIsNo { get; init; }

    /// <summary>Stances that depend on nothing: one does not accuse on a condition.</summary>
    public required IReadOnlySet<string> Unconditional { get; init; }

    /// <summary>Those who speak for a state or body without a name: “a spokesman”, “an official”.</summary>
    public required Lexicon Officials { get; init; }

    /// <summary>Verbs and nouns that do harm.</summary>
    public required Lexicon HostileActs { get; init; }

    /// <summary>Nouns of bodies that take positions, also where nobody knows which one it is: “the junta”.</summary>
    public required Lexicon Takers { get; init; }

    /// <summary>Nouns that are no matter of a position: “for its part”.</summary>
    public required Lexicon Asides { get; init; }

    /// <summary>Nouns that stand for a matter named elsewhere: “the step”, “the charge”.</summary>
    public required Lexicon GeneralNouns { get; init; }

    /// <summary>Verbs that call something something: “described it as illegal”.</summary>
    public required IReadOnlySet<string> VerdictVerbs { get; init; }

    /// <summary>Those of them that refuse what they call unacceptable, where the others are only against it.</summary>
    public required IReadOnlySet<string> Rejecting { get; init; }

    /// <summary>Verbs that only some of <see cref="Verdicts"/> are complements of: “made it conditional”.</summary>
    public IReadOnlySet<string> OwnVerbs { get; private set; } = new HashSet<string>();

    /// <summary>Verbs by which a matter is said to be something: “would amount to interference”.</summary>
    public required IReadOnlySet<string> Equating { get; init; }

    /// <summary>Nouns of what somebody is charged with: to refuse one is to deny it.</summary>
    public required Lexicon Charges { get; init; }

    /// <summary>Nouns of what somebody may be behind and is charged with: “is not behind the raid”.</summary>
    public required IReadOnlyList<Lexicon> Wrongs { get; init; }

    /// <summary>What something is called, and the stance that says.</summary>
    public required IReadOnlyDictionary<string, StanceRule> Verdicts { get; init; }

    /// <summary>Prepositions before what one is for or against: “is behind the plan”.</summary>
    public required IReadOnlyDictionary<string, StanceRule> Leanings { get; init; }

    /// <summary>Nouns of what a threat answers: “any attempt would be resisted”.</summary>
    public required Lexicon Provoking { get; init; }

    /// <summary>Verbs of what goes on, whoever does it: “the sanctions will stay”.</summary>
    public required Lexicon Lasting { get; init; }

    /// <summary>Verbs of what begins, ends or goes on: of what comes about on a condition whoever says so decides.</summary>
    public required Lexicon ComingAbout { get; init; }

    /// <summary>How many positions back an answer looks for what it answers.</summary>
    public required int FarthestAnswer { get; init; }

    /// <summary>Stances that answer only what was said right before, within <see cref="NearAnswer"/>.</summary>
    public required IReadOnlySet<string> AtOnce { get; init; }

    /// <summary>How many sentences back that may be.</summary>
    public required int NearAnswer { get; init; }

    /// <summary>From which cosine on two open labels are about one matter.</summary>
    public required double LeastLikeness { get; init; }

    /// <summary>How much words count when the issue of a position is told.</summary>
    public required IssueWeights Issues { get; init; }

    /// <summary>Words that say how strong a position is, from 1 to 3: “categorically”, “in principle”.</summary>
    public required IReadOnlyDictionary<string, int> Strengths { get; init; }

    /// <summary>Verbs of which a place is the object when two sides claim it: “dispute the islands”.</summary>
    public required IReadOnlySet<string> Contesting { get; init; }

    /// <summary>The stance of claiming such a place.</summary>
    public required StanceRule Contested { get; init; }

    private static readonly Lazy<IReadOnlySet<(string, string)>> FromProgram = new(() => OpposedIn(YamlNode.Load(Path.Combine(CodebookFolder.Shipped, FileName), $"codebook/{FileName}")));

    /// <summary><see cref="Opposed"/> of the codebook that comes with the program, without the rest of it.</summary>
    public static IReadOnlySet<(string Earlier, string Later)> ShippedOpposed => FromProgram.Value;

    /// <summary>The stance of an event: by its pattern, else by its type; null where it is none.</summary>
    public StanceRule? OfEvent(string rule, string type)
    {
        if (_rules.TryGetValue(rule, out var own))
            return own;
        foreach (var (prefix, stance) in _beginnings)
            if (rule.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(type, StringComparison.Ordinal) && $"{type} {rule}".StartsWith(prefix, StringComparison.Ordinal))
                return stance;
        return Events.GetValueOrDefault(type);
    }

    public static PositionRules Load(string path, string file, FormParser forms, IReadOnlyDictionary<string, Lexicon> lexicons, bool compiled)
    {
        var root = YamlNode.Load(path, file).Allow(Keys);
        var settings = root.Require("settings").Allow("usual_strength", "farthest_answer", "near_answer", "at_once", "least_likeness");
        var usual = settings.Require("usual_strength").Integer;
        var stances = root.Require("stances").Texts;
        var ofPattern = new Dictionary<string, StanceRule>(StringComparer.Ordinal);
        var files = new List<IReadOnlyList<Pattern>>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var phrases = new List<SetPhrase>();
        var folder = Path.ChangeExtension(path, null);
        foreach (var part in root.Require("patterns").Items)
        {
            var entries = YamlNode.Load(Path.Combine(folder, part.Text + ".yaml"), $"{Path.ChangeExtension(file, null)}/{part.Text}.yaml").Allow("about", "patterns").Require("patterns");
            files.Add(Codebook.ReadPatterns(entries, compiled, ReadPattern, ids, "in these files"));
            foreach (var node in entries.Items)
            {
                var pattern = Codebook.RuleOf(node);
                ofPattern[pattern] = IsNone(node) ? new(Nothing, 0) : Rule(node);
                phrases.AddRange((node.Find("phrases")?.Items ?? []).Select(phrase => SetPhrase.Read(phrase, pattern, "<actor>")));
            }
        }
        var classes = root.Require("classes").Allow("hostile", "asides", "general", "lasting", "coming_about", "provoking", "barred", "takers", "charges", "wrongs", "officials");
        var insisting = root.Require("insisting").Allow("claims", "verbs");
        var back = root.Require("back").Allow("nouns", "words");
        var deeds = root.Require("deeds").Allow("harm", "gift");
        var told = root.Require("told").Allow("acts", "by");
        var breaking = root.Require("breaking").Allow("stance", "verbs", "leaving", "classes");
        var rules = new PositionRules
        {
            LeastLikeness = settings.Require("least_likeness").Number,
            Issues = IssueWeights.Read(root.Require("issues")),
            Strengths = Strengths(),
            Contesting = root.Require("contested").Allow("verbs", "stance", "issue").Require("verbs").Texts.ToHashSet(StringComparer.Ordinal),
            Contested = new(Known(root.Require("contested").Require("stance")), usual) { Issue = root.Require("contested").Require("issue").Text },
            FarthestAnswer = settings.Require("farthest_answer").Integer,
            NearAnswer = settings.Require("near_answer").Integer,
            AtOnce = settings.Require("at_once").Items.Select(Known).ToHashSet(StringComparer.Ordinal),
            Events = root.Require("events").Pairs.ToDictionary(p => p.Key.Text, p => Stance(p.Value) ?? throw p.Value.Error("a type that is no position is left out"), StringComparer.Ordinal),
            Told = told.Require("acts").Pairs.ToDictionary(p => p.Key.Text, p => Stance(p.Value) ?? throw p.Value.Error("a type that is no position is left out"), StringComparer.Ordinal),
            ToldBy = told.Require("by").Texts.ToHashSet(StringComparer.Ordinal),
            Speech = root.Require("speech").Pairs.ToDictionary(p => p.Key.Text, p => Stance(p.Value) ?? throw p.Value.Error("a cue that is no position is left out"), StringComparer.Ordinal),
            Statements = [.. root.Require("statements").Items.Select(Statement)],
            StatedBy = root.Require("stated_by").Texts.ToHashSet(StringComparer.Ordinal),
            ThoughtBy = root.Require("thought_by").Texts.ToHashSet(StringComparer.Ordinal),
            Patterns = new PatternSeries([.. files]),
            Phrases = phrases,
            OfPattern = ofPattern,
            Turns = root.Require("turns").Pairs.ToDictionary(p => Known(p.Key), p => Turn(p.Value), StringComparer.Ordinal),
            Answers = root.Require("answers").Pairs.ToDictionary(p => Known(p.Key), p => (IReadOnlyList<string>)[.. p.Value.Items.Select(Known)], StringComparer.Ordinal),
            Directions = DirectionRules.Read(root.Require("directions"), stances),
            Opposed = OpposedIn(root, Known),
            Negating = Phrases("negating"),
            Ending = Phrases("ending"),
            Leaving = Phrases("leaving"),
            Affirming = Phrases("affirming"),
            Cancels = root.Require("cancels").Texts.ToHashSet(StringComparer.Ordinal),
            Conditions = Phrases("conditions"),
            Back = (back.Require("nouns").Texts.ToHashSet(StringComparer.Ordinal), [.. back.Require("words").Texts.Select(words => words.Split(' '))]),
            Bare = root.Require("bare").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            OfDenied = root.Require("of_denied").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            OfDemanded = root.Require("of_demanded").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Closing = root.Require("closing").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Clausal = root.Require("clausal").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Dated = root.Require("dated").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Coming = root.Require("coming").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            First = root.Require("first").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            BreakingVerbs = breaking.Require("verbs").Texts.ToHashSet(StringComparer.Ordinal),
            LeavingVerbs = breaking.Require("leaving").Texts.ToHashSet(StringComparer.Ordinal),
            Common = lexicons.Classes(breaking.Require("classes")),
            Strangers = root.Require("strangers").Texts.ToHashSet(StringComparer.Ordinal),
            Undoing = root.Require("undoing").Texts.ToHashSet(StringComparer.Ordinal),
            Breaking = new(Known(breaking.Require("stance")), usual),
            Contrasting = root.Require("contrasting").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Offering = root.Require("offering").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Granting = root.Require("granting").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Giving = root.Require("giving").Texts.ToHashSet(StringComparer.Ordinal),
            Provoked = root.Require("provoked").Texts.ToHashSet(StringComparer.Ordinal),
            Rewarded = root.Require("rewarded").Texts.ToHashSet(StringComparer.Ordinal),
            Doing = Rule(root.Require("doing").Allow("stance", "negated", "verbs")),
            Harm = new(deeds.Require("harm").Texts),
            Gift = new(deeds.Require("gift").Texts),
            Threatening = root.Require("threatening").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Claimed = root.Require("claimed").Pairs.ToDictionary(p => p.Key.Text, p => Stance(p.Value) ?? throw p.Value.Error("a claim that is no position is left out"), StringComparer.Ordinal),
            Foreseen = root.Require("foreseen").Texts.ToHashSet(StringComparer.Ordinal),
            Evasive = root.Require("evasive").Texts.ToHashSet(StringComparer.Ordinal),
            OwnNouns = root.Require("own_nouns").Texts.ToHashSet(StringComparer.Ordinal),
            Insisted = Insisted(root.Require("insisted")),
            Insisting = (insisting.Require("claims").Pairs.ToDictionary(p => p.Key.Text, p => Stance(p.Value) ?? throw p.Value.Error("a claim that is no position is left out"), StringComparer.Ordinal), insisting.Require("verbs").Texts.ToHashSet(StringComparer.Ordinal)),
            Barred = Class("barred"),
            ThereIsNo = Stance(root.Require("there_is_no"))!,
            Unconditional = root.Require("unconditional").Items.Select(Known).ToHashSet(StringComparer.Ordinal),
            Rejecting = root.Require("rejecting").Texts.ToHashSet(StringComparer.Ordinal),
            VerdictVerbs = root.Require("verdict_verbs").Texts.ToHashSet(StringComparer.Ordinal),
            Equating = root.Require("equating").Texts.ToHashSet(StringComparer.Ordinal),
            Charges = Class("charges"),
            Wrongs = lexicons.Classes(classes.Require("wrongs")),
            Verdicts = Verdicts(),
            Leanings = root.Require("leanings").Pairs.ToDictionary(p => p.Key.Text, p => Stance(p.Value) ?? throw p.Value.Error("a preposition that says nothing is left out"), StringComparer.Ordinal),
            Provoking = Class("provoking"),
            Lasting = Class("lasting"),
            ComingAbout = Class("coming_about"),
            HostileActs = Class("hostile"),
            Officials = Class("officials"),
            Takers = Class("takers"),
            Asides = Class("asides"),
            GeneralNouns = Class("general"),
        };
        rules.OwnVerbs = rules.Verdicts.Values.SelectMany(rule => rule.Verbs).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in root.Find("rules")?.Pairs ?? [])
        {
            var stance = Stance(value);
            if (key.Text.EndsWith('*'))
                rules._beginnings.Add((key.Text[..^1], stance));
            else
                rules._rules[key.Text] = stance;
        }
        return rules;

        Pattern ReadPattern(YamlNode node) =>
            Codebook.ReadPattern(node, IsNone(node) ? NoStance : Known(node.Require("stance")), forms, "stance", "strength", "negated", "hostile", "answering", "direction", "condition", "wish", "conditioned", "addressed", "issue", "able", "headline", "phrases");

        // Words that look like a position and are none: “accepted responsibility”.
        bool IsNone(YamlNode node) => node.Require("stance").Text == Nothing;

        StanceRule? Stance(YamlNode node) => node.IsMap ? Rule(node.Allow("stance", "strength", "negated", "hostile", "answering", "direction", "addressed", "conditioned")) : node.Text == Nothing ? null : new(Known(node), usual);

        StanceRule Rule(YamlNode node) => new(Known(node.Require("stance")), node.Find("strength")?.Integer ?? usual)
        {
            Negated = node.Find("negated") is { } negated ? KnownOrNone(negated) ?? Nothing : null,
            Hostile = node.Find("hostile") is { } hostile ? Known(hostile) : null,
            Answering = node.Find("answering") is { } answering ? Known(answering) : null,
            Conditioned = node.Find("conditioned") is { } conditioned ? Known(conditioned) : null,
            Way = node.Find("direction") is { } way ? DirectionRules.Way(way) : null,
            Issue = node.IsMap ? node.Find("issue")?.Text : null,
            Addressed = node.Find("addressed")?.Boolean ?? false,
            Wish = node.Find("wish")?.Boolean ?? false,
            Able = node.Find("able")?.Boolean ?? false,
            Headline = node.Find("headline")?.Boolean ?? false,
            Verbs = node.Find("verbs")?.Texts.ToHashSet(StringComparer.Ordinal) ?? [],
            Said = node.Find("said")?.Boolean ?? false,
            ObjectIsCondition = node.IsMap && node.Find("condition") is { Text: "object" },
            ConditionBehind = node.IsMap && node.Find("condition") is { Text: not "object" } behind ? behind.Text : null,
        };

        StanceTurn Turn(YamlNode node)
        {
            node.Allow("negated", "past", "ended", "said", "future");
            var negated = KnownOrNone(node.Require("negated"));
            return new(negated, Of("past"), Of("ended"), Of("said"), Of("future"));

            string? Of(string key) => node.Find(key) is { } value ? KnownOrNone(value) : negated;
        }

        StatementRule Statement(YamlNode node)
        {
            node.Allow("id", "auxiliaries", "stance", "if", "negated", "hostile", "own", "strength");
            return new(node.Require("id").Text, node.Require("auxiliaries").Texts, KnownOrNone(node.Require("stance")), node.Find("if") is { } dependent ? Known(dependent) : null, Known(node.Require("negated")),
                node.Find("hostile") is { } hostile ? Known(hostile) : null,
                node.Find("own")?.Boolean ?? false, node.Find("strength")?.Integer ?? usual);
        }

        Dictionary<string, int> Strengths()
        {
            var strengths = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var (key, words) in root.Require("strengths").Pairs)
                foreach (var word in words.Items)
                    if (!strengths.TryAdd(word.Text, key.Integer is >= 1 and <= 3 and var strength ? strength : throw key.Error($"{key.Text} is not a strength; write 1 (mild), 2 or 3 (strong)")))
                        throw word.Error($"“{word.Text}” stands here twice; delete one");
            return strengths;
        }

        Dictionary<string, StanceRule> Verdicts()
        {
            var verdicts = new Dictionary<string, StanceRule>(StringComparer.Ordinal);
            foreach (var node in root.Require("verdicts").Items)
            {
                var rule = Rule(node.Allow("stance", "strength", "negated", "condition", "said", "verbs", "words"));
                foreach (var word in node.Require("words").Items)
                    if (!verdicts.TryAdd(word.Text, rule))
                        throw word.Error($"“{word.Text}” stands here twice; delete one");
            }
            return verdicts;
        }

        (StanceRule, IReadOnlySet<string>, IReadOnlySet<string>, IReadOnlySet<string>) Insisted(YamlNode node) =>
            (new(Known(node.Allow("stance", "verbs", "never", "deeds").Require("stance")), usual), node.Require("verbs").Texts.ToHashSet(StringComparer.Ordinal), node.Require("never").Texts.ToHashSet(StringComparer.OrdinalIgnoreCase), node.Require("deeds").Texts.ToHashSet(StringComparer.Ordinal));

        Lexicon Class(string key) => lexicons.Class(classes.Require(key));

        string[][] Phrases(string key) => [.. root.Require(key).Texts.Select(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).OrderByDescending(words => words.Length)];

        string? KnownOrNone(YamlNode node) => node.Text == Nothing ? null : Known(node);

        string Known(YamlNode node) => stances.Contains(node.Text) ? node.Text : throw node.Error($"{node.Text} is not a stance{CodebookException.DidYouMean(node.Text, stances)}");
    }

    private static HashSet<(string Earlier, string Later)> OpposedIn(YamlNode root, Func<YamlNode, string>? known = null)
    {
        known ??= node => node.Text;
        return root.Require("opposed").Pairs.SelectMany(p => p.Value.Items.Select(later => (known(p.Key), known(later)))).ToHashSet();
    }
}
