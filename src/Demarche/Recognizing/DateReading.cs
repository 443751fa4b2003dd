namespace Demarche.Recognizing;

/// <summary>The words that say when in one document, in text order.</summary>
internal sealed partial class DateReading(Calendar calendar, Document document, Func<bool> isSouthern)
{
    private readonly Token[] _tokens = document.Tokens;
    private readonly DateOnly? _published = document.Story.Published;
    private bool _counted;
    private readonly TimeAhead _ahead = new(calendar, document);
    private int _start;
    private int _end;
    private DateOnly? _lastDay;
    private DateOnly? _lastPast;
    private bool _yearGuessed;

    public void Read(Sentence sentence)
    {
        (_start, _end) = (sentence.First, sentence.End);
        var before = document.Times.Count;
        for (var t = _start; t < _end;)
        {
            if (Phrase(calendar.NoTimes, t, out var after) is not null)
                t = after;
            else if (At(t) is { } found)
                t = Add(found);
            else
                t++;
        }
        if (document.Times.Count == before)
            ReadHours();
    }

    private int Add(TimeExpression found)
    {
        document.Times.Add(WithPreposition(found));
        if (found.Date.Day > 0)
        {
            _lastDay = found.Date.Earliest;
            if (!(_lastDay > _published))
                _lastPast = _lastDay;
        }
        return found.End;
    }

    /// <summary>The day of publication, from which words like “yesterday” count. Where nobody knows it, any day serves to tell that the words say when.</summary>
    private DateOnly Today
    {
        get
        {
            _counted = true;
            return _published ?? AnyDay;
        }
    }

    // In the middle of the calendar, of a year, of a month and of a week.
    private static readonly DateOnly AnyDay = new(2000, 6, 14);

    private TimeExpression? At(int t)
    {
        if (One(t) is not { } found)
            return null;
        var counted = _counted;
        if (Range(found) is { } range)
            found = range;
        else
            _counted = counted;
        return _counted && _published is null ? found with { Date = default, DateEnd = null } : found;
    }

    private TimeExpression? One(int t)
    {
        _yearGuessed = _counted = false;
        if (Phrase(calendar.Days, t, out var after) is var (from, to) && !IsOfSomething(after))
            return Make(t, after, On(CalendarDays.Shift(Today, from)), to == from ? null : On(CalendarDays.Shift(Today, to)), from > 0);
        if (Phrase(calendar.Following, t, out after) is var (days, _) && !(IsBeforeSomething(after) && !IsInsideVerb(t, after)) && (LastDay(t) ?? Before(days)) is { } last)
            return Make(t, after, On(CalendarDays.Shift(last, days)), null, false);

        var word = _tokens[t].Form;
        if (word.Length == 0)
            return null;
        if (char.IsAsciiDigit(word[0]))
            return Iso(t) ?? DayFirst(t) ?? Else() ?? Ago(t) ?? Else() ?? Afterwards(t) ?? Decade(t) ?? YearAt(t) ?? DayAlone(t);
        return Weekday(t) ?? MonthAt(t) ?? Else() ?? DayFirst(t) ?? Else() ?? Ago(t) ?? Afterwards(t) ?? Else() ?? PartOf(t) ?? Else() ?? Period(t) ?? Else() ?? SeasonAt(t) ?? Else() ?? Holiday(t) ?? DayAlone(t);
    }

    // What was tried in vain has counted from no day.
    private TimeExpression? Else()
    {
        _counted = false;
        return null;
    }

    /// <summary>“from Monday to Wednesday”, “between 3 March and 5 April 2019”, “March–May”: a period by its two ends.</summary>
    private TimeExpression? Range(TimeExpression first)
    {
        var (guessed, counted) = (_yearGuessed, _counted);
        var joint = Form(first.End);
        if (first.DateEnd is not null || !(joint is "to" or "until" or "till" or "through" or "-" or "–" or "—" || (joint is "and" && (Is(first.First - 1, "between") || Is(first.First - 2, "between")))))
            return null;
        if (first.End + 1 >= _end || One(first.End + 1) is not { DateEnd: null } last || last.Date.Precision != first.Date.Precision)
            return null;
        // “Exchanged fire from Friday until Monday”: what is over ended in the past.
        if (_published is { } today && last.Date.Day > 0 && last.Date.Earliest > today && first.Date.Earliest <= today && calendar.Weekday(Form(first.End + 1)) > 0 && _ahead.IsOver(first.First))
            last = last with { Date = On(CalendarDays.Shift(last.Date.Earliest, -DaysOfWeek)), Future = false };
        var date = first.Date;
        // The year stands behind the second.
        if (!(guessed && !_yearGuessed))
            _counted |= counted;
        else
            date = date with { Year = last.Date.Year - (new PartialDate(last.Date.Year, date.Month, date.Day) > last.Date ? 1 : 0) };
        if (date >= last.Date || date.Year < 1 || date.Day > DateTime.DaysInMonth(date.Year, Math.Max(1, date.Month)))
            return null;
        return Make(first.First, last.End, date, last.Date, first.Future);
    }

    // “the day before the vote”, “the day after they met” count from what they name.
    private bool IsBeforeSomething(int after) =>
        Form(after - 1) is "before" or "after" && after < _end && (_tokens[after].Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.NUM || _tokens[after] is { Upos: Upos.VERB, Xpos: not ("VBN" or "VBD") });

    // “Had the day before put off his trip”.
    private bool IsInsideVerb(int t, int after) => t > _start && after < _end && _tokens[t - 1].Upos == Upos.AUX && _tokens[after].Upos == Upos.VERB;

    // “during the night of 3 March”.
    private bool IsOfSomething(int after) => Form(after) is "of" or "from";

    // “the same day” of a past act is no day that is still to come.
    private DateOnly? LastDay(int t) => Ahead(t) ? _lastDay : _lastPast;

    // “The previous night” in a report that has spoken of no day: before that of the report.
    private DateOnly? Before(int sign) => sign < 0 && _published is not null ? Today : null;

    private bool Ahead(int t) => _ahead.Of(t, _start);

    // “2021-12-14”, “14.12.2021”; “3/4/2021” is another day on either side of the Atlantic and stays text.
    private TimeExpression? Iso(int t)
    {
        var word = _tokens[t].Form;
        if (word.Length == 10 && PartialDate.TryParse(word, out var date))
            return Make(t, t + 1, date, null, false);
        if (word.Length is < 8 or > 10 || word.IndexOfAny(['.', '/']) is not (1 or 2) || word.Split(word.Contains('.') ? '.' : '/') is not [var first, var second, { Length: 4 } last])
            return null;
        var (day, month, year) = (calendar.DayOfMonth(first), calendar.DayOfMonth(second), Calendar.Year(last));
        if (word.Contains('/') && day <= 12 && month != day)
        {
            if (month <= 12)
                return null;
            (day, month) = (month, day);
        }
        return year > 0 && day > 0 && month is >= 1 and <= 12 ? Dated(t, t + 1, year, month, day, 0) : null;
    }

    // “14 December 2021”, “the 3rd of May”, “3 to 5 May”, “3-5 May”.
    private TimeExpression? DayFirst(int t)
    {
        var (day, lastDay, next) = DayRange(t);
        if (day == 0)
            return null;
        if (Is(next, "of"))
            next++;
        var month = MonthOf(next, out _);
        // “the 18th of this month”.
        if (month == 0)
            return calendar.Which(Form(next)) is { } step && calendar.Unit(Form(next + 1)) == TimeUnit.Month && CalendarDays.Month(Today, step) is { } counted ? Dated(t, next + 2, counted.Year, counted.Month, day, lastDay) : null;
        next++;
        var year = YearAfter(ref next);
        return Dated(t, next, year, month, day, lastDay);
    }

    // “December 14, 2021”, “Dec. 14”, “May 3 to 5”, “December 2021”, “December”.
    private TimeExpression? MonthAt(int t)
    {
        var at = t;
        var month = MonthOf(at, out var ambiguous);
        if (month == 0)
            return null;
        // “Jan Pronk”, “June Carter said”; in “at the end of January Nicolás Maduro” the month is one.
        if (t + 1 < _end && _tokens[t + 1] is { Relation: Relation.Flat, Upos: Upos.PROPN } name && name.Head == t && (_tokens[t].Form.Length <= 3 && !ambiguous || t == _start || _tokens[t - 1].Upos != Upos.ADP))
            return null;

        var next = at + 1;
        var (day, lastDay, afterDay) = DayRange(next);
        if (day > 0 && Form(afterDay) is not (":" or "%"))
        {
            next = afterDay;
            var year = YearAfter(ref next);
            return Dated(t, next, year, month, day, lastDay);
        }
        var monthYear = YearAfter(ref next);
        // “The May accord”, “its March agreement”.
        if (monthYear == 0 && ambiguous && t > _start && next < _end && _tokens[t - 1].Upos == Upos.DET && _tokens[next].Upos == Upos.NOUN && _tokens[t].Relation.Universal() == Relation.Compound && char.IsUpper(_tokens[t].Form[0]))
            return Make(t, next, new(Today.Year - (month > Today.Month ? 1 : 0), month), null, false);
        if (monthYear == 0 && ambiguous && !(t > _start && (calendar.BeforeYear.Contains(Form(t - 1)) || calendar.Which(Form(t - 1)) is not null || calendar.Parts.Contains(Form(t - 1)))))
            return null;
        // “April said”: a person; “in April”, “last April”, “since April”, “mid-April” are the month.
        if (monthYear > 0)
            return Make(t, next, new(monthYear, month), null, false);
        return OfMonth(t, next, month);
    }

    private TimeExpression? OfMonth(int t, int next, int month)
    {
        var today = Today;
        _yearGuessed = true;
        var step = t > _start ? calendar.Which(Form(t - 1)) : null;
        var ahead = step > 0 || (step is null && (Ahead(t) || IsAppointed(t, next)));
        var year = ahead
            ? today.Year + (month < today.Month || (step > 0 && month == today.Month) ? 1 : 0)
            : today.Year - (month > today.Month || (step < 0 && month == today.Month) ? 1 : 0);
        return year is >= 1 and <= 9999 ? Make(step is null ? t : t - 1, next, new(year, month), null, step > 0) : null;
    }

    private TimeExpression? Dated(int first, int end, int year, int month, int day, int lastDay)
    {
        if (year == 0)
        {
            var today = Today;
            _yearGuessed = true;
            year = today.Year;
            var ahead = Ahead(first) || Ahead(end - 1) || IsAppointed(first, end);
            if (!ahead && (month, day).CompareTo((today.Month, today.Day)) > 0)
                year--;
            else if (ahead && (month, day).CompareTo((today.Month, today.Day)) < 0)
                year++;
        }
        if (year is < 1 or > 9999 || day > DateTime.DaysInMonth(year, month) || lastDay > DateTime.DaysInMonth(year, month))
            return null;
        return Make(first, end, new(year, month, day), lastDay > 0 ? new PartialDate(year, month, lastDay) : null, false);
    }

    // “Tuesday”, “last Tuesday”, “next Friday morning”, “Tuesday, 14 December”.
    private TimeExpression? Weekday(int t)
    {
        var weekday = calendar.Weekday(_tokens[t].Form);
        if (weekday == 0)
            return null;

        var comma = Form(t + 1) == "," ? t + 2 : t + 1;
        if (comma < _end && (DayFirst(comma) ?? MonthAt(comma)) is { } dated && dated.Date.Day > 0)
            return dated with { First = t, Head = HeadOf(t, dated.End) };
        var today = Today;
        var step = t > _start ? calendar.Which(Form(t - 1)) : null;
        var back = (CalendarDays.OfWeek(today) - weekday + 7) % 7;
        var forth = (weekday - CalendarDays.OfWeek(today) + 7) % 7;
        var days = step switch
        {
            < 0 => back == 0 ? -7 : -back,
            // Nobody calls tomorrow “next Friday”.
            > 0 => forth == 0 || forth <= NearWeekday && Is(t - 1, "next") ? forth + 7 : forth,
            _ => Ahead(t) || IsAppointed(t, t + 1) ? forth : -back,
        };
        // “Thursday week”; “the Friday before last”.
        if (step is null && calendar.Unit(Form(t + 1)) is TimeUnit.Week or TimeUnit.Fortnight && !(t + 2 < _end && _tokens[t + 2].Upos is Upos.NOUN or Upos.PROPN && _tokens[t + 1].Relation.Universal() == Relation.Compound))
            return Make(t, t + 2, On(CalendarDays.Shift(today, forth + (calendar.Unit(Form(t + 1)) == TimeUnit.Week ? 7 : 14))), null, true);
        if (Around(t + 1) is < 0)
            return Make(t, t + 3, On(CalendarDays.Shift(today, -7 - (back == 0 ? 7 : back))), null, false);
        // “Friday of next week”, “Monday this week”.
        var week = Is(t + 1, "of") ? t + 2 : t + 1;
        if (calendar.Which(Form(week)) is { } weeks && calendar.Unit(Form(week + 1)) == TimeUnit.Week)
            return Make(t, week + 2, On(CalendarDays.Shift(CalendarDays.Week(today, weeks).Monday, weekday - 1)), null, weeks > 0);

        var end = calendar.DayParts.Contains(Form(t + 1)) ? t + 2 : t + 1;
        return Make(step is null ? t : t - 1, end, On(CalendarDays.Shift(today, days)), null, step > 0);
    }

    private const int NearWeekday = 2;

    // Behind a unit or a weekday: 2 for “after next”, −2 for “before last”, else 0.
    private int Around(int t) => Is(t, "after") && Is(t + 1, "next") ? 2 : Is(t, "before") && Is(t + 1, "last") ? -2 : 0;

    // “called a meeting for Monday”; not “blamed the army for Monday's raid”.
    private bool IsAppointed(int first, int end) =>
        _ahead.Before(first, _start) is >= 0 and var before && calendar.Appointed.Contains(Form(before)) && !(end < _end && (_tokens[end].Xpos == "POS" || _tokens[end].Upos == Upos.NOUN));

    // “two days ago”, “a decade ago”, “10 years ago”, “three weeks hence”.
    private TimeExpression? Ago(int t)
    {
        if (VagueAt(t, out var counted) is { } loose && calendar.Ago.Contains(Form(counted + 1)))
            return Loosely(t, counted + 2, Today, loose, -1);
        var number = calendar.Number(_tokens[t].Form);
        if (number < 0 || calendar.Unit(Form(t + 1)) is not { } unit)
            return null;
        var (sign, end) = calendar.Ago.Contains(Form(t + 2)) ? (-1, t + 3)
            : calendar.Hence.Contains(Form(t + 2)) ? (1, t + 3)
            : Is(t + 2, "from") && calendar.Now.Contains(Form(t + 3)) ? (1, t + 4)
            : Is(t - 1, "in") ? Within(t)
            : (0, t);
        if (sign == 0)
            return null;
        // “A fortnight ago” is told by the day; of three weeks, and more, people count the weeks.
        return unit is TimeUnit.Week && number <= 2 || unit is TimeUnit.Fortnight && number == 1
            ? Counted(t, end, Today, TimeUnit.Day, sign * number * (unit == TimeUnit.Week ? 7 : 14))
            : Counted(t, end, Today, unit, sign * number);
    }

    // “in two days' time”; “will leave in three weeks”, with nothing behind it of which it could be a measure.
    private (int Sign, int End) Within(int t)
    {
        var owner = t + 2;
        if (owner < _end && _tokens[owner].Xpos == "POS")
            owner++;
        if (owner > t + 2 && calendar.Measure.Contains(Form(owner)))
            return (1, owner + 1);
        return (t + 2 >= _end || _tokens[t + 2].Upos == Upos.PUNCT) && Ahead(t) ? (1, t + 2) : (0, t);
    }

    // “two days later”, “a week earlier”: from the day last spoken of.
    private TimeExpression? Afterwards(int t)
    {
        var number = calendar.Number(_tokens[t].Form);
        if (number < 0 || calendar.Unit(Form(t + 1)) is not { } unit)
            return null;
        if (FromClause(t, number, unit) is { } counted)
            return counted;
        // “Two days before”, with nothing that it was before.
        var bare = t + 3 >= _end || _tokens[t + 3].Upos == Upos.PUNCT;
        var sign = calendar.Beforehand.Contains(Form(t + 2)) || bare && Is(t + 2, "before") ? -1 : calendar.Afterwards.Contains(Form(t + 2)) || bare && Is(t + 2, "after") ? 1 : 0;
        // “two days earlier than planned” counts from something else.
        return sign != 0 && !Is(t + 3, "than") && (LastDay(t) ?? Before(sign)) is { } last ? Counted(t, t + 3, last, unit, sign * number) is { } found ? found with { Future = false } : null : null;
    }

    // “Left on Monday, three days after the troops had landed”: of the clause that follows, from the day last spoken of.
    private TimeExpression? FromClause(int t, int number, TimeUnit unit)
    {
        var sign = Is(t + 2, "after") ? -1 : Is(t + 2, "before") ? 1 : 0;
        if (sign == 0 || unit != TimeUnit.Day || _tokens[t + 2].Relation.Universal() != Relation.Mark || document.Times.Count == 0 || document.Times[^1].First < _start || _lastPast is not { } last)
            return null;
        return new(t, t + 3, t + 2, On(CalendarDays.Shift(last, sign * number)), null, false);
    }

    private TimeExpression? Counted(int first, int end, DateOnly today, TimeUnit unit, int count)
    {
        var ahead = count > 0;
        switch (unit)
        {
            case TimeUnit.Day:
                return Make(first, end, On(CalendarDays.Shift(today, count)), null, ahead);
            case TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend:
                var week = CalendarDays.Week(today, unit == TimeUnit.Fortnight ? 2L * count : count);
                return Make(first, end, On(week.Monday), On(week.Sunday), ahead);
            case TimeUnit.Month or TimeUnit.Quarter:
                return CalendarDays.Month(today, unit == TimeUnit.Quarter ? 3L * count : count) is { } month ? Make(first, end, month, null, ahead) : null;
            default:
                var year = today.Year + (count * (unit == TimeUnit.Year ? 1L : unit == TimeUnit.Decade ? 10 : 100));
                return year is < 1 or > 9999 ? null : Make(first, end, new((int)year), null, ahead);
        }
    }

    // “the 1990s”, “1990's”.
    private TimeExpression? Decade(int t)
    {
        var word = _tokens[t].Form;
        var digits = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2]
            : word.EndsWith('s') ? word[..^1]
            : word;
        var split = digits.Length == word.Length && Form(t + 1) is "s" or "'s" or "’s" && !_tokens[t + 1].SpaceBefore;
        var year = Calendar.Year(digits);
        if (year == 0 || year % 10 != 0 || (digits.Length == word.Length && !split))
            return null;
        return Make(t, split ? t + 2 : t + 1, new(year), new PartialDate(year + 9), false);
    }

    // A year alone needs a preposition, a part (“early 2019”) or another year before it.
    private TimeExpression? YearAt(int t)
    {
        var year = Calendar.Year(_tokens[t].Form);
        if (year == 0 && _tokens[t].Form.Length == 9 && _tokens[t].Form[4] is '-' or '–' or '/')
            return YearRange(t);
        if (year == 0 || t == _start)
            return null;

        var before = t - 1;
        if (Is(before, "the"))
            before--;
        var isYear = before >= _start && (calendar.BeforeYear.Contains(Form(before)) || calendar.Parts.Contains(Form(before)));
        if (IsOfThing(t))
            return Make(t, t + 1, new(year), null, false);
        if (!isYear || calendar.Unit(Form(t + 1)) is not null || IsCount(t))
            return null;

        if (Form(t + 1) is "to" or "and" or "until" or "-" or "–" && Calendar.Year(Form(t + 2)) is > 0 and var last && last > year)
            return Make(t, t + 3, new(year), new PartialDate(last), false);
        return Make(t, t + 1, new(year), null, false);
    }

    // “the 2015 accord”, “Iran's 2015 nuclear deal”: one thing and its year; not “2015 soldiers”.
    private bool IsOfThing(int t)
    {
        var head = _tokens[t].Head;
        if (head <= t || head >= _end || _tokens[head].Xpos is not ("NN" or "NNP") || _tokens[t].Relation.Universal() is not (Relation.Nummod or Relation.Compound or Relation.Amod or Relation.Nmod))
            return false;
        for (var i = t + 1; i < head; i++)
            if (_tokens[i].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PUNCT or Upos.VERB))
                return false;
        return calendar.Unit(_tokens[head].Form) is null;
    }

    private TimeExpression? YearRange(int t)
    {
        var (first, last) = (Calendar.Year(_tokens[t].Form[..4]), Calendar.Year(_tokens[t].Form[5..]));
        return first > 0 && last > first ? Make(t, t + 1, new(first), new PartialDate(last), false) : null;
    }

    // “between 1500 and 2000 people”, “of 2000 soldiers”: the number counts what it hangs on.
    private bool IsCount(int t) =>
        _tokens[t].Relation.Universal() == Relation.Nummod && _tokens[t].Head > t && _tokens[t].Head < _end && _tokens[_tokens[t].Head].Upos is Upos.NOUN or Upos.SYM;

    private (int Day, int LastDay, int Next) DayRange(int t)
    {
        if (t >= _end)
            return default;
        var word = _tokens[t].Form;
        // “3-5” as one token.
        var dash = word.AsSpan().IndexOfAny('-', '–');
        if (dash > 0 && calendar.DayOfMonth(word[..dash]) is > 0 and var from && calendar.DayOfMonth(word[(dash + 1)..]) is > 0 and var to && to > from)
            return (from, to, t + 1);

        var day = calendar.DayOfMonth(word);
        if (day == 0)
            return default;
        var last = Form(t + 1) is "to" or "and" or "-" or "–" or "until" or "through" ? calendar.DayOfMonth(Form(t + 2)) : 0;
        return last > day ? (day, last, t + 3) : (day, 0, t + 1);
    }

    private int MonthOf(int t, out bool ambiguous)
    {
        ambiguous = false;
        if (t >= _end || _tokens[t].Form.Length == 0)
            return 0;
        var word = _tokens[t].Form;
        var month = calendar.Month(word, out ambiguous);
        var hyphen = month == 0 ? word.IndexOf('-') : -1;
        // “mid-June” as one token.
        if (hyphen <= 0 || hyphen == word.Length - 1 || !calendar.Parts.Contains(word[..hyphen]))
            return month;
        month = calendar.Month(word[(hyphen + 1)..], out _);
        ambiguous = false;
        return month;
    }

    private int YearAfter(ref int next)
    {
        var at = Form(next) is "," or "of" ? next + 1 : next;
        var year = Calendar.Year(Form(at));
        if (year > 0)
            next = at + 1;
        // “27 April next year”, “March of last year”.
        else if (calendar.Which(Form(at)) is { } step && calendar.Unit(Form(at + 1)) == TimeUnit.Year && Today.Year + step is >= 1 and <= 9999 and var counted)
            (year, next) = (counted, at + 2);
        return year;
    }

    private TimeExpression Make(int first, int end, PartialDate date, PartialDate? dateEnd, bool future) =>
        new(first, end, HeadOf(first, end), date, dateEnd, future);

    private TimeExpression WithPreposition(TimeExpression time)
    {
        var first = time.First;
        var free = document.Times.Count > 0 ? document.Times[^1].End : 0;
        while (first > _start && first > free && first > time.First - 5)
        {
            var before = _tokens[first - 1];
            if (calendar.Parts.Contains(before.Form) || (before.Upos == Upos.ADP && before.Relation.Universal() == Relation.Case) || (before.Upos == Upos.DET && first - 1 > _start && _tokens[first - 2].Upos == Upos.ADP))
                first--;
            else
                break;
        }
        // “the beginning” as it stands after “at”; a bare preposition of the verb (“called on Tuesday”) is the day's too.
        return first == time.First ? time : time with { First = first, Head = HeadOf(first, time.End) };
    }

    /// <summary>The token of the stretch that hangs on a token outside of it.</summary>
    private int HeadOf(int first, int end)
    {
        for (var t = first; t < end; t++)
            if ((_tokens[t].Head < first || _tokens[t].Head >= end) && _tokens[t].Relation.Universal() is not (Relation.Case or Relation.Punct or Relation.Det or Relation.Mark))
                return t;
        return end - 1;
    }

    private (int From, int To)? Phrase(IReadOnlyDictionary<string, (string[] Words, int From, int To)[]> phrases, int t, out int after)
    {
        after = t;
        if (!phrases.TryGetValue(_tokens[t].Form, out var candidates))
            return null;
        foreach (var (words, from, to) in candidates)
        {
            var matched = t + words.Length <= _end;
            for (var i = 1; matched && i < words.Length; i++)
                matched = Is(t + i, words[i]);
            if (!matched)
                continue;
            after = t + words.Length;
            return (from, to);
        }
        return null;
    }

    private bool Is(int t, string word) => t >= _start && t < _end && _tokens[t].Form.Equals(word, StringComparison.OrdinalIgnoreCase);

    private string Form(int t) => t >= _start && t < _end ? _tokens[t].Form : "";

    private static PartialDate On(DateOnly day) => new(day);

    private const int DaysOfWeek = 7;
}
