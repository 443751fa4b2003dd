namespace Demarche;

/// <summary>How a given source is related to a given target.</summary>
/// <param name="Type">An event type of the codebook.</param>
/// <param name="Rule">The pattern, or what decided where no pattern did.</param>
/// <param name="Rung">How it was found: <c>path</c>, <c>clause</c>, <c>nearest</c> or <c>prior</c>.</param>
/// <param name="Confidence">Falls from rung to rung.</param>
public sealed record RelationAnswer(string Type, string Rule, string Rung, double Confidence);
