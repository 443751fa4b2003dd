namespace Demarche.Store.Collating;

/// <summary>What one story tells of an incident.</summary>
/// <param name="Story"><c>story.id</c>.</param>
/// <param name="Event">The event in its record.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">The day of publication.</param>
/// <param name="CopyOf">The first story with this text, when that is another: the two are one report.</param>
/// <param name="Type">The type of the event.</param>
/// <param name="Status">How the story holds it to be.</param>
/// <param name="Speakers">Who says so in the story, the outermost first; empty when the story itself does.</param>
/// <param name="Span">Where the words stand.</param>
/// <param name="Words">The words.</param>
/// <param name="Joined">Why it belongs to the incident: the report it is most like, and what speaks for it; null when it is alone.</param>
public sealed record IncidentReport(string Story, RecordId Event, string? Outlet, DateOnly? Published, string? CopyOf, string Type, string Status, IReadOnlyList<string> Speakers, Span Span, string Words, string? Joined);
