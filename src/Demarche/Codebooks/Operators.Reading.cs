using Demarche.Coding;

namespace Demarche.Codebooks;

// How the table is read from its file.
public sealed partial class Operators
{
    public static Operators Load(string path, string file, Profile profile, IReadOnlyDictionary<string, Lexicon> lexicons)
    {
        var root = YamlNode.Load(path, file).Allow(Keys);
        var settings = root.Require("settings").Allow("background_after_days", "confidence", "doubts", "specific", "most_specific", "threshold", "least_among_strangers", "same_words", "prior");
        var all = new List<Operator>();
        var operators = new Operators
        {
            All = all,
            Negations = Set(root.Require("negations")),
            NegativeQuantifiers = Set(root.Require("negative_quantifiers")),
            ConditionMarks = Set(root.Require("condition_marks")),
            Reflexives = Set(root.Require("reflexives")),
            Impersonal = Set(root.Require("impersonal")),
            Performative = Set(root.Require("performative")),
            ControlPrepositions = Set(root.Require("control_prepositions")),
            SelfStanding = lexicons.Classes(root.Require("self_standing")),
            OwnedSpeech = Set(root.Require("owned_speech")),
            Refusals = Set(root.Require("refusals")),
            Inert = lexicons.Classes(root.Require("inert")),
            AddressedBySubject = Set(root.Require("addressed_by_subject")),
            ThreatUnderCondition = Set(root.Require("threat_under_condition")),
            FutureMarks = Set(root.Require("future_marks")),
            GeneralDeterminers = Set(root.Require("general_determiners")),
            FirstPersonOwners = Set(root.Require("first_person_owners")),
            Suppositions = Set(root.Require("suppositions")),
            AfterTheFact = Set(root.Require("after_the_fact")),
            TimeMarks = Set(root.Require("time_marks")),
            Authoritative = Set(root.Require("authoritative")),
            GeneralSubjects = Set(root.Require("general_subjects")),
            EndingAdverbs = Set(root.Require("ending_adverbs")),
            Afterwards = Set(root.Require("afterwards")),
            RecurringTimes = Set(root.Require("recurring_times")),
            ShortfallPhrases = Phrases(root.Require("shortfall_phrases")),
            DenyingPhrases = Phrases(root.Require("denying_phrases")),
            ExchangePhrases = Phrases(root.Require("exchange_phrases")),
            Factive = Set(root.Require("factive")),
            SentByOwner = root.Require("sent_by_owner").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlyList<Lexicon>)lexicons.Classes(p.Value), StringComparer.Ordinal),
            HeadlinePassives = Set(root.Require("headline_passives")),
            BeforeMarks = Set(root.Require("before_marks")),
            FavourUnderCondition = Set(root.Require("favour_under_condition")),
            Untrue = Set(root.Require("untrue")),
            Occurring = Set(root.Require("occurring")),
            Unheld = Set(root.Require("unheld")),
            Excess = Set(root.Require("excess")),
            NotDenying = Set(root.Require("not_denying")),
            DonePhrases = Phrases(root.Require("done_phrases")),
            Claims = Set(root.Require("claims")),
            NegativeOccasions = Set(root.Require("negative_occasions")),
            DefiniteDeterminers = Set(root.Require("definite_determiners")),
            Ended = Set(root.Require("ended")),
            EndingVerbs = Set(root.Require("ending_verbs")),
            OrElse = Set(root.Require("or_else")),
            OtherOnes = Set(root.Require("other_ones")),
            IndefiniteArticles = Set(root.Require("indefinite_articles")),
            FirstPerson = Set(root.Require("first_person")),
            Jointly = Set(root.Require("jointly")),
            NamingVerbs = Set(root.Require("naming_verbs")),
            FreeRelatives = Set(root.Require("free_relatives")),
            OwnAct = Set(root.Require("own_act")),
            InsideActor = root.Require("inside_actor").Pairs.ToDictionary(p => p.Key.Text, p => Role(p.Value), StringComparer.Ordinal),
            InsideRecipient = root.Require("inside_recipient").Pairs.ToDictionary(p => p.Key.Text, p => Role(p.Value), StringComparer.Ordinal),
            ForBenefitOf = root.Require("for_benefit_of").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlySet<string>)Set(p.Value), StringComparer.Ordinal),
            Civil = lexicons.Classes(root.Require("civil")),
            CivilSectors = Set(root.Require("civil_sectors")),
            ToldOfThings = root.Require("told_of_things").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlyList<Lexicon>)lexicons.Classes(p.Value), StringComparer.Ordinal),
            Powers = Set(root.Require("powers")),
            ArmedSectors = Set(root.Require("armed_sectors")),
            InvertedConditions = Set(root.Require("inverted_conditions")),
            TakenByRefusal = Set(root.Require("taken_by_refusal")),
            ConditionPhrases = Phrases(root.Require("condition_phrases")),
            LightVerbs = Set(root.Require("light_verbs")),
            HappeningVerbs = Set(root.Require("happening_verbs")),
            GoalNouns = Set(root.Require("goal_nouns")),
            Implicatives = Set(root.Require("implicatives")),
            Presupposing = Set(root.Require("presupposing")),
            PlaceAsRecipient = profile.PlaceAsRecipient,
            ObjectControl = Set(root.Require("object_control")),
            Summoning = Set(root.Require("summoning")),
            ToldToSummoned = Set(root.Require("told_to_summoned")),
            Inside = root.Require("inside").Pairs.ToDictionary(p => p.Key.Text, p => Status(p.Value), StringComparer.Ordinal),
            ForAsker = root.Require("for_asker").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlySet<string>)Set(p.Value), StringComparer.Ordinal),
            Things = root.Require("things").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlyList<(string, Lexicon)>)[.. p.Value.Pairs.SelectMany(t => lexicons.Classes(t.Value).Select(lexicon => (t.Key.Text, lexicon)))], StringComparer.Ordinal),
            Deeds = root.Require("deeds").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlyDictionary<string, string>)p.Value.Pairs.SelectMany(t => t.Value.Texts.Select(verb => (verb, t.Key.Text))).ToDictionary(d => d.verb, d => d.Text, StringComparer.Ordinal), StringComparer.Ordinal),
            OwnersSuffer = Set(root.Require("owners_suffer")),
            Answers = Set(root.Require("answers")),
            MannerPrepositions = Set(root.Require("manner_prepositions")),
            SubstitutionPhrases = Phrases(root.Require("substitution_phrases")),
            Veridical = Set(root.Require("veridical")),
            PresupposingPrepositions = Set(root.Require("presupposing_prepositions")),
            FacingPrepositions = Set(root.Require("facing_prepositions")),
            FacingWords = Set(root.Require("facing_words")),
            MadeUnderCondition = Set(root.Require("made_under_condition")),
            DoneBySaying = Set(root.Require("done_by_saying")),
            Participants = lexicons.Classes(root.Require("participants")),
            Harms = lexicons.Classes(root.Require("harms")),
            OfDoer = Set(root.Require("of_doer")),
            Measures = lexicons.Classes(root.Require("measures")),
            Wronged = Set(root.Require("wronged")),
            DatedPapers = lexicons.Classes(root.Require("dated_papers")),
            Somebody = [.. lexicons.Classes(root.Require("participants")), .. lexicons.Classes(root.Require("people"))],
            Persons = lexicons.Classes(root.Require("persons")),
            Targets = lexicons.Classes(root.Require("targets")),
            Instruments = lexicons.Classes(root.Require("instruments")),
            RecipientPrepositions = Set(root.Require("recipient_prepositions")),
            AddressedByCondition = Set(root.Require("addressed_by_condition")),
            ScenePrepositions = Set(root.Require("scene_prepositions")),
            OccasionPrepositions = Set(root.Require("occasion_prepositions")),
            BackgroundAfterDays = settings.Require("background_after_days").Integer,
            Confidence = settings.Require("confidence").Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Number, StringComparer.Ordinal),
            Doubts = settings.Require("doubts").Allow("nobody_acts", "borrowed_actor", "unknown_actor", "told", "unmade", "deeper", "deepest").Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Number, StringComparer.Ordinal),
            Specific = (settings.Require("specific").Number, settings.Require("most_specific").Number),
            LeastAmongStrangers = settings.Require("least_among_strangers").Integer,
            SameWords = settings.Require("same_words").Number,
            SidePrepositions = Set(root.Require("side_prepositions")),
            Causative = Set(root.Require("causative")),
            ProtestedAt = root.Require("protested_at").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlyList<string>)[.. p.Value.Texts], StringComparer.Ordinal),
            AddressedByObject = Set(root.Require("addressed_by_object")),
            SufferedNouns = Set(root.Require("suffered_nouns")),
            TopicPrepositions = Set(root.Require("topic_prepositions")),
            PlacePrepositions = Set(root.Require("place_prepositions")),
            PlaceNouns = Set(root.Require("place_nouns")),
            HitPrepositions = Set(root.Require("hit_prepositions")),
            Prior = settings.Require("prior").Text,
            Threshold = profile.Threshold ?? settings.Require("threshold").Number,
            LeastSure = settings.Require("threshold").Number,
            HabitualAdverbs = Set(root.Require("habitual_adverbs")),
            FocusAdverbs = Set(root.Require("focus_adverbs")),
            TimePrepositions = Set(root.Require("time_prepositions")),
            RecallingPrepositions = Set(root.Require("recalling_prepositions")),
            BlamedFor = Set(root.Require("blamed_for")),
            ReasonPrepositions = Set(root.Require("reason_prepositions")),
            ReasonedActs = Set(root.Require("reasoned_acts")),
            Unchanged = Set(root.Require("unchanged")),
            ReasonedNouns = Set(root.Require("reasoned_nouns")),
            Judging = Set(root.Require("judging")),
            Kin = Set(root.Require("kin")),
            ArmedClasses = lexicons.Classes(root.Require("armed_classes")),
            Voting = Set(root.Require("voting")),
            Enacted = Set(root.Require("enacted")),
            Joint = Set(root.Require("joint")),
            NamedPapers = Set(root.Require("named_papers")),
            Raising = Set(root.Require("raising")),
            Decided = Set(root.Require("decided")),
            About = Set(root.Require("about")),
            Bodies = lexicons.Classes(root.Require("bodies")),
            DoneWhenDenied = Set(root.Require("done_when_denied")),
            Shared = Set(root.Require("shared")),
            Sending = Set(root.Require("sending")),
            Outcomes = Set(root.Require("outcomes")),
            Means = Set(root.Require("means")),
            QuestionWords = Set(root.Require("question_words")),
            Abstention = AbstentionRules.Read(root.Require("abstain"), lexicons.Classes),
            SaidOf = Set(root.Require("said_of")),
            SentPapers = lexicons.Classes(root.Require("sent_papers")),
            ActingPapers = lexicons.Classes(root.Require("acting_papers")),
            PutThrough = Set(root.Require("put_through")),
            Suffered = Set(root.Require("suffered")),
            People = lexicons.Classes(root.Require("victims")),
            Received = Set(root.Require("received")),
            ReceivedPeople = lexicons.Classes(root.Require("received_people")),
            PromisedTo = root.Require("promised_to").Pairs.ToDictionary(p => p.Key.Text, p => (IReadOnlyList<string>)[.. p.Value.Texts], StringComparer.Ordinal),
            Reactions = ReactionRules.Read(root.Require("reactions"), lexicons.Classes),
            Describing = DescribingRules.Read(root.Require("described"), lexicons.Classes),
        };
        foreach (var node in root.Require("operators").Items)
        {
            node.Allow("id", "auxiliaries", "words", "adverbs", "status", "type", "becomes", "addressed", "of_speaker", "of_subject", "own", "transparent_to", "carries", "type_over");
            var id = node.Require("id").Text;
            var op = new Operator(id)
            {
                Auxiliaries = node.Find("auxiliaries")?.Texts ?? [],
                Words = node.Find("words")?.Texts ?? [],
                Adverbs = node.Find("adverbs")?.Texts ?? [],
                Addressed = node.Find("addressed")?.Boolean ?? true,
                TransparentTo = node.Find("transparent_to")?.Texts ?? [],
                Carries = node.Find("carries")?.Texts ?? [],
                OfSpeaker = node.Find("of_speaker")?.Boolean ?? false,
                OfSubject = node.Find("of_subject")?.Boolean ?? false,
                TypesOver = node.Find("type_over")?.Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Text, StringComparer.Ordinal) ?? [],
                Own = node.Find("own")?.Boolean ?? false,
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
            foreach (var word in op.Adverbs)
                if (!operators._byAdverb.TryAdd(word, op))
                    throw node.Error($"{word} belongs to the operator {operators._byAdverb[word].Id} already");
        }
        return operators;
    }

    internal static Slot Role(YamlNode node) => node.Text switch
    {
        "actor" => Slot.Actor,
        "recipient" => Slot.Recipient,
        _ => throw node.Error($"{node.Text} is not a role; write actor or recipient"),
    };

    private static string[][] Phrases(YamlNode node) => [.. node.Texts.Select(t => t.Split(' '))];

    private static HashSet<string> Set(YamlNode node) => node.Texts.ToHashSet(StringComparer.OrdinalIgnoreCase);

    internal static EventStatus Status(YamlNode node) =>
        Enum.TryParse<EventStatus>(node.Text, ignoreCase: true, out var status) && !char.IsDigit(node.Text[0])
            ? status
            : throw node.Error($"{node.Text} is not a status{CodebookException.DidYouMean(node.Text, Enum.GetNames<EventStatus>().Select(n => n.ToLowerInvariant()))}");
}
