namespace Demarche.Recognizing;

/// <summary>A row of <c>actors/offices.csv</c>: this person has held this office of this state or organization since that day.</summary>
internal sealed record Tenure(KnownActor Person, string Of, string Office, string? Sector, PartialDate? From);
