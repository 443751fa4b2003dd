namespace Demarche.Attributing;

/// <summary>A run of tokens, from <paramref name="First"/> up to but not including <paramref name="End"/>.</summary>
internal readonly record struct Stretch(int First, int End)
{
    public bool IsEmpty => End <= First;

    public int Count => Math.Max(0, End - First);

    public bool Contains(int token) => First <= token && token < End;

    public bool Contains(Stretch other) => First <= other.First && other.End <= End;

    public bool Overlaps(Stretch other) => First < other.End && other.First < End;
}
