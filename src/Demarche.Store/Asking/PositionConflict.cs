namespace Demarche.Store.Asking;

/// <summary>Two stances of one side on one issue that different outlets report of one day and that do not go together.</summary>
/// <param name="Day">Of which day.</param>
/// <param name="One">Who reports the one stance.</param>
/// <param name="Other">Who reports the other.</param>
public sealed record PositionConflict(DateOnly? Day, PositionReport One, PositionReport Other);
