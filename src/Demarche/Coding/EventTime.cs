using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Which words of a story say when an act took place: those that hang on it, or else those of the scene in which it stands.</summary>
internal static class EventTime
{
    /// <summary>How many nouns may stand between an act and the verb of its clause.</summary>
    private const int MaxClimb = 4;

    /// <summary>How far behind its verb a time can stand and still be taken for the verb's own against the tree.</summary>
    private const int MaxBeside = 16;

    /// <summary>The expression of time that dates an act; null when no words do.</summary>
    public static TimeExpression? Of(Document document, Match match, Operators operators)
    {
        TimeExpression? nearest = null;
        foreach (var time in In(document, document.SentenceOf(match.Trigger)))
            if (match.Governs(document, time.Head) && SaysWhen(document, match, time, operators) && (nearest is null || Distance(time) < Distance(nearest)))
                nearest = time;
        if (nearest is not null)
            return nearest;
        var clause = ClauseOf(document, match.Trigger);
        var around = clause < 0 ? null : OfClause(document, clause, operators) ?? Within(document, clause, operators) ?? Beside(document, match, operators) ?? OfScene(document, match, clause, operators);
        // “met on Sunday after the raid”: the day of the meeting is not that of the raid.
        return around?.Head < match.Trigger && match.Frame is { Nominal: true, Carrier: < 0 } && Links.IsRecalled(document, match.Trigger, operators) ? null : around;

        int Distance(TimeExpression time) => Math.Abs(time.Head - match.Trigger);
    }

    /// <summary>
    /// False for a time that says which thing is meant rather than when something is done to it: “kept the 2015 accord”, “condemned Tuesday's blasts”, “the deal of 1994”.
    /// “In Tuesday's vote” it says both.
    /// </summary>
    private static bool SaysWhen(Document document, Match match, TimeExpression time, Operators operators)
    {
        var tokens = document.Tokens;
        var noun = tokens[time.Head].Head;
        if (noun < 0 || noun == match.Trigger || noun == match.Frame.Carrier || tokens[noun].Upos is not (Upos.NOUN or Upos.PROPN))
            return true;
        // “broke its promise of 14 November”: the promise is of that day.
        if (time.Date.Day > 0 && FrameReader.Preposition(document, time.Head) is "of" && tokens[noun].Relation is Relation.Obj or Relation.NsubjPass && operators.DatedPapers.Hold(document, noun))
            return false;
        var names = TellsWhich(document, time, operators);
        // “held Tuesday's talks”, but neither “scrapped a 2012 accord” nor “condemned Tuesday's attack”.
        if (match.Fixed.Contains(noun))
            return !names || time.Date.Day > 0 && operators.LightVerbs.Contains(tokens[match.Trigger].Lemma);
        if (names)
            return false;
        return time.Date.Day > 0 || FrameReader.Preposition(document, time.Head) is not ("of" or "from" or null);
    }

    /// <summary>True for the year or day of a thing: “the 2015 accord”, “Tuesday's attack”.</summary>
    private static bool TellsWhich(Document document, TimeExpression time, Operators operators)
    {
        var tokens = document.Tokens;
        if (tokens[time.Head].Relation.Universal() is not (Relation.Nummod or Relation.Compound or Relation.Amod) && tokens[time.Head].Relation != Relation.NmodPoss)
            return false;
        return tokens[time.Head].Head is >= 0 and var noun && tokens[noun].Upos is Upos.NOUN or Upos.PROPN && !(time.Date.Day > 0 && IsOccasion(document, noun, operators));
    }

    private static bool IsOccasion(Document document, int noun, Operators operators) =>
        document.Tokens[noun].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, noun) is { } preposition && operators.OccasionPrepositions.Contains(preposition);

    /// <summary>
    /// A time inside what goes with the act: “scrambled a jet to escort the airliner on Sunday”, “speaking at a rally on Thursday, thanked”, “at a summit that ran late
    /// into Monday night, called on the carriers”.
    /// </summary>
    private static TimeExpression? Within(Document document, int clause, Operators operators)
    {
        var tokens = document.Tokens;
        foreach (var time in In(document, document.SentenceOf(clause)))
        {
            if (time.Date.Day == 0 || time.Future || time.Date.Earliest > document.Story.Published)
                continue;
            var verb = tokens[time.Head].Head;
            for (var step = 0; step < MaxClimb && verb >= 0 && tokens[verb].Upos is Upos.NOUN or Upos.PROPN; step++)
                verb = tokens[verb].Head;
            if (verb < 0 || tokens[verb].Upos != Upos.VERB)
                continue;
            var over = tokens[verb].Head;
            if (over == clause && document.Tree.Dependent(verb, Relation.Nsubj) < 0 && IsPast(tokens[clause])
                && (tokens[verb].Xpos == "VBG" ? tokens[verb].Relation == Relation.Advcl && document.Tree.Dependent(verb, Relation.Mark) < 0 : tokens[verb].Xpos == "VB" && tokens[verb].Relation is Relation.Advcl))
                return time;
            // “Scrambled a jet to escort the airliner on Sunday”, where the tree hangs the purpose on the jet.
            if (over >= 0 && tokens[verb].Xpos == "VB" && tokens[verb].Relation == Relation.Acl && tokens[over].Head == clause && tokens[over].Relation == Relation.Obj && IsPast(tokens[clause]))
                return time;
            // “The premier, speaking at a rally on Thursday, thanked …”.
            if (over >= 0 && tokens[verb].Xpos == "VBG" && tokens[verb].Relation == Relation.Acl && over < verb && tokens[verb - 1].Upos == Upos.PUNCT && tokens[over].Head == clause && tokens[over].Relation == Relation.Nsubj && IsPast(tokens[clause]))
                return time;
            if (over >= 0 && tokens[verb].Relation == Relation.AclRelcl && tokens[over].Head == clause && IsOccasion(document, over, operators))
                return time;
        }
        return null;
    }

    /// <summary>
    /// A time that follows the verb with nothing but its own phrases between them, wherever the parser has hung it: “severed relations with Colombia on Monday and
    /// Venezuela ordered …”.
    /// </summary>
    private static TimeExpression? Beside(Document document, Match match, Operators operators)
    {
        var tokens = document.Tokens;
        var verb = match.Frame.Carrier >= 0 ? match.Frame.Carrier : match.Trigger;
        if (tokens[verb].Upos != Upos.VERB)
            return null;
        var sentence = document.SentenceOf(verb);
        for (var t = verb + 1; t < Math.Min(sentence.End, verb + MaxBeside); t++)
        {
            if (document.TimeAt(t) is { } time)
                return time.Date.Day > 0 && !TellsWhich(document, time, operators) ? time : null;
            if (tokens[t].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ or Upos.CCONJ or Upos.PUNCT || tokens[t].Relation.Universal() == Relation.Mark || tokens[t].Xpos is "WDT" or "WP" or "WRB")
                return null;
        }
        return null;
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
    private static TimeExpression? OfClause(Document document, int clause, Operators operators)
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
                if (verb != clause && !(tokens[clause].Head < 0 && verb < 0) || TellsWhich(document, time, operators))
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
            // “Bombed the camp on Saturday, killing twenty”.
            var goesAlong = tokens[clause].Relation == Relation.Advcl && tokens[clause].Xpos == "VBG" && document.Tree.Dependent(clause, Relation.Nsubj) < 0 && document.Tree.Dependent(clause, Relation.Mark) < 0;
            if (!shares && !goesAlong || first < 0 || tokens[first].Upos != Upos.VERB || !goesAlong && !IsPast(tokens[clause]) || !IsPast(tokens[first]))
                return null;
            clause = first;
        }
    }

    /// <summary>
    /// “The day after, it was the turn of the president. In a talk with the Sultan he accused …”: a day with which a sentence opens goes on until the end of
    /// its paragraph, or until another time is named, for what the story itself tells in the plain past. So does a day in the main clause of the sentence before
    /// where the same side goes on to act: “Haile met the envoys on Monday. He handed them …”.
    /// </summary>
    private static TimeExpression? OfScene(Document document, Match match, int clause, Operators operators)
    {
        if (document.AttributionAt(match.Trigger) is not null || match.IsAnterior(document) || !IsTold(document, clause))
            return null;
        for (var s = document.IndexOfSentence(clause) - 1; s >= 0 && document.InOneBlock(document.Tokens[document.Sentences[s].First].Span, document.Tokens[clause].Span); s--)
        {
            var sentence = document.Sentences[s];
            TimeExpression? lasting = null;
            var times = 0;
            foreach (var time in In(document, sentence))
            {
                times++;
                if (time.Date.Day > 0 && !time.Future && (time.First <= sentence.First + 1 || GoesOn(document, sentence, time, clause)))
                    lasting = time;
            }
            if (times > 0)
                return times == 1 ? lasting : null;
        }
        return null;
    }

    /// <summary>True when the time dates the main clause of a sentence in the plain past, and the act's clause has the same subject.</summary>
    private static bool GoesOn(Document document, Sentence sentence, TimeExpression time, int clause)
    {
        var tokens = document.Tokens;
        var root = tokens[time.Head].Head;
        for (var step = 0; step < MaxClimb && root >= 0 && tokens[root].Upos is Upos.NOUN or Upos.PROPN; step++)
            root = tokens[root].Head;
        if (root < sentence.First || tokens[root].Head >= 0 || !IsPast(tokens[root]))
            return false;
        var (before, now) = (document.Tree.Dependent(root, Relation.Nsubj), document.Tree.Dependent(clause, Relation.Nsubj));
        return before >= 0 && now >= 0 && document.MentionAt(before)?.Actor is { } first && document.MentionAt(now)?.Actor is { } second
            && (first.Is(second) || (first.Id is null && second.Id is null && first.Name == second.Name));
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

    private static IEnumerable<TimeExpression> In(Document document, Sentence sentence)
    {
        TimeExpression? last = null;
        for (var t = sentence.First; t < sentence.End; t++)
            if (document.TimeAt(t) is { } time && time != last)
                yield return last = time;
    }
}
