namespace Demarche.Attributing;

/// <summary>A word of a rule, with the further words that belong to it (“out” of “point out”).</summary>
internal readonly record struct CueWord(CueRule Rule, string[] Further);
