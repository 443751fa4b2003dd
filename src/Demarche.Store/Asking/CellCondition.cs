namespace Demarche.Store.Asking;

/// <summary>A condition that is looked up in the cells of a record, not in its row.</summary>
/// <param name="Column">Which of <see cref="Projecting.RecordCell.Columns"/>; null for the kind.</param>
/// <param name="Values">The values that pass.</param>
internal readonly record struct CellCondition(int? Column, HashSet<long> Values);
