namespace Demarche.Training;

/// <summary>How far the network was from the gold, summed over words, for each of its answers.</summary>
internal struct Losses
{
    public double Arc;
    public double Label;
    public double Upos;
    public double Xpos;
    public int Words;

    public readonly double Total => Arc + Label + Upos + Xpos;

    public void Add(Losses other)
    {
        Arc += other.Arc;
        Label += other.Label;
        Upos += other.Upos;
        Xpos += other.Xpos;
        Words += other.Words;
    }
}
