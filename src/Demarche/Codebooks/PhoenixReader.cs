namespace Demarche.Codebooks;

/// <summary>Reads dictionaries of PETRARCH and TABARI. A line that is broken is a finding; the rest is read.</summary>
internal sealed class PhoenixReader(List<Finding> findings)
{
    // “YY 00-30 is 20YY”.
    private const int LastShortYear = 30;

    // A phrase can name sets, whose members multiply.
    private const int MostPhrases = 1000;

    /// <summary>
    /// An actor dictionary: <c>PRIMARY [CODE restriction]…</c>, lines <c>+SYNONYM</c>, lines of a tab and <c>[CODE restriction]</c>; a restriction is
    /// <c>&lt;date</c>, <c>&gt;date</c> or <c>date-date</c>.
    /// </summary>
    public List<PhoenixActor> Actors(string file, IEnumerable<string> lines)
    {
        var actors = new List<PhoenixActor>();
        foreach (var (number, text) in Written(lines))
        {
            var bracket = text.IndexOf('[');
            var phrase = Words(bracket < 0 ? text : text[..bracket]);
            if (text[0] == '+')
            {
                if (actors.Count == 0)
                    Report(file, number, "a synonym (+) follows the name that it stands for; here is none before it");
                else if (phrase.TrimStart('+').Trim() is { Length: > 0 } synonym)
                    actors[^1].Names.Add(synonym);
                else
                    Report(file, number, "the synonym is empty; write it after the +");
                if (bracket >= 0)
                    Report(file, number, "a synonym has no code of its own; write the code in a line with a tab");
                continue;
            }
            if (phrase.Length > 0)
                actors.Add(new([phrase], []));
            else if (actors.Count == 0)
            {
                Report(file, number, "a code follows the name that it belongs to; here is none before it");
                continue;
            }
            if (bracket >= 0)
                Codes(file, number, text[bracket..], actors[^1].Codes);
        }
        return actors;
    }

    // The lines that say something, without their comments, numbered from 1.
    private static IEnumerable<(int Number, string Text)> Written(IEnumerable<string> lines) =>
        lines.Select((line, i) => (i + 1, Uncommented(line))).Where(line => line.Item2.Trim().Length > 0);

    /// <summary>An agent dictionary: <c>PHRASE {PLURAL} [~CODE]</c> or <c>[CODE~]</c>, and sets <c>!MARK! = A, B</c>, which phrases hold.</summary>
    public List<PhoenixAgent> Agents(string file, IEnumerable<string> lines)
    {
        var agents = new List<PhoenixAgent>();
        var sets = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (number, text) in Written(lines))
        {
            var equals = text.IndexOf('=');
            var bracket = text.IndexOf('[');
            if (equals > 0 && bracket < 0 && text.TrimStart()[0] == '!')
            {
                sets[text[..equals].Trim()] = text[(equals + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                continue;
            }
            var end = bracket < 0 ? -1 : text.IndexOf(']', bracket);
            if (end < 0)
            {
                Report(file, number, "the code is missing; write [~CODE] or [CODE~] behind the phrase");
                continue;
            }
            var code = text[(bracket + 1)..end].Trim().Trim('~');
            if (code.Length == 0)
            {
                Report(file, number, "the code is empty; write [~CODE] or [CODE~]");
                continue;
            }
            var head = text[..bracket];
            var plurals = new List<string>();
            if (head.IndexOf('{') is >= 0 and var brace)
            {
                var close = head.IndexOf('}', brace);
                if (close < 0)
                {
                    Report(file, number, "the plural has no end; write } behind it");
                    continue;
                }
                plurals.AddRange(head[(brace + 1)..close].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                head = head[..brace];
            }
            var phrases = Expand(file, number, [head, .. plurals], sets);
            if (phrases.Count == 0)
                Report(file, number, "the phrase is empty; write it before the code");
            else
                agents.Add(new(phrases, code));
        }
        return agents;
    }

    private List<string> Expand(string file, int number, List<string> phrases, Dictionary<string, string[]> sets)
    {
        var expanded = new List<string>();
        for (var i = 0; i < phrases.Count && phrases.Count <= MostPhrases; i++)
        {
            var phrase = phrases[i];
            var first = phrase.IndexOf('!');
            var last = first < 0 ? -1 : phrase.IndexOf('!', first + 1);
            if (last < 0)
            {
                if (Words(phrase) is { Length: > 0 } words && !expanded.Contains(words))
                    expanded.Add(words);
                continue;
            }
            if (!sets.TryGetValue(phrase[first..(last + 1)], out var members))
            {
                Report(file, number, $"the set {phrase[first..(last + 1)]} is not there; define it in a line before: {phrase[first..(last + 1)]} = A, B");
                continue;
            }
            foreach (var member in members)
                phrases.Add(phrase[..first] + member + phrase[(last + 1)..]);
        }
        return expanded;
    }

    private void Codes(string file, int number, string text, List<PhoenixCode> codes)
    {
        for (var at = text.IndexOf('['); at >= 0; at = text.IndexOf('[', at))
        {
            var end = text.IndexOf(']', at);
            if (end < 0)
            {
                Report(file, number, "the code has no end; write ] behind it");
                return;
            }
            var inside = text[(at + 1)..end].Trim();
            at = end;
            var blank = inside.AsSpan().IndexOfAny(' ', '\t');
            var code = blank < 0 ? inside : inside[..blank];
            if (code.Length == 0)
                Report(file, number, "the code is empty; write it between [ and ]");
            else if (blank < 0)
                codes.Add(new(code, null, null));
            else if (Restriction(inside[blank..].Replace(" ", "", StringComparison.Ordinal).Trim()) is var (from, to))
                codes.Add(new(code, from, to));
            else
                Report(file, number, $"“{inside[blank..].Trim()}” is no restriction of a date; write <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD");
        }
    }

    // “Before” leaves the day out; “after” and both ends of a range take it in.
    private static (DateOnly? From, DateOnly? To)? Restriction(string text)
    {
        if (text.StartsWith('<'))
            return Date(text[1..]) is { } before && before.Earliest > DateOnly.MinValue ? (null, before.Earliest.AddDays(-1)) : null;
        if (text.StartsWith('>'))
            return Date(text[1..]) is { } after ? (after.Earliest, null) : null;
        var dash = text.IndexOf('-');
        return dash > 0 && Date(text[..dash]) is { } from && Date(text[(dash + 1)..]) is { } to && from.Earliest <= to.Latest ? (from.Earliest, to.Latest) : null;
    }

    /// <summary>YYYYMMDD or YYMMDD; a day or month 00 is not known.</summary>
    private static PartialDate? Date(string text)
    {
        if (text.Length is not (6 or 8) || !text.All(char.IsAsciiDigit))
            return null;
        var digits = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var (year, month, day) = (digits / 10000, digits / 100 % 100, digits % 100);
        if (text.Length == 6)
            year += year <= LastShortYear ? 2000 : 1900;
        if (month == 0)
            day = 0;
        return year is > 0 and < 9999 && month <= 12 && (day == 0 || day <= DateTime.DaysInMonth(year, month)) ? new(year, month, day) : null;
    }

    private static string Uncommented(string line) => line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line;

    private static string Words(string text) => string.Join(' ', text.Split(['_', ' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private void Report(string file, int line, string message) => findings.Add(new(file, line, message));
}
