using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Which words of a story say when an act took place: those that hang on it, or else those of the scene in which it stands.</summary>
internal static class EventTime
{
    /// <summary>How many nouns may stand between an act and the verb of its clause.</summary>
    private const int MaxClimb = 4;

    /// <summary>The expression of time that dates an act; null when no words do.</summary>
    public static TimeExpression? Of(Document document, Match match, Operators operators)
    {
        TimeExpression? nearest = null;
        foreach (var time in In(document, document.SentenceOf(match.Trigger)))
            if (match.Governs(document, time.Head) && (nearest is null || Distance(time) < Distance(nearest)))
                nearest = time;
        if (nearest is not null)
            return nearest;
        var clause = ClauseOf(document, match.Trigger);
        return clause < 0 ? null : OfClause(document, clause) ?? OfScene(document, match, clause, operators);

        int Distance(TimeExpression time) => Math.Abs(time.Head - match.Trigger);
    }

    /// <summary>The verb of the clause in which an act stands: itself, or the one on which its noun hangs (“said on Tuesday in a call with Macron”); −1 when it is none.</summary>
    private static int ClauseOf(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var clause = trigger;
        for (var step = 0; step < MaxClimb && tokens[clause].Upos is Upos.NOUN or Upos.PROPN && tokens[clause].Head >= 0; step++)
        {
            if (tokens[clause].Relation.Universal() is not (Relation.Obl or Relation.Nmod or Relation.Obj))
                return -1;
            clause = tokens[clause].Head;
        }
        return tokens[clause].Upos == Upos.VERB ? clause : -1;
    }

    /// <summary>The only time that hangs on the verb, or on the verb with which it shares its subject and its tense: “ordered troops to the border on Sunday and warned Uribe”.</summary>
    private static TimeExpression? OfClause(Document document, int clause)
    {
        var tokens = document.Tokens;
        while (true)
        {
            TimeExpression? only = null;
            foreach (var time in In(document, document.SentenceOf(clause)))
            {
                var verb = tokens[time.Head].Head;
                while (verb >= 0 && tokens[verb].Upos != Upos.VERB)
                    verb = tokens[verb].Head;
                if (verb != clause && !(tokens[clause].Head < 0 && verb < 0))
                    continue;
                if (only is not null)
                    return null;
                only = time;
            }
            if (only is not null)
                return only;
            var first = tokens[clause].Head;
            // “the ground had been prepared on Tuesday: if …, he warned” is one occasion too.
            var shares = tokens[clause].Relation == Relation.Conj && document.Tree.Dependent(clause, Relation.Nsubj) < 0 || tokens[clause].Relation == Relation.Parataxis;
            if (!shares || first < 0 || tokens[first].Upos != Upos.VERB || !IsPast(tokens[clause]) || !IsPast(tokens[first]))
                return null;
            clause = first;
        }
    }

    /// <summary>
    /// “The day after, it was the turn of the president. In a talk with the Sultan he accused …”: a day with which a sentence opens goes on until the end of
    /// its paragraph, or until another time is named, for what the story itself tells in the plain past.
    /// </summary>
    private static TimeExpression? OfScene(Document document, Match match, int clause, Operators operators)
    {
        if (document.AttributionAt(match.Trigger) is not null || match.IsAnterior(document, operators) || !IsTold(document, clause))
            return null;
        var block = BlockOf(document, clause);
        for (var s = document.IndexOfSentence(clause) - 1; s >= 0 && BlockOf(document, document.Sentences[s].First) == block; s--)
        {
            var sentence = document.Sentences[s];
            TimeExpression? opening = null;
            var times = 0;
            foreach (var time in In(document, sentence))
            {
                times++;
                if (time.First <= sentence.First + 1 && time.Date.Day > 0 && !time.Future)
                    opening = time;
            }
            if (times > 0)
                return times == 1 ? opening : null;
        }
        return null;
    }

    /// <summary>True for the main clause of a sentence, and what is joined to it, in the past tense.</summary>
    private static bool IsTold(Document document, int clause)
    {
        var tokens = document.Tokens;
        if (!IsPast(tokens[clause]))
            return false;
        while (tokens[clause].Relation == Relation.Conj && tokens[clause].Head >= 0)
            clause = tokens[clause].Head;
        return tokens[clause].Head < 0;
    }

    // Parsers take many a past tense for a participle.
    private static bool IsPast(in Token verb) => verb.Xpos is "VBD" or "VBN";

    private static int BlockOf(Document document, int token)
    {
        var start = document.Tokens[token].Span.Start;
        int low = 0, high = document.Blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Blocks[middle].Span.Start <= start)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private static IEnumerable<TimeExpression> In(Document document, Sentence sentence)
    {
        TimeExpression? last = null;
        for (var t = sentence.First; t < sentence.End; t++)
            if (document.TimeAt(t) is { } time && time != last)
                yield return last = time;
    }
}
