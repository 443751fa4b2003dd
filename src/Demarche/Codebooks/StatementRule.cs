namespace Demarche.Codebooks;

/// <summary>What an auxiliary makes of a statement: “we will stay” binds, “they must leave” demands.</summary>
/// <param name="Id">As records name it.</param>
/// <param name="Auxiliaries">The words beside the verb.</param>
/// <param name="Stance">The stance of what is stated; null where it says nothing (“we can leave”).</param>
/// <param name="If">The stance where it depends on something though it says nothing else: “we can leave if …”; null where that makes no difference.</param>
/// <param name="Negated">The stance of what is denied.</param>
/// <param name="Hostile">The stance where the act is a hostile one; null where that makes no difference.</param>
/// <param name="Own">True where the speaker must be the one who acts.</param>
/// <param name="Strength">From 1 to 3.</param>
internal sealed record StatementRule(string Id, IReadOnlyList<string> Auxiliaries, string? Stance, string? If, string Negated, string? Hostile, bool Own, int Strength);
