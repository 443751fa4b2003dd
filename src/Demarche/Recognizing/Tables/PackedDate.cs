namespace Demarche.Recognizing.Tables;

/// <summary>A date in one number, such as 20140318; a month or day that is not known is 00, no date is 0.</summary>
internal static class PackedDate
{
    public static int Of(PartialDate? date) => date is { } known ? known.Year * 10000 + known.Month * 100 + known.Day : 0;

    public static int Of(DateOnly day) => day.Year * 10000 + day.Month * 100 + day.Day;

    public static PartialDate? Date(int packed) => packed == 0 ? null : new(packed / 10000, packed / 100 % 100, packed % 100);

    /// <summary>A number that no day after the date reaches and that every day up to its end stays under.</summary>
    public static int Latest(int packed) => packed % 10000 == 0 ? packed + 9999 : packed % 100 == 0 ? packed + 99 : packed;
}
