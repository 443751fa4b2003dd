namespace Demarche;

/// <summary>Words that say when (“on Tuesday”, “at the beginning of December”, “2014”), and the date they mean, counted from the day of publication.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">The token through which it hangs in the tree.</param>
/// <param name="Date">The date, or the first day of a period; the default where it <see cref="IsRelative"/>.</param>
/// <param name="DateEnd">The last day of a period.</param>
/// <param name="Future">True when the words themselves point ahead (“tomorrow”, “next week”).</param>
public sealed record TimeExpression(int First, int End, int Head, PartialDate Date, PartialDate? DateEnd, bool Future)
{
    /// <summary>True where the words count from a day of publication that nobody knows; then there is no date.</summary>
    public bool IsRelative => Date.Year == 0;

    /// <summary>What had to be known to read the words so: “spring of the northern hemisphere”.</summary>
    public string? Note { get; init; }
}
