namespace Demarche.Store.Collating;

/// <summary>How many were killed, injured, arrested, … in an incident: what all reports say of it.</summary>
/// <param name="Kind"><c>dead</c>, <c>injured</c>, <c>arrested</c>, <c>troops</c>, ….</param>
/// <param name="Low">The lowest number that a report gives.</param>
/// <param name="Best">The number that most independent reports give; of several the latest.</param>
/// <param name="High">The highest number that a report gives.</param>
/// <param name="Accounts">Each figure with its words, by day.</param>
public sealed record IncidentFigure(string Kind, long? Low, long? Best, long? High, IReadOnlyList<FigureAccount> Accounts)
{
    /// <summary>True when no number fits all reports.</summary>
    public bool IsDisputed => Accounts.Count > 1 && Accounts.Max(account => account.Low ?? 0) > Accounts.Min(account => account.High ?? long.MaxValue);
}
