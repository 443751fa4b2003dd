namespace Demarche.Store.Asking;

/// <summary>How many records have a value.</summary>
/// <param name="Kind">Which list of the record.</param>
/// <param name="Facet"><c>type</c>, <c>mode</c>, <c>issue</c>, <c>status</c>, <c>country</c>, <c>outlet</c>, <c>voice</c>, <c>review</c> or <c>month</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Count">How many.</param>
public sealed record FacetCount(RecordKind Kind, string Facet, string Value, long Count);
