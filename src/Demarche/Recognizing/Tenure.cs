namespace Demarche.Recognizing;

/// <summary>A row of <c>actors/offices.csv</c>: this person held this office of this state or organization from this day to that.</summary>
internal sealed record Tenure(KnownActor Person, string Of, string Office, string? Sector, PartialDate? From, PartialDate? To)
{
    public bool Covers(DateOnly day) => (From is null || From.Value.Earliest <= day) && (To is null || day <= To.Value.Latest);
}
