using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Which place of a story is that of an act: never the dateline's, which no act governs.</summary>
internal static class EventPlace
{
    /// <summary>How many nouns may stand between a place and the preposition that says where: “in the streets of the port of Aden”.</summary>
    private const int MaxClimb = 3;

    /// <summary>The place where an act took place; null when no words say it.</summary>
    public static Place? Of(Document document, Match match, Operators operators)
    {
        Place? found = null;
        var sentence = document.SentenceOf(match.Trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (document.PlaceAt(t) is not { } place || place == found || !(IsWhere(document, match, place.Head, operators) || IsHit(document, match, place.Head, operators)))
                continue;
            // A place that the tables know says more than one that they do not.
            if (found is null || found.Precision == Place.Unknown && place.Precision != Place.Unknown)
                found = place;
        }
        return found ?? Shared(document, match, operators);
    }

    /// <summary>“In Oslo”, “at the gates of Goma”, “in a Hamburg hotel”.</summary>
    private static bool IsWhere(Document document, Match match, int head, Operators operators)
    {
        var tokens = document.Tokens;
        for (var step = 0; step < MaxClimb && head >= 0; step++)
        {
            if (!match.Governs(document, head))
                return false;
            if (FrameReader.Preposition(document, head) is { } preposition)
            {
                if (operators.PlacePrepositions.Contains(preposition))
                    return true;
                if (preposition != "of")
                    return false;
            }
            else if (tokens[head].Relation.Universal() is not (Relation.Compound or Relation.Nmod or Relation.Amod))
            {
                return false;
            }
            head = tokens[head].Head;
            if (head < 0 || head == match.Trigger || !operators.PlaceNouns.Contains(tokens[head].Lemma))
                return false;
        }
        return false;
    }

    /// <summary>“Shelled Idlib”, “entered Goma”, “an attack on Kharkiv”, “the siege of Sarajevo”, “the Istanbul summit”: what is done to a place is done there.</summary>
    private static bool IsHit(Document document, Match match, int head, Operators operators)
    {
        var tokens = document.Tokens;
        if (head == match.Frame.Object && !match.Frame.Nominal)
            return true;
        if (tokens[head].Head != match.Trigger || tokens[match.Trigger].Upos != Upos.NOUN)
            return false;
        return FrameReader.Preposition(document, head) is { } preposition ? operators.HitPrepositions.Contains(preposition) : tokens[head].Relation == Relation.Compound;
    }

    /// <summary>“Met in Paris and agreed”: the place of the verb with which the act shares its subject.</summary>
    private static Place? Shared(Document document, Match match, Operators operators)
    {
        var tokens = document.Tokens;
        var first = tokens[match.Trigger].Head;
        if (tokens[match.Trigger].Upos != Upos.VERB || tokens[match.Trigger].Relation != Relation.Conj || first < 0 || tokens[first].Upos != Upos.VERB || document.Tree.Dependent(match.Trigger, Relation.Nsubj) >= 0)
            return null;
        foreach (var d in document.Tree.Of(first))
            if (d < match.Trigger && document.PlaceAt(d) is { } place && place.Head == d && FrameReader.Preposition(document, d) is { } preposition && operators.PlacePrepositions.Contains(preposition))
                return place;
        return null;
    }
}
