using Demarche.Codebooks;

namespace Demarche.Recognizing;

/// <summary>The word lists of <c>names.yaml</c>: what tells a name, and the words by which a report comes back to an actor.</summary>
/// <remarks>The dictionaries hold what the runtime has compiled ahead: of a type of our own they would be compiled at each start.</remarks>
internal sealed class NameWords
{
    /// <summary>The file, in the folder of the codebook.</summary>
    public const string File = "names.yaml";

    private readonly GenderedWords _titles;
    private readonly GenderedWords _firstNames;
    private readonly Dictionary<string, Anaphor> _anaphors;
    private readonly Dictionary<string, List<Anaphor>> _pronouns;
    private readonly HashSet<string> _ledByGovernment;

    // By day number.
    private readonly Dictionary<string, int> _ledSince = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titlesInFull = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameSector> _nameSectors = new(StringComparer.Ordinal);

    private NameWords(YamlNode node)
    {
        node.Allow(
            "titles", "first_names", "particles", "organization_heads", "name_sectors", "people_sector", "company_suffixes", "name_suffixes", "place_heads", "sites", "place_starts", "thing_heads", "act_nouns", "no_names", "of_words", "former", "ousted",
            "future", "elect", "counterparts", "visits", "fellows", "organs", "leaders", "parts_led", "leader_offices", "led_by_government", "led_since", "relations", "anaphors", "pairs", "pronouns", "women", "men", "locatives", "goals", "travel", "objects", "directions", "provinces", "borders", "capitals", "towns", "nearby", "senders", "shelled", "followers", "posted", "national_offices", "known_by_surname", "at_home", "body_offices", "houses", "armed", "juntas", "of_anybody", "left_office", "at_dateline", "rootless", "local_places", "family_names_first", "articles", "spellings", "endings", "opposites", "ethnic", "entered", "fallen", "domestic", "appeals", "homonyms", "first_person", "repliers", "epithets", "titles_in_full", "based", "likenesses", "impersonates", "arrive", "sends_own", "local_bodies", "seats", "contingents", "foreign_forces", "missions", "becoming", "harms", "reasons", "quarters", "chambers", "named_after", "minded");

        _titles = new(node.Require("titles"));
        _firstNames = new(node.Require("first_names"));
        Particles = Words(node, "particles");
        OrganizationHeads = Words(node, "organization_heads");
        PeopleSector = node.Require("people_sector").Text;
        var rank = 0;
        foreach (var entry in node.Require("name_sectors").Items)
        {
            entry.Allow("sector", "words");
            foreach (var word in Words(entry, "words"))
                _nameSectors.TryAdd(word, new(rank, entry.Require("sector").Text));
            rank++;
        }
        CompanySuffixes = Words(node, "company_suffixes");
        NameSuffixes = Words(node, "name_suffixes");
        PlaceHeads = Words(node, "place_heads");
        Sites = Words(node, "sites");
        PlaceStarts = Words(node, "place_starts");
        ThingHeads = Words(node, "thing_heads");
        ActNouns = Words(node, "act_nouns");
        NoNames = Words(node, "no_names");
        OfWords = Words(node, "of_words");
        Former = Words(node, "former");
        Ousted = Words(node, "ousted");
        Future = Words(node, "future");
        Elect = Words(node, "elect");
        Epithets = Words(node, "epithets");
        foreach (var title in node.Require("titles_in_full").Pairs)
            _titlesInFull[title.Key.Text] = title.Value.Text;
        Counterparts = Words(node, "counterparts");
        Visits = Words(node, "visits");
        Fellows = Words(node, "fellows");
        Organs = Words(node, "organs");
        Leaders = Words(node, "leaders");
        PartsLed = Words(node, "parts_led");
        LeaderOffices = Words(node, "leader_offices");
        Relational = Words(node, "relations");
        var issued = node.Require("first_person").Allow("plural", "singular", "papers", "by", "interviews", "with", "questions", "answers");
        FirstPlural = Words(issued, "plural");
        FirstSingular = Words(issued, "singular");
        IssuedPapers = Words(issued, "papers");
        IssuedBy = Words(issued, "by");
        Interviews = Words(issued, "interviews");
        InterviewedBy = Words(issued, "with");
        QuestionMarks = Words(issued, "questions");
        AnswerMarks = Words(issued, "answers");
        var pairs = node.Require("pairs").Allow("state", "person", "any", "couples", "bodies", "neither", "first", "second", "counts", "aimed_at_others", "turned_away", "own_ones");
        PairsOfStates = Words(pairs, "state");
        PairsOfPersons = Words(pairs, "person");
        PairsOfAny = Words(pairs, "any");
        Couples = Words(pairs, "couples");
        PairsOfBodies = Words(pairs, "bodies");
        NeitherSide = Words(pairs, "neither");
        AimedAtOthers = Words(pairs, "aimed_at_others");
        TurnedAway = Words(pairs, "turned_away");
        OwnOnes = Words(pairs, "own_ones");
        foreach (var (word, count) in pairs.Require("counts").Pairs)
            Counts.Add(word.Text, count.Integer);
        FormerOfTwo = Words(pairs, "first");
        LatterOfTwo = Words(pairs, "second");
        Followers = Words(node, "followers");
        Posted = Words(node, "posted");
        NationalOffices = Words(node, "national_offices");
        KnownBySurname = Words(node, "known_by_surname");
        AtHome = Words(node, "at_home");
        BodyOffices = node.Require("body_offices").Texts;
        Houses = Words(node, "houses");
        Armed = Words(node, "armed");
        Juntas = Words(node, "juntas");
        OfAnybody = Words(node, "of_anybody");
        var left = node.Require("left_office").Allow("sector", "days", "years");
        LeftOffice = left.Require("sector").Text;
        DaysInMind = int.TryParse(left.Require("days").Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days) ? days : throw left.Require("days").Error($"{left.Require("days").Text} is no number of days");
        YearsInMind = left.Require("years").Integer;
        AtDateline = Words(node, "at_dateline");
        Rootless = Words(node, "rootless");
        LocalPlaces = Words(node, "local_places");
        FamilyNamesFirst = Words(node, "family_names_first");
        Articles = Words(node, "articles");
        Spellings = [.. node.Require("spellings").Items.Select(group => group.Texts)];
        Endings = [.. node.Require("endings").Items.Select(group => group.Texts)];
        Women = Words(node, "women");
        Men = Words(node, "men");
        Locatives = Words(node, "locatives");
        Goals = Words(node, "goals");
        Travel = Words(node, "travel");
        Objects = Words(node, "objects");
        Directions = Words(node, "directions");
        Provinces = Words(node, "provinces");
        Borders = Words(node, "borders");
        Capitals = Words(node, "capitals");
        Towns = Words(node, "towns");
        _ledByGovernment = Words(node, "led_by_government");
        foreach (var (state, since) in node.Require("led_since").Pairs)
            _ledSince.Add(state.Text, DateOnly.TryParseExact(since.Text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day.DayNumber : throw since.Error($"{since.Text} is no day such as 2013-11-17"));
        Nearby = Words(node, "nearby");
        Senders = Words(node, "senders");
        Repliers = Words(node, "repliers");
        Shelled = Words(node, "shelled");
        Opposites = Words(node, "opposites");
        Ethnic = Words(node, "ethnic");
        Entered = Words(node, "entered");
        Fallen = Words(node, "fallen");
        Domestic = Words(node, "domestic");
        Appeals = Words(node, "appeals");
        Based = Words(node, "based");
        Likenesses = Words(node, "likenesses");
        Impersonates = Words(node, "impersonates");
        Arrive = Words(node, "arrive");
        SendsOwn = Words(node, "sends_own");
        Contingents = Words(node, "contingents");
        ForeignForces = Words(node, "foreign_forces");
        Missions = Words(node, "missions");
        Becoming = Words(node, "becoming");
        Harms = Words(node, "harms");
        Reasons = Words(node, "reasons");
        Quarters = Words(node, "quarters");
        Chambers = Words(node, "chambers");
        NamedAfter = Words(node, "named_after");
        Minded = Words(node, "minded");
        LocalBodies = Words(node, "local_bodies");
        var seats = node.Require("seats").Allow("nouns", "national", "of_town", "taken");
        Seats = Words(seats, "nouns");
        NationalSeats = Words(seats, "national");
        TakenSeats = Words(seats, "taken");
        TownSites = Words(seats, "of_town");

        var anaphors = new Dictionary<string, Anaphor>(StringComparer.Ordinal);
        foreach (var item in node.Require("anaphors").Items)
        {
            item.Allow("words", "kinds", "sectors", "of");
            var anaphor = new Anaphor(Kinds(item.Require("kinds")), Gender.Unknown, Plural: false, Possessive: false) 
            {
                Sectors = new HashSet<string>(item.Find("sectors")?.Texts ?? [], StringComparer.Ordinal),
                Ids = new HashSet<string>(item.Find("of")?.Texts ?? [], StringComparer.Ordinal),
            };
            foreach (var word in item.Require("words").Texts)
                anaphors[word] = anaphor;
        }
        _anaphors = anaphors;

        var pronouns = new Dictionary<string, List<Anaphor>>(StringComparer.Ordinal);
        foreach (var item in node.Require("pronouns").Items)
        {
            item.Allow("words", "kinds", "gender", "plural", "possessive", "reflexive");
            var anaphor = new Anaphor(
                item.Find("kinds") is { } kinds ? Kinds(kinds) : [],
                item.Find("gender") is { } gender ? GenderedWords.Of(gender) : Gender.Unknown,
                item.Find("plural")?.Boolean ?? false,
                item.Find("possessive")?.Boolean ?? false)
            {
                Reflexive = item.Find("reflexive")?.Boolean ?? false,
            };
            foreach (var word in item.Require("words").Texts)
            {
                if (!pronouns.TryGetValue(word, out var readings))
                    pronouns.Add(word, readings = []);
                readings.Add(anaphor);
            }
        }
        _pronouns = pronouns;

        foreach (var item in node.Require("homonyms").Items)
        {
            var name = item.Allow("name", "near", "unless").Require("name").Text;
            Homonyms.Add(name, new(name, item.Require("near").Texts, item.Find("unless")?.Texts ?? []));
        }
    }

    public IEnumerable<string> Titles => _titles.Words;

    public IEnumerable<string> FirstNames => _firstNames.Words;

    public HashSet<string> Particles { get; }

    public HashSet<string> OrganizationHeads { get; }

    /// <summary>Words in the name of an unknown organization that tell its sector; of several the one of the lowest rank.</summary>
    public IReadOnlyDictionary<string, NameSector> NameSectors => _nameSectors;

    /// <summary>The sector of a people inside a state.</summary>
    public string PeopleSector { get; }

    public HashSet<string> CompanySuffixes { get; }

    public HashSet<string> NameSuffixes { get; }

    public HashSet<string> PlaceHeads { get; }

    /// <summary>What a place is where its name does not say it alone: “the Morina crossing”, “the Christopher Hotel”.</summary>
    public HashSet<string> Sites { get; }

    public HashSet<string> PlaceStarts { get; }

    public HashSet<string> ThingHeads { get; }

    /// <summary>Nouns for acts, before which a noun without a name says who does them: “a rebel attack”, “police raids”.</summary>
    public HashSet<string> ActNouns { get; }

    public HashSet<string> NoNames { get; }

    /// <summary>Prepositions after which stands whom a role belongs to.</summary>
    public HashSet<string> OfWords { get; }

    public HashSet<string> Former { get; }

    /// <summary>Before an office: it was lost not long ago, so that who lost it is known: “the ousted president”.</summary>
    public HashSet<string> Ousted { get; }

    public HashSet<string> Future { get; }

    public HashSet<string> Elect { get; }

    /// <summary>Adjectives that say nothing of who is meant: “the longtime senator”.</summary>
    public HashSet<string> Epithets { get; }

    public HashSet<string> Counterparts { get; }

    /// <summary>Counterparts that are the other of two who meet: “his visitor”.</summary>
    public HashSet<string> Visits { get; }

    /// <summary>Before a role: others who hold the like: “his fellow leaders”.</summary>
    public HashSet<string> Fellows { get; }

    /// <summary>Sectors whose bodies act for their country.</summary>
    public HashSet<string> Organs { get; }

    /// <summary>Roles that say who leads and not by which office.</summary>
    public HashSet<string> Leaders { get; }

    /// <summary>Words before “chief” for a part of a state: “Iran's nuclear chief”.</summary>
    public HashSet<string> PartsLed { get; }

    public HashSet<string> LeaderOffices { get; }

    /// <summary>Roles whose owner is the other side: “its neighbours”.</summary>
    public HashSet<string> Relational { get; }

    /// <summary>“We”, of whoever issues a text.</summary>
    public HashSet<string> FirstPlural { get; }

    /// <summary>“I”, of whoever issues a text.</summary>
    public HashSet<string> FirstSingular { get; }

    /// <summary>Papers that somebody issues: statement, communiqué.</summary>
    public HashSet<string> IssuedPapers { get; }

    /// <summary>Prepositions between such a paper and whoever issues it.</summary>
    public HashSet<string> IssuedBy { get; }

    /// <summary>Texts of questions and answers.</summary>
    public HashSet<string> Interviews { get; }

    /// <summary>Prepositions between such a text and whoever answers.</summary>
    public HashSet<string> InterviewedBy { get; }

    /// <summary>Letters before a question.</summary>
    public HashSet<string> QuestionMarks { get; }

    /// <summary>Letters before an answer.</summary>
    public HashSet<string> AnswerMarks { get; }

    public HashSet<string> PairsOfStates { get; }

    public HashSet<string> PairsOfPersons { get; }

    public HashSet<string> PairsOfAny { get; }

    /// <summary>Two in one word: “brought the pair together”.</summary>
    public HashSet<string> Couples { get; }

    /// <summary>Two bodies: “the two delegations”.</summary>
    public HashSet<string> PairsOfBodies { get; }

    /// <summary>Sectors of persons who are neither of “both sides”.</summary>
    public HashSet<string> NeitherSide { get; }

    /// <summary>Verbs that one does to others: “criticize”.</summary>
    public HashSet<string> AimedAtOthers { get; }

    /// <summary>Verbs by which one turns away what others say of oneself: “denied the claim that it …”.</summary>
    public HashSet<string> TurnedAway { get; }

    /// <summary>Nouns of which one has one's own: “party”, “brother”.</summary>
    public HashSet<string> OwnOnes { get; }

    /// <summary>How many “two”, “three” are before a word of the pairs.</summary>
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>“The former”: the first of the last two.</summary>
    public HashSet<string> FormerOfTwo { get; }

    public HashSet<string> LatterOfTwo { get; }

    /// <summary>Roles of those who act for somebody as his own: “his men”, “her aides”.</summary>
    public HashSet<string> Followers { get; }

    /// <summary>Roles and bodies abroad: “the embassy in Nicosia” is no embassy of Cyprus.</summary>
    public IReadOnlySet<string> Posted { get; }

    /// <summary>Offices that each state has, so that where a story speaks of one state alone its holder is meant.</summary>
    public HashSet<string> NationalOffices { get; }

    /// <summary>States and organizations whose office holders are called by the last name alone where nothing speaks of their country.</summary>
    public HashSet<string> KnownBySurname { get; }

    /// <summary>Offices of those who run an organization of states, the highest first: “the UN chief”.</summary>
    public IReadOnlyList<string> BodyOffices { get; }

    /// <summary>Seats of heads of state or government, whose spokesman speaks for him.</summary>
    public HashSet<string> Houses { get; }

    /// <summary>Offices whose holders are less often meant by a last name alone than others who bear it.</summary>
    public HashSet<string> AtHome { get; }

    /// <summary>Sectors of those under arms who are no state's.</summary>
    public HashSet<string> Armed { get; }

    /// <summary>Roles of those who rule by arms: “the generals” are the junta spoken of before.</summary>
    public HashSet<string> Juntas { get; }

    /// <summary>Bodies that states and parties have alike, such as “the leadership”, which alone are no government.</summary>
    public HashSet<string> OfAnybody { get; }

    /// <summary>The sector of those who held office and hold none any more.</summary>
    public string LeftOffice { get; }

    /// <summary>For how many days somebody who has left office still counts as of the executive.</summary>
    public int DaysInMind { get; }

    /// <summary>How many years before or after his time in office somebody is still called by his last name alone, in a story of his country.</summary>
    public int YearsInMind { get; }

    /// <summary>Sectors of those who are of the place in the dateline where nobody tells whose they are.</summary>
    public HashSet<string> AtDateline { get; }

    /// <summary>Sectors of those whom the place of a story does not make its own: the press, international bodies.</summary>
    public HashSet<string> Rootless { get; }

    /// <summary>Nouns for where a story is: “the island's elders” are of the place in the dateline.</summary>
    public HashSet<string> LocalPlaces { get; }

    /// <summary>Family names of peoples who put them first: “Mao” of “Mao Ning”.</summary>
    public HashSet<string> FamilyNamesFirst { get; }

    /// <summary>Articles before a last name that goes without them too: “al-Assad”, “Assad”.</summary>
    public HashSet<string> Articles { get; }

    /// <summary>Names that are one name, however it is transcribed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Spellings { get; }

    /// <summary>Endings of names that are one ending, however it is transcribed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Endings { get; }

    public HashSet<string> Women { get; }

    public HashSet<string> Men { get; }

    public HashSet<string> Locatives { get; }

    public HashSet<string> Goals { get; }

    public HashSet<string> Travel { get; }

    public HashSet<string> Objects { get; }

    public HashSet<string> Directions { get; }

    /// <summary>Words for the first division of a state.</summary>
    public HashSet<string> Provinces { get; }

    /// <summary>Nouns for the line between two states.</summary>
    public HashSet<string> Borders { get; }

    /// <summary>Words for the seat of a state, which is where something happens.</summary>
    public HashSet<string> Capitals { get; }

    /// <summary>Words for a town that was named before.</summary>
    public HashSet<string> Towns { get; }

    /// <summary>Prepositions and nouns that say that something is not in a place but near it.</summary>
    public HashSet<string> Nearby { get; }

    /// <summary>Verbs and nouns after which “from” says where somebody is rather than which government acts.</summary>
    public HashSet<string> Senders { get; }

    /// <summary>Verbs after which “from” says so, while their nouns do not: “a reply from Kampala”.</summary>
    public HashSet<string> Repliers { get; }

    /// <summary>Verbs and nouns after which “on” and “against” say what is hit.</summary>
    public HashSet<string> Shelled { get; }

    public HashSet<string> Opposites { get; }

    /// <summary>Before the name of a people that is no state's: “ethnic Armenians”.</summary>
    public HashSet<string> Ethnic { get; }

    /// <summary>Verbs whose object is a land where somebody is: “left Chad”.</summary>
    public HashSet<string> Entered { get; }

    /// <summary>Verbs whose subject, where it is a capital, is the town: “Kabul fell”.</summary>
    public HashSet<string> Fallen { get; }

    /// <summary>Sectors that exist inside a state only: the ruling party, the opposition.</summary>
    public HashSet<string> Domestic { get; }

    /// <summary>Verbs with which one turns to somebody else: “called on the army to stop”.</summary>
    public HashSet<string> Appeals { get; }

    /// <summary>Behind a hyphen they make of a place a mark of something else: “the Ankara-based group”.</summary>
    public HashSet<string> Based { get; }

    /// <summary>Nouns for what is made after somebody and is not he: “a Trump impersonator”.</summary>
    public HashSet<string> Likenesses { get; }

    /// <summary>Verbs whose object, a person, is somebody else's part: “an actor playing Boris Johnson”.</summary>
    public HashSet<string> Impersonates { get; }

    /// <summary>Verbs of arriving: “landed in Mexico City” says nothing of whose somebody is.</summary>
    public HashSet<string> Arrive { get; }

    /// <summary>What a government does with its own soldiers: “sent 50 Marines”.</summary>
    public HashSet<string> SendsOwn { get; }

    /// <summary>Persons who, several together, act for the state that sends them: “Qatari mediators”.</summary>
    public HashSet<string> Contingents { get; }

    /// <summary>Before soldiers: they are not those of the state where they are.</summary>
    public HashSet<string> ForeignForces { get; }

    /// <summary>Behind soldiers: with whom they serve, “troops with the peacekeeping mission in Mali”.</summary>
    public HashSet<string> Missions { get; }

    /// <summary>Verbs by which somebody comes into an office: “was sworn in as acting president”.</summary>
    public HashSet<string> Becoming { get; }

    /// <summary>Nouns for why something was done to somebody: “on account of its invasion”.</summary>
    public HashSet<string> Reasons { get; }

    /// <summary>Verbs for what is done to somebody by those who fight him: “killed two soldiers”.</summary>
    public HashSet<string> Harms { get; }

    /// <summary>With a capital and an article the parliament of the one state of which the story speaks: “the House”.</summary>
    public HashSet<string> Chambers { get; }

    /// <summary>Places called after others that lie elsewhere: “Concord Square”.</summary>
    public HashSet<string> NamedAfter { get; }

    /// <summary>Adjectives for what only somebody is: “it is ready to talk”, where “it is easy to talk” means nobody.</summary>
    public HashSet<string> Minded { get; }

    /// <summary>Parts of a town: “the suburb of El Menzah”.</summary>
    public HashSet<string> Quarters { get; }

    /// <summary>Bodies of a town, which act for no state: “Chicago's city council”.</summary>
    public HashSet<string> LocalBodies { get; }

    /// <summary>Buildings of those in power that are places where somebody is in or storms them: “near the presidential palace”.</summary>
    public HashSet<string> Seats { get; }

    /// <summary>Those of them that stand in the capital where nothing says another town.</summary>
    public HashSet<string> NationalSeats { get; }

    /// <summary>Verbs whose object they are as buildings: “stormed the presidential palace”.</summary>
    public HashSet<string> TakenSeats { get; }

    /// <summary>What most towns have one of: “the airport”, “the town's hospital”.</summary>
    public HashSet<string> TownSites { get; }

    public Dictionary<string, Homonym> Homonyms { get; } = new(StringComparer.Ordinal);

    public static NameWords Load(string directory) => new(YamlNode.Load(Path.Combine(directory, File), File));

    public bool IsTitle(string word, out Gender gender) => _titles.TryGet(Bare(word), out gender);

    /// <summary>The word for which a title stands: “senator” for “Sen.”; the title itself where it is no abbreviation.</summary>
    public string TitleInFull(string title) => _titlesInFull.GetValueOrDefault(Bare(title)) ?? Bare(title);

    public bool IsFirstName(string word, out Gender gender) => _firstNames.TryGet(Folding.Fold(word), out gender);

    /// <summary>True where the head of government of a state was called its leader on that day.</summary>
    public bool IsLedByGovernment(string state, DateOnly day) =>
        _ledByGovernment.Contains(state) && !(_ledSince.TryGetValue(state, out var since) && day.DayNumber < since);

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
    public static bool Has(HashSet<string> words, string word) => words.Contains(Bare(word));

    private static string Bare(string word) => word.TrimEnd('.').ToLowerInvariant();

    private static HashSet<string> Words(YamlNode node, string key) => node.Require(key).Texts.ToHashSet(StringComparer.Ordinal);

    private static ActorKind[] Kinds(YamlNode node)
    {
        var items = node.Items;
        var kinds = new ActorKind[items.Count];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = Gazetteer.KindOf(items[i]);
        return kinds;
    }
}
