namespace Demarche.Store.Asking;

/// <summary>What some outlets report and others do not, or less.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="Type">The type of event.</param>
/// <param name="Recipient">Towards whom; null for events that name nobody else.</param>
/// <param name="These">Records of the one group of outlets.</param>
/// <param name="Those">Records of the other.</param>
/// <param name="TheseShare">What part they are of all that these outlets report, from 0 to 1.</param>
/// <param name="ThoseShare">The same of the others.</param>
/// <param name="Example">The latest record of the group in which they are the greater part, with its words.</param>
public sealed record OutletContrast(string Actor, string Type, string? Recipient, int These, int Those, double TheseShare, double ThoseShare, StoredRecord Example);
