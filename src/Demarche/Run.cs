namespace Demarche;

/// <summary>What made a record: the same three and the same text give the same bytes.</summary>
/// <param name="Program">Name and version.</param>
/// <param name="Model">Hash of the language model.</param>
/// <param name="Codebook">Hash of the codebook.</param>
public sealed record Run(string Program, string Model, string Codebook);
