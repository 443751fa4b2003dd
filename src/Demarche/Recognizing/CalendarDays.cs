namespace Demarche.Recognizing;

/// <summary>Counting in the calendar, without falling out of it at either end.</summary>
internal static class CalendarDays
{
    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int OfWeek(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The week so many weeks from that of a day; weeks begin on Monday.</summary>
    public static (DateOnly Monday, DateOnly Sunday) Week(DateOnly today, long step)
    {
        var monday = Shift(today, (7 * step) - OfWeek(today) + 1);
        return (monday, Shift(monday, 6));
    }

    public static DateOnly Shift(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The same day so many months on, or the last of that month.</summary>
    public static DateOnly Months(DateOnly day, int months)
    {
        var total = Math.Clamp((day.Year * 12) + day.Month - 1 + months, 12, (9999 * 12) + 11);
        var (year, month) = (total / 12, (total % 12) + 1);
        return new(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>A month so many months from that of a day; null outside the calendar.</summary>
    public static PartialDate? Month(DateOnly day, long months)
    {
        var total = (day.Year * 12L) + day.Month - 1 + months;
        return total is < 12 or > (9999 * 12) + 11 ? null : new((int)(total / 12), (int)(total % 12) + 1);
    }
}
