namespace Demarche.Store.Collating;

/// <summary>The copies of one text: a tree of stories, each but the first taken from an earlier one.</summary>
/// <param name="First">The story that came first; the group is called by it.</param>
/// <param name="Members">All of them, the first one first, then by day.</param>
public sealed record CopyGroup(string First, IReadOnlyList<CopyMember> Members)
{
    /// <summary>Whose text it is, as far as the store shows: the outlet of the first. The other outlets are no further witnesses.</summary>
    public string? Origin => Members[0].Outlet;

    /// <summary>How many outlets carried it.</summary>
    public int Outlets => Members.Select(member => member.Outlet).Distinct(StringComparer.Ordinal).Count();
}
