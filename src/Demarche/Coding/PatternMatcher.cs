using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Finds the patterns of the codebook in a document: one pass over the tokens, each meeting only the forms that its word can trigger.</summary>
/// <param name="codebook">What the patterns refer to.</param>
/// <param name="patterns">What is looked for.</param>
/// <param name="compiled">What triggers them, where that was compiled; null where it was not.</param>
/// <param name="things">True where a thing does what the patterns tell as well: “the dam violates the treaty”.</param>
internal sealed class PatternMatcher(Codebook codebook, IReadOnlyList<Pattern> patterns, TriggerTable? compiled, bool things = false)
{
    private readonly PatternIndex _index = new(patterns, compiled ?? TriggerTable.Of(patterns), codebook);
    private readonly FrameReader _frames = new(codebook.Operators);
    private readonly SlotFiller _slots = new(codebook, things);
    private readonly Lexicon? _victims = codebook.Lexicons.GetValueOrDefault("victim");
    private readonly Lexicon? _borders = codebook.Lexicons.GetValueOrDefault("border");

    /// <summary>The best match at each token that has one, in text order; the others are put under <see cref="Document.Considered"/>.</summary>
    /// <param name="document">With trees, mentions and attributions.</param>
    /// <param name="noActs">Takes the tokens whose words look like an act and are none; null where nobody asks.</param>
    public List<Match> Find(Document document, HashSet<int>? noActs = null)
    {
        var matches = new List<Match>();
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            for (var t = sentence.First; t < sentence.End; t++)
                if (BestAt(document, t) is { } best)
                    matches.Add(best);
        }
        DropConsumed(document, matches);
        matches.RemoveAll(match =>
        {
            if (match.Type != Pattern.NoEvent)
                return false;
            document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, "these words are no act"));
            noActs?.Add(match.Trigger);
            return true;
        });
        return matches;
    }

    /// <summary>The frame of a token that is no trigger of a pattern.</summary>
    public Frame FrameAt(Document document, int token) => _frames.At(document, token);

    private Match? BestAt(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        if (t.Upos is Upos.PUNCT or Upos.DET or Upos.ADP or Upos.PRON or Upos.CCONJ or Upos.SCONJ)
            return null;
        var entries = _index.Of(t.Upos == Upos.PROPN && document.Tree.Dependent(token, Relation.Cop) >= 0 && document.PlaceAt(token) is not null ? PatternIndex.Place : t.Lemma);
        var byForm = t.Form.Equals(t.Lemma, StringComparison.OrdinalIgnoreCase) ? default : _index.Of(t.Form);
        var mistagged = entries.Length == 0 && byForm.Length == 0 ? MistaggedVerb(document, token) : default;
        if (entries.Length == 0 && byForm.Length == 0 && mistagged.Length == 0)
            return null;

        var found = new Found();
        Try(document, token, entries, mistagged: false, ref found);
        Try(document, token, byForm, mistagged: false, ref found);
        Try(document, token, mistagged, mistagged: true, ref found);
        if (found.Best is { } best && best.Type != Pattern.NoEvent)
            Complete(document, best, found.All ?? [best]);
        return found.Best;
    }

    /// <summary>What is found at one token: its frames, read once, the best match, and all of them where there are several.</summary>
    private struct Found
    {
        public Frame? Clause;
        public Frame? Noun;
        public Frame? Predicate;
        public Match? Best;
        public List<Match>? All;
    }

    private void Try(Document document, int token, ReadOnlySpan<PatternEntry> entries, bool mistagged, ref Found found)
    {
        foreach (var entry in entries)
        {
            if (!Triggers(document, token, entry) && !(mistagged && entry.Form.Kind == FormKind.Verb && entry.Joined.Length == 0))
                continue;
            var frame = entry.Form.Kind switch
            {
                FormKind.Noun => found.Noun ??= _frames.OfNoun(document, token),
                FormKind.Predicate => found.Predicate ??= _frames.OfClause(document, token, asPredicate: true),
                _ => found.Clause ??= _frames.OfClause(document, token),
            };
            if (!entry.MayFit(frame) || _slots.Fill(document, entry, frame) is not { } match)
                continue;
            // A complete match beats one that lacks a part, then the more specific, then the earlier in the codebook.
            if (found.Best is not { } best)
            {
                found.Best = match;
                continue;
            }
            (found.All ??= [best]).Add(match);
            if ((match.Incomplete, -match.Weight, match.Order).CompareTo((best.Incomplete, -best.Weight, best.Order)) < 0)
                found.Best = match;
        }
    }

    /// <summary>Finds the participants that the best match has no place for: in less specific matches of the same type, behind a preposition, beside the verb.</summary>
    private void Complete(Document document, Match best, List<Match> all)
    {
        all.Remove(best);
        // “kidnapped ten pupils from a school”: it is done to the pupils.
        if (best.Recipient < 0)
            best.Recipient = VictimOf(document, best);
        foreach (var other in all)
        {
            document.Considered.Add(new(document.Tokens[best.Trigger].Span, other.Rule, $"{best.Rule} is more specific"));
            if (best.Negated && MayBeRefused(best, other) && (best.Refused is not { } refused || (-other.Weight, other.Order).CompareTo((-refused.Weight, refused.Order)) < 0))
                best.Refused = other;
            if (other.Type != best.Type)
                continue;
            if (best is { Actor: < 0, Pattern.BySpeaker: false } && Participants.Any(document, other.Actor))
                best.Actor = other.Actor;
            if (best.Recipient < 0 && MayReceive(best, other.Recipient) && Participants.Any(document, other.Recipient))
                best.Recipient = other.Recipient;
            if (best.Complement < 0)
                best.Complement = other.Complement;
        }
        // “condemned the detention of two sailors by Iran”: the parser hangs the doer on the verb, which has one of its own.
        if (codebook.Operators.SaidOf.Contains(best.Type) && best.Frame is { Nominal: false, Object: >= 0, Subject: >= 0 } && best.Actor == best.Frame.Subject)
            foreach (var oblique in best.Frame.Obliques)
                if (oblique is { Preposition: "by" } && (oblique.Distance == 0 || best.Fixed.Contains(document.Tokens[oblique.Noun].Head)) && oblique.Noun > best.Frame.Object && best.Frame.Object > best.Trigger && oblique.Noun != best.Actor && Participants.Any(document, oblique.Noun))
                    best.Recipient = oblique.Noun;
        // “rejected Oman's proposal of a pause”: where nobody stands in the slot, somebody may stand beside it.
        if (best is { Recipient: >= 0, Complement: < 0, Frame.Nominal: false } && IsNobody(document, best.Recipient) && About(document, best) is >= 0 and var owner)
            best.Recipient = owner;
        FindRecipient(document, best);
        if (Beyond(document, best.Recipient) is >= 0 and var neighbour && neighbour != best.Actor)
            best.Recipient = neighbour;
        TakeOwner(document, best);
        TakeFromNoun(document, best);
        // “informed Tehran that it would face”: who the pronoun is, stands beside the verb.
        if (best.Recipient >= 0 && document.Tokens[best.Recipient].Upos == Upos.PRON)
            foreach (var head in (ReadOnlySpan<int>)[best.Frame.IndirectObject, best.Frame.Object])
                if (head >= 0 && head != best.Actor && Participants.Any(document, head))
                    best.Recipient = head;
        // A noun that nobody knows is still what the act is done to.
        foreach (var other in all)
            if (best.Recipient < 0 && other.Type == best.Type && MayReceive(best, other.Recipient))
                best.Recipient = other.Recipient;

        // “freed two sailors”: the persons whom a pattern knows by their class are those to whom it is done, where another pattern says so.
        // “exchanged wounded prisoners”: sides that do it to each other do it to nobody else.
        bool MayReceive(Match match, int head) => head != match.Actor && !IsOnlyAbout(match, head) && !(match.Pattern?.Reciprocal == true && match.Fixed.Contains(head))
            && (!match.Fixed.Contains(head) || document.PlaceAt(head) is not null || (head == match.Frame.Object || head == match.Frame.IndirectObject
                // “imposed curbs on fourteen Chinese officials”
                || FrameReader.Preposition(document, head) is { } leads && codebook.Operators.RecipientPrepositions.Contains(leads) && document.MentionAt(head) is { Actor: var named } && named.IsKnown) && Participants.IsSomebody(document, head, codebook.Operators.Somebody));
    }

    /// <summary>“will not withdraw”, “did not recognize the vote”: a refusal, of what would have been done for another.</summary>
    private bool MayBeRefused(Match refusal, Match other) =>
        other is { Negated: false, Incomplete: false, Frame.Nominal: false } && codebook.Operators.Refusals.Contains(refusal.Type) && codebook.Type(other.Type) is { Quad: 1 or 2 };

    /// <summary>“called for a tax on banks”: whatever it is on, nobody there is asked.</summary>
    private bool IsOnlyAbout(Match match, int head) => head == match.AnyNoun && !match.Frame.Nominal && match.Fixed.Count > 0 && codebook.Operators.AddressedBySubject.Contains(match.Type);

    /// <summary>“moved tanks up to its frontier with Peru”: who stands on the other side of a border; −1 where the noun is none.</summary>
    private int Beyond(Document document, int head)
    {
        if (head < 0 || _borders?.Holds(document, head) != true)
            return -1;
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "with" && Participants.Of(document, d, places: true).Count > 0)
                return d;
        return -1;
    }

    /// <summary>A common noun that is no actor, belongs to none and is no place.</summary>
    private bool IsNobody(Document document, int head) =>
        document.Tokens[head].Upos == Upos.NOUN && document.PlaceAt(head) is null && !Participants.IsSomebody(document, head, codebook.Operators.Somebody) && !Participants.Any(document, head);

    /// <summary>“launched an offensive against Iraq”: the other side after a preposition that the pattern does not name.</summary>
    private void FindRecipient(Document document, Match match)
    {
        // “repeated his request that Washington extradite him”: asked of Washington, though the pattern ends with the request.
        if (match is { Recipient: < 0, Complement: < 0 } && codebook.Operators.AddressedBySubject.Contains(match.Type))
            match.Complement = match.Frame.Complements.Find(c => match.Fixed.Contains(document.Tokens[c].Head) && document.Tree.Dependent(c, Relation.Nsubj) >= 0) is > 0 and var asked ? asked : -1;
        // “asked the party to embrace him”: the class that the pattern names is somebody, and is asked.
        if (match.Recipient < 0 && !match.Frame.Nominal && codebook.Operators.AddressedBySubject.Contains(match.Type))
            foreach (var asked in (ReadOnlySpan<int>)[match.Frame.IndirectObject, match.Frame.Object])
                if (match.Recipient < 0 && asked >= 0 && asked != match.Actor && match.Fixed.Contains(asked) && (document.MentionAt(asked) is { Kind: not MentionKind.Adjective } || codebook.Operators.Participants.Hold(document, asked)))
                    match.Recipient = asked;
        if (match.Recipient >= 0 || match.Complement >= 0)
            return;
        foreach (var oblique in match.Frame.Obliques.OrderBy(o => o.Distance))
        {
            if (oblique.Distance > 1 && !codebook.Operators.SidePrepositions.Contains(oblique.Preposition) || !codebook.Operators.RecipientPrepositions.Contains(oblique.Preposition) || oblique.Noun == match.Actor || match.Fixed.Contains(oblique.Noun)
                // “the partnership against the rebels”: they are no side of it.
                || oblique.Preposition == "against" && codebook.Type(match.Type) is { Quad: 1 or 2 }
                || IsOnlyAbout(match, oblique.Noun))
                continue;
            var suffers = codebook.Operators.OwnersSuffer.Contains(match.Type) && oblique.Preposition is "on" or "against" && FrameReader.Preposition(document, oblique.Noun) is "on" or "against" && document.Tokens[oblique.Noun].Upos == Upos.NOUN && Participants.Any(document, oblique.Noun);
            if (document.MentionAt(oblique.Noun) is null && !suffers && !(document.Tokens[oblique.Noun].Upos == Upos.NOUN && Participants.IsSomebody(document, oblique.Noun, codebook.Operators.Somebody)) || document.TimeAt(oblique.Noun) is not null || IsHarmedOnly(document, match, oblique.Noun) || IsTopic(match, oblique) || StandsBeside(document, oblique.Noun)
                || _slots.IsElsewhere(document, oblique, match.Trigger, match.Type))
                continue;
            match.Recipient = oblique.Noun;
            return;
        }
        // “demonstrated outside the ministry”, “a sit-in over the detention of a lawyer by the army”
        if (codebook.Operators.ProtestedAt.TryGetValue(match.Type, out var places) && Faced(document, match, places) is >= 0 and var faced)
        {
            match.Recipient = faced;
            return;
        }
        if (match.Frame.Nominal)
            return;
        // “the quotas on Tokyo took effect”: the pattern's subject says on whom.
        if (match.Frame.Subject >= 0 && match.Fixed.Contains(match.Frame.Subject))
            foreach (var d in document.Tree.Of(match.Frame.Subject))
                if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is { } leads && codebook.Operators.RecipientPrepositions.Contains(leads) && document.MentionAt(d) is not null)
                {
                    match.Recipient = d;
                    return;
                }
        // “denied Holt a hearing”: to whom, where the pattern ends with what.
        if (match.Frame.IndirectObject is >= 0 and var given && given != match.Actor && !match.Fixed.Contains(given) && document.TimeAt(given) is null && Participants.IsSomebody(document, given, codebook.Operators.Somebody))
            match.Recipient = given;
        else
            match.Recipient = About(document, match);
    }

    /// <summary>Whom a verb is about where its pattern names nobody: “approved of Macron”, “conceded Macron's victory”, “protested outside the Russian embassy”; −1 when it is about nobody.</summary>
    private int About(Document document, Match match)
    {
        var tokens = document.Tokens;
        var operators = codebook.Operators;
        // “extradited a banker”: whom it is done for is another.
        var forSomebody = match.AnyNoun >= 0 && match.AnyNoun == match.Frame.Object && operators.ForAsker.Values.Any(types => types.Contains(match.Type));
        if (match.AnyNoun >= 0 && !forSomebody && (operators.SaidOf.Contains(match.Type) || codebook.Type(match.Type) is { Verbal: false }) && match.AnyNoun != match.Actor && match.Fixed.Count == 0 && document.TimeAt(match.AnyNoun) is null && !(FrameReader.Preposition(document, match.AnyNoun) is { } before && (before == "by" || operators.PlacePrepositions.Contains(before)))
            && (document.MentionAt(match.AnyNoun) is { Kind: not MentionKind.Adjective } || tokens[match.AnyNoun].Upos == Upos.NOUN && Participants.IsSomebody(document, match.AnyNoun, operators.Somebody)))
            return match.AnyNoun;
        if (VictimOf(document, match) is >= 0 and var victim)
            return victim;
        if (operators.Received.Contains(match.Type) && match.Pattern?.Reciprocal != true && !match.Frame.Nominal && match.Frame.Object is >= 0 and var guest && match.Fixed.Contains(guest) && operators.ReceivedPeople.Hold(document, guest))
            return guest;
        // “discussed Chad's plan”: whose plan it is, is no side.
        if (codebook.Type(match.Type) is { Verbal: false } && !operators.SaidOf.Contains(match.Type) || match.Pattern?.Reciprocal == true)
            return -1;
        foreach (var noun in (ReadOnlySpan<int>)[match.AnyNoun, .. match.Fixed])
            if (noun >= 0 && tokens[noun].Upos == Upos.NOUN && !IsSameAct(document, noun, match.Type) && OwnerBeside(document, noun, match.Actor, adjectives: operators.SaidOf.Contains(match.Type) || operators.AddressedBySubject.Contains(match.Type)) is >= 0 and var owner && owner != match.Actor)
                return owner;
        return -1;
    }

    /// <summary>“took ten hostages”, “the murder of a guard”: those whom a pattern knows by their class, where the act is done to people; −1 when there are none.</summary>
    public int VictimOf(Document document, Match match)
    {
        if (!codebook.Operators.Suffered.Contains(match.Type) || match.Actor >= 0 && !Participants.IsSomebody(document, match.Actor, codebook.Operators.Somebody))
            return -1;
        if (IsVictim(match.Frame.Object))
            return match.Frame.Object;
        if (match.Frame.Nominal)
            foreach (var oblique in match.Frame.Obliques)
                if (oblique is { Preposition: "of", Distance: 0 } && IsVictim(oblique.Noun))
                    return oblique.Noun;
        return -1;

        bool IsVictim(int noun) => noun >= 0 && match.Fixed.Contains(noun) && (codebook.Operators.People.Hold(document, noun) || codebook.Operators.Persons.Hold(document, noun) || _victims?.Holds(document, noun) == true);
    }

    /// <summary>“showed Macron's support”: a noun for the act itself is owned by who acts.</summary>
    private bool IsSameAct(Document document, int noun, string type)
    {
        foreach (var entry in _index.Of(document.Tokens[noun].Lemma))
            if (entry.Form.Kind == FormKind.Noun && entry.Pattern.Type == type)
                return true;
        return false;
    }

    /// <summary>Who does or owns what a noun names: “by Iran”, “Macron's”, “Russian”; −1 when it is said of nobody, or of a pronoun that may be the actor.</summary>
    private int OwnerBeside(Document document, int noun, int actor, bool adjectives)
    {
        var owner = document.Tree.Dependent(noun, Relation.NmodPoss);
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "by" && Participants.Any(document, d))
                return d;
            // “balked at the demands set by Riyadh”
            else if (document.Tokens[d] is { Relation: Relation.Acl, Xpos: "VBN" } && SubjectReader.AgentOf(document, d, codebook.Operators) is >= 0 and var agent && Participants.Any(document, agent))
                return agent;
            else if (owner < 0 && adjectives && document.Tokens[d].Relation is Relation.Amod or Relation.Compound && document.MentionAt(d) is not null && (document.PlaceAt(d) is null || document.MentionAt(d) is { Kind: MentionKind.Adjective }))
                owner = d;
        if (owner < 0 || Participants.Of(document, owner) is not { Count: > 0 } owners)
            return -1;
        // “praised Macron, and rejected his plan”, “rejected his own plan”
        return document.Tokens[owner].Upos == Upos.PRON && !(actor >= 0 && Participants.Of(document, actor) is { Count: > 0 } own && !own.Exists(a => owners.Exists(a.SameSide))) ? -1 : owner;
    }

    /// <summary>“rammed the American plane”, “bombed a UN convoy in Syria”: what is done to a thing is done to whom it belongs to, wherever it stands.</summary>
    private void TakeOwner(Document document, Match match)
    {
        var thing = match.Frame.Object;
        if (thing < 0 || match.Incomplete || match.Recipient == thing || !codebook.Operators.OwnersSuffer.Contains(match.Type) || !match.Fixed.Contains(thing) || match.Recipient >= 0 && document.Tree.Dominates(thing, match.Recipient) && FrameReader.Preposition(document, match.Recipient) is null or "of")
            return;
        // “expelled migrants to Niger”: they are no thing of somebody's.
        if (match.Recipient >= 0 && Participants.IsSomebody(document, thing, codebook.Operators.Somebody) && !(FrameReader.Preposition(document, match.Recipient) is { } preposition && codebook.Operators.PlacePrepositions.Contains(preposition) && !codebook.Operators.RecipientPrepositions.Contains(preposition)))
            return;
        // “shut its mission in Kabul”: what is his own he does to himself.
        if (match.Recipient >= 0 && document.Tree.Dependent(thing, Relation.NmodPoss) is >= 0 and var his && document.Tokens[his].Upos == Upos.PRON)
            return;
        var owners = Participants.Of(document, thing);
        var actors = Participants.Of(document, match.Actor);
        if (owners.Exists(owner => !actors.Exists(actor => actor.Is(owner) || actor is { Country: { } home, IsSettled: false } && home == owner.Country)))
            match.Recipient = thing;
    }

    /// <summary>“Twelve were killed in an Israeli strike on Tyre”: a noun for the act itself says who did it and to whom, where its verb does not.</summary>
    private void TakeFromNoun(Document document, Match match)
    {
        if (match.Frame.Nominal || match.Actor >= 0)
            return;
        foreach (var noun in match.Fixed)
        {
            if (document.Tokens[noun].Upos != Upos.NOUN || !IsSameAct(document, noun, match.Type))
                continue;
            var inner = _frames.OfNoun(document, noun);
            // “picked up his first endorsements”: they were given to him.
            if (inner.Subject >= 0 && inner.Subject != match.Recipient && Participants.Of(document, inner.Subject) is { Count: > 0 } owners && !(match.Recipient >= 0 && Participants.Of(document, match.Recipient).Exists(r => owners.Exists(r.Is))))
                match.Actor = inner.Subject;
            if (match.Recipient < 0 || !Participants.Any(document, match.Recipient))
                foreach (var oblique in inner.Obliques)
                    if (oblique is { Distance: 0, Preposition: "on" or "against" or "of" } && oblique.Noun != match.Actor && Participants.Any(document, oblique.Noun))
                        match.Recipient = oblique.Noun;
            return;
        }
    }

    /// <summary>“left the bloc together with Niger”: on the same side.</summary>
    private bool StandsBeside(Document document, int noun)
    {
        var first = document.Tree.LeftEdge(noun);
        return codebook.Operators.Jointly.Contains(document.Tokens[first].Form) || first > 0 && codebook.Operators.Jointly.Contains(document.Tokens[first - 1].Form);
    }

    /// <summary>Before whom or over whose deed a crowd stands: a body behind one of the prepositions, or who did what stands there; −1 when nobody is named.</summary>
    private int Faced(Document document, Match match, IReadOnlyList<string> prepositions)
    {
        foreach (var oblique in match.Frame.Obliques)
        {
            if (oblique.Distance > 1 || !oblique.LedBy(prepositions) || oblique.Noun == match.Actor || match.Fixed.Contains(oblique.Noun) || document.TimeAt(oblique.Noun) is not null)
                continue;
            if (document.MentionAt(oblique.Noun) is { Kind: not MentionKind.Adjective } || Participants.IsSomebody(document, oblique.Noun, codebook.Operators.Somebody) && document.PlaceAt(oblique.Noun) is null)
                return oblique.Noun;
            if (OwnerBeside(document, oblique.Noun, match.Actor, adjectives: true) is >= 0 and var owner && owner != match.Actor)
                return owner;
        }
        return -1;
    }

    /// <summary>“talks on Chad”: whom sides speak of is no side.</summary>
    private bool IsTopic(Match match, Oblique oblique) =>
        match.Pattern?.Reciprocal == true && codebook.Operators.TopicPrepositions.Contains(oblique.Preposition);

    /// <summary>“condemned the attack on Kyiv”: what was attacked is not condemned.</summary>
    private bool IsHarmedOnly(Document document, Match match, int noun) =>
        codebook.Type(match.Type) is { Verbal: true } && document.Tokens[noun] is { Head: >= 0 and var harm } && match.Fixed.Contains(harm) && codebook.Operators.Harms.Hold(document, harm)
        // “promised not to attack Minsk” is promised to it.
        && Negation.Of(document, harm, codebook.Operators) is null;

    /// <summary>
    /// “Riyadh severed relations”: a past tense between a name and a noun that the tagger took for an adjective. Its verb is looked up by form.
    /// </summary>
    private ReadOnlySpan<PatternEntry> MistaggedVerb(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        if (t.Relation != Relation.Amod || t.Upos is not (Upos.ADJ or Upos.VERB) || !t.Form.EndsWith("ed", StringComparison.Ordinal) || !FrameReader.StandsAsVerb(document, token))
            return default;
        var stem = t.Form[..^2];
        foreach (var lemma in (ReadOnlySpan<string>)[stem, stem + "e", stem.Length > 2 && stem[^1] == stem[^2] ? stem[..^1] : stem, stem.EndsWith('i') ? stem[..^1] + "y" : stem])
            if (_index.Of(lemma) is { Length: > 0 } entries)
                return entries;
        return default;
    }

    private bool Triggers(Document document, int token, PatternEntry entry)
    {
        ref readonly var t = ref document.Tokens[token];
        if (entry.Form.Negated && (Negation.Of(document, token, codebook.Operators, participants: false) is null or "yet" || IsOwnDenial(document, token)) || entry.Form.Future && !IsToCome(document, token))
            return false;
        switch (entry.Form.Kind)
        {
            case FormKind.Verb:
                // “opposing views”, “a charged term”, “aid for the displaced”: what somebody is, not what he does.
                return t.Upos is Upos.VERB && !(t.Xpos == "VBN" && document.Tree.Dependent(token, Relation.Det) == token - 1 && token > 0 && document.Tree.Dependent(token, Relation.Nsubj) < 0) && !(t.Relation is Relation.Amod or Relation.Compound && t.Head > token && !FrameReader.StandsAsVerb(document, token))
                    && IsVerb(document, token, entry.Trigger) && SlotFiller.FixedWords(document, token, entry.Joined);
            case FormKind.Predicate:
                return (document.Tree.Dependent(token, Relation.Cop) >= 0 || t.Xpos == "VBN" && document.Tree.Dependent(token, Relation.AuxPass) >= 0)
                    && (entry.Form.PredicatePreposition is null || FrameReader.Preposition(document, token) == entry.Form.PredicatePreposition)
                    && (entry.Form.Standing is not null ? IsOfficial(document, token) : entry.Class is { } predicates ? predicates.Holds(document, token) : Lexemes.Match(document, token, entry.Trigger) || t.Form.Equals(entry.Trigger, StringComparison.OrdinalIgnoreCase));
            default:
                // “a visit in March”: a month is no march.
                return t.Upos is Upos.NOUN or Upos.PROPN && !(t.Upos == Upos.PROPN && document.TimeAt(token) is not null) && !SaysWhatFor(document, token)
                    && document.MentionAt(token) is not { Kind: MentionKind.Name } && !InsideMention(document, token)
                    && (entry.Class is { } lexicon ? lexicon.Holds(document, token) : Lexemes.Match(document, token, entry.Trigger));
        }
    }

    /// <summary>“We did not arm them, he said”: of the past he denies it, and refuses nothing.</summary>
    private bool IsOwnDenial(Document document, int verb) =>
        document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && codebook.Operators.FirstPerson.Contains(document.Tokens[subject].Form) && Clauses.IsPast(document, verb) && document.AttributionAt(verb) is not null;

    /// <summary>“test-fired” is “test-fire”, and “fired” is not.</summary>
    private static bool IsVerb(Document document, int token, string trigger)
    {
        var verb = trigger.AsSpan();
        if (verb.IndexOf('_') is > 0 and var particle)
            verb = verb[..particle];
        return verb.IndexOf('-') < 0 || Lexemes.Match(document, token, verb);
    }

    /// <summary>“patrol boats”, “aid workers”: the first word says what they are for, and nothing is done.</summary>
    private bool SaysWhatFor(Document document, int token) =>
        document.Tokens[token] is { Relation: Relation.Compound, Head: var thing } && thing > token && document.Tokens[thing].Upos == Upos.NOUN
        && (codebook.Operators.Targets.Hold(document, thing) || codebook.Operators.Somebody.Hold(document, thing));

    /// <summary>“will retaliate”; “would retaliate”, told afterwards.</summary>
    private bool IsToCome(Document document, int verb)
    {
        if (Negation.Of(document, verb, codebook.Operators) is not null)
            return false;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Aux && codebook.Operators.OfAuxiliary(document.Tokens[d].Form)?.Id is "future" or "conditional")
                return true;
        return false;
    }

    /// <summary>“The envoy will be in Accra”: whoever goes about for others, and nobody else, visits where he is.</summary>
    private static bool IsOfficial(Document document, int predicate) =>
        document.Tree.Dependent(predicate, Relation.Nsubj) is >= 0 and var subject && Participants.Of(document, subject) is { Count: > 0 } who && who.TrueForAll(a => a is { Kind: ActorKind.Person, Office: not null });

    /// <summary>“the head of Russian diplomacy” is a person, and no diplomacy takes place.</summary>
    private static bool InsideMention(Document document, int token)
    {
        var tokens = document.Tokens;
        for (int t = tokens[token].Head, step = 0; t >= 0 && step < 4; t = tokens[t].Head, step++)
            if (document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description } mention && mention.First <= token && token < mention.End)
                return true;
        return false;
    }

    /// <summary>“Rejected Tripoli's demand”: to turn a demand down says that it was made, and by another.</summary>
    public bool IsPresupposed(Document document, Match match)
    {
        // “faced attacks from Holt” tells of words, if of persons.
        var type = match.Pattern?.ByPerson is { } between && codebook.Type(between) is { Verbal: true } ? between : match.Type;
        if (!match.Frame.Nominal || codebook.Type(type) is not { Verbal: true } || match.Actor < 0 || document.Tokens[match.Actor].Relation != Relation.NmodPoss && !IsBehindBy(document, match) && !(document.Tokens[match.Actor].Relation == Relation.Amod && document.MentionAt(match.Actor) is not null))
            return false;
        var head = document.Tokens[match.Trigger].Head;
        // “a question about Oslo's criticism”, “found no fault with her attacks on the court”, “moved past his threats”: whose words they are, has said them.
        if (head >= 0 && document.Tokens[match.Actor].Relation == Relation.NmodPoss && document.Tokens[match.Actor].Head == match.Trigger && codebook.Operators.OwnedSpeech.Contains(type) && codebook.Operators.OfWord(document.Tokens[head].Lemma) is null
            && document.Tokens[match.Trigger].Relation switch
            {
                Relation.Nsubj => true,
                Relation.Nmod => FrameReader.Preposition(document, match.Trigger) is not ("without" or "for" or "of" or "by" or "against"),
                Relation.Obl => FrameReader.Preposition(document, match.Trigger) is not ("without" or "for" or "of" or "by" or "against") and { } before && (before != "with" || document.Tokens[head].Upos == Upos.ADJ),
                Relation.Obj => !codebook.Operators.FacingWords.Contains(document.Tokens[head].Lemma) && !codebook.Operators.LightVerbs.Contains(document.Tokens[head].Lemma),
                _ => false,
            })
            return true;
        // “despite Tehran's threats”, “in reply to Rome's appeal”
        if (head >= 0 && document.Tokens[match.Trigger].Relation.Universal() is Relation.Obl or Relation.Nmod && codebook.Operators.OwnedSpeech.Contains(type) && FrameReader.Preposition(document, match.Trigger) is { } preposition)
            return codebook.Operators.PresupposingPrepositions.Contains(preposition) || document.Tokens[match.Trigger].Relation == Relation.Obl && (codebook.Operators.FacingPrepositions.Contains(preposition) || codebook.Operators.FacingWords.Contains(document.Tokens[head].Lemma));
        return head >= 0 && document.Tokens[match.Trigger].Relation is Relation.Obj or Relation.NsubjPass && (codebook.Operators.Presupposing.Contains(document.Tokens[head].Lemma) || codebook.Operators.OwnedSpeech.Contains(type) && codebook.Operators.FacingWords.Contains(document.Tokens[head].Lemma) && !IsOpen(document, head)) && (document.Tokens[match.Trigger].Relation == Relation.NsubjPass || !IsSubject(document, head, match.Actor));
    }

    /// <summary>“would have faced pressure from Oman”, “to face its criticism”: still to come, or never came.</summary>
    private static bool IsOpen(Document document, int verb) =>
        VerbGroup.Of(document, verb) is { Modal: >= 0 } || document.Tokens[verb].Xpos == "VB" && Clauses.Marked(document, verb, "to");

    /// <summary>“rejected an appeal by Oman”, “ignored a plea from the bishops”, “at the request of Oman”: who said it stands behind the noun.</summary>
    private static bool IsBehindBy(Document document, Match match) =>
        document.Tokens[match.Actor] is { Relation: Relation.Nmod, Head: >= 0 and var noun } && (noun == match.Trigger || document.Tokens[noun].Head == match.Trigger && match.Actor == match.Frame.Subject) && FrameReader.Preposition(document, match.Actor) is "by" or "from" or "of" && Participants.Any(document, match.Actor);

    private static bool IsSubject(Document document, int verb, int head)
    {
        var subject = document.Tree.Dependent(verb, Relation.Nsubj);
        var own = Participants.Of(document, head);
        return subject >= 0 && Participants.Of(document, subject).Exists(s => own.Exists(s.Is));
    }

    /// <summary>“asked Paris for an apology”, “threatened a strike”, “blamed Kigali for the raid”; “launched a verbal attack” accuses, and attacks nobody.</summary>
    private bool IsInside(Document document, Match whole, Match part) =>
        part.Frame.Nominal && whole.Type != part.Type && !codebook.Operators.Inside.ContainsKey(part.Type)
        && (IsSpokenOf(document, whole, part) || codebook.Operators.InsideActor.ContainsKey(whole.Type) && codebook.Operators.Inside.TryGetValue(whole.Type, out var status)
            && (status != EventStatus.Reported || !whole.Frame.Nominal && document.Tokens[part.Trigger].Relation == Relation.Obl && FrameReader.Preposition(document, part.Trigger) is "for" or "of" or "over"));

    /// <summary>“condemned the arrest of the envoys by Chad”: an act of somebody else, of which more is told than that it was spoken of.</summary>
    private bool IsSpokenOf(Document document, Match whole, Match part) =>
        codebook.Operators.SaidOf.Contains(whole.Type) && !whole.Frame.Nominal && (document.Tokens[part.Trigger].Relation is Relation.Obj or Relation.NsubjPass or Relation.Nsubj
            // “ordered an inquiry into the bombing of a clinic by American aircraft”
            || document.Tokens[part.Trigger] is { Relation: Relation.Nmod or Relation.Obl, Head: >= 0 and var inquiry } && whole.Fixed.Contains(inquiry) && FrameReader.Preposition(document, part.Trigger) is "into") && !codebook.Operators.LightVerbs.Contains(document.Tokens[whole.Trigger].Lemma)
        && part.Frame.Subject >= 0 && part.Actor == part.Frame.Subject && Participants.Any(document, part.Actor);

    /// <summary>“flew to Khartoum for talks with Nimeiri”: the talks have a side that the journey, which was made, does not name.</summary>
    private static bool IsWithAnother(Document document, Match whole, Match part) =>
        part is { Pattern.Reciprocal: true, Recipient: >= 0 } && whole is { Pattern.Reciprocal: false, Recipient: var there } && there >= 0 && there != part.Recipient && !document.Tree.Dominates(there, part.Recipient) && Participants.Any(document, part.Recipient) && Clauses.IsPast(document, whole.Trigger);

    /// <summary>A noun that a verb's pattern has taken in (“imposed sanctions”) is not an event of its own.</summary>
    private void DropConsumed(Document document, List<Match> matches)
    {
        var consumed = new Dictionary<int, Match>();
        var byTrigger = matches.ToDictionary(match => match.Trigger);
        // “Talks between Iran and Oman were held”: the noun says who talks, and the verb only that they did.
        matches.RemoveAll(match => match is { Frame.Nominal: false, Actor: < 0, Recipient: < 0 } && match.Fixed.Exists(t => document.Tokens[t].Relation.Universal() == Relation.Nsubj
            && byTrigger.TryGetValue(t, out var noun) && (noun.Type == match.Type || noun.Pattern is { Reciprocal: true }) && (noun.Actor >= 0 || noun.Recipient >= 0)));
        foreach (var match in matches)
        {
            // What a verb lacks too much of to be told itself leaves its nouns: “its men carried out Tuesday's raid”.
            if (!match.Incomplete || match.Recipient >= 0)
                foreach (var token in match.Fixed)
                    consumed[token] = match;
            // “telephone talks” are one act, and its first word says how they were held.
            if (document.Tokens[match.Trigger].Relation != Relation.Compound || !byTrigger.TryGetValue(document.Tokens[match.Trigger].Head, out var whole))
                continue;
            consumed[match.Trigger] = whole;
            if (whole.Type == match.Type)
                whole.Mode ??= match.Mode;
        }
        foreach (var match in matches)
            match.Presupposed = IsPresupposed(document, match);
        matches.RemoveAll(match =>
        {
            if (!consumed.TryGetValue(match.Trigger, out var whole) || match.Presupposed || IsInside(document, whole, match) || IsWithAnother(document, whole, match)
                // “stepped down hours after the riot”: what went before is told too.
                || match.Frame.Nominal && Links.IsRecalled(document, _frames.WholeOf(document, match.Trigger), codebook.Operators))
                return false;
            document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, "it is part of another event's words"));
            return true;
        });
    }
}
