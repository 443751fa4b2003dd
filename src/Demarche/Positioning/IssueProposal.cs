namespace Demarche.Positioning;

/// <summary>An issue that the codebook might have: what several positions with similar open labels are about.</summary>
/// <param name="Id">An identifier that no issue of the codebook has.</param>
/// <param name="Name">The label that most of them have.</param>
/// <param name="Terms">Words in dictionary form that stand in their labels, one term at least in each.</param>
/// <param name="Positions">The positions, in the order in which they were given.</param>
public sealed record IssueProposal(string Id, string Name, IReadOnlyList<string> Terms, IReadOnlyList<OpenPosition> Positions);
