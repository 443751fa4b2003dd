namespace Demarche.Store.Collating;

/// <summary>
/// Finds of which earlier story each story is a copy. Each points to the one most like it among all that were before it, so that the pointers make trees and do not depend on the order
/// in which stories come: a story that comes late takes over those later ones that are more like it than like what they pointed to.
/// </summary>
internal sealed class CopyFinder(CopyRules rules, ICopyShelf shelf)
{
    /// <summary>Takes in a story that is not there yet.</summary>
    public void Add(CopyText text)
    {
        var bands = Bands.Of(text.Shingles);
        CopyLink? own = null;
        CopyText? parent = null;
        foreach (var key in shelf.Candidates(bands))
        {
            var other = shelf.Text(key);
            if (Compare(text, other) is not { } counts)
                continue;
            if (other.IsBefore(text))
            {
                var link = counts with { Parent = key };
                if (IsBetter(link, other, own, parent))
                    (own, parent) = (link, other);
            }
            else
            {
                var link = counts with { Parent = text.Key };
                var known = shelf.LinkOf(key);
                if (IsBetter(link, text, known, known is { } at ? shelf.Text(at.Parent) : null))
                    shelf.SetLink(key, link);
            }
        }
        shelf.Add(text, bands, own);
    }

    private static bool IsBetter(CopyLink link, CopyText parent, CopyLink? known, CopyText? knownParent) =>
        known is not { } before || link.CompareLikeness(before) is var order && (order > 0 || (order == 0 && parent.IsBefore(knownParent!)));

    /// <summary>How much two texts share, when it is enough for the one to be a copy of the other.</summary>
    private CopyLink? Compare(CopyText a, CopyText b)
    {
        var (less, more) = a.Shingles.Count <= b.Shingles.Count ? (a.Shingles.Count, b.Shingles.Count) : (b.Shingles.Count, a.Shingles.Count);
        // A text much longer than another cannot share enough of itself: no need to look.
        if (less < rules.OfLonger * more)
            return null;
        var shared = a.Shingles.Shared(b.Shingles);
        if (less < rules.FewShingles && shared < less)
            return null;
        return shared >= rules.OfShorter * less && shared >= rules.OfLonger * more ? new(0, shared, less + more - shared) : null;
    }
}
