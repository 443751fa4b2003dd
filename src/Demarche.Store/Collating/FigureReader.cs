using System.Globalization;

namespace Demarche.Store.Collating;

/// <summary>Reads from a sentence how many were killed, injured, arrested: a number in digits or words, what bounds it (“at least”), and the word that says what is counted.</summary>
internal sealed class FigureReader(FigureRules rules)
{
    /// <summary>The figures of a stretch of text, in its order. Nothing is looked for across its sentences when it has several.</summary>
    public List<Figure> Read(string text, Span stretch)
    {
        var figures = new List<Figure>();
        var (spans, words, numbers) = NumbersIn(text, stretch);
        for (var n = 0; n < numbers.Count; n++)
        {
            var number = numbers[n];
            if (IsNoCount(text, spans, words, number) || KindOf(text, spans, words, numbers, n) is not var (kind, cue))
                continue;
            // “one villager and two soldiers were killed” counts three; the one has no cue of its own.
            var whole = number;
            for (var m = n - 1; m >= 0 && numbers[m] is var part && IsJoined(text, spans, words, part, whole) && !IsNoCount(text, spans, words, part) && KindOf(text, spans, words, numbers, m) is null; m--)
                whole = part with { Low = part.Low + whole.Low, Best = part.Best + whole.Best, High = part.High + whole.High };
            figures.Add(new(kind.Name, whole.Low, whole.Best, whole.High, new(spans[Math.Min(whole.First, cue)].Start, spans[Math.Max(cue, LastOf(text, spans, number))].End)));
        }
        return figures;
    }

    /// <summary>The exact numbers of a stretch that count something, whatever it is, and are more than one; sorted.</summary>
    public long[] Counts(string text, Span stretch)
    {
        var (spans, words, numbers) = NumbersIn(text, stretch);
        return [.. numbers.Where(number => number.Best is > 1 && !IsMeasure(text, spans, words, number)).Select(number => number.Best!.Value).Distinct().Order()];
    }

    private (List<Span> Spans, List<string> Words, List<Number> Numbers) NumbersIn(string text, Span stretch)
    {
        var spans = TextWord.Of(text.AsSpan(stretch.Start, stretch.Length)).ConvertAll(w => new Span(w.Span.Start + stretch.Start, w.Span.End + stretch.Start));
        var words = spans.ConvertAll(span => text[span.Start..span.End].ToLowerInvariant());
        var numbers = new List<Number>();
        for (var i = 0; i < words.Count;)
        {
            if (NumberAt(text, spans, words, i) is not { } number)
            {
                i++;
                continue;
            }
            i = number.End;
            numbers.Add(number);
        }
        return (spans, words, numbers);
    }

    // The number's words with the noun behind it where one stands there.
    private static int LastOf(string text, List<Span> spans, Number number) =>
        number.End < spans.Count && !IsBroken(text, spans, number.End - 1, ",.;:()?!\n\"“”") ? number.End : number.End - 1;

    private Number? NumberAt(string text, List<Span> spans, List<string> words, int i)
    {
        var first = i;
        if (rules.VaguePhrases.BeginningAt(words, i) is { } phrase)
            return Bounded(words, first, i + phrase.Length, rules.VaguePhraseValues[string.Join(' ', phrase)], vague: true);
        if (rules.Vague.TryGetValue(words[i], out var least))
            return Bounded(words, first, i + 1, least, vague: true);
        var value = Simple(text, spans, words, ref i);
        // “a dozen”, “a hundred”
        if (value is null && words[i] is "a" or "an" && i + 1 < words.Count && rules.Multiples.ContainsKey(words[i + 1]))
        {
            value = 1;
            i++;
        }
        if (value is null)
            return null;
        while (i < words.Count && rules.Multiples.TryGetValue(words[i], out var multiple))
        {
            if (value > long.MaxValue / 1_000_000_000 / multiple)
                return null;
            value *= multiple;
            i++;
            // “two hundred and fifty”
            var next = i < words.Count && words[i] == "and" && multiple >= 100 ? i + 1 : i;
            if (multiple >= 100 && next < words.Count && rules.Numbers.ContainsKey(words[next]) && Simple(text, spans, words, ref next) is { } rest && rest < multiple)
            {
                value += rest;
                i = next;
            }
        }
        if (i + 1 < words.Count && words[i] is "to" or "and" or "or" && (words[i] != "and" || (first > 0 && words[first - 1] == "between")))
        {
            var second = i + 1;
            if (Simple(text, spans, words, ref second) is { } high && high > value)
                return new(first > 0 && words[first - 1] == "between" ? first - 1 : first, second, value, null, high, false);
        }
        return Bounded(words, first, i, value.Value, vague: false);
    }

    private Number Bounded(List<string> words, int first, int end, long value, bool vague)
    {
        if (rules.Least.EndingAt(words, first - 1) is { } least)
            return new(first - least.Length, end, value, vague ? null : value, null, vague);
        if (rules.Most.EndingAt(words, first - 1) is { } most)
            return new(first - most.Length, end, null, vague ? null : value, vague ? null : value, vague);
        if (rules.About.EndingAt(words, first - 1) is { } about)
            return new(first - about.Length, end, vague ? value : null, vague ? null : value, null, vague);
        return vague ? new(first, end, value, null, null, true) : new(first, end, value, value, value, false);
    }

    private long? Simple(string text, List<Span> spans, List<string> words, ref int i)
    {
        if (i >= words.Count)
            return null;
        var word = words[i];
        if (char.IsAsciiDigit(word[0]))
        {
            var digits = word.Replace(",", "", StringComparison.Ordinal);
            // “2.5 million”
            if (i + 1 < words.Count && rules.Multiples.TryGetValue(words[i + 1], out var multiple) && digits.Contains('.', StringComparison.Ordinal)
                && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part < 1_000_000)
            {
                i += 2;
                return (long)(part * multiple);
            }
            if (digits.Length > 12 || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;
            i++;
            return number;
        }
        if (!rules.Numbers.TryGetValue(word, out var value))
            return null;
        i++;
        // “twenty-two”
        if (value is >= 20 and < 100 && i < words.Count && rules.Numbers.TryGetValue(words[i], out var unit) && unit is > 0 and < 10 && spans[i].Start == spans[i - 1].End + 1 && text[spans[i].Start - 1] is '-' or ' ')
        {
            i++;
            return value + unit;
        }
        return value;
    }

    private bool IsNoCount(string text, List<Span> spans, List<string> words, Number number) =>
        (number.First > 0 && (rules.Parts.Contains(words[number.First - 1]) || rules.Partitives.Contains(words[number.First - 1]))) || IsMeasure(text, spans, words, number);

    private bool IsMeasure(string text, List<Span> spans, List<string> words, Number number)
    {
        var (first, end) = (number.First, number.End);
        if (end < words.Count && (rules.Units.Contains(words[end]) || rules.Months.Contains(words[end])))
            return true;
        if (first > 0 && rules.Months.Contains(words[first - 1]))
            return true;
        // A year, an hour, an amount, “No. 5”, “5-year-old”.
        if (number.Best is >= 1900 and < 2100 && end - first == 1 && !words[first].Contains(',', StringComparison.Ordinal))
            return true;
        var (before, behind) = (spans[first].Start - 1, spans[end - 1].End);
        return (before >= 0 && text[before] is '$' or '€' or '£' or '¥' or ':') || (behind < text.Length && text[behind] is '%' or ':')
            || (behind < text.Length && text[behind] == '-' && end < words.Count && words[end] is "year" or "day" or "hour" or "month" or "point");
    }

    // What is counted, and the word that says so.
    private (FigureKind Kind, int Cue)? KindOf(string text, List<Span> spans, List<string> words, List<Number> numbers, int n)
    {
        var number = numbers[n];
        (FigureKind, int)? found = null;
        for (var last = number.First - 1; last >= 0 && number.First - 1 - last <= rules.Before; last--)
        {
            if (IsBroken(text, spans, last, ",.;:()?!\n") || words[last] is "and" or "but" || (n > 0 && last < numbers[n - 1].End))
                break;
            foreach (var kind in rules.Kinds)
                if (kind.Before.EndingAt(words, last) is { } cue && (!kind.Needs.TryGetValue(cue[^1], out var needs) || StandsBehind(text, spans, words, number.End, needs)))
                    return (kind, last - cue.Length + 1);
        }

        for (var at = number.End; at < words.Count && at - number.End < rules.Behind; at++)
        {
            if (IsBroken(text, spans, at - 1, ".;:()?!\n"))
                break;
            if (numbers.Exists(other => other.First == at && other != number && !(at > 0 && rules.Parts.Contains(words[at - 1]))))
                break;
            foreach (var kind in rules.Kinds)
            {
                // “four children were among the dead”: a part of those counted elsewhere.
                if (kind.Alone.BeginningAt(words, at) is not null && (rules.Parts.Contains(words[at - 1]) || (at > 1 && rules.Parts.Contains(words[at - 2]))))
                    return null;
                if (kind.Alone.BeginningAt(words, at) is not null || (kind.Passive.Contains(words[at]) && HasAuxiliary(words, number.End, at)) || (kind.Bare.Contains(words[at]) && EndsBehind(text, spans, words, at)))
                    return (kind, at);
                // A noun counts only while no verb behind it says more: “10 soldiers were killed”.
                if (found is null && kind.Nouns.Contains(words[at]) && at - number.End <= 3)
                    found = (kind, at);
            }
        }
        return found;
    }

    private bool HasAuxiliary(List<string> words, int from, int cue)
    {
        for (var i = Math.Max(from, cue - 3); i < cue; i++)
            if (rules.Auxiliaries.Contains(words[i]))
                return true;
        return false;
    }

    private bool EndsBehind(string text, List<Span> spans, List<string> words, int cue) =>
        cue + 1 >= words.Count || IsBroken(text, spans, cue, ",.;:()?!\n") || rules.Ends.Contains(words[cue + 1]);

    private bool StandsBehind(string text, List<Span> spans, List<string> words, int from, IReadOnlySet<string> needs)
    {
        for (var i = from; i < words.Count && i - from < rules.Behind; i++)
        {
            if (i > 0 && IsBroken(text, spans, i - 1, ".;:()?!\n"))
                return false;
            if (needs.Contains(words[i]))
                return true;
        }
        return false;
    }

    private static bool IsJoined(string text, List<Span> spans, List<string> words, Number before, Number number)
    {
        var joined = false;
        for (var i = before.End; i < number.First; i++)
            joined |= words[i] == "and";
        joined |= IsBroken(text, spans, number.First - 1, ",");
        return joined && number.First - before.End <= 5 && before.Best is not null == number.Best is not null && !Breaks(text, spans, before.End - 1, number.First);
    }

    private static bool Breaks(string text, List<Span> spans, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (IsBroken(text, spans, i, ".;:()?!\n"))
                return true;
        return false;
    }

    /// <summary>True when one of these marks stands between a word and the next.</summary>
    private static bool IsBroken(string text, List<Span> spans, int word, string marks)
    {
        if (word < 0 || word + 1 >= spans.Count)
            return true;
        return text.AsSpan(spans[word].End, spans[word + 1].Start - spans[word].End).IndexOfAny(marks) >= 0;
    }

    /// <summary>A number in the words, from its bound on.</summary>
    private sealed record Number(int First, int End, long? Low, long? Best, long? High, bool Vague);
}
