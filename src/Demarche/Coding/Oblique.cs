namespace Demarche.Coding;

/// <summary>A preposition with its noun.</summary>
/// <param name="Preposition">In lower case, the words of a fixed preposition joined by an underscore.</param>
/// <param name="Noun">The head of the noun phrase.</param>
/// <param name="Distance">0 when it hangs on the trigger itself, 1 on its object, 2 further down.</param>
/// <param name="Second">The second preposition of “out of”, “up to”; null when there is one only.</param>
public readonly record struct Oblique(string Preposition, int Noun, int Distance, string? Second = null)
{
    /// <summary>True when this preposition leads the noun, alone or as part of two.</summary>
    public bool LedBy(string preposition) => Preposition == preposition || Second == preposition;

    /// <summary>True when one of these prepositions leads it.</summary>
    public bool LedBy(IReadOnlyList<string> prepositions)
    {
        for (var i = 0; i < prepositions.Count; i++)
            if (LedBy(prepositions[i]))
                return true;
        return false;
    }
}
