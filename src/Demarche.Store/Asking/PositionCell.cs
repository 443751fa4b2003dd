namespace Demarche.Store.Asking;

/// <summary>Where a side stands on an issue: its latest stance, and how it came to it.</summary>
/// <param name="Side">Whose positions: a state with its government and armed forces, or an actor of its own.</param>
/// <param name="Issue">An issue of the codebook, or the words where none fits.</param>
/// <param name="Count">How many positions there are.</param>
/// <param name="Trail">The stances in order of days, each where it differs from the one before, with the address of the record.</param>
/// <param name="Conflicts">Stances that do not go together, reported for one day by different outlets: neither has changed into the other.</param>
/// <param name="Latest">The latest position, with its words.</param>
public sealed record PositionCell(string Side, string Issue, int Count, IReadOnlyList<PositionStep> Trail, IReadOnlyList<PositionConflict> Conflicts, StoredRecord Latest);
