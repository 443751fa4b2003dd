namespace Demarche.Recognizing.Tables;

/// <summary>A member of an organization or region.</summary>
/// <param name="Member">Its identifier, as a number of the pool.</param>
/// <param name="From">The first day, <see cref="PackedDate">packed</see>.</param>
/// <param name="To">The last day.</param>
internal readonly record struct MemberRow(int Member, int From, int To);
