namespace Demarche.Store.Collating;

/// <summary>That a story is a copy of an earlier one: how many shingles both have, and how many either has.</summary>
/// <param name="Parent">The earlier story's number.</param>
internal readonly record struct CopyLink(long Parent, int Shared, int Either)
{
    /// <summary>From 0 to 1: the share of all their shingles that both have.</summary>
    public double Likeness => Either == 0 ? 0 : (double)Shared / Either;

    /// <summary>Compares likeness exactly.</summary>
    public int CompareLikeness(CopyLink other) => ((long)Shared * other.Either).CompareTo((long)other.Shared * Either);
}
