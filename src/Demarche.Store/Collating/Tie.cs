namespace Demarche.Store.Collating;

/// <summary>What somebody decided about two events.</summary>
/// <param name="A">One of them, as <see cref="Report.Row"/>; the smaller number.</param>
/// <param name="B">The other.</param>
/// <param name="IsSame">True when they are one happening, false when they are two.</param>
/// <param name="Decision">The number of the decision.</param>
internal readonly record struct Tie(long A, long B, bool IsSame, long Decision);
