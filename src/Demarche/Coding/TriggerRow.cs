namespace Demarche.Coding;

/// <summary>A form of a pattern that a word triggers, with texts as numbers of the table.</summary>
/// <param name="Pattern">The place of the pattern in the codebook.</param>
/// <param name="Form">The place of the form among those of the pattern.</param>
/// <param name="Trigger">The alternative that leads to it.</param>
/// <param name="Class">The class through which a noun leads to it; −1 where it is named itself.</param>
internal readonly record struct TriggerRow(int Pattern, int Form, int Trigger, int Class);
