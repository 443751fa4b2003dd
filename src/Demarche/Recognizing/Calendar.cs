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

    private Calendar(YamlNode node)
    {
        node.Allow(
            "months", "weekdays", "days", "following", "units", "which", "ago", "hence", "afterwards", "beforehand", "past", "ahead", "numbers", "ordinals", "parts", "seasons", "later", "dayparts",
            "before_year", "deadlines", "future", "plans", "arranged", "no_times");

        _months = Entries(node, "months", "month", "ambiguous").ToDictionary(
            x => x.Word, x => (x.Item.Require("month").Integer, x.Item.Find("ambiguous")?.Boolean ?? false), StringComparer.OrdinalIgnoreCase);
        _weekdays = Entries(node, "weekdays", "day").ToDictionary(x => x.Word, x => x.Item.Require("day").Integer, StringComparer.OrdinalIgnoreCase);
        _units = Entries(node, "units", "unit").ToDictionary(x => x.Word, x => UnitOf(x.Item.Require("unit")), StringComparer.OrdinalIgnoreCase);
        _which = Entries(node, "which", "step").ToDictionary(x => x.Word, x => x.Item.Require("step").Integer, StringComparer.OrdinalIgnoreCase);
        _numbers = node.Require("numbers").Pairs.ToDictionary(x => x.Key.Text, x => x.Value.Integer, StringComparer.OrdinalIgnoreCase);
        _ordinals = node.Require("ordinals").Pairs.ToDictionary(x => x.Key.Text, x => x.Value.Integer, StringComparer.OrdinalIgnoreCase);
        Days = Phrases(Entries(node, "days", "days"));
        Following = Phrases(Entries(node, "following", "days"));
        NoTimes = Phrases(node.Require("no_times").Texts.Select(words => (words, 0)));
        Ago = Words(node, "ago");
        Hence = Words(node, "hence");
        Afterwards = Words(node, "afterwards");
        Beforehand = Words(node, "beforehand");
        Past = Words(node, "past");
        Ahead = Words(node, "ahead");
        Parts = Words(node, "parts");
        Seasons = Words(node, "seasons");
        Later = Words(node, "later");
        DayParts = Words(node, "dayparts");
        BeforeYear = Words(node, "before_year");
        Deadlines = Words(node, "deadlines");
        Future = Words(node, "future");
        Plans = Words(node, "plans");
        Arranged = Words(node, "arranged");
    }

    /// <summary>Phrases with the days from the day of publication, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int Days)[]> Days { get; }

    /// <summary>Phrases with the days from the day last spoken of, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int Days)[]> Following { get; }

    /// <summary>Names with a day in them that say no day, by their first word.</summary>
    internal Dictionary<string, (string[] Words, int Days)[]> NoTimes { get; }

    internal HashSet<string> Ago { get; }

    internal HashSet<string> Hence { get; }

    internal HashSet<string> Afterwards { get; }

    internal HashSet<string> Beforehand { get; }

    internal HashSet<string> Past { get; }

    internal HashSet<string> Ahead { get; }

    internal HashSet<string> Parts { get; }

    internal HashSet<string> Seasons { get; }

    internal HashSet<string> Later { get; }

    internal HashSet<string> DayParts { get; }

    internal HashSet<string> BeforeYear { get; }

    internal HashSet<string> Deadlines { get; }

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

    private static Dictionary<string, (string[] Words, int Days)[]> Phrases(IEnumerable<(string Word, YamlNode Item)> entries) =>
        Phrases(entries.Select(x => (x.Word, x.Item.Require("days").Integer)));

    // The longest phrase of a first word comes first.
    private static Dictionary<string, (string[] Words, int Days)[]> Phrases(IEnumerable<(string Words, int Days)> phrases) =>
        phrases.Select(x => (Words: x.Words.Split(' '), x.Days))
            .GroupBy(x => x.Words[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(x => x.Key, x => x.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Words(YamlNode node, string key) => node.Require(key).Texts.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static TimeUnit UnitOf(YamlNode node) =>
        Enum.TryParse<TimeUnit>(node.Text, ignoreCase: true, out var unit) && !char.IsAsciiDigit(node.Text[0])
            ? unit
            : throw node.Error($"{node.Text} is no unit{CodebookException.DidYouMean(node.Text, Enum.GetNames<TimeUnit>().Select(name => name.ToLowerInvariant()))}");
}
