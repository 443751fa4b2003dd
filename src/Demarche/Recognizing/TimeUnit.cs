namespace Demarche.Recognizing;

/// <summary>A stretch of the calendar that words count in.</summary>
internal enum TimeUnit : byte
{
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
