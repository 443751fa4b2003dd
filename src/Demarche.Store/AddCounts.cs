namespace Demarche.Store;

/// <summary>What became of stories that were added.</summary>
/// <param name="Added">They are new, or coded by a run that is new to them.</param>
/// <param name="Known">They were there already.</param>
/// <param name="Replaced">The same text had come under another title; of two such records the store keeps the same one whichever comes first, and it was this one.</param>
public readonly record struct AddCounts(int Added, int Known, int Replaced)
{
    public static AddCounts operator +(AddCounts a, AddCounts b) => new(a.Added + b.Added, a.Known + b.Known, a.Replaced + b.Replaced);
}
