namespace Demarche.Store.Collating;

/// <summary>A story among the copies of one text.</summary>
/// <param name="Story"><c>story.id</c>.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="Title">Its headline.</param>
/// <param name="CopyOf">The earlier story that it is most like; null for the first.</param>
/// <param name="SameDay">True when that one was published on the same day, so that which came first is only likely.</param>
/// <param name="Likeness">The share of runs of four words that both have, from 0 to 1.</param>
/// <param name="Added">What it has that the earlier one has not, word for word.</param>
/// <param name="Cut">What the earlier one has that it has not.</param>
public sealed record CopyMember(string Story, string? Outlet, DateOnly? Published, string? Title, string? CopyOf, bool SameDay, double? Likeness, IReadOnlyList<string> Added, IReadOnlyList<string> Cut);
