namespace Demarche;

/// <summary>Which way a position goes on its issue, as <c>for</c> and <c>against</c> of <c>codebook/issues</c> say: the agreement or disagreement with a concept of discourse network analysis (Leifeld 2017).</summary>
public enum Direction
{
    /// <summary>Neither way, or it cannot be told: a denial, a question, “these proposals”.</summary>
    Neither,

    /// <summary>What the issue's <c>for</c> describes.</summary>
    For,

    /// <summary>What its <c>against</c> describes: to demand an end to enlargement, as much as to refuse it.</summary>
    Against,
}
