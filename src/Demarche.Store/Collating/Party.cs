using System.Text.Json;
using Demarche.Store.Projecting;

namespace Demarche.Store.Collating;

/// <summary>Who takes part in an event, as far as it is of use for telling whether two events are one.</summary>
/// <param name="Id">The actor's id; null when it was not resolved.</param>
/// <param name="Name">Its name, in small letters; the words of the mention when it was not resolved.</param>
/// <param name="Country">The country it belongs to, or where the story plays that tells of it.</param>
/// <param name="ForState">True when it speaks for its state: the state itself, its government, its armed forces.</param>
/// <param name="Sector">The part of society it belongs to, as <c>sectors.yaml</c> calls it.</param>
/// <param name="IsPerson">True for a person who is named; not for an envoy of whom is only said whose he is.</param>
/// <param name="IsGroup">True for people of whom only is said what they are.</param>
/// <param name="IsNamed">True when its last word is a name (“Mr Ikeda”), not what kind of people it is (“some 3,000 miners”).</param>
/// <param name="Members">Ids of the members of an organization or region.</param>
/// <param name="IsSettled">True when no word of it says which country (“gunmen”): then its country is only where the story plays, and speaks neither for nor against.</param>
internal sealed record Party(string? Id, string Name, string? Country, bool ForState, string? Sector, bool IsPerson, bool IsGroup, bool IsNamed, IReadOnlyList<string> Members, bool IsSettled = false)
{
    private string? Home => IsSettled ? null : Country;

    /// <summary>Reads an actor of a record; null when it is none.</summary>
    public static Party? Of(JsonElement actor)
    {
        if (ActorRow.Of(actor) is not { } row)
            return null;
        var settled = row.Code is null && !row.Name.AsSpan(Math.Min(1, row.Name.Length)).ContainsAnyInRange('A', 'Z');
        return new(
            row.Code, row.Name.ToLowerInvariant(), row.Country, row.Country is not null && !settled && (row.Kind == "state" || row.Sector is "GOV" or "MIL"), row.Sector,
            row.Kind == "person" && (row.Code is not null ? row.Code != row.Country : IsName(row.Name)), row.Code is null && !IsName(row.Name) && !IsOne(row.Name) && (row.Kind == "group" || (row.Name.Length > 0 && char.IsDigit(row.Name[0]))), IsName(row.Name),
            [.. actor.Items("members").Where(m => m.ValueKind == JsonValueKind.String).Select(m => m.GetString()!)], settled);
    }

    /// <summary>What it is called in words.</summary>
    public string Called => Id ?? Name;

    /// <param name="other">Whom it is compared with.</param>
    /// <param name="rules">Which sectors act for their state, and which against it.</param>
    /// <param name="isMutual">True in an act that takes both sides, of which a report may name one: a government and its rebels sign.</param>
    public Alikeness Compare(Party other, IncidentRules rules, bool isMutual = false)
    {
        // Else a government and its rebels have the country in common, and nothing else.
        if ((ForState && rules.IsAgainst(other)) || (other.ForState && rules.IsAgainst(this)))
            return isMutual ? Alikeness.Unlike : Alikeness.Conflict;
        if (Id is not null && other.Id is not null)
        {
            if (Id == other.Id)
                return Alikeness.Same;
            if (Members.Contains(other.Id) || other.Members.Contains(Id) || (other.Country is { } theirs && Members.Contains(theirs)) || (Country is { } ours && other.Members.Contains(ours)))
                return Alikeness.Side;
            if (Country is null || other.Country is null)
                // An organization does not act for a state that is no member of it.
                return (Country is null && other.Country is null) || Members.Count > 0 || other.Members.Count > 0 ? Alikeness.Conflict : Alikeness.Unlike;
            if (Country != other.Country)
                return Alikeness.Conflict;
            if (IsPerson && other.IsPerson)
                return Alikeness.OtherPerson;
            return rules.ActsForState(this) && rules.ActsForState(other) ? Alikeness.Side : Alikeness.Unlike;
        }
        if (Home is not null && other.Home is not null && Home != other.Home)
            return Alikeness.Conflict;
        // “Tsvangirai” and “300 of his supporters”.
        if ((IsPerson && other.IsGroup) || (other.IsPerson && IsGroup))
            return Alikeness.PersonAndGroup;
        if (SharesNameWith(other))
            return IsNamed && other.IsNamed ? Alikeness.Same : Alikeness.Side;
        // “Bolivian police” and “the police”; not a president and the miners.
        return Home is not null && Home == other.Home && rules.ActsForState(this) == rules.ActsForState(other) ? Alikeness.Side : Alikeness.Unlike;
    }

    // “A protester” may be the one whom the other report names.
    private static bool IsOne(string name) => name.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("an ", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string name) => LastWord(name) is [var first, ..] && char.IsUpper(first);

    // “some 3,000 miners” and “the miners”: what is counted is the last word.
    private bool SharesNameWith(Party other)
    {
        var mine = LastWord(Name);
        var theirs = LastWord(other.Name);
        return mine.Length > 2 && mine.SequenceEqual(theirs);
    }

    private static ReadOnlySpan<char> LastWord(string name)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        var words = of > 0 ? name.AsSpan(0, of) : name.AsSpan();
        return words[(words.LastIndexOf(' ') + 1)..];
    }
}
