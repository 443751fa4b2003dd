using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Finds the patterns of the codebook in a document: one pass over the tokens, each meeting only the forms that its word can trigger.</summary>
internal sealed class PatternMatcher(Codebook codebook, IEnumerable<Pattern> patterns)
{
    private readonly PatternIndex _index = new(patterns);
    private readonly FrameReader _frames = new(codebook.Operators);
    private readonly Lexicon? _quantities = codebook.Lexicons.GetValueOrDefault("quantity");
    private readonly Lexicon? _prepositions = codebook.Lexicons.GetValueOrDefault("prepositions");

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

    /// <summary>The frame of a token that is no trigger of a pattern, such as an operator's word.</summary>
    public Frame FrameAt(Document document, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && document.Tree.Dependent(token, Relation.Cop) < 0 ? _frames.OfNoun(document, token) : _frames.OfClause(document, token);

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

        Frame? clause = null, noun = null, predicate = null;
        Match? best = null;
        var all = new List<Match>();
        foreach (ref readonly var entry in (ReadOnlySpan<PatternIndex.Entry>)[.. entries, .. byForm, .. mistagged])
        {
            if (!Triggers(document, token, entry) && !(mistagged.Length > 0 && entry.Form.Kind == FormKind.Verb && !entry.Trigger.Contains('_', StringComparison.Ordinal)))
                continue;
            var frame = entry.Form.Kind switch
            {
                FormKind.Noun => noun ??= _frames.OfNoun(document, token),
                FormKind.Predicate => predicate ??= _frames.OfClause(document, token, asPredicate: true),
                _ => clause ??= _frames.OfClause(document, token),
            };
            var match = Fill(document, entry, frame);
            if (match is null)
                continue;
            all.Add(match);
            // A complete match beats one that lacks a part, then the more specific, then the earlier in the codebook.
            if (best is null || (match.Incomplete, -match.Weight, match.Order).CompareTo((best.Incomplete, -best.Weight, best.Order)) < 0)
                best = match;
        }
        if (best is not null && best.Type != Pattern.NoEvent)
            Complete(document, best, all);
        return best;
    }

    /// <summary>Finds the participants that the best match has no place for: in less specific matches of the same type, behind a preposition, beside the verb.</summary>
    private void Complete(Document document, Match best, List<Match> all)
    {
        all.Remove(best);
        foreach (var other in all)
        {
            document.Considered.Add(new(document.Tokens[best.Trigger].Span, other.Rule, $"{best.Rule} is more specific"));
            if (other.Type != best.Type)
                continue;
            if (best.Actor < 0 && Participants.Any(document, other.Actor))
                best.Actor = other.Actor;
            if (best.Recipient < 0 && MayReceive(best, other.Recipient) && Participants.Any(document, other.Recipient))
                best.Recipient = other.Recipient;
            if (best.Complement < 0)
                best.Complement = other.Complement;
        }
        FindRecipient(document, best);
        // “informed Tehran that it would face”: who the pronoun is, stands beside the verb.
        if (best.Recipient >= 0 && document.Tokens[best.Recipient].Upos == Upos.PRON)
            foreach (var head in (ReadOnlySpan<int>)[best.Frame.IndirectObject, best.Frame.Object])
                if (head >= 0 && head != best.Actor && Participants.Any(document, head))
                    best.Recipient = head;
        // A noun that nobody knows is still what the act is done to.
        foreach (var other in all)
            if (best.Recipient < 0 && other.Type == best.Type && MayReceive(best, other.Recipient))
                best.Recipient = other.Recipient;

        static bool MayReceive(Match match, int head) => head != match.Actor && !match.Fixed.Contains(head);
    }

    /// <summary>“launched an offensive against Iraq”: the other side after a preposition that the pattern does not name.</summary>
    private void FindRecipient(Document document, Match match)
    {
        if (match.Recipient >= 0 || match.Complement >= 0)
            return;
        foreach (var oblique in match.Frame.Obliques.OrderBy(o => o.Distance))
        {
            if (oblique.Distance > 1 && !codebook.Operators.SidePrepositions.Contains(oblique.Preposition) || !codebook.Operators.RecipientPrepositions.Contains(oblique.Preposition) || oblique.Noun == match.Actor || match.Fixed.Contains(oblique.Noun))
                continue;
            if (document.MentionAt(oblique.Noun) is null || IsTime(document, oblique.Noun) || IsHarmedOnly(document, match, oblique.Noun) || StandsBeside(document, oblique.Noun))
                continue;
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

    /// <summary>“condemned the attack on Kyiv”: what was attacked is not condemned.</summary>
    private bool IsHarmedOnly(Document document, Match match, int noun) =>
        codebook.Type(match.Type) is { Verbal: true } && document.Tokens[noun] is { Head: >= 0 and var harm } && match.Fixed.Contains(harm) && codebook.Operators.Harms.Any(lexicon => lexicon.Holds(document, harm));

    /// <summary>
    /// “Riyadh severed relations”: a past tense between a name and a noun that the tagger took for an adjective. Its verb is looked up by form.
    /// </summary>
    private ReadOnlySpan<PatternIndex.Entry> MistaggedVerb(Document document, int token)
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

    private bool Triggers(Document document, int token, in PatternIndex.Entry entry)
    {
        ref readonly var t = ref document.Tokens[token];
        if (entry.Form.Negated && Negation.Of(document, token, codebook.Operators) is null || entry.Form.Future && !IsToCome(document, token))
            return false;
        switch (entry.Form.Kind)
        {
            case FormKind.Verb:
                // “opposing views”, “a charged term”, “aid for the displaced”: what somebody is, not what he does.
                return t.Upos is Upos.VERB && !(t.Xpos == "VBN" && document.Tree.Dependent(token, Relation.Det) == token - 1 && token > 0 && document.Tree.Dependent(token, Relation.Nsubj) < 0) && !(t.Relation == Relation.Amod && t.Head > token && !FrameReader.StandsAsVerb(document, token)) && FixedWords(document, token, entry.Trigger, out _);
            case FormKind.Predicate:
                return (document.Tree.Dependent(token, Relation.Cop) >= 0 || t.Xpos == "VBN" && document.Tree.Dependent(token, Relation.AuxPass) >= 0)
                    && (entry.Form.PredicatePreposition is null || FrameReader.Preposition(document, token) == entry.Form.PredicatePreposition)
                    && (entry.Form.Standing is not null ? IsOfficial(document, token) : entry.Class is { } predicates ? predicates.Holds(document, token) : Lexemes.Match(document, token, entry.Trigger) || t.Form.Equals(entry.Trigger, StringComparison.OrdinalIgnoreCase));
            default:
                return t.Upos is Upos.NOUN or Upos.PROPN
                    && document.MentionAt(token) is not { Kind: MentionKind.Name } && !InsideMention(document, token)
                    && (entry.Class is { } lexicon ? lexicon.Holds(document, token) : Lexemes.Match(document, token, entry.Trigger));
        }
    }

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

    /// <summary>For “carry_out”: true when the fixed words stand beside the verb, next to it or as its dependents.</summary>
    private bool FixedWords(Document document, int verb, string trigger, out string? preposition)
    {
        preposition = null;
        if (!trigger.Contains('_', StringComparison.Ordinal))
            return true;
        var words = trigger.Split('_');
        for (int i = 1, next = verb + 1; i < words.Length; i++, next++)
        {
            // “called on Tuesday” calls on nobody.
            if (next < document.Tokens.Length && document.Tokens[next] is { Relation: Relation.Case } leads && leads.Head >= 0 && document.TimeAt(leads.Head) is not null)
                return false;
            if (next < document.Tokens.Length && Is(document.Tokens[next], words[i]))
                continue;
            var found = -1;
            foreach (var d in document.Tree.Of(verb))
            {
                if (d < verb)
                    continue;
                if (Is(document.Tokens[d], words[i]))
                    found = d;
                foreach (var inner in document.Tree.Of(d))
                    if (i == words.Length - 1 && words.Length > 2 && document.Tokens[inner].Relation == Relation.Case && Is(document.Tokens[inner], words[i]))
                        found = inner;
            }
            if (found < 0)
                return false;
            next = found;
        }
        if (_prepositions is not null && (words[^1] == "to" || _prepositions.Holds(words[^1])))
            preposition = words[^1];
        return true;

        static bool Is(in Token token, string word) => token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    private Match? Fill(Document document, in PatternIndex.Entry entry, Frame frame)
    {
        var form = entry.Form;
        var match = new Match
        {
            Type = codebook.Profile.Types.GetValueOrDefault(entry.Pattern.Rule) ?? entry.Pattern.Type,
            Pattern = entry.Pattern,
            Rule = entry.Pattern.Rule,
            Mode = entry.Pattern.Mode,
            Frame = frame,
            Negated = form.Negated,
            Announced = form.Future,
            Order = entry.Order,
            Weight = form.Weight + (entry.Trigger.Contains('_', StringComparison.Ordinal) ? 3 : 0),
        };
        if (!FillSubject(document, form, match))
            return null;
        if (form.Standing is { } standing)
            Bind(document, match, standing, frame.Trigger);
        match.Incomplete = LeavesObject(document, form, frame);

        // “talks between A and B”: the pattern names one side, the conjuncts are the others.
        string? last = null;
        if (form.Kind == FormKind.Verb)
            FixedWords(document, frame.Trigger, entry.Trigger, out last);
        return FillAll(document, form.Arguments, frame, match, last, required: form.Kind == FormKind.Noun ? IsTransfer(form) : !HasFixed(form)) ? match : null;
    }

    /// <summary>“demonstrated maturity” is not “demonstrated”: a verb that a pattern has without an object is another one when it has one.</summary>
    private static bool LeavesObject(Document document, Form form, Frame frame) =>
        form.Kind == FormKind.Verb && frame.Object > frame.Trigger && document.Tokens[frame.Object].Relation == Relation.Obj && document.Tokens[frame.Object].Upos != Upos.PRON
        && !IsTime(document, frame.Object) && !form.Arguments.Any(a => a.Kind == ArgumentKind.Object) && !form.Subject.Any
        || SaysWhatHeIs(document, form, frame)
        // “has demonstrated that he has the strength”
        || form.Kind == FormKind.Verb && form.Arguments.Count == 0 && frame.Complements.Exists(c => c > frame.Trigger && document.Tokens[c].Relation == Relation.Ccomp);

    /// <summary>“called Chile a friend”, “called him unhinged”: the verb with a predicate of its object is not the verb with its object.</summary>
    private static bool SaysWhatHeIs(Document document, Form form, Frame frame)
    {
        if (form.Kind != FormKind.Verb || form.Arguments is not [{ Kind: ArgumentKind.Object, Noun.Slot: not null }])
            return false;
        if (frame is { Object: >= 0, IndirectObject: >= 0 } && document.Tokens[frame.Object].Upos == Upos.NOUN && !IsTime(document, frame.Object))
            return true;
        foreach (var complement in frame.Complements)
            if (complement > frame.Object && frame.Object > frame.Trigger && document.Tokens[complement].Relation == Relation.Xcomp && document.Tokens[complement].Upos is Upos.ADJ or Upos.NOUN && FrameReader.Preposition(document, complement) is null && !Marked(document, complement))
                return true;
        return false;
    }

    private static bool Marked(Document document, int clause) => document.Tree.Dependent(clause, Relation.Mark) >= 0;

    /// <summary>“aid to”, “arms for”: the noun alone is a thing, and an act only with the one who gets it. “An attack” is an act without more.</summary>
    private static bool IsTransfer(Form form) =>
        form.Arguments.Any(a => a is { Kind: ArgumentKind.Oblique, Optional: false, Noun.Slot: Slot.Recipient } && a.Prepositions.All(p => p is "to" or "for" or "from" or "into"));

    /// <summary>True when something besides the trigger is fixed, so that an empty slot does not make the match mean too little.</summary>
    private static bool HasFixed(Form form) =>
        form.Kind == FormKind.Noun || form.Subject.Fixed || form.Arguments.Any(a => !a.Optional && (a.Kind is not (ArgumentKind.Object or ArgumentKind.Oblique) || a.Noun!.Fixed));

    private bool FillSubject(Document document, Form form, Match match)
    {
        var filler = form.Subject;
        var subject = match.Frame.Subject;
        // “criticism from rivals”: they voice it, whoever faces it.
        if (form.Kind == FormKind.Noun && codebook.Type(match.Type) is { Verbal: true } && !form.Arguments.Any(a => a.Prepositions.Contains("from")) && (subject < 0 || match.Frame.Carrier >= 0))
            foreach (var oblique in match.Frame.Obliques)
                if (oblique is { Preposition: "from", Distance: 0 } && Participants.Any(document, oblique.Noun))
                    subject = oblique.Noun;
        if (filler.Slot is { } slot)
        {
            if (subject < 0)
                match.Weight--;
            else
                Bind(document, match, slot, subject);
            // “heavy rain hit”, “an earthquake struck”: where the doer is named and can do nothing of the kind, there is no act.
            return subject < 0 || form.Kind == FormKind.Noun || !CannotAct(document, subject);
        }
        if (filler.Any)
            return true;
        var taken = subject < 0 ? -1 : Taken(document, filler, subject);
        if (taken < 0)
            return false;
        match.Fixed.Add(taken);
        return filler.Owner is not { } owner || BindOwner(document, match, owner, taken);
    }

    private bool FillAll(Document document, IReadOnlyList<Argument> arguments, Frame frame, Match match, string? lastFixed, bool required)
    {
        var objects = arguments.Count(a => a.Kind == ArgumentKind.Object);
        var objectsSeen = 0;
        // “want <recipient> to …” is not “want to …”.
        var infinitive = arguments.Any(a => a is { Kind: ArgumentKind.Infinitive, Optional: false });
        foreach (var argument in arguments)
        {
            var filled = argument.Kind switch
            {
                ArgumentKind.Object => FillObject(document, argument, frame, match, lastFixed, indirect: objects > 1 && objectsSeen++ == 0, required || infinitive, sole: arguments.Count == 1),
                ArgumentKind.Oblique => FillOblique(document, argument, frame, match, required),
                _ => FillComplement(document, argument, frame, match),
            };
            if (!filled && !argument.Optional)
                return false;
        }
        return true;
    }

    private bool FillObject(Document document, Argument argument, Frame frame, Match match, string? lastFixed, bool indirect, bool required, bool sole)
    {
        var noun = argument.Noun!;
        if (indirect)
        {
            // “gave the rebels weapons” is “gave weapons to the rebels” too.
            var receiver = frame.IndirectObject >= 0 ? frame.IndirectObject : Find(frame, "to", noun, document);
            if (receiver < 0 && frame.Object >= 0 && document.Tree.Dependent(frame.Object, Relation.Compound) is >= 0 and var first && document.MentionAt(first) is { Kind: MentionKind.Name })
                receiver = first;
            if (receiver < 0 && Predicative(document, frame) >= 0)
                receiver = frame.Object;
            if (receiver < 0 && noun.Slot is not null)
            {
                match.Incomplete = true;
                match.Weight -= 3;
                return true;
            }
            return receiver >= 0 && FillNoun(document, noun, receiver, match);
        }
        if (lastFixed is not null)
        {
            foreach (var oblique in frame.Obliques)
                if (oblique.LedBy(lastFixed) && oblique.Distance == 0 && !IsTime(document, oblique.Noun) && FillNoun(document, noun, oblique.Noun, match))
                    return true;
        }
        foreach (var oblique in frame.Obliques)
            if (argument.Prepositions.Any(oblique.LedBy) && oblique.Distance == 0 && FillNoun(document, noun, oblique.Noun, match))
                return true;
        if (noun.Slot is not null && frame is { Object: >= 0, IndirectObject: >= 0 } && !Participants.Any(document, frame.Object) && Participants.Any(document, frame.IndirectObject))
            return FillNoun(document, noun, frame.IndirectObject, match);
        if (noun.Fixed && Predicative(document, frame) is >= 0 and var said && noun.Takes(document, said))
            return FillNoun(document, noun, said, match);
        if (frame.Object >= 0 && !IsTime(document, frame.Object))
            return (noun.Slot is null || !required || CanBeActedOn(document, frame.Object, match)) && FillNoun(document, noun, frame.Object, match);
        // “asked Rome to take back”, “asked Paris for help”: the tree may call the one asked an indirect object.
        if (frame.Object < 0 && frame.IndirectObject >= 0 && !noun.Any)
            return FillNoun(document, noun, frame.IndirectObject, match);
        // “remains unheeded”: the word may complete the verb.
        if (frame.Object < 0 && noun.Words.Count > 0)
            foreach (var complement in frame.Complements)
                if (document.Tokens[complement].Upos == Upos.ADJ && noun.Takes(document, complement))
                    return true;
        if (noun.Slot is null)
            return false;
        // A verb alone whose object is missing says little, unless it governs a clause.
        match.Weight -= 2;
        return !required || sole && frame.Complements.Count == 0;
    }

    /// <summary>“called the emir a liar”, “branded the vote illegal”: what the object is said to be; −1 when it is said to be nothing.</summary>
    private static int Predicative(Document document, Frame frame)
    {
        var tokens = document.Tokens;
        foreach (var complement in frame.Complements)
            if (complement > Math.Max(frame.Object, frame.IndirectObject) && Math.Max(frame.Object, frame.IndirectObject) >= 0 && tokens[complement].Head == frame.Trigger
                && tokens[complement].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ && document.Tree.Dependent(complement, Relation.Mark) < 0 && document.Tree.Dependent(complement, Relation.Cop) < 0)
                return complement;
        return -1;
    }

    /// <summary>A verb alone means its act only where its object can suffer it: “hammered the town”, not “hammered home the message”.</summary>
    private bool CanBeActedOn(Document document, int head, Match match) =>
        codebook.Type(match.Pattern!.Type) is not { Verbal: false }
        || Participants.IsSomebody(document, head, codebook.Operators.Somebody) || CountsSomebody(document, head)
        || document.PlaceAt(head) is not null
        || codebook.Operators.Targets.Any(lexicon => lexicon.Holds(document, head))
        || Participants.Any(document, head) && !IsInert(document, head);

    /// <summary>A common noun that is no actor, no member of a class that acts and nothing through which somebody acts; “that”, “it” where nobody is meant. Another pronoun may be anybody.</summary>
    private bool CannotAct(Document document, int head) => document.Tokens[head].Upos switch
    {
        Upos.NOUN => !Participants.IsSomebody(document, head, codebook.Operators.Somebody) && !CountsSomebody(document, head)
            && !codebook.Operators.Instruments.Any(lexicon => lexicon.Holds(document, head)) && (!Participants.Any(document, head) || IsInert(document, head)),
        Upos.PRON => codebook.Operators.Impersonal.Contains(document.Tokens[head].Form) && !Participants.Any(document, head),
        _ => false,
    };

    /// <summary>“Ryan's ideas” are not Ryan; “the Syrian regulars” are Syria's.</summary>
    private bool IsInert(Document document, int head) => codebook.Operators.Inert.Any(lexicon => lexicon.Holds(document, head));

    /// <summary>“a dozen soldiers”, “hundreds of miners”, “a group of states”.</summary>
    private bool CountsSomebody(Document document, int head)
    {
        if (_quantities is null || !_quantities.Holds(document, head))
            return false;
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of" && Participants.IsSomebody(document, d, codebook.Operators.Somebody))
                return true;
        return false;
    }

    private int Find(Frame frame, string preposition, Filler noun, Document document)
    {
        foreach (var oblique in frame.Obliques)
            if (oblique.LedBy(preposition) && (noun.Slot is not null || Taken(document, noun, oblique.Noun) >= 0))
                return oblique.Noun;
        return -1;
    }

    private bool FillOblique(Document document, Argument argument, Frame frame, Match match, bool required)
    {
        var noun = argument.Noun!;
        var best = -1;
        var bestRank = int.MaxValue;
        foreach (var oblique in frame.Obliques)
        {
            // “at once” is nobody.
            if (!argument.Prepositions.Any(oblique.LedBy) || IsTime(document, oblique.Noun) || noun.Slot is not null && document.Tokens[oblique.Noun].Upos is Upos.ADV or Upos.SCONJ)
                continue;
            if (noun.Slot is null && !noun.Any && Taken(document, noun, oblique.Noun) < 0)
                continue;
            // The nearest, and one who can take part before one who cannot; “the ambassador of <recipient>” before any other “of”.
            var rank = 4 * oblique.Distance + (noun.Slot is null || Participants.Any(document, oblique.Noun) ? 0 : 2)
                + (oblique.Noun < frame.Trigger && oblique.Distance == 0 ? 1 : 0)
                - (match.Fixed.Count > 0 && document.Tokens[oblique.Noun].Head == match.Fixed[^1] ? 3 : 0);
            if (rank < bestRank)
                (best, bestRank) = (oblique.Noun, rank);
        }
        if (best < 0 && frame.IndirectObject >= 0 && noun.Slot is not null && argument.Prepositions.Any(p => p is "to" or "for"))
            best = frame.IndirectObject;
        if (best >= 0)
            return FillNoun(document, noun, best, match);
        if (noun.Slot is null || required || argument.Optional)
            return false;
        // What the pattern does not put in parentheses should be there; some nouns are an act without more.
        match.Incomplete |= !match.Frame.Nominal || !StandsAlone(document, match);
        match.Weight -= match.Frame.Nominal ? 2 : 3;
        return true;
    }

    private bool IsHimself(Document document, int head) =>
        document.Tokens[head].Upos == Upos.PRON || Participants.IsSomebody(document, head, codebook.Operators.Somebody) || CountsSomebody(document, head);

    /// <summary>“the attack”, “held talks”, “Tripoli's accusation”: an act even where it is not said on, with or against whom; “her judgment” is none.</summary>
    private bool StandsAlone(Document document, Match match) =>
        match.Frame.Carrier >= 0 || match.Frame.GovernorSubject >= 0
        || codebook.Operators.SelfStanding.Any(lexicon => lexicon.Holds(document, match.Trigger))
        || codebook.Operators.OwnedSpeech.Contains(match.Type) && (match.Frame.Subject >= 0 && document.Tokens[match.Frame.Subject].Relation is not (Relation.Amod or Relation.Compound)
            || match.Frame.Obliques.Exists(o => o.Preposition is "from" && Participants.Any(document, o.Noun)));

    private bool FillNoun(Document document, Filler noun, int head, Match match)
    {
        if (noun.Slot is { } slot)
        {
            if (codebook.Operators.Reflexives.Contains(document.Tokens[head].Form) || (noun.Itself || match.Pattern!.Reciprocal && document.Tokens[head].Upos == Upos.NOUN && IsInert(document, head)) && !IsHimself(document, head))
                return false;
            Bind(document, match, slot, head);
            return true;
        }
        if (noun.Any)
            return noun.Owner is not { } any || BindOwner(document, match, any, head);
        var taken = Taken(document, noun, head);
        if (taken < 0)
            return false;
        match.Fixed.Add(taken);
        return noun.Owner is not { } owner || BindOwner(document, match, owner, taken);
    }

    private bool FillComplement(Document document, Argument argument, Frame frame, Match match)
    {
        var asks = codebook.Operators.AddressedBySubject.Contains(match.Type);
        foreach (var verb in frame.Complements)
        {
            if (!Suits(document, argument, verb, codebook.Operators.ConditionMarks) || asks && argument.Kind == ArgumentKind.Clause && IsIndirectQuestion(document, verb))
                continue;
            if (argument.Verbs.Count > 0 && !IsVerb(document, argument, verb) || argument.Demands && IsIndicative(document, verb))
                continue;
            if (argument.Subject is { } subject || argument.Inner.Count > 0)
            {
                var inner = _frames.OfClause(document, verb);
                if (argument.Subject is { } wanted && (inner.Subject < 0 || !FillNoun(document, wanted, inner.Subject, match)))
                    continue;
                if (!FillAll(document, argument.Inner, inner, match, null, required: false))
                    continue;
            }
            match.Complement = verb;
            return true;
        }
        // Words quoted before or after the verb are its clause too.
        if (argument.Kind != ArgumentKind.Clause || argument.Subject is not null)
            return false;
        return frame.Complements.Count == 0 && document.AttributionByCue(frame.Trigger) is { Kind: AttributionKind.Direct or AttributionKind.Mixed } quoted && !(asks && EndsWithQuestion(document, quoted));
    }

    /// <summary>“whom she supported”, “why he left”.</summary>
    private bool IsIndirectQuestion(Document document, int clause)
    {
        var first = document.Tokens[document.Tree.LeftEdge(clause)];
        return first.Xpos is "WP" or "WP$" or "WRB" or "WDT" && codebook.Operators.QuestionWords.Contains(first.Form);
    }

    /// <summary>“Can we win?” he asked: a question put to somebody, not a thing asked of him.</summary>
    private static bool EndsWithQuestion(Document document, Attribution quoted)
    {
        if (quoted.Content.Count == 0)
            return false;
        var words = quoted.Content[^1].Of(document.Story.Text).TrimEnd("\"'”’».\u00A0 ");
        return words.Length > 0 && words[^1] == '?';
    }

    private static bool Suits(Document document, Argument argument, int verb, IReadOnlySet<string> conditions)
    {
        var tokens = document.Tokens;
        var infinitive = false;
        string? mark = null;
        foreach (var d in document.Tree.Of(verb))
        {
            if (tokens[d].Upos == Upos.PART && tokens[d].Form.Equals("to", StringComparison.OrdinalIgnoreCase))
                infinitive = true;
            else if (tokens[d].Relation is Relation.Mark or Relation.Case)
                mark ??= tokens[d].Lemma.ToLowerInvariant();
        }
        return argument.Kind switch
        {
            // “helped them fight”, “let them pass”
            ArgumentKind.Infinitive => infinitive || tokens[verb] is { Xpos: "VB", Relation: Relation.Xcomp or Relation.Ccomp } && document.Tree.Dependent(verb, Relation.Aux) < 0,
            ArgumentKind.Gerund => tokens[verb].Xpos == "VBG" && (argument.Prepositions.Count == 0 || mark is not null && argument.Prepositions.Contains(mark)),
            // “asked if they would go” asks for nothing.
            _ => !infinitive && !(mark is not null && conditions.Contains(mark)) && tokens[verb].Relation is Relation.Ccomp or Relation.Acl && (tokens[verb].Xpos != "VBG" || document.Tree.Dependent(verb, Relation.Aux) >= 0),
        };
    }

    /// <summary>“that he has gone”, “that she goes”; not “that he go”, “that they should go”.</summary>
    private static bool IsIndicative(Document document, int verb)
    {
        if (document.Tokens[verb].Xpos is "VBD" or "VBZ")
            return true;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() is Relation.Aux or Relation.Cop && document.Tokens[d].Xpos is "VBD" or "VBZ" or "VBP")
                return true;
        return false;
    }

    private static bool IsVerb(Document document, Argument argument, int verb)
    {
        foreach (var wanted in argument.Verbs)
        {
            var bare = wanted.Split('_')[0];
            ref readonly var token = ref document.Tokens[verb];
            if (token.Lemma.Equals(bare, StringComparison.OrdinalIgnoreCase) || argument.Kind == ArgumentKind.Gerund && token.Form.Equals(bare, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>The noun itself or the first of its conjuncts that the filler takes; −1 when none does.</summary>
    private int Taken(Document document, Filler filler, int noun)
    {
        if (filler.Takes(document, noun))
            return noun;
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation == Relation.Conj && filler.Takes(document, d))
                return d;
        // “a series of air strikes”: what is counted stands after “of”.
        foreach (var d in document.Tree.Of(noun))
            if (_quantities is not null && _quantities.Holds(document, noun) && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of" && filler.Takes(document, d))
                return d;
        return -1;
    }

    private static void Bind(Document document, Match match, Slot slot, int head)
    {
        if (slot == Slot.Actor && match.Actor < 0)
            match.Actor = head;
        else if (slot == Slot.Recipient && match.Recipient < 0)
            match.Recipient = head;
        if (Participants.Any(document, head))
            match.Weight++;
    }

    /// <summary>Binds the owner of a noun: “Poland's ambassador”, “the Polish ambassador”, “the ambassador of Poland”.</summary>
    private static bool BindOwner(Document document, Match match, Slot slot, int noun)
    {
        var tokens = document.Tokens;
        var owner = document.Tree.Dependent(noun, Relation.NmodPoss);
        foreach (var d in document.Tree.Of(noun))
            if (owner < 0 && tokens[d].Relation is Relation.Amod or Relation.Compound or Relation.Nmod && document.MentionAt(d) is not null)
                owner = d;
        if (owner < 0)
            return document.MentionAt(noun) is not null && BindSelf();
        // “shut its embassy”: what one does with one's own is another act.
        if (match.Actor >= 0 && slot == Slot.Recipient && Participants.Of(document, owner) is { Count: > 0 } owners && Participants.Of(document, match.Actor) is var actors && owners.TrueForAll(o => actors.Exists(a => a.Is(o))))
            return false;
        Bind(document, match, slot, owner);
        return true;

        bool BindSelf()
        {
            Bind(document, match, slot, noun);
            return true;
        }
    }

    /// <summary>“Rejected Tripoli's demand”: to turn a demand down says that it was made, and by another.</summary>
    private bool IsPresupposed(Document document, Match match)
    {
        if (!match.Frame.Nominal || codebook.Type(match.Type) is not { Verbal: true } || match.Actor < 0 || document.Tokens[match.Actor].Relation != Relation.NmodPoss)
            return false;
        var head = document.Tokens[match.Trigger].Head;
        return head >= 0 && document.Tokens[match.Trigger].Relation is Relation.Obj or Relation.NsubjPass && codebook.Operators.Presupposing.Contains(document.Tokens[head].Lemma) && !IsSubject(document, head, match.Actor);
    }

    private static bool IsSubject(Document document, int verb, int head)
    {
        var subject = document.Tree.Dependent(verb, Relation.Nsubj);
        var own = Participants.Of(document, head);
        return subject >= 0 && Participants.Of(document, subject).Exists(s => own.Exists(s.Is));
    }

    private static bool IsTime(Document document, int token) => document.TimeAt(token) is not null;

    private bool IsInside(Match whole, Match part) =>
        part.Frame.Nominal && codebook.Operators.InsideActor.ContainsKey(whole.Type) && codebook.Operators.Inside.TryGetValue(whole.Type, out var status) && status != EventStatus.Reported
        && !codebook.Operators.Inside.ContainsKey(part.Type) && whole.Type != part.Type;

    /// <summary>A noun that a verb's pattern has taken in (“imposed sanctions”) is not an event of its own.</summary>
    private void DropConsumed(Document document, List<Match> matches)
    {
        var consumed = new Dictionary<int, Match>();
        var byTrigger = matches.ToDictionary(match => match.Trigger);
        foreach (var match in matches)
        {
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
            // “asked Paris for an apology”, “threatened a strike”: what the speech act is about stays an act inside it.
            if (!consumed.TryGetValue(match.Trigger, out var whole) || match.Presupposed || IsInside(whole, match))
                return false;
            document.Considered.Add(new(document.Tokens[match.Trigger].Span, match.Rule, "it is part of another event's words"));
            return true;
        });
    }
}
