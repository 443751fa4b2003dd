using System.Globalization;

namespace Demarche;

/// <summary>A date cut to what is known: a year, a month or a day. A part that is unknown is 0.</summary>
public readonly record struct PartialDate(int Year, int Month = 0, int Day = 0) : IComparable<PartialDate>
{
    public PartialDate(DateOnly day) : this(day.Year, day.Month, day.Day) { }

    /// <summary>“day”, “month” or “year”.</summary>
    public string Precision => Day > 0 ? "day" : Month > 0 ? "month" : "year";

    /// <summary>The first day that it may mean.</summary>
    public DateOnly Earliest => new(Year, Math.Max(1, Month), Math.Max(1, Day));

    /// <summary>The last day that it may mean.</summary>
    public DateOnly Latest => Day > 0 ? Earliest : Month > 0 ? new(Year, Month, DateTime.DaysInMonth(Year, Month)) : new(Year, 12, 31);

    /// <summary>True when both may mean the same day.</summary>
    public bool Compatible(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>Reads “2014”, “2021-12” or “2021-12-14”; anything else, and a day that does not exist, is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        var form = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        if (form is null || !DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;

        date = new(day.Year, text.Length >= 7 ? day.Month : 0, text.Length == 10 ? day.Day : 0);
        return true;
    }

    public int CompareTo(PartialDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    public static bool operator <(PartialDate a, PartialDate b) => a.CompareTo(b) < 0;

    public static bool operator >(PartialDate a, PartialDate b) => a.CompareTo(b) > 0;

    public static bool operator <=(PartialDate a, PartialDate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PartialDate a, PartialDate b) => a.CompareTo(b) >= 0;

    /// <summary>ISO 8601, cut to what is known.</summary>
    public override string ToString() => Day > 0 ? $"{Year:0000}-{Month:00}-{Day:00}" : Month > 0 ? $"{Year:0000}-{Month:00}" : $"{Year:0000}";
}
