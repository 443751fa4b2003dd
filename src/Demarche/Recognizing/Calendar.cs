using Demarche.Codebooks;

namespace Demarche.Recognizing;

/// <summary>The words of <c>times.yaml</c> that say when. Loaded once; immutable.</summary>
internal sealed class Calendar
{
    private const string File = "times.yaml";

    private readonly Dictionary<string, (int Month, bool Ambiguous)> _months;
    private readonly Dictionary<string, int> _weekdays;
    private readonly Dictionary<string, TimeUnit> _units;
    private readonly Dictionary<string, int> _which;
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, int> _ordinals;
    private readonly Dictionary<string, string> _fractions;
    private readonly Dictionary<string, int> _edges;

    private Calendar(YamlNode node)
    {
        node.Allow(
            "months", "weekdays", "days", "following", "units", "which", "ago", "hence", "now", "measure", "afterwards", "beforehand", "past", "ahead", "numbers", "ordinals", "parts", "edges", "fractions", "final", "seasons", "before_season",
            "since", "holidays", "hours", "later", "dayparts", "before_year", "deadlines", "bygone", "past_behind", "willing", "possible", "appointed", "vague", "recent", "loosely", "future", "plans", "arranged", "no_times");

        _months = Entries(node, "months", "month", "ambiguous").ToDictionary(
            x => x.Word, x => (x.Item.Require("month").Integer, x.Item.Find("ambiguous")?.Boolean ?? false), StringComparer.OrdinalIgnoreCase);
        _weekdays = Entries(node, "weekdays", "day").ToDictionary(x => x.Word, x => x.Item.Require("day").Integer, StringComparer.OrdinalIgnoreCase);
        _units = Entries(node, "units", "unit").ToDictionary(x => x.Word, x => UnitOf(x.Item.Require("unit")), StringComparer.OrdinalIgnoreCase);
        _which = Entries(node, "which", "step").ToDictionary(x => x.Word, x => x.Item.Require("step").Integer, StringComparer.OrdinalIgnoreCase);
        _numbers = node.Require("numbers").Pairs.ToDictionary(x => x.Key.Text, x => x.Value.Integer, StringComparer.OrdinalIgnoreCase);
        _ordinals = node.Require("ordinals").Pairs.ToDictionary(x => x.Key.Text, x => x.Value.Integer, StringComparer.OrdinalIgnoreCase);
        _fractions = Entries(node, "fractions", "part").ToDictionary(x => x.Word, x => x.Item.Require("part").Text, StringComparer.OrdinalIgnoreCase);
        Days = Phrases(Entries(node, "days", "days", "to").Select(x => (x.Word, From: x.Item.Require("days").Integer, x.Item)).Select(x => (x.Word, x.From, x.Item.Find("to")?.Integer ?? x.From)));
        Following = Phrases(Entries(node, "following", "days").Select(x => (x.Word, x.Item.Require("days").Integer, 0)));
        Holidays = Phrases(Entries(node, "holidays", "month", "day").Select(x => (x.Word, x.Item.Require("month").Integer, x.Item.Require("day").Integer)));
        NoTimes = Phrases(node.Require("no_times").Texts.Select(words => (words, 0, 0)));
        Seasons = Entries(node, "seasons", "begins").ToDictionary(x => x.Word, x => x.Item.Require("begins").Integer, StringComparer.OrdinalIgnoreCase);
        Loosely = node.Require("loosely").Pairs.ToDictionary(x => UnitOf(x.Key), x => x.Value.Integer);
        Ago = Words(node, "ago");
        Hence = Words(node, "hence");
        Now = Words(node, "now");
        Measure = Words(node, "measure");
        Afterwards = Words(node, "afterwards");
        Beforehand = Words(node, "beforehand");
        Past = Words(node, "past");
        Ahead = Words(node, "ahead");
        Parts = Words(node, "parts");
        _edges = Entries(node, "edges", "month").ToDictionary(x => x.Word, x => x.Item.Require("month").Integer, StringComparer.OrdinalIgnoreCase);
        Final = Words(node, "final");
        BeforeSeason = Words(node, "before_season");
        Since = Words(node, "since");
        Hours = Words(node, "hours");
        Appointed = Words(node, "appointed");
        Vague = Words(node, "vague");
        Recent = Words(node, "recent");
        Later = Words(node, "later");
        DayParts = Words(node, "dayparts");
        BeforeYear = Words(node, "before_year");
        Deadlines = Words(node, "deadlines");
        Bygone = Words(node, "bygone");
        PastBehind = Words(node, "past_behind");
        Willing = Words(node, "willing");
        Possible = Words(node, "possible");
        Future = Words(node, "future");
        Plans = Words(node, "plans");
        Arranged = Words(node, "arranged");
    }

    /// <summary>Phrases with the first and last day they mean, counted from the day of publication, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int From, int To)[]> Days { get; }

    /// <summary>Phrases with the days from the day last spoken of, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int From, int To)[]> Following { get; }

    /// <summary>Feasts that fall on the same day each year, with month and day, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int From, int To)[]> Holidays { get; }

    /// <summary>Names with a day in them that say no day, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int From, int To)[]> NoTimes { get; }

    /// <summary>The month with which a season begins in the north.</summary>
    internal Dictionary<string, int> Seasons { get; }

    /// <summary>The days within which an untold number of days, weeks or months lies.</summary>
    internal Dictionary<TimeUnit, int> Loosely { get; }

    internal HashSet<string> Ago { get; }

    internal HashSet<string> Hence { get; }

    /// <summary>Behind “from”: “a week from now”.</summary>
    internal HashSet<string> Now { get; }

    /// <summary>Behind a unit that owns it: “in two days' time”.</summary>
    internal HashSet<string> Measure { get; }

    internal HashSet<string> Afterwards { get; }

    internal HashSet<string> Beforehand { get; }

    internal HashSet<string> Past { get; }

    internal HashSet<string> Ahead { get; }

    internal HashSet<string> Parts { get; }

    /// <summary>The month of “the end of the year”, by the word for the part; 0 for a part in between.</summary>
    internal int MonthAtEdge(string part) => _edges.GetValueOrDefault(part);

    /// <summary>Words for the last of several parts.</summary>
    internal HashSet<string> Final { get; }

    /// <summary>Prepositions under which a season says when.</summary>
    internal HashSet<string> BeforeSeason { get; }

    /// <summary>Prepositions that make of a period its beginning.</summary>
    internal HashSet<string> Since { get; }

    /// <summary>Words for an hour that belongs to the day last spoken of.</summary>
    internal HashSet<string> Hours { get; }

    /// <summary>Prepositions that fix something for a day.</summary>
    internal HashSet<string> Appointed { get; }

    internal HashSet<string> Vague { get; }

    internal HashSet<string> Recent { get; }

    internal HashSet<string> Later { get; }

    internal HashSet<string> DayParts { get; }

    internal HashSet<string> BeforeYear { get; }

    internal HashSet<string> Deadlines { get; }

    /// <summary>Auxiliaries and copulas under which a deadline is past.</summary>
    internal HashSet<string> Bygone { get; }

    /// <summary>Prepositions and verbs behind which what a noun tells is past.</summary>
    internal HashSet<string> PastBehind { get; }

    /// <summary>Auxiliaries that tell, with “not”, of a refusal.</summary>
    internal HashSet<string> Willing { get; }

    /// <summary>Auxiliaries of what may be: what they say lies ahead, but for “may have left”.</summary>
    internal HashSet<string> Possible { get; }

    internal HashSet<string> Future { get; }

    /// <summary>Verbs and nouns whose infinitive lies ahead.</summary>
    internal HashSet<string> Plans { get; }

    /// <summary>Verbs whose present tense can speak of what is arranged.</summary>
    internal HashSet<string> Arranged { get; }

    public static Calendar Load(string codebookDirectory) => new(YamlNode.Load(Path.Combine(codebookDirectory, File), File));

    /// <summary>The number of a month; 0 when the word is none.</summary>
    internal int Month(string word, out bool ambiguous)
    {
        var found = _months.TryGetValue(word.TrimEnd('.'), out var month);
        ambiguous = month.Ambiguous;
        return found && char.IsUpper(word[0]) ? month.Month : 0;
    }

    /// <summary>1 for Monday to 7 for Sunday; 0 when the word is none.</summary>
    internal int Weekday(string word) => _weekdays.TryGetValue(word, out var day) && char.IsUpper(word[0]) ? day : 0;

    /// <summary>“Tuesday”, “December”; not “May”, which is also other words.</summary>
    internal bool IsDayOrMonth(string word) => word.Length > 3 && (Weekday(word) > 0 || (Month(word, out var ambiguous) > 0 && !ambiguous));

    internal TimeUnit? Unit(string word) => _units.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>“half”, “quarter” or “week” for a word that names such a part of a period.</summary>
    internal string? Part(string word) => _fractions.GetValueOrDefault(word);

    /// <summary>−1 for “last”, 0 for “this”, 1 for “next”.</summary>
    internal int? Which(string word) => _which.TryGetValue(word, out var step) ? step : null;

    /// <summary>“two”, “12”; −1 when it is no number below ten thousand.</summary>
    internal int Number(string word) => _numbers.TryGetValue(word, out var number) ? number : Digits(word);

    /// <summary>“14”, “14th”, “fourteenth”; 0 when it is no day of a month.</summary>
    internal int DayOfMonth(string word)
    {
        if (_ordinals.TryGetValue(word, out var ordinal))
            return ordinal;
        var digits = word.Length is 3 or 4 && char.IsAsciiLetter(word[^1]) && char.IsAsciiLetter(word[^2]) ? word[..^2] : word;
        return digits.Length <= 2 && Digits(digits) is >= 1 and <= 31 and var day ? day : 0;
    }

    /// <summary>A year of four digits; 0 when it is none.</summary>
    internal static int Year(string word) => word.Length == 4 && Digits(word) is >= 1500 and <= 2099 and var year ? year : 0;

    private static int Digits(string word)
    {
        if (word.Length is 0 or > 4)
            return -1;
        var value = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = (value * 10) + (c - '0');
        }
        return value;
    }

    private static IEnumerable<(string Word, YamlNode Item)> Entries(YamlNode node, string key, params string[] allowed)
    {
        foreach (var item in node.Require(key).Items)
        {
            item.Allow([.. allowed, "words"]);
            foreach (var word in item.Require("words").Texts)
                yield return (word, item);
        }
    }

    // The longest phrase of a first word comes first.
    private static Dictionary<string, (string[] Words, int From, int To)[]> Phrases(IEnumerable<(string Words, int From, int To)> phrases) =>
        phrases.Select(x => (Words: x.Words.Split(' '), x.From, x.To))
            .GroupBy(x => x.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(x => x.Key, x => x.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Words(YamlNode node, string key) => node.Require(key).Texts.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static TimeUnit UnitOf(YamlNode node) =>
        Enum.TryParse<TimeUnit>(node.Text, ignoreCase: true, out var unit) && !char.IsAsciiDigit(node.Text[0])
            ? unit
            : throw node.Error($"{node.Text} is no unit{CodebookException.DidYouMean(node.Text, Enum.GetNames<TimeUnit>().Select(name => name.ToLowerInvariant()))}");
}
