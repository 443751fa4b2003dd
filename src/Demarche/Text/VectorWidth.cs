namespace Demarche.Text;

/// <summary>How many numbers a kernel takes at once. The results have the same bits with each.</summary>
internal enum VectorWidth
{
    One = 1,
    Four = 4,
    Eight = 8,
    Sixteen = 16,
}
