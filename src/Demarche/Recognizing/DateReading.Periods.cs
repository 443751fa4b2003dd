namespace Demarche.Recognizing;

/// <summary>Weeks, months, seasons and other stretches of time, and days that are said without number or name.</summary>
internal sealed partial class DateReading
{
    // “this week”, “last month”, “next year”, “the past two weeks”, “later this month”, “the end of the year”.
    private TimeExpression? Period(int t)
    {
        var today = Today;
        var word = _tokens[t].Form;
        if (calendar.Which(word) is { } step)
        {
            var next = t + 1;
            var number = calendar.Number(Form(next));
            if (number > 0 && calendar.Unit(Form(next + 1)) is { } counted && step != 0)
                return Stretch(t, next + 2, today, counted, step * number);
            if (calendar.Unit(Form(next)) is not { } unit)
                return SeasonAt(t + 1);
            // “in the coming days”.
            if (step != 0 && _tokens[next].Xpos == "NNS")
                return Loosely(t, next + 1, today, unit, step);
            // “in the past week” ends today; “last week” is the week before this one.
            if (step < 0 && calendar.Past.Contains(word) && Is(t - 1, "the"))
                return Stretch(t, next + 1, today, unit, -1);
            return Whole(t, next + 1, today, unit, step);
        }

        // “the week after next”, “the year before last”.
        if (calendar.Unit(word) is { } whole and not (TimeUnit.Day or TimeUnit.Decade or TimeUnit.Century) && Is(t - 1, "the") && Around(t + 1) is not 0 and var twice)
            return Whole(t, t + 3, today, whole, twice);
        // “in recent weeks”.
        if (VagueAt(t, out var at) is { } loose && calendar.Recent.Contains(word))
            return Loosely(t, at + 1, today, loose, -1);
        if (calendar.Unit(word) == TimeUnit.Weekend && Is(t - 1, "the") && _tokens[t].Relation.Universal() != Relation.Compound)
            return Weekend(t, today);

        // “the middle of the year” without a year is that of the running one; its end is December.
        if (calendar.Parts.Contains(word) && Is(t + 1, "of") && Is(t + 2, "the") && calendar.Unit(Form(t + 3)) is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
            return calendar.Unit(Form(t + 3)) == TimeUnit.Year && calendar.MonthAtEdge(word) is > 0 and var edge ? Make(t, t + 4, new(today.Year, edge), null, false) : Whole(t, t + 4, today, calendar.Unit(Form(t + 3))!.Value, 0);
        return null;
    }

    private TimeExpression? Whole(int first, int end, DateOnly today, TimeUnit unit, int step)
    {
        var later = first > _start && calendar.Later.Contains(Form(first - 1));
        var ahead = step > 0 || (later && step == 0);
        var start = later || (first > _start && calendar.Parts.Contains(Form(first - 1))) ? first - 1 : first;
        switch (unit)
        {
            case TimeUnit.Week or TimeUnit.Fortnight:
                var week = CalendarDays.Week(today, step);
                return Make(start, end, On(week.Monday), On(week.Sunday), ahead);
            case TimeUnit.Weekend:
                var weekend = CalendarDays.Week(today, step);
                return Make(start, end, On(CalendarDays.Shift(weekend.Sunday, -1)), On(weekend.Sunday), ahead);
            case TimeUnit.Day:
                return step == 0 ? null : Make(start, end, On(CalendarDays.Shift(today, step)), null, ahead);
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
        var other = unit is TimeUnit.Month or TimeUnit.Quarter && Math.Abs(count) < 1000 ? CalendarDays.Months(today, count * (unit == TimeUnit.Quarter ? 3 : 1)) : CalendarDays.Shift(today, days);
        return count < 0 ? Make(first, end, On(other), On(today), false) : Make(first, end, On(today), On(other), true);
    }

    // “a few days”, “several weeks”, “days”: the unit, and the token that has it.
    private TimeUnit? VagueAt(int t, out int counted)
    {
        counted = t;
        while (counted < _end && counted < t + 3 && (calendar.Vague.Contains(Form(counted)) || calendar.Recent.Contains(Form(counted)) || (counted == t && Is(t, "a"))))
            counted++;
        return counted < _end && _tokens[counted].Xpos == "NNS" ? calendar.Unit(Form(counted)) : null;
    }

    /// <summary>A count that is not told: the longest stretch that the words can mean, up to the day of publication or from it.</summary>
    private TimeExpression? Loosely(int first, int end, DateOnly today, TimeUnit unit, int step)
    {
        if (!calendar.Loosely.TryGetValue(unit, out var days))
            return null;
        return step < 0
            ? Make(first, end, On(CalendarDays.Shift(today, -days)), On(today), false)
            : Make(first, end, On(CalendarDays.Shift(today, 1)), On(CalendarDays.Shift(today, days)), true);
    }

    // “at the weekend”: the last one that has begun, or the one that comes.
    private TimeExpression Weekend(int t, DateOnly today)
    {
        var saturday = CalendarDays.Shift(CalendarDays.Week(today, 0).Sunday, -1);
        if (!Ahead(t) && saturday > today)
            saturday = CalendarDays.Shift(saturday, -7);
        return Make(t, t + 1, On(saturday), On(CalendarDays.Shift(saturday, 1)), false);
    }

    /// <summary>“In the first week of November”, “the second half of 2019”, “the last quarter of the year”.</summary>
    private TimeExpression? PartOf(int t)
    {
        var number = calendar.Final.Contains(Form(t)) ? -1 : calendar.DayOfMonth(Form(t));
        if (number is 0 or > 5 || char.IsAsciiDigit(Form(t)[0]) || calendar.Part(Form(t + 1)) is not { } part)
            return null;
        if (!Is(t + 2, "of"))
            return part == "quarter" ? QuarterAlone(t, number) : null;
        var next = t + 3;
        if (Is(next, "the"))
            next++;
        if (next >= _end)
            return null;
        PartialDate whole;
        int end;
        if (MonthAt(next) is { Date: { Day: 0, Month: > 0 } month } found)
            (whole, end) = (month, found.End);
        else if (Calendar.Year(Form(next)) is > 0 and var year)
            (whole, end) = (new(year), next + 1);
        else if (calendar.Unit(Form(next)) is TimeUnit.Year or TimeUnit.Month && Is(next - 1, "the"))
            (whole, end) = (calendar.Unit(Form(next)) == TimeUnit.Year ? new(Today.Year) : new(Today.Year, Today.Month), next + 1);
        else
            return null;

        if (part == "half" && number is 1 or 2 or -1)
        {
            var second = number != 1;
            return whole.Month > 0
                ? Make(t, end, whole with { Day = second ? 16 : 1 }, second ? On(whole.Latest) : whole with { Day = 15 }, false)
                : Make(t, end, whole with { Month = second ? 7 : 1 }, whole with { Month = second ? 12 : 6 }, false);
        }
        if (part == "quarter" && whole.Month == 0 && number <= 4)
        {
            var first = number < 0 ? 10 : (3 * number) - 2;
            return Make(t, end, whole with { Month = first }, whole with { Month = first + 2 }, false);
        }
        if (part == "week" && whole.Month > 0)
        {
            var last = whole.Latest;
            var begin = number < 0 ? CalendarDays.Shift(last, -6) : CalendarDays.Shift(whole.Earliest, 7 * (number - 1));
            var until = CalendarDays.Shift(begin, 6);
            return begin > last ? null : Make(t, end, On(begin), On(until > last ? last : until), false);
        }
        return null;
    }

    // “In the first quarter”: of this year, or of the last that has had one.
    private TimeExpression? QuarterAlone(int t, int number)
    {
        if (number is < 1 or > 4 || !Is(t - 1, "the") || t - 2 < _start || _tokens[t - 2].Upos != Upos.ADP || t + 2 < _end && _tokens[t + 2].Upos is Upos.NOUN or Upos.PROPN)
            return null;
        var (today, first) = (Today, (3 * number) - 2);
        var year = today.Year - (first > today.Month && !Ahead(t) ? 1 : 0);
        return Make(t, t + 2, new(year, first), new PartialDate(year, first + 2), false);
    }

    /// <summary>
    /// “Last spring”, “in the summer”, “since the spring”, “winter 2014”: the months of the season on the side of the world that the story is about.
    /// A season that merely stands before a noun (“the summer offensive”) says what, not when.
    /// </summary>
    private TimeExpression? SeasonAt(int t)
    {
        if (!calendar.Seasons.TryGetValue(Form(t), out var season) || char.IsUpper(Form(t)[0]) && t > _start)
            return null;
        var step = t > _start ? calendar.Which(Form(t - 1)) : null;
        var first = step is null ? t : t - 1;
        var next = t + 1;
        var year = YearAfter(ref next);
        var owns = next < _end && _tokens[next].Xpos == "POS";
        if (year == 0)
        {
            if (step is null && !Is(t - 1, "the") || !owns && (_tokens[t].Relation.Universal() == Relation.Compound || Is(next, "of")))
                return null;
            if (step is null && !owns && !(t - 2 >= _start && calendar.BeforeSeason.Contains(Form(t - 2))))
                return null;
        }

        var south = isSouthern();
        var begins = south ? (season + 5) % 12 + 1 : season;
        if (year == 0)
        {
            var today = Today;
            var months = ((today.Month - begins) + 12) % 12;
            // The first month of the season that has begun last.
            var begun = CalendarDays.Month(today, -months);
            var running = months < 3;
            var later = step switch
            {
                < 0 => running ? -12 : 0,
                0 => running || months < 6 ? 0 : 12,
                > 0 => 12,
                _ => Ahead(t) && !running ? 12 : 0,
            };
            if (begun is not { } month || CalendarDays.Month(month.Earliest, later) is not { } from)
                return null;
            return Season(first, next, from, step > 0 || later > 0, south, t);
        }
        return Season(first, next, new(year, begins), false, south, t);
    }

    private TimeExpression? Season(int first, int end, PartialDate from, bool future, bool south, int t)
    {
        if (CalendarDays.Month(from.Earliest, 2) is not { } to)
            return null;
        // “Since the spring” begins with it.
        var since = t - 2 >= _start && calendar.Since.Contains(Form(t - 2)) || t - 1 >= _start && calendar.Since.Contains(Form(t - 1));
        return Make(first, end, from, since ? null : to, future) with { Note = $"{Form(t).ToLowerInvariant()} of the {(south ? "southern" : "northern")} hemisphere" };
    }

    // “by Christmas”, “on New Year's Eve”, “Christmas 2014”.
    private TimeExpression? Holiday(int t)
    {
        if (!char.IsUpper(Form(t)[0]) || Phrase(calendar.Holidays, t, out var after) is not var (month, day) || (after < _end && _tokens[after].Upos is Upos.NOUN or Upos.PROPN && _tokens[after - 1].Head >= after))
            return null;
        var year = YearAfter(ref after);
        return year == 0 && !(t > _start && _tokens[t - 1].Upos is Upos.ADP or Upos.DET) ? null : Dated(t, after, year, month, day, 0);
    }

    // “On the 14th”.
    private TimeExpression? DayAlone(int t)
    {
        if (Form(t).Length < 3 || !Is(t - 1, "the") || t - 2 < _start || _tokens[t - 2].Upos != Upos.ADP || calendar.DayOfMonth(Form(t)) is not (> 0 and var day))
            return null;
        if (t + 1 < _end && _tokens[t + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM || Is(t + 1, "of") || _tokens[t].Relation.Universal() is Relation.Amod or Relation.Nummod)
            return null;
        var (today, ahead) = (Today, Ahead(t));
        for (var step = 0; step < 12; step++)
            if (CalendarDays.Month(today, ahead ? step : -step) is { } month && day <= DateTime.DaysInMonth(month.Year, month.Month) && month with { Day = day } is var date && (ahead ? date.Earliest >= today : date.Earliest <= today))
                return Make(t, t + 1, date, null, false);
        return null;
    }

    /// <summary>“At midnight”, “before dawn” in a sentence that names no day: the day last spoken of, if that is near, or else that of publication.</summary>
    private void ReadHours()
    {
        if (_published is not { } today)
            return;
        for (var t = _start + 1; t < _end; t++)
            if ((calendar.Hours.Contains(Form(t)) && _tokens[t - 1].Upos == Upos.ADP || IsDayPart(t)) && _tokens[t].Relation.Universal() != Relation.Compound)
            {
                var day = _lastPast is { } last && today.DayNumber - last.DayNumber is >= 0 and <= NearDays ? last : today;
                document.Times.Add(WithPreposition(Make(t, t + 1, On(day), null, false)));
                return;
            }
    }

    // “Late at night”, “resigned in the evening”.
    private bool IsDayPart(int t)
    {
        if (!calendar.DayParts.Contains(Form(t)))
            return false;
        var before = Is(t - 1, "the") && Is(t - 2, "in") ? t - 3 : Is(t - 1, "at") ? t - 2 : -1;
        return before >= _start && (calendar.Parts.Contains(Form(before)) || Is(t - 1, "the") && _tokens[t].Head is >= 0 and var over && _tokens[over].Xpos == "VBD");
    }

    private const int NearDays = 10;
}
