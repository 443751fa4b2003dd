namespace Demarche.Attributing;

/// <summary>Completes the attribution of a verb whose content is found: who speaks, which words are the cue, and whether it is negated.</summary>
internal sealed class VerbSources(Syntax syntax, Quotations quotations, Speakers speakers)
{
    private readonly Token[] _tokens = syntax.Tokens;
    private readonly Tree _tree = syntax.Tree;
    private readonly AttributionRules _rules = syntax.Rules;

    public Draft? Complete(Draft draft, int verb)
    {
        var source = draft.Giver >= 0 ? draft.Giver : draft.IsPassive ? syntax.Agent(verb) : syntax.Subject(verb);
        if (source < 0 && draft.IsPassive && draft.Rule.Kind == AttributionKind.Belief)
            source = syntax.AgentIn(verb);
        if (source < 0 && !draft.IsPassive)
            source = syntax.NounClause(verb);
        var name = source >= 0 ? syntax.SubjectName(source) : default;
        if (source >= 0 && !draft.IsPassive && draft.Giver < 0 && syntax.RelationOf(verb) == Relation.Acl && syntax.IsGerund(verb) && _tokens[verb].Head == source)
        {
            // “recent polls showing a drop”: the participle and what it says tell no more about who says it.
            if (name.End > syntax.Left(verb) && name.First < syntax.Left(verb))
                name = syntax.Trim(name with { End = syntax.Left(verb) });
            // “The union spoke of the mine, a pit near Kitwe, saying …”: behind a comma the subject of the clause goes on.
            if (_tree.IsBehindComma(verb))
            {
                var above = source;
                while (above >= 0 && !syntax.IsVerb(above) && _tree.Dependent(above, Relation.Cop) < 0)
                    above = _tokens[above].Head;
                if (above >= 0 && above < verb && syntax.Subject(above) is >= 0 and var subject && subject < source && !syntax.CannotSpeak(subject) && !syntax.IsRelativePronoun(subject) && !quotations.Separate(subject, verb))
                {
                    source = subject;
                    name = syntax.SubjectName(subject);
                }
            }
        }
        // “regarded as favouring the truce”: what somebody is seen as is no saying of his.
        if (syntax.Quoted(verb) >= 0 && !IsPassedOn(verb))
            return null;
        var cue = CueWithPhases(draft, verb);
        if (!draft.IsPassive && draft.Giver < 0 && draft.TakesQuote && (draft.Form.Contains("quote", StringComparison.Ordinal) || draft.Form.Contains("clause", StringComparison.Ordinal)))
        {
            if (!draft.Rule.TakesPerson && speakers.Inverted(verb) is (>= 0 and var inverted, var invertedWords) && !invertedWords.Contains(source))
                (source, name) = (inverted, invertedWords);
            else if (speakers.BeforeEnd(verb) is (>= 0 and var closing, var closingWords) && (source < 0 || !closingWords.Contains(source)))
                (source, name) = (closing, closingWords);
            else if (source < 0 || quotations.Separate(source, verb))
                (source, name) = speakers.Beside(verb);
            else if (speakers.AfterQuotation(verb) is (>= 0 and var between, var words) && !words.Contains(source))
                (source, name) = (between, words);
        }
        // “when asked last month”: a day is nobody.
        if (source >= 0 && syntax.IsTime(source))
            source = -1;
        // “was warned by a constable that …”: a clause hung on whoever speaks is what is said.
        if ((draft.IsPassive || draft.Giver >= 0) && source >= 0)
            foreach (var stretch in draft.Content.List)
                if (stretch.First > source && stretch.First < name.End)
                    name = syntax.Trim(name with { End = stretch.First });
        // “…, saying that …” behind a relative clause that the tree has hung it on: the main clause goes on.
        if (!draft.IsPassive && draft.TakesQuote && syntax.GoesOnBehind(verb) is >= 0 and var main)
        {
            source = main;
            name = syntax.SubjectName(main);
        }
        if (!draft.IsPassive && source < 0 && syntax.LooseSubject(verb) is >= 0 and var loose)
        {
            source = loose;
            name = syntax.Name(loose);
        }
        if (source >= 0 && quotations.Straddles(name, verb) is { IsEmpty: false } rest)
        {
            // “… Nor would the president,” Cross wrote: the tree has joined the last quoted words to the name behind the mark.
            name = syntax.Trim(rest);
            if (name.IsEmpty)
                return null;
            source = syntax.HeadOf(name);
        }
        if (!draft.IsPassive && source >= 0 && CarriedFrom(verb) is >= 0 and var carrier && syntax.Subject(carrier) is >= 0 and var issuer)
        {
            // “issued a statement saying that”: whoever issued it says so.
            source = issuer;
            name = syntax.Name(issuer);
            if (syntax.Group(carrier).First is var first && verb - first <= 8 && !new Stretch(first, verb).Contains(source))
                cue = new(first, cue.End);
            draft.Clause = carrier;
        }
        // “it said”, “it accused”: before a verb that ascribes the pronoun is never the empty one.
        if (source >= 0 && syntax.CannotSpeak(source) && (draft.IsPassive || syntax.Lemmas[source] != "it"))
        {
            // “it is said that”: nobody is named. “this shows that” has no speaker either.
            if (!draft.IsPassive)
                return null;
            source = -1;
        }
        if (!draft.IsPassive && source < 0)
            return null;
        if (draft.IsPassive && source < 0 && !CanStandAlone(draft))
            return null;

        if (source >= 0 && draft.Rule.NotSource.Contains(syntax.Lemmas[source]))
            return null;
        if (draft.Rule.NeedsActor && (source < 0 || syntax.Document.MentionAt(source) is null))
            return null;
        if (draft.Rule.NeedsDocument && (source < 0 || !_rules.Documents.Contains(syntax.Lemmas[source])))
            return null;
        if (source >= 0 && syntax.IsRelativePronoun(source) && !syntax.MayRelateToSpeaker(source))
            return null;
        TakeInPhrases(draft, verb);
        TakeInInfinitive(draft, verb);
        draft.SourceHead = source;
        if (source >= 0)
            draft.Source.Add(name);
        // “learned from the envoy”: the preposition leads to whoever says it.
        if (draft.Giver >= 0 && name.First - cue.End is > 0 and < 4)
            cue = cue with { End = name.First };
        draft.Cue = cue;
        TakeInAdverb(draft);
        if ((syntax.IsNegated(verb) || PhaseNegates(verb)) != (source >= 0 && NamesNobody(name)))
            draft.Polarity = _rules.Negated(draft.Polarity);
        return draft;
    }

    // “Neither Lomé nor Accra has said”, “no official has confirmed”
    private bool NamesNobody(Stretch name) => _rules.Negators.Contains(syntax.Lemmas[name.First]) || syntax.Lemmas[name.First] is "nobody" or "none";

    // “has said repeatedly it does not …”: the adverb behind the verb tells how it was said.
    private void TakeInAdverb(Draft draft)
    {
        var adverb = draft.Cue.End;
        if (draft.Form == "clause" && draft.Content.First == adverb && draft.CueHead == adverb - 1 && adverb + 2 < draft.Content.End && _tokens[adverb] is { Upos: Upos.ADV, Xpos: "RB" } && _tokens[adverb].Form.EndsWith("ly", StringComparison.Ordinal)
            && _tokens[adverb + 1].Upos is Upos.DET or Upos.PRON or Upos.PROPN or Upos.NOUN or Upos.SCONJ)
        {
            draft.Cue = draft.Cue with { End = adverb + 1 };
            draft.Content.Remove(new Stretch(adverb, adverb + 1));
        }
    }

    private bool IsPassedOn(int gerund)
    {
        for (var above = _tokens[gerund].Head; above >= 0; above = _tokens[above].Head)
            if (syntax.IsVerb(above))
                return _rules.PassOn.Contains(syntax.Lemmas[above]);
        return false;
    }

    /// <summary>The verb that carries the document of which this one is a participle (“issue” in “issued a statement saying”), or −1.</summary>
    private int CarriedFrom(int verb)
    {
        var noun = _tokens[verb].Head;
        if (noun < 0 || syntax.RelationOf(verb) != Relation.Acl || !syntax.IsGerund(verb) || _rules.Medium(syntax.Lemmas[noun]) is null || syntax.RelationOf(noun) != Relation.Obj)
            return -1;
        var carrier = _tokens[noun].Head;
        return carrier >= 0 && (_rules.Carriers.Contains(syntax.Lemmas[carrier]) || syntax.Tree.Dependent(carrier, Relation.CompoundPrt) is >= 0 and var particle && _rules.Carriers.Contains($"{syntax.Lemmas[carrier]} {syntax.Lemmas[particle]}")) ? carrier : -1;
    }

    // “a convoy of medicine for the island”, “the need for a truce”: such a phrase right behind the noun belongs to it, wherever the tree hangs it.
    private void TakeInPhrases(Draft draft, int verb)
    {
        if (draft.Content.IsEmpty || draft.Rule.Frames.Length == 0 || draft.Form.Contains("person", StringComparison.Ordinal) || draft.Form is "clause" or "quote")
            return;
        // What a picture shows and what one warns of lies where it is told to lie; what one condemns may have been condemned there.
        var isPlaced = draft.Rule.NeedsDocument || draft.Form.Contains('|', StringComparison.Ordinal) || draft.Form is "of" or "about" or "for";
        var isAwaited = draft.Rule.Kind == AttributionKind.Intention || draft.Polarity is not null && _rules.Polarities[draft.Rule.Polarity].Status is EventStatus.Demanded or EventStatus.Promised or EventStatus.Threatened or EventStatus.Planned;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) == Relation.Obl && syntax.IsNominal(d) && syntax.Left(d) == draft.Content.End && syntax.Lemmas[syntax.Left(d)] is var leader
                && (isAwaited && _rules.Deadlines.Contains(leader) && (syntax.IsTime(d) || _rules.NeverContent.Contains(syntax.Lemmas[d])) || !syntax.IsTime(d) && (_rules.StaysWithNoun.Contains(leader) || isPlaced && (syntax.Document.PlaceAt(d) is not null || _tokens[d].Upos == Upos.PROPN))))
                draft.Content.Add(syntax.Phrase(d));
    }

    // “insisted on the need to withdraw”: an infinitive right behind the noun belongs to it, wherever the tree hangs it.
    private void TakeInInfinitive(Draft draft, int verb)
    {
        if (draft.Content.IsEmpty || draft.Persons.Count > 0)
            return;
        foreach (var d in _tree.Of(verb))
            if (d > verb && syntax.RelationOf(d) is Relation.Advcl or Relation.Xcomp && syntax.InfinitiveMark(d) is >= 0 and var to && to - draft.Content.End is 0 or 1 && _tokens[to - 1].Form != ",")
            {
                draft.Content.Add(new Stretch(draft.Content.End, syntax.Right(d) + 1));
                draft.TakenIn = d;
            }
    }

    // “was demanded” alone is the report's own verb; with a clause or an infinitive it passes words on.
    private static bool CanStandAlone(Draft draft) => draft.Form != "noun";

    private Stretch CueWithPhases(Draft draft, int verb)
    {
        var group = syntax.Group(verb);
        var end = Math.Max(group.End, draft.Last + 1);
        // Words that belong to the verb (“make clear”), then the preposition that leads to the content.
        var first = draft.Content.List.Count > 0 ? draft.Content.List.FirstOrDefault(s => s.First > verb).First : 0;
        if (first > end && first <= end + 3)
        {
            var bridges = true;
            for (var t = end; t < first; t++)
                bridges &= syntax.RelationOf(t) is Relation.Case or Relation.Mark or Relation.Compound or Relation.Advmod or Relation.Fixed || syntax.Lemmas[t] == "to" && t < first - 1;
            if (bridges)
                end = first;
        }
        var start = group.First;
        var here = verb;
        while (syntax.RelationOf(here) == Relation.Xcomp && _tokens[here].Head is >= 0 and var governor && _rules.Phases.Contains(syntax.Lemmas[governor]) && governor < start)
        {
            var governing = syntax.Group(governor);
            var joined = true;
            for (var t = governing.End; t < start; t++)
                joined &= syntax.InfinitiveMark(here) == t || syntax.RelationOf(t) == Relation.Advmod || _tokens[t].Upos == Upos.PART;
            if (!joined)
                break;
            start = governing.First;
            draft.Clause = governor;
            here = governor;
        }
        return new(start, end);
    }

    // “stopped short of calling it a war”
    private bool StopsShort(int verb) =>
        syntax.IsGerund(verb) && syntax.RelationOf(verb) == Relation.Advcl && _tokens[verb].Head is >= 0 and var shortOf && syntax.Lemmas[shortOf] == "short" && _tokens[shortOf].Head is >= 0 and var stop && _rules.NegatingPhases.Contains(syntax.Lemmas[stop]);

    private bool PhaseNegates(int verb) => StopsShort(verb) ||
        syntax.RelationOf(verb) == Relation.Xcomp && _tokens[verb].Head is >= 0 and var governor && (_rules.NegatingPhases.Contains(syntax.Lemmas[governor]) || _rules.Phases.Contains(syntax.Lemmas[governor]) && syntax.IsNegated(governor));
}
