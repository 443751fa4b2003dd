namespace Demarche.Store.Asking;

/// <summary>What one side did towards another.</summary>
/// <param name="Actor">Who acts: a state with its government and armed forces, or an actor of its own.</param>
/// <param name="Recipient">Towards whom.</param>
/// <param name="Count">Records of events.</param>
/// <param name="Cooperation">Those of PLOVER's quad classes 1 and 2.</param>
/// <param name="Conflict">Those of quad classes 3 and 4.</param>
/// <param name="First">The first day, of those that have one.</param>
/// <param name="Last">The last day.</param>
/// <param name="Latest">The latest event, with its words.</param>
public sealed record Dyad(string Actor, string Recipient, int Count, int Cooperation, int Conflict, DateOnly? First, DateOnly? Last, StoredRecord Latest);
