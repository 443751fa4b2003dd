namespace Demarche.Store.Comparing;

/// <summary>What one run made differently of a story.</summary>
/// <param name="Story">The story's key.</param>
/// <param name="Kind">Which list of the record.</param>
/// <param name="Before">The record's id in the older run; null when only the newer one has it.</param>
/// <param name="After">The record's id in the newer run; null when only the older one has it.</param>
/// <param name="Field">The field that differs; null when the whole record came or went.</param>
/// <param name="Was">Its value in the older run, or the type of what went.</param>
/// <param name="Is">Its value in the newer run, or the type of what came.</param>
/// <param name="Words">The words it rests on.</param>
public sealed record RecordChange(string Story, RecordKind Kind, string? Before, string? After, string? Field, string? Was, string? Is, string Words);
