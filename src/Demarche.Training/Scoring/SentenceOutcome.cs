using Demarche.Coding;

namespace Demarche.Training.Scoring;

/// <summary>A sentence of the codebook, and whether it comes out as its pattern says.</summary>
/// <param name="Pattern">Whose sentence it is.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Sentence">The words.</param>
/// <param name="Counterexample">True for a sentence that the pattern should leave.</param>
/// <param name="Holds">True when it comes out as the codebook says.</param>
/// <param name="What">What came out; where the sentence does not hold, what is wrong with that.</param>
public sealed record SentenceOutcome(Pattern Pattern, int Line, string Sentence, bool Counterexample, bool Holds, string What)
{
    public override string ToString() => $"{Pattern.File}:{Line}: {What}: “{Sentence}”";
}
