namespace Demarche.Store.Projecting;

/// <summary>Days in the index: days since 1 January 1970, which take two bytes; other tools read them with <c>date(day * 86400, 'unixepoch')</c>.</summary>
internal static class Days
{
    /// <summary>Before any day: nothing is known of when.</summary>
    public const int Unknown = -1_000_000;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static int Number(DateOnly day) => day.DayNumber - Epoch;

    public static int Number(DateOnly? day) => day is { } known ? Number(known) : Unknown;

    /// <summary>The day of a number; null for <see cref="Unknown"/>.</summary>
    public static DateOnly? Of(long number) => number == Unknown ? null : DateOnly.FromDayNumber((int)number + Epoch);

    /// <summary>The month of a day as 202112; 0 when it is unknown.</summary>
    public static int Month(long number) => Of(number) is { } day ? day.Year * 100 + day.Month : 0;
}
