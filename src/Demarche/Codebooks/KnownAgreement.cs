namespace Demarche.Codebooks;

/// <summary>A treaty, accord, resolution or ceasefire of <c>codebook/agreements</c>.</summary>
/// <param name="Id">As the record writes it, such as <c>minsk-agreements</c>.</param>
/// <param name="Name">As a person reads it.</param>
/// <param name="Kind">What it is: a treaty, a ceasefire, a resolution, ….</param>
/// <param name="Parties">Ids of those bound by it; <c>*</c> where it is open to all.</param>
/// <param name="Dates">What happened to it and when, in the order of time.</param>
internal sealed record KnownAgreement(string Id, string Name, string Kind, IReadOnlyList<string> Parties, IReadOnlyList<(string What, PartialDate Date)> Dates);
