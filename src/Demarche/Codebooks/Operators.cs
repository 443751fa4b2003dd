using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary><c>codebook/operators.yaml</c>: what stands around an act and what it makes of it.</summary>
public sealed partial class Operators
{
    // One a line, in order, so that two changes do not meet on one line.
    private static readonly string[] Keys =
    [
        "about",
        "abstain",
        "addressed_by_condition",
        "addressed_by_object",
        "addressed_by_subject",
        "after_the_fact",
        "afterwards",
        "answers",
        "armed_classes",
        "armed_sectors",
        "authoritative",
        "before_marks",
        "blamed_for",
        "bodies",
        "causative",
        "civil",
        "civil_sectors",
        "claims",
        "condition_marks",
        "condition_phrases",
        "control_prepositions",
        "dated_papers",
        "decided",
        "definite_determiners",
        "denying_phrases",
        "described",
        "done_by_saying",
        "done_phrases",
        "done_when_denied",
        "ended",
        "ending_adverbs",
        "ending_verbs",
        "excess",
        "exchange_phrases",
        "facing_prepositions",
        "facing_words",
        "factive",
        "favour_under_condition",
        "first_person",
        "first_person_owners",
        "focus_adverbs",
        "for_asker",
        "for_benefit_of",
        "free_relatives",
        "future_marks",
        "general_determiners",
        "general_subjects",
        "goal_nouns",
        "habitual_adverbs",
        "happening_verbs",
        "harms",
        "wronged",
        "headline_passives",
        "hit_prepositions",
        "impersonal",
        "implicatives",
        "indefinite_articles",
        "inert",
        "inside",
        "inside_actor",
        "inside_recipient",
        "instruments",
        "inverted_conditions",
        "jointly",
        "judging",
        "kin",
        "light_verbs",
        "made_under_condition",
        "manner_prepositions",
        "means",
        "measures",
        "named_papers",
        "naming_verbs",
        "negations",
        "negative_occasions",
        "negative_quantifiers",
        "not_denying",
        "object_control",
        "occasion_prepositions",
        "of_doer",
        "occurring",
        "operators",
        "or_else",
        "other_ones",
        "outcomes",
        "own_act",
        "owned_speech",
        "owners_suffer",
        "participants",
        "people",
        "performative",
        "persons",
        "place_nouns",
        "place_prepositions",
        "powers",
        "presupposing",
        "presupposing_prepositions",
        "promised_to",
        "protested_at",
        "question_words",
        "raising",
        "reactions",
        "reason_prepositions",
        "reasoned_acts",
        "received",
        "received_people",
        "recipient_prepositions",
        "recurring_times",
        "refusals",
        "reflexives",
        "said_of",
        "scene_prepositions",
        "self_standing",
        "sending",
        "sent_by_owner",
        "sent_papers",
        "acting_papers",
        "put_through",
        "settings",
        "shared",
        "shortfall_phrases",
        "side_prepositions",
        "substitution_phrases",
        "suffered",
        "suffered_nouns",
        "summoning",
        "suppositions",
        "taken_by_refusal",
        "told_to_summoned",
        "targets",
        "things",
        "deeds",
        "threat_under_condition",
        "time_marks",
        "time_prepositions", "recalling_prepositions",
        "told_of_things",
        "topic_prepositions",
        "unheld",
        "untrue",
        "veridical",
        "victims",
        "voting",
        "enacted",
        "reasoned_nouns",
        "unchanged",
        "joint",
    ];

    private readonly Dictionary<string, Operator> _byAuxiliary = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Operator> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Operator> _byAdverb = new(StringComparer.OrdinalIgnoreCase);

    public required IReadOnlyList<Operator> All { get; init; }

    /// <summary>Words that deny a clause or noun.</summary>
    public required IReadOnlySet<string> Negations { get; init; }

    /// <summary>Quantifiers that deny where no article stands before them: “few expect it”.</summary>
    public required IReadOnlySet<string> NegativeQuantifiers { get; init; }

    /// <summary>Conjunctions that make a clause a condition.</summary>
    public required IReadOnlySet<string> ConditionMarks { get; init; }

    /// <summary>Conjunctions that make a clause a condition where it, or the clause over it, is still to come (“once Kyiv signs”).</summary>
    public required IReadOnlySet<string> FutureMarks { get; init; }

    /// <summary>Words before a noun that make it any of its kind (“any attack”).</summary>
    public required IReadOnlySet<string> GeneralDeterminers { get; init; }

    /// <summary>Verbs whose participle behind a noun does not say that it is still to be done: “the raid ordered by the general” was one.</summary>
    public required IReadOnlySet<string> Authoritative { get; init; }

    /// <summary>Pronouns for nobody in particular: “whoever attacks us”.</summary>
    public required IReadOnlySet<string> GeneralSubjects { get; init; }

    /// <summary>Adverbs by which “no” ends what was done so far: “no longer”.</summary>
    public required IReadOnlySet<string> EndingAdverbs { get; init; }

    /// <summary>Adverbs beside which “would” tells what came to pass: “would later invade”.</summary>
    public required IReadOnlySet<string> Afterwards { get; init; }

    /// <summary>Times that come back: what is done “every year” is a habit.</summary>
    public required IReadOnlySet<string> RecurringTimes { get; init; }

    /// <summary>Phrases before the gerund of what was not done: “far from withdrawing”, by words.</summary>
    public required IReadOnlyList<string[]> ShortfallPhrases { get; init; }

    /// <summary>Phrases before a verb or noun of which a denial said just before it holds too: “let alone withdraw”, by words.</summary>
    public required IReadOnlyList<string[]> DenyingPhrases { get; init; }

    /// <summary>Phrases before what is to be had for an act still to come: “in return for an apology”, by words.</summary>
    public required IReadOnlyList<string[]> ExchangePhrases { get; init; }

    /// <summary>Verbs whose object was done, whoever thinks of it: “remembers the siege”.</summary>
    public required IReadOnlySet<string> Factive { get; init; }

    /// <summary>By type, whoever is sent or called back by those to whom they belong: “French troops were sent to Chad”.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Lexicon>> SentByOwner { get; init; }

    /// <summary>Verbs that a headline has in the passive where no object follows: “Nepal urged to free monks”.</summary>
    public required IReadOnlySet<string> HeadlinePassives { get; init; }

    /// <summary>Conjunctions whose clause, told in the present, is still to come: “a matter of days before they march”.</summary>
    public required IReadOnlySet<string> BeforeMarks { get; init; }

    /// <summary>Types that are done to whom their condition names: “will lift the embargo if Tehran signs”.</summary>
    public required IReadOnlySet<string> FavourUnderCondition { get; init; }

    /// <summary>Words that said of a claim deny what it says: “the reports proved false”.</summary>
    public required IReadOnlySet<string> Untrue { get; init; }

    /// <summary>Verbs, with a word that belongs to them behind an underscore, by which an act takes place: “talks will open”.</summary>
    public required IReadOnlySet<string> Occurring { get; init; }

    /// <summary>Verbs by which an act that was planned does not take place: “talks fell through”.</summary>
    public required IReadOnlySet<string> Unheld { get; init; }

    /// <summary>Adverbs before an adjective by which the infinitive behind it is not done: “too weak to attack”.</summary>
    public required IReadOnlySet<string> Excess { get; init; }

    /// <summary>Verbs with the noun behind an underscore of which “no” denies nothing: “lost no time”.</summary>
    public required IReadOnlySet<string> NotDenying { get; init; }

    /// <summary>Phrases before a verb that say that it was done: “went so far as to expel them”, by words.</summary>
    public required IReadOnlyList<string[]> DonePhrases { get; init; }

    /// <summary>Nouns of what somebody says is so, which a clause behind them tells.</summary>
    public required IReadOnlySet<string> Claims { get; init; }

    /// <summary>Nouns with which “no” denies the clause: “at no time”, “under no circumstances”.</summary>
    public required IReadOnlySet<string> NegativeOccasions { get; init; }

    /// <summary>Types of acts that go on until somebody ends them: an embargo, a curfew, a demand.</summary>
    public required IReadOnlySet<string> Ended { get; init; }

    /// <summary>Verbs by which such an act ends of itself; with a word that belongs to them behind an underscore: “come_end”.</summary>
    public required IReadOnlySet<string> EndingVerbs { get; init; }

    /// <summary>What somebody has to fear who does not do what he is told: “leave or face arrest”.</summary>
    public required IReadOnlySet<string> OrElse { get; init; }

    /// <summary>Words before a noun that take up what has been told: “the raid”, “that raid”.</summary>
    public required IReadOnlySet<string> DefiniteDeterminers { get; init; }

    /// <summary>Words before a noun by which it is another than the one told: “the next raid”.</summary>
    public required IReadOnlySet<string> OtherOnes { get; init; }

    /// <summary>Words before a noun that is nobody in particular (“a state that attacks its neighbour”).</summary>
    public required IReadOnlySet<string> IndefiniteArticles { get; init; }

    /// <summary>“himself”: what somebody does to himself is not told as an act on another.</summary>
    public required IReadOnlySet<string> Reflexives { get; init; }

    /// <summary>Pronouns that, where nobody is known whom they mean, mean a thing: “that would require …”.</summary>
    public required IReadOnlySet<string> Impersonal { get; init; }

    /// <summary>“I want to thank”: verbs under which a speech act in the first person is done by saying so.</summary>
    public required IReadOnlySet<string> Performative { get; init; }

    /// <summary>Prepositions before the one who is asked to do something: “appealed to both to …”.</summary>
    public required IReadOnlySet<string> ControlPrepositions { get; init; }

    /// <summary>Classes of nouns that are an act even where it is not said against or with whom.</summary>
    public required IReadOnlyList<Lexicon> SelfStanding { get; init; }

    /// <summary>Types of speech acts whose noun tells of one when it has an owner: “Tripoli's demand”.</summary>
    public required IReadOnlySet<string> OwnedSpeech { get; init; }

    /// <summary>Types of which the negated verb of a pattern may be one: “will not withdraw” is a REJECT, and the withdrawal is not done.</summary>
    public required IReadOnlySet<string> Refusals { get; init; }

    /// <summary>Classes of things that do not stand for whom they belong to: “his ideas met resistance”.</summary>
    public required IReadOnlyList<Lexicon> Inert { get; init; }

    /// <summary>Speech acts that ask something of whoever is the subject of the clause inside.</summary>
    public required IReadOnlySet<string> AddressedBySubject { get; init; }

    /// <summary>What becomes a threat when it is announced under a condition: “if they cross, we will strike”.</summary>
    public required IReadOnlySet<string> ThreatUnderCondition { get; init; }

    /// <summary>Pronouns by which a speaker means himself or his own side.</summary>
    public required IReadOnlySet<string> FirstPerson { get; init; }

    /// <summary>Auxiliaries that before “have” suppose: “must have fired”.</summary>
    public required IReadOnlySet<string> Suppositions { get; init; }

    /// <summary>Nouns whose “for”, “into” or “of” leads to what was done: “revenge for the killing”, “an inquiry into the raid”.</summary>
    public required IReadOnlySet<string> AfterTheFact { get; init; }

    /// <summary>Conjunctions before what must come first where the clause over it is still to come: “will sign when they leave”.</summary>
    public required IReadOnlySet<string> TimeMarks { get; init; }

    /// <summary>Pronouns by which a speaker means what is his own side's: “our soldiers”.</summary>
    public required IReadOnlySet<string> FirstPersonOwners { get; init; }

    /// <summary>Words before “with” that put somebody on the same side: “together with Niger”.</summary>
    public required IReadOnlySet<string> Jointly { get; init; }

    /// <summary>Verbs that only say what something is called: “launched what it called an operation”.</summary>
    public required IReadOnlySet<string> NamingVerbs { get; init; }

    /// <summary>Pronouns that are their own antecedent: “what it called an operation”.</summary>
    public required IReadOnlySet<string> FreeRelatives { get; init; }

    /// <summary>What an attribution whose speaker acts himself, where nobody else is named, says of its content: “denied that they had been held”.</summary>
    public required IReadOnlySet<string> OwnAct { get; init; }

    /// <summary>Who does the act inside a speech act of a type, where its words do not say.</summary>
    public required IReadOnlyDictionary<string, Slot> InsideActor { get; init; }

    /// <summary>To whom the act inside a speech act of a type is done, where its words do not say.</summary>
    public required IReadOnlyDictionary<string, Slot> InsideRecipient { get; init; }

    /// <summary>By type of a speech act the types of acts whose recipient is not its addressee: who asks for a release does not ask the prisoner.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> ForBenefitOf { get; init; }

    /// <summary>Classes of nouns for those who fight with words, though nobody knows who they are.</summary>
    public required IReadOnlyList<Lexicon> Civil { get; init; }

    /// <summary>Sectors of actors that fight with words.</summary>
    public required IReadOnlySet<string> CivilSectors { get; init; }

    /// <summary>Sectors of states, of bodies of states, of those who act for one and of those under arms.</summary>
    public required IReadOnlySet<string> Powers { get; init; }

    /// <summary>Sectors of those who may fight one person with arms.</summary>
    public required IReadOnlySet<string> ArmedSectors { get; init; }

    /// <summary>Types that a relative clause tells of things taken as known (“the accord, which both had signed”), with the classes of those things: no word of whoever is quoted around.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Lexicon>> ToldOfThings { get; init; }

    /// <summary>Auxiliaries that make a condition of a clause in which they stand before the subject (“should Iran attack”).</summary>
    public required IReadOnlySet<string> InvertedConditions { get; init; }

    /// <summary>Operators that say nothing beside a negation which a pattern asks for: “will not recognize” is refused now.</summary>
    public required IReadOnlySet<string> TakenByRefusal { get; init; }

    /// <summary>Phrases that make a noun a condition (“in the event of”), by words.</summary>
    public required IReadOnlyList<string[]> ConditionPhrases { get; init; }

    /// <summary>Verbs that merely carry an event noun (“launch an attack”).</summary>
    public required IReadOnlySet<string> LightVerbs { get; init; }

    /// <summary>Verbs that tell of an event noun that it takes place: “fighting broke out”.</summary>
    public required IReadOnlySet<string> HappeningVerbs { get; init; }

    /// <summary>Nouns that say whither, behind a verb with an object: “called its envoy home”.</summary>
    public required IReadOnlySet<string> GoalNouns { get; init; }

    /// <summary>Verbs, nouns and adjectives whose infinitive was done: “continued to shell”, “managed to escape”.</summary>
    public required IReadOnlySet<string> Implicatives { get; init; }

    /// <summary>Verbs whose object, a speech act of another, was done: “rejected Tripoli's demand”.</summary>
    public required IReadOnlySet<string> Presupposing { get; init; }

    /// <summary>True where, by the conventions of the profile, the place of an act stands for whom it is done to, if nobody else does.</summary>
    public required bool PlaceAsRecipient { get; init; }

    /// <summary>Verbs whose object, not subject, is the actor of the infinitive (“ordered the army to withdraw”).</summary>
    public required IReadOnlySet<string> ObjectControl { get; init; }

    /// <summary>Verbs behind whose object whoever summons, meets or telephones him also speaks (“summoned the envoy to protest”).</summary>
    public required IReadOnlySet<string> Summoning { get; init; }

    /// <summary>What is said to somebody who was summoned for it.</summary>
    public required IReadOnlySet<string> ToldToSummoned { get; init; }

    /// <summary>What a speech act of a type makes of the acts inside it.</summary>
    public required IReadOnlyDictionary<string, EventStatus> Inside { get; init; }

    /// <summary>By type of a speech act the types of acts that, where nobody else is named, are done for whoever asks: “asked Chad to extradite two bankers”.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> ForAsker { get; init; }

    /// <summary>By type of a speech act the things in its words that say what is promised or asked, each with the type of the act that gives them: “promised Kyiv more guns”.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<(string Type, Lexicon Things)>> Things { get; init; }

    /// <summary>By type of a speech act the verbs of its clause, each with the type of what is asked or promised where no pattern says it: “called on Riga to keep out”.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Deeds { get; init; }

    /// <summary>Types of acts done to a thing that are done to whom it belongs to: “rammed the American plane”.</summary>
    public required IReadOnlySet<string> OwnersSuffer { get; init; }

    /// <summary>Types of speech acts whose speaker was spoken to: “rejected Tripoli's demand”.</summary>
    public required IReadOnlySet<string> Answers { get; init; }

    /// <summary>Whose act is answered where the words only point to it: “condemned the attack”.</summary>
    public required ReactionRules Reactions { get; init; }

    /// <summary>Prepositions before a gerund that tells how or when something was done: “by expelling the envoy”.</summary>
    public required IReadOnlySet<string> MannerPrepositions { get; init; }

    /// <summary>Phrases before what was not done (“instead of”), by words.</summary>
    public required IReadOnlyList<string[]> SubstitutionPhrases { get; init; }

    /// <summary>Words that say of a clause that it is so: “it is not true that”.</summary>
    public required IReadOnlySet<string> Veridical { get; init; }

    /// <summary>Prepositions before another's speech act that say that it was made: “despite Tehran's threats”.</summary>
    public required IReadOnlySet<string> PresupposingPrepositions { get; init; }

    /// <summary>Verbs whose subject is addressed by the words that they name: “complied with a request by Oman”.</summary>
    public required IReadOnlySet<string> FacingWords { get; init; }

    /// <summary>Prepositions before words of another that are meant for whom the clause tells of: “despite pleas from Oman, Chad shut the port”.</summary>
    public required IReadOnlySet<string> FacingPrepositions { get; init; }

    /// <summary>Types of acts that are done when they are told though a condition stands beside them: a threat.</summary>
    public required IReadOnlySet<string> MadeUnderCondition { get; init; }

    /// <summary>Types of acts that a speaker does by saying in the present that he does them: “we reject the charge”.</summary>
    public required IReadOnlySet<string> DoneBySaying { get; init; }

    /// <summary>Classes of nouns that take part in events even where nobody knows who they are.</summary>
    public required IReadOnlyList<Lexicon> Participants { get; init; }

    /// <summary>Classes of acts that are done to whom “on” and “against” name.</summary>
    public required IReadOnlyList<Lexicon> Harms { get; init; }

    /// <summary>Nouns for acts that are done by whom “of” names: “the visit of President Xi”.</summary>
    public required IReadOnlySet<string> OfDoer { get; init; }

    /// <summary>Classes of nouns that only count or measure what stands behind “of”: “a series of attacks”, “three days of talks”.</summary>
    public required IReadOnlyList<Lexicon> Measures { get; init; }

    /// <summary>Nouns for what is done against those whom “of” names: “the violation of Lithuanian airspace”.</summary>
    public required IReadOnlySet<string> Wronged { get; init; }

    /// <summary>Classes of things that are told from others by their day: “the promise of 14 November”.</summary>
    public required IReadOnlyList<Lexicon> DatedPapers { get; init; }

    /// <summary>Classes of nouns that are somebody: those that take part, and people of all callings.</summary>
    public required IReadOnlyList<Lexicon> Somebody { get; init; }

    /// <summary>Classes of persons who are somebody else than whom they belong to: “his supporters”, not “his country”.</summary>
    public required IReadOnlyList<Lexicon> Persons { get; init; }

    /// <summary>Classes of things that material acts are done to.</summary>
    public required IReadOnlyList<Lexicon> Targets { get; init; }

    /// <summary>Classes of things through which somebody acts: “missiles hit the port”.</summary>
    public required IReadOnlyList<Lexicon> Instruments { get; init; }

    /// <summary>Prepositions after which the other side of an act stands, where no pattern says so.</summary>
    public required IReadOnlySet<string> RecipientPrepositions { get; init; }

    /// <summary>Prepositions after which the other side stands wherever it is in the clause.</summary>
    public required IReadOnlySet<string> SidePrepositions { get; init; }

    /// <summary>Verbs whose subject has others do what a participle says: “had two lawyers detained”.</summary>
    public required IReadOnlySet<string> Causative { get; init; }

    /// <summary>By type: the prepositions behind which stands before whom, or over what, a crowd gathers.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> ProtestedAt { get; init; }

    /// <summary>Types that are addressed to whom the act that they speak of would be done to: “refused to let the frigate in”.</summary>
    public required IReadOnlySet<string> AddressedByObject { get; init; }

    /// <summary>Nouns whose owner, where he is a person, suffered it: “Kennedy's assassination”.</summary>
    public required IReadOnlySet<string> SufferedNouns { get; init; }

    /// <summary>Prepositions behind which talks have their topic and not a side: “talks on Chad”.</summary>
    public required IReadOnlySet<string> TopicPrepositions { get; init; }

    /// <summary>Prepositions before the place of an act.</summary>
    public required IReadOnlySet<string> PlacePrepositions { get; init; }

    /// <summary>Nouns for a part of a place: an act in the streets of a city is an act in that city.</summary>
    public required IReadOnlySet<string> PlaceNouns { get; init; }

    /// <summary>Prepositions between the noun of an act and the place that it is done to.</summary>
    public required IReadOnlySet<string> HitPrepositions { get; init; }

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

    /// <summary>The codebook's own threshold, whatever a profile says: how an act is told makes no record less sure than this.</summary>
    public required double LeastSure { get; init; }

    /// <summary>Adverbs that make of an act told in the present a habit: “regularly incites”.</summary>
    public required IReadOnlySet<string> HabitualAdverbs { get; init; }

    /// <summary>Adverbs after which a negation denies nothing: “not only failed”.</summary>
    public required IReadOnlySet<string> FocusAdverbs { get; init; }

    /// <summary>Prepositions that set the scene behind a noun too: “the demand following news that …”.</summary>
    public required IReadOnlySet<string> TimePrepositions { get; init; }

    /// <summary>Prepositions before what happened earlier: “after the raid”.</summary>
    public required IReadOnlySet<string> RecallingPrepositions { get; init; }

    /// <summary>Verbs whose object, or whom they are against, does what stands after “for”: “criticized them for selling arms”.</summary>
    public required IReadOnlySet<string> BlamedFor { get; init; }

    /// <summary>Prepositions before the reason of an act: “resigned for shouting”.</summary>
    public required IReadOnlySet<string> ReasonPrepositions { get; init; }

    /// <summary>Verbs of acts whose reason was done: “resign”, “apologize”.</summary>
    public required IReadOnlySet<string> ReasonedActs { get; init; }

    /// <summary>Verbs whose past looks like the present: “protesters set fire to a station”.</summary>
    public required IReadOnlySet<string> Unchanged { get; init; }

    /// <summary>Nouns behind which “for” gives the reason: “paid no price for attacking them”.</summary>
    public required IReadOnlySet<string> ReasonedNouns { get; init; }

    /// <summary>Words that judge what was done: “it was wrong of him to leave”.</summary>
    public required IReadOnlySet<string> Judging { get; init; }

    /// <summary>Objects of verbs that carry the act behind a preposition: “took part in talks”.</summary>
    public required IReadOnlySet<string> Shared { get; init; }

    /// <summary>Verbs of leaving undone that with “not” say that it was done: “did not hesitate to”, “could not resist”.</summary>
    public required IReadOnlySet<string> DoneWhenDenied { get; init; }

    /// <summary>Classes of nouns for several as one: “a union”, “the court”.</summary>
    public required IReadOnlyList<Lexicon> Bodies { get; init; }

    /// <summary>Nouns before which the name of a country says what they are about or where, not whose they are: “the Iraq war”.</summary>
    public required IReadOnlySet<string> About { get; init; }

    /// <summary>Words of a decision, which with “not to” is a refusal made: “her decision not to cooperate”.</summary>
    public required IReadOnlySet<string> Decided { get; init; }

    /// <summary>Verbs of which the passive tells what its subject is to do: “is expected to visit”.</summary>
    public required IReadOnlySet<string> Raising { get; init; }

    /// <summary>Last words of the names of laws and plans, which are no side of an act: “the Clean Air Act”.</summary>
    public required IReadOnlySet<string> NamedPapers { get; init; }

    /// <summary>Verbs by which several say something together: “voted to condemn him”.</summary>
    public required IReadOnlySet<string> Voting { get; init; }

    /// <summary>Types of acts that a vote brings about: “voted to ban the party”.</summary>
    public required IReadOnlySet<string> Enacted { get; init; }

    /// <summary>Verbs by which several do together what stands behind them: “joined the students to storm the gate”.</summary>
    public required IReadOnlySet<string> Joint { get; init; }

    /// <summary>Classes of those under arms, for whom the name of an armed body may stand: “the Houthis”.</summary>
    public required IReadOnlyList<Lexicon> ArmedClasses { get; init; }

    /// <summary>Nouns for somebody or something of a person, whom a clause behind “of” does not describe: “the mother of the student who was shot”.</summary>
    public required IReadOnlySet<string> Kin { get; init; }

    /// <summary>Verbs of what comes of an act: “was shot down, killing ninety”.</summary>
    public required IReadOnlySet<string> Outcomes { get; init; }

    /// <summary>Verbs with the means by which something was done: “used the speech to condemn him”.</summary>
    public required IReadOnlySet<string> Means { get; init; }

    /// <summary>Verbs whose object does what the infinitive behind it says: “dispatched two aides to meet doctors”.</summary>
    public required IReadOnlySet<string> Sending { get; init; }

    /// <summary>Words that begin an indirect question: “asked whom she supported” asks for nothing.</summary>
    public required IReadOnlySet<string> QuestionWords { get; init; }

    /// <summary>What an act must have to be recorded.</summary>
    public required AbstentionRules Abstention { get; init; }

    /// <summary>Types of what is said of somebody rather than to him: “criticized the accord in a letter to colleagues”.</summary>
    public required IReadOnlySet<string> SaidOf { get; init; }

    /// <summary>Classes of papers that are sent to somebody.</summary>
    public required IReadOnlyList<Lexicon> SentPapers { get; init; }

    /// <summary>Classes of papers that say what is done by them: “a law banning protests”, “a letter urging them to leave”.</summary>
    public required IReadOnlyList<Lexicon> ActingPapers { get; init; }

    /// <summary>Verbs by which such a paper is put into the world: “passed”, “signed”.</summary>
    public required IReadOnlySet<string> PutThrough { get; init; }

    /// <summary>Types of what the persons suffer whom a pattern knows by their class: “took ten hostages”.</summary>
    public required IReadOnlySet<string> Suffered { get; init; }

    /// <summary>Classes of people to whom such an act is done.</summary>
    public required IReadOnlyList<Lexicon> People { get; init; }

    /// <summary>Types that help, let go, take in or turn away those whom a pattern knows by their class only (“took in refugees”).</summary>
    public required IReadOnlySet<string> Received { get; init; }

    /// <summary>Those to whom that is done.</summary>
    public required IReadOnlyList<Lexicon> ReceivedPeople { get; init; }

    /// <summary>By type: the prepositions behind which stands to whom it is promised (“is willing to send tents to Chad”).</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> PromisedTo { get; init; }

    /// <summary>How those are told whom no table knows.</summary>
    public required DescribingRules Describing { get; init; }

    /// <summary>The type that relates two participants of a sentence in which no pattern is found, where an answer must be given.</summary>
    public required string Prior { get; init; }

    public Operator? OfAuxiliary(string form) => _byAuxiliary.GetValueOrDefault(form);

    public Operator? OfWord(string lemma) => _byWord.GetValueOrDefault(lemma);

    public Operator? OfAdverb(string lemma) => _byAdverb.GetValueOrDefault(lemma);

    public Operator? Find(string id) => (_byId ??= All.ToDictionary(o => o.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    private Dictionary<string, Operator>? _byId;
}
