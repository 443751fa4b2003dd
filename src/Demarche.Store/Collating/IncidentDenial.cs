namespace Demarche.Store.Collating;

/// <summary>That somebody denies an incident.</summary>
/// <param name="By">Who.</param>
/// <param name="Words">The words.</param>
/// <param name="Story"><c>story.id</c>.</param>
/// <param name="Event">The event in its record.</param>
public sealed record IncidentDenial(string By, string Words, string Story, RecordId Event);
