namespace Demarche.Parsing;

/// <summary>Where the projections of the top layer stand, side by side in one matrix.</summary>
/// <param name="Architecture">Sizes of the network.</param>
/// <param name="Xpos">How many Penn Treebank tags it knows.</param>
internal readonly record struct TopColumns(Architecture Architecture, int Xpos)
{
    public static int UposCount { get; } = Enum.GetValues<Upos>().Length;

    public int ArcDependent => 0;

    public int ArcHead => Architecture.Arc;

    public int LabelDependent => 2 * Architecture.Arc;

    public int LabelHead => 2 * Architecture.Arc + Architecture.Label;

    public int UposScores => 2 * (Architecture.Arc + Architecture.Label);

    public int XposScores => UposScores + UposCount;

    public int Count => XposScores + Xpos;
}
