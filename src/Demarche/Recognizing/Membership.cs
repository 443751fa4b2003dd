namespace Demarche.Recognizing;

/// <summary>A row of <c>actors/members.csv</c>: this actor is one of those for whom an organization or region stands.</summary>
/// <param name="Member">Its identifier.</param>
/// <param name="From">Since when; null for one who was there from the beginning.</param>
/// <param name="To">Until when; null for one who is there still.</param>
internal sealed record Membership(string Member, PartialDate? From, PartialDate? To)
{
    public bool Holds(DateOnly? day) =>
        day is { } date ? (From is null || From.Value.Earliest <= date) && (To is null || date <= To.Value.Latest) : To is null;
}
