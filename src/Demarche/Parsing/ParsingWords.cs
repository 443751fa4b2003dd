using Demarche.Codebooks;

namespace Demarche.Parsing;

/// <summary>The words of <c>parsing.yaml</c>, by which headlines are read and trees put right. Loaded once; immutable.</summary>
internal sealed class ParsingWords
{
    private const string File = "parsing.yaml";

    private readonly string[] _denying;

    private ParsingWords(YamlNode root)
    {
        root.Allow("headlines", "mending");
        var headlines = root.Require("headlines").Allow("small", "prefixes", "endings", "no_endings");
        Small = Words(headlines, "small");
        Prefixes = [.. headlines.Require("prefixes").Texts];
        Endings = [.. headlines.Require("endings").Pairs.SelectMany(pair => pair.Value.Texts.Select(instead => (pair.Key.Text, instead)))];
        NoEndings = [.. headlines.Require("no_endings").Texts];

        var mending = root.Require("mending").Allow(
            "letters", "due", "denying", "predicates", "be", "prepositions", "plurals", "bounds", "set_phrases", "questions", "conditions", "saying", "telling", "aiming", "demanding", "accusing", "speaking",
            "passives", "acts", "harming", "bodies", "intents", "days", "times", "calls", "giving", "results", "linking", "yielding", "yielded_to", "letting", "qualifying", "qualifying_people", "taking_gerunds");
        Letters = new HashSet<string>(mending.Require("letters").Texts, StringComparer.Ordinal);
        _denying = [.. mending.Require("denying").Texts];
        Due = Words(mending, "due");
        Predicates = Words(mending, "predicates");
        Be = Words(mending, "be");
        Prepositions = Words(mending, "prepositions");
        Plurals = Words(mending, "plurals");
        Bounds = Words(mending, "bounds");
        SetPhrases = Words(mending, "set_phrases");
        Questions = Words(mending, "questions");
        Conditions = Words(mending, "conditions");
        Saying = Words(mending, "saying");
        Telling = Words(mending, "telling");
        Aiming = Words(mending, "aiming");
        Demanding = Words(mending, "demanding");
        Accusing = Words(mending, "accusing");
        Speaking = Words(mending, "speaking");
        Passives = Words(mending, "passives");
        Acts = Words(mending, "acts");
        Harming = Words(mending, "harming");
        Bodies = Words(mending, "bodies");
        Intents = Words(mending, "intents");
        Days = Words(mending, "days");
        Times = Words(mending, "times");
        Calls = Words(mending, "calls");
        Giving = Words(mending, "giving");
        Results = Words(mending, "results");
        Linking = Words(mending, "linking");
        Yielding = Words(mending, "yielding");
        YieldedTo = Words(mending, "yielded_to");
        Letting = Words(mending, "letting");
        Qualifying = Words(mending, "qualifying");
        QualifyingPeople = Words(mending, "qualifying_people");
        TakingGerunds = Words(mending, "taking_gerunds");
    }

    /// <summary>Reads the file of a codebook's folder.</summary>
    /// <exception cref="CodebookException">The file cannot be read, lacks a list or has one that is not known.</exception>
    public static ParsingWords Load(string codebook) => new(YamlNode.Load(Path.Combine(codebook, File), $"codebook/{File}"));

    public static ParsingWords Parse(string yaml, string name) => new(YamlNode.Parse(yaml, name));

    /// <summary>Long words that some papers write small in a headline.</summary>
    public IReadOnlySet<string> Small { get; }

    /// <summary>What may stand before a common word: “reopens”.</summary>
    public string[] Prefixes { get; }

    /// <summary>Endings of common words, each with what a list of words has in its place.</summary>
    public (string Ending, string Instead)[] Endings { get; }

    /// <summary>Ends of words that look like an ending and are none.</summary>
    public string[] NoEndings { get; }

    /// <summary>Names in capitals that are pronouns in small letters; here capitals matter.</summary>
    public IReadOnlySet<string> Letters { get; }

    /// <summary>Prepositions that lead from “due” to a place.</summary>
    public IReadOnlySet<string> Due { get; }

    /// <summary>Infinitives that say with “be” what somebody is.</summary>
    public IReadOnlySet<string> Predicates { get; }

    /// <summary>The forms of “be”.</summary>
    public IReadOnlySet<string> Be { get; }

    /// <summary>Prepositions that no object has.</summary>
    public IReadOnlySet<string> Prepositions { get; }

    /// <summary>Words before a plural.</summary>
    public IReadOnlySet<string> Plurals { get; }

    /// <summary>What stands behind “at” before a number.</summary>
    public IReadOnlySet<string> Bounds { get; }

    /// <summary>Nouns of set phrases that have no content of their own.</summary>
    public IReadOnlySet<string> SetPhrases { get; }

    /// <summary>Question words that begin what is explained or asked.</summary>
    public IReadOnlySet<string> Questions { get; }

    /// <summary>Conjunctions that begin a condition.</summary>
    public IReadOnlySet<string> Conditions { get; }

    /// <summary>The forms of verbs of saying.</summary>
    public IReadOnlySet<string> Saying { get; }

    /// <summary>The forms of verbs of telling somebody.</summary>
    public IReadOnlySet<string> Telling { get; }

    /// <summary>The forms of verbs of which an infinitive tells the content.</summary>
    public IReadOnlySet<string> Aiming { get; }

    /// <summary>The forms of verbs of demanding.</summary>
    public IReadOnlySet<string> Demanding { get; }

    /// <summary>The forms of verbs of accusing.</summary>
    public IReadOnlySet<string> Accusing { get; }

    /// <summary>Past forms of verbs of speaking.</summary>
    public IReadOnlySet<string> Speaking { get; }

    /// <summary>Past forms that are participles in a headline, where they have no object.</summary>
    public IReadOnlySet<string> Passives { get; }

    /// <summary>Nouns for what somebody does to another.</summary>
    public IReadOnlySet<string> Acts { get; }

    /// <summary>Verbs before a number of people in a headline.</summary>
    public IReadOnlySet<string> Harming { get; }

    /// <summary>Nouns for bodies that are no person.</summary>
    public IReadOnlySet<string> Bodies { get; }

    /// <summary>Nouns that an infinitive completes.</summary>
    public IReadOnlySet<string> Intents { get; }

    /// <summary>The days of the week.</summary>
    public IReadOnlySet<string> Days { get; }

    /// <summary>Nouns for stretches of time.</summary>
    public IReadOnlySet<string> Times { get; }

    /// <summary>Nouns of which an infinitive says what is called for.</summary>
    public IReadOnlySet<string> Calls { get; }

    /// <summary>Participles behind “was”, of which a stretch of time is the object: “were given 48 hours”.</summary>
    public IReadOnlySet<string> Giving { get; }

    /// <summary>What becomes of somebody, between the verb and who it is: “hacked to death 160 villagers”.</summary>
    public IReadOnlySet<string> Results { get; }

    /// <summary>Verbs behind which a name says what somebody is: “became Queen Victoria”.</summary>
    public IReadOnlySet<string> Linking { get; }

    /// <summary>Verbs of giving way, behind which “to” leads to a noun: “bowed to pressure”.</summary>
    public IReadOnlySet<string> Yielding { get; }

    /// <summary>Nouns that look like verbs, to which somebody gives way.</summary>
    public IReadOnlySet<string> YieldedTo { get; }

    /// <summary>Verbs behind which a bare infinitive, with nobody between, is a part of the verb: “let go four men”.</summary>
    public IReadOnlySet<string> Letting { get; }

    /// <summary>Participles that, right behind a verb, only tell of its object: “crippling sanctions”.</summary>
    public IReadOnlySet<string> Qualifying { get; }

    /// <summary>Participles right behind a verb that tell what the people behind it are doing: “met striking miners”, unless the verb takes a gerund.</summary>
    public IReadOnlySet<string> QualifyingPeople { get; }

    /// <summary>Verbs behind which a gerund says what is begun, ended or judged: “stopped striking targets”.</summary>
    public IReadOnlySet<string> TakingGerunds { get; }

    /// <summary>True for a form that begins with what makes an adjective of a participle: “unjustified”.</summary>
    public bool Denies(string form)
    {
        foreach (var beginning in _denying)
            if (form.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static HashSet<string> Words(YamlNode node, string key) => new(node.Require(key).Texts, StringComparer.OrdinalIgnoreCase);
}
