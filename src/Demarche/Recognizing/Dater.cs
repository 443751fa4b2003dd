namespace Demarche.Recognizing;

/// <summary>
/// Finds the words of a document that say when, and the dates they mean. What is counted from the day of publication (“yesterday”, “on Tuesday”,
/// “in December”) yields nothing when that day is not known.
/// </summary>
internal sealed class Dater(Calendar calendar)
{
    public void Process(Document document)
    {
        var reading = new Reading(calendar, document);
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                reading.Read(sentence);
    }

    /// <summary>The dates of one document.</summary>
    private sealed class Reading(Calendar calendar, Document document)
    {
        private readonly Token[] _tokens = document.Tokens;
        private readonly DateOnly? _published = document.Story.Published;
        private int _start;
        private int _end;
        private DateOnly? _lastDay;
        private DateOnly? _lastPast;

        public void Read(Sentence sentence)
        {
            (_start, _end) = (sentence.First, sentence.End);
            for (var t = _start; t < _end;)
            {
                if (Phrase(calendar.NoTimes, t, out var after, out _))
                {
                    t = after;
                    continue;
                }
                if (At(t) is { } found)
                {
                    document.Times.Add(WithPreposition(found));
                    if (found.Date.Day > 0)
                    {
                        _lastDay = found.Date.Earliest;
                        if (!(_lastDay > _published))
                            _lastPast = _lastDay;
                    }
                    t = found.End;
                    continue;
                }
                t++;
            }
        }

        private TimeExpression? At(int t)
        {
            if (Phrase(calendar.Days, t, out var after, out var days))
                return _published is { } today ? Make(t, after, On(Shift(today, days)), null, days > 0) : null;
            if (Phrase(calendar.Following, t, out after, out days) && LastDay(t) is { } last)
                return Make(t, after, On(Shift(last, days)), null, false);

            var word = _tokens[t].Form;
            if (word.Length == 0)
                return null;
            if (char.IsAsciiDigit(word[0]))
                return Iso(t) ?? DayFirst(t) ?? Ago(t) ?? Afterwards(t) ?? Decade(t) ?? YearAt(t);
            return Weekday(t) ?? MonthAt(t) ?? DayFirst(t) ?? Ago(t) ?? Afterwards(t) ?? Period(t);
        }

        // “the same day” of a past act is no day that is still to come.
        private DateOnly? LastDay(int t) => Ahead(t) ? _lastDay : _lastPast;

        private TimeExpression? Iso(int t) =>
            _tokens[t].Form.Length == 10 && PartialDate.TryParse(_tokens[t].Form, out var date) ? Make(t, t + 1, date, null, false) : null;

        // “14 December 2021”, “the 3rd of May”, “3 to 5 May”, “3-5 May”.
        private TimeExpression? DayFirst(int t)
        {
            var (day, lastDay, next) = DayRange(t);
            if (day == 0)
                return null;
            if (Is(next, "of"))
                next++;
            var month = MonthOf(next, out _);
            if (month == 0)
                return null;
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

            var next = at + 1;
            var (day, lastDay, afterDay) = DayRange(next);
            if (day > 0 && Form(afterDay) is not (":" or "%"))
            {
                next = afterDay;
                var year = YearAfter(ref next);
                return Dated(t, next, year, month, day, lastDay);
            }
            var monthYear = YearAfter(ref next);
            if (monthYear == 0 && ambiguous && !(t > _start && (calendar.BeforeYear.Contains(Form(t - 1)) || calendar.Which(Form(t - 1)) is not null || calendar.Parts.Contains(Form(t - 1)))))
                return null;
            // “April said”: a person; “in April”, “last April”, “since April”, “mid-April” are the month.
            if (monthYear > 0)
                return Make(t, next, new(monthYear, month), null, false);
            return OfMonth(t, next, month);
        }

        private TimeExpression? OfMonth(int t, int next, int month)
        {
            if (_published is not { } today)
                return null;
            var step = t > _start ? calendar.Which(Form(t - 1)) : null;
            var ahead = step > 0 || (step is null && Ahead(t));
            var year = ahead
                ? today.Year + (month < today.Month || (step > 0 && month == today.Month) ? 1 : 0)
                : today.Year - (month > today.Month || (step < 0 && month == today.Month) ? 1 : 0);
            return year is >= 1 and <= 9999 ? Make(step is null ? t : t - 1, next, new(year, month), null, step > 0) : null;
        }

        private TimeExpression? Dated(int first, int end, int year, int month, int day, int lastDay)
        {
            if (year == 0)
            {
                if (_published is not { } today)
                    return null;
                year = today.Year;
                var ahead = Ahead(first) || Ahead(end - 1);
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
            if (_published is not { } today)
                return null;

            var step = t > _start ? calendar.Which(Form(t - 1)) : null;
            var back = (IsoDay(today) - weekday + 7) % 7;
            var forth = (weekday - IsoDay(today) + 7) % 7;
            var days = step switch
            {
                < 0 => back == 0 ? -7 : -back,
                > 0 => forth == 0 ? 7 : forth,
                _ => Ahead(t) ? forth : -back,
            };
            var end = calendar.DayParts.Contains(Form(t + 1)) ? t + 2 : t + 1;
            return Make(step is null ? t : t - 1, end, On(Shift(today, days)), null, step > 0);
        }

        // “two days ago”, “a decade ago”, “10 years ago”, “three weeks hence”.
        private TimeExpression? Ago(int t)
        {
            var number = calendar.Number(_tokens[t].Form);
            if (number < 0 || _published is not { } today || calendar.Unit(Form(t + 1)) is not { } unit)
                return null;
            var sign = calendar.Ago.Contains(Form(t + 2)) ? -1 : calendar.Hence.Contains(Form(t + 2)) ? 1 : 0;
            if (sign == 0)
                return null;
            return Counted(t, t + 3, today, unit, sign * number);
        }

        // “two days later”, “a week earlier”: from the day last spoken of.
        private TimeExpression? Afterwards(int t)
        {
            var number = calendar.Number(_tokens[t].Form);
            if (number < 0 || calendar.Unit(Form(t + 1)) is not { } unit)
                return null;
            var sign = calendar.Beforehand.Contains(Form(t + 2)) ? -1 : calendar.Afterwards.Contains(Form(t + 2)) ? 1 : 0;
            // “two days earlier than planned” counts from something else.
            return sign != 0 && !Is(t + 3, "than") && LastDay(t) is { } last ? Counted(t, t + 3, last, unit, sign * number) is { } found ? found with { Future = false } : null : null;
        }

        private TimeExpression? Counted(int first, int end, DateOnly today, TimeUnit unit, int count)
        {
            var ahead = count > 0;
            switch (unit)
            {
                case TimeUnit.Day:
                    return Make(first, end, On(Shift(today, count)), null, ahead);
                case TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend:
                    var week = Week(today, unit == TimeUnit.Fortnight ? 2L * count : count);
                    return Make(first, end, On(week.Monday), On(week.Sunday), ahead);
                case TimeUnit.Month or TimeUnit.Quarter:
                    var months = (today.Year * 12L) + today.Month - 1 + (unit == TimeUnit.Quarter ? 3L * count : count);
                    return months is < 12 or > 9999 * 12 ? null : Make(first, end, new((int)(months / 12), (int)(months % 12) + 1), null, ahead);
                default:
                    var year = today.Year + (count * (unit == TimeUnit.Year ? 1L : unit == TimeUnit.Decade ? 10 : 100));
                    return year is < 1 or > 9999 ? null : Make(first, end, new((int)year), null, ahead);
            }
        }

        // “this week”, “last month”, “next year”, “the past two weeks”, “later this month”, “the end of the year”.
        private TimeExpression? Period(int t)
        {
            if (_published is not { } today)
                return null;

            var word = _tokens[t].Form;
            if (calendar.Which(word) is { } step)
            {
                var next = t + 1;
                var number = calendar.Number(Form(next));
                if (number > 0 && calendar.Unit(Form(next + 1)) is { } counted && step != 0)
                    return Stretch(t, next + 2, today, counted, step * number);
                if (calendar.Unit(Form(next)) is not { } unit)
                    return Season(t, today, step);
                // “in the past week” ends today; “last week” is the week before this one.
                if (step < 0 && calendar.Past.Contains(word) && Is(t - 1, "the"))
                    return Stretch(t, next + 1, today, unit, -1);
                return Whole(t, next + 1, today, unit, step);
            }

            // “the end of the year” without a year is that of the running one.
            if (calendar.Parts.Contains(word) && Is(t + 1, "of") && Is(t + 2, "the") && calendar.Unit(Form(t + 3)) is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
                return Whole(t, t + 4, today, calendar.Unit(Form(t + 3))!.Value, 0);
            return null;
        }

        private TimeExpression? Season(int t, DateOnly today, int step)
        {
            if (!calendar.Seasons.Contains(Form(t + 1)) || today.Year + step is < 1 or > 9999)
                return null;
            return Make(t, t + 2, new(today.Year + step), null, step > 0);
        }

        private TimeExpression? Whole(int first, int end, DateOnly today, TimeUnit unit, int step)
        {
            var later = first > _start && calendar.Later.Contains(Form(first - 1));
            var ahead = step > 0 || (later && step == 0);
            var start = later || (first > _start && calendar.Parts.Contains(Form(first - 1))) ? first - 1 : first;
            switch (unit)
            {
                case TimeUnit.Week or TimeUnit.Fortnight:
                    var week = Week(today, step);
                    return Make(start, end, On(week.Monday), On(week.Sunday), ahead);
                case TimeUnit.Weekend:
                    var weekend = Week(today, step);
                    return Make(start, end, On(Shift(weekend.Sunday, -1)), On(weekend.Sunday), ahead);
                case TimeUnit.Day:
                    return step == 0 ? null : Make(start, end, On(Shift(today, step)), null, ahead);
                default:
                    var found = Counted(start, end, today, unit, step);
                    return found is null ? null : found with { Future = ahead };
            }
        }

        // A stretch that ends or begins today.
        private TimeExpression? Stretch(int first, int end, DateOnly today, TimeUnit unit, int count)
        {
            var days = count * (unit switch { TimeUnit.Day => 1L, TimeUnit.Week or TimeUnit.Weekend => 7, TimeUnit.Fortnight => 14, TimeUnit.Month => 30, TimeUnit.Quarter => 91, _ => 0 });
            if (days == 0)
            {
                var years = today.Year + (count * (unit == TimeUnit.Decade ? 10L : unit == TimeUnit.Century ? 100 : 1));
                if (years is < 1 or > 9999)
                    return null;
                return count < 0 ? Make(first, end, new((int)years), On(today), false) : Make(first, end, On(today), new PartialDate((int)years), true);
            }
            // A month back is the same day of the month before, not thirty days.
            var other = unit is TimeUnit.Month or TimeUnit.Quarter && Math.Abs(count) < 1000 ? Months(today, count * (unit == TimeUnit.Quarter ? 3 : 1)) : Shift(today, days);
            return count < 0 ? Make(first, end, On(other), On(today), false) : Make(first, end, On(today), On(other), true);
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
            if (!isYear || calendar.Unit(Form(t + 1)) is not null || IsCount(t))
                return null;

            if (Form(t + 1) is "to" or "and" or "until" or "-" or "–" && Calendar.Year(Form(t + 2)) is > 0 and var last && last > year)
                return Make(t, t + 3, new(year), new PartialDate(last), false);
            return Make(t, t + 1, new(year), null, false);
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

        /// <summary>True when what governs the time lies ahead: “will”, “is expected”, “is to”, “meets Xi on Monday”, “until Friday”.</summary>
        private bool Ahead(int t)
        {
            if (t > _start && calendar.Deadlines.Contains(Form(t - 1)))
                return true;

            var at = t;
            var infinitive = false;
            for (var steps = 0; steps < MaxClimb && at >= 0; steps++, at = _tokens[at].Head)
            {
                var token = _tokens[at];
                if (at != t && (calendar.Future.Contains(token.Form) || (infinitive && calendar.Plans.Contains(token.Lemma ?? ""))))
                    return true;
                if (token.Upos is not (Upos.VERB or Upos.AUX) && document.Tree.Dependent(at, Relation.Cop) < 0)
                    continue;

                if (IsAhead(at))
                    return true;
                // An infinitive or participle takes its time from the verb over it; a clause of its own has its own.
                infinitive = token.Xpos == "VB" && IsBare(at);
                if (token.Relation.Universal() != Relation.Xcomp && !(infinitive && token.Relation is Relation.Acl or Relation.Advcl))
                    return false;
            }
            return false;
        }

        private bool IsAhead(int verb)
        {
            var hasAux = false;
            var progressive = false;
            foreach (var d in document.Tree.Of(verb))
            {
                var relation = _tokens[d].Relation.Universal();
                if (relation == Relation.Aux)
                {
                    if (calendar.Future.Contains(_tokens[d].Form))
                        return true;
                    hasAux = true;
                    progressive |= _tokens[verb].Xpos == "VBG" && _tokens[d].Xpos is "VBZ" or "VBP";
                }
                // “is to meet”.
                if (relation == Relation.Mark && d > _start + 1 && _tokens[d].Form.Equals("to", StringComparison.OrdinalIgnoreCase) && _tokens[d - 1].Upos == Upos.AUX)
                    return true;
            }
            if (progressive)
                return true;
            return !hasAux && _tokens[verb].Xpos is "VBZ" or "VBP" && calendar.Arranged.Contains(_tokens[verb].Lemma ?? "");
        }

        private bool IsBare(int verb) => document.Tree.Dependent(verb, Relation.Nsubj) < 0;

        private bool Phrase(IReadOnlyDictionary<string, (string[] Words, int Days)[]> phrases, int t, out int after, out int days)
        {
            (after, days) = (t, 0);
            if (!phrases.TryGetValue(_tokens[t].Form, out var candidates))
                return false;
            foreach (var (words, shift) in candidates)
            {
                var matched = t + words.Length <= _end;
                for (var i = 1; matched && i < words.Length; i++)
                    matched = Is(t + i, words[i]);
                if (!matched)
                    continue;
                (after, days) = (t + words.Length, shift);
                return true;
            }
            return false;
        }

        private bool Is(int t, string word) => t >= _start && t < _end && _tokens[t].Form.Equals(word, StringComparison.OrdinalIgnoreCase);

        private string Form(int t) => t >= _start && t < _end ? _tokens[t].Form : "";

        private static PartialDate On(DateOnly day) => new(day);

        private static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

        private static (DateOnly Monday, DateOnly Sunday) Week(DateOnly today, long step)
        {
            var monday = Shift(today, (7 * step) - IsoDay(today) + 1);
            return (monday, Shift(monday, 6));
        }

        private static DateOnly Shift(DateOnly day, long days) =>
            DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

        private static DateOnly Months(DateOnly day, int months)
        {
            var total = Math.Clamp((day.Year * 12) + day.Month - 1 + months, 12, (9999 * 12) + 11);
            var (year, month) = (total / 12, (total % 12) + 1);
            return new(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
        }
    }

    // Deeper than any sentence a person writes; keeps the walk linear on what is no sentence.
    private const int MaxClimb = 12;
}
