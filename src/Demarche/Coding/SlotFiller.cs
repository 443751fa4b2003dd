using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Fits one form of a pattern to the frame of its trigger: who fills the slots, which words fill the fixed places, and how specific the whole is.</summary>
/// <param name="codebook">Its operators say who can act.</param>
/// <param name="things">True where a thing does what the patterns tell as well: “the dam violates the treaty”.</param>
internal sealed class SlotFiller(Codebook codebook, bool things = false)
{
    /// <summary>How many words behind its verb a particle may stand.</summary>
    private const int FarthestParticle = 6;

    private readonly FrameReader _frames = new(codebook.Operators);

    /// <summary>The match of a form at a frame, its slots filled; null when a part that it needs is not there.</summary>
    /// <param name="document">With trees, mentions and attributions.</param>
    /// <param name="entry">The form, and the word that triggers it.</param>
    /// <param name="frame">What stands around the trigger.</param>
    public Match? Fill(Document document, PatternEntry entry, Frame frame)
    {
        var form = entry.Form;
        var match = new Match
        {
            Type = entry.Type,
            Pattern = entry.Pattern,
            Form = form,
            Rule = entry.Pattern.Rule,
            Mode = entry.Pattern.Mode,
            Frame = frame,
            // “has no intention of”: the pattern's own words deny.
            Negated = form.Negated || entry.SaysNo,
            Speaker = entry.Pattern.BySpeaker ? SpeakerAt(document, frame.Trigger) : null,
            Announced = form.Future,
            Order = entry.Order,
            Weight = entry.Weight,
        };
        if (!FillSubject(document, entry, match))
            return null;
        if (form.Standing is { } standing)
            Binding.To(document, match, standing, frame.Trigger);
        match.Incomplete = LeavesObject(document, entry, frame) && !(frame is { Object: >= 0, IndirectObject: < 0 } && IsFixedWord(document.Tokens[frame.Object], entry.Joined));
        return FillAll(document, form.Arguments, frame, match, entry.LastPreposition, entry.Required, entry.Objects, entry.Infinitive) ? match : null;
    }

    private static bool IsFixedWord(in Token token, string[] joined)
    {
        for (var i = 1; i < joined.Length; i++)
            if (joined[i].Equals(token.Lemma, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>“Riyadh is to blame, Sanaa said”: whoever's words they are; null where they are the outlet's own, or deny.</summary>
    private static Attribution? SpeakerAt(Document document, int token) =>
        document.AttributionAt(token) is { Speaker: not null, Polarity: not "denies" } attribution ? attribution : null;

    /// <summary>For “carry_out”: true when the fixed words stand beside the verb, next to it or as its dependents.</summary>
    /// <param name="document">With trees.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="words">The verb and what is joined to it; empty where nothing is.</param>
    public static bool FixedWords(Document document, int verb, ReadOnlySpan<string> words)
    {
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
                    // “gave themselves up to the army”: before a preposition the parser may take the particle for one.
                    if (i == words.Length - 1 && (words.Length > 2 || inner + 1 < document.Tokens.Length && document.Tokens[inner + 1] is { Relation: Relation.Case } second && second.Head == d)
                        && document.Tokens[inner].Relation == Relation.Case && Is(document.Tokens[inner], words[i]))
                        found = inner;
            }
            if (found < 0)
                return false;
            next = found;
        }
        return true;

        static bool Is(in Token token, string word) => token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>“demonstrated maturity” is not “demonstrated”: a verb that a pattern has without an object is another one when it has one.</summary>
    private bool LeavesObject(Document document, PatternEntry entry, Frame frame) =>
        entry.Form.Kind == FormKind.Verb && frame.Object > frame.Trigger && document.Tokens[frame.Object].Relation == Relation.Obj && document.Tokens[frame.Object].Upos != Upos.PRON
        && !IsTime(document, frame.Object) && entry.Objects == 0 && !entry.Form.Subject.Any
        || SaysWhatHeIs(document, entry, frame)
        // “has demonstrated that he has the strength”
        || entry.Form.Kind == FormKind.Verb && entry.Form.Arguments.Count == 0 && frame.Complements.Exists(c => c > frame.Trigger && document.Tokens[c].Relation == Relation.Ccomp);

    /// <summary>“called Chile a friend”, “called him unhinged”: the verb with a predicate of its object is not the verb with its object.</summary>
    private bool SaysWhatHeIs(Document document, PatternEntry entry, Frame frame)
    {
        if (!entry.ObjectAlone)
            return false;
        if (frame is { Object: >= 0, IndirectObject: >= 0 } && document.Tokens[frame.Object].Upos == Upos.NOUN && !IsTime(document, frame.Object))
            return true;
        if (frame.Object > frame.Trigger && codebook.Operators.NamingVerbs.Contains(document.Tokens[frame.Trigger].Lemma) && QuotesName(document, document.Tree.RightEdge(frame.Object)))
            return true;
        foreach (var complement in frame.Complements)
            if (complement > frame.Object && frame.Object > frame.Trigger && document.Tokens[complement].Relation == Relation.Xcomp && document.Tokens[complement].Upos is Upos.ADJ or Upos.NOUN && FrameReader.Preposition(document, complement) is null && !Marked(document, complement))
                return true;
        return false;
    }

    /// <summary>“called the settlers “squatters””, “called him “a liar””: what somebody is called stands in quotation marks behind him or ends the phrase.</summary>
    private static bool QuotesName(Document document, int last)
    {
        var tokens = document.Tokens;
        while (last > 0 && tokens[last].Upos == Upos.PUNCT)
            last--;
        for (var t = last; t <= last + 1 && t < tokens.Length; t++)
            if (tokens[t].Upos == Upos.PUNCT ? t + 1 < tokens.Length && IsOpening(tokens[t].Form) && tokens[t + 1].Upos is Upos.DET or Upos.ADJ or Upos.NOUN : t > 0 && IsOpening(tokens[t - 1].Form) && tokens[t].Upos is Upos.NOUN or Upos.ADJ)
                return true;
        return false;
    }

    private static bool IsOpening(string mark) => mark is "“" or "\"" or "``" or "‘" or "''";

    private static bool Marked(Document document, int clause) => document.Tree.Dependent(clause, Relation.Mark) >= 0;

    private bool FillSubject(Document document, PatternEntry entry, Match match)
    {
        var form = entry.Form;
        var filler = form.Subject;
        var subject = match.Frame.Subject;
        // “criticism from rivals”, “an offer from Oman”: they voice it, whoever faces it.
        if (form.Kind == FormKind.Noun && (codebook.Type(match.Type) is { Verbal: true } || match.Pattern?.ByPerson is { } between && codebook.Type(between) is { Verbal: true } || codebook.Operators.OwnedSpeech.Contains(match.Type)) && !entry.TakesFrom && (subject < 0 || match.Frame.Carrier >= 0))
            foreach (var oblique in match.Frame.Obliques)
                if (oblique is { Preposition: "from", Distance: 0 } && Participants.Any(document, oblique.Noun))
                    subject = oblique.Noun;
        // “is expected to visit Chad”: who is expected visits, and nobody expects it.
        if (subject < 0 && filler.Slot == Slot.Actor && form.Kind == FormKind.Verb && entry is { Infinitive: true, Objects: 0 } && match.Frame.Object >= 0 && document.Tree.Dependent(match.Frame.Trigger, Relation.NsubjPass) == match.Frame.Object && codebook.Operators.Raising.Contains(document.Tokens[match.Frame.Trigger].Lemma))
            subject = match.Frame.Object;
        if (filler.Slot is { } slot)
        {
            // “the Garner killing”, “the Paris attacks”: who is named before the noun suffered it.
            if (form.Kind == FormKind.Noun && slot == Slot.Actor && subject >= 0 && IsSuffererBefore(document, match, subject))
                slot = Slot.Recipient;
            // “<actor:{police}>”: the noun itself says who may do it.
            if (filler.Fixed && (subject < 0 || !IsOfClass(document, filler, subject)))
                return false;
            // “<actor!>”: “Holt's struggles raised doubts” are no doubts of his.
            if (filler.Itself && subject >= 0 && !IsHimself(document, subject))
                return false;
            if (subject < 0)
                match.Weight--;
            else
                Binding.To(document, match, slot, subject);
            // “heavy rain hit”, “an earthquake struck”: where the doer is named and can do nothing of the kind, there is no act.
            return subject < 0 || form.Kind == FormKind.Noun || things || !CannotAct(document, subject);
        }
        if (filler.Any)
            return true;
        var taken = subject < 0 ? -1 : Taken(document, filler, subject);
        if (taken < 0)
            return false;
        match.Fixed.Add(taken);
        return filler.Owner is not { } owner || Binding.ToOwner(document, match, owner, taken);
    }

    /// <summary>A person named as the first part of a noun for an act of force: “the Kennedy assassination”; “the Kennedy family's attack” is theirs.</summary>
    private bool IsSuffererBefore(Document document, Match match, int subject) =>
        IsSuffererOf(document, match, subject)
        || codebook.Operators.Suffered.Contains(match.Type) && document.Tokens[subject].Relation == Relation.Compound && document.Tokens[subject].Head == match.Trigger
        && document.MentionAt(subject) is { Kind: MentionKind.Name, Actor.Kind: ActorKind.Person };

    /// <summary>“Kennedy's assassination”, “Navalny's arrest”; “Kennedy's arrest of the rioters” is his.</summary>
    private bool IsSuffererOf(Document document, Match match, int owner)
    {
        if (document.Tokens[owner].Relation != Relation.NmodPoss || document.Tokens[owner].Head != match.Trigger || !codebook.Operators.SufferedNouns.Contains(document.Tokens[match.Trigger].Lemma) || document.MentionAt(owner) is not { Actor.Kind: ActorKind.Person })
            return false;
        foreach (var d in document.Tree.Of(match.Trigger))
            if (d > match.Trigger && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of")
                return false;
        return true;
    }

    private bool FillAll(Document document, IReadOnlyList<Argument> arguments, Frame frame, Match match, string? lastFixed, bool required, int objects, bool infinitive)
    {
        var objectsSeen = 0;
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
            if (oblique.LedBy(argument.Prepositions) && oblique.Distance == 0 && FillNoun(document, noun, oblique.Noun, match))
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
        if (frame.Object < 0 && noun.Fixed)
            foreach (var complement in frame.Complements)
                if (document.Tokens[complement].Upos == Upos.ADJ && noun.Words.Count > 0 && noun.Takes(document, complement))
                    return true;
                // “paid tribute to”: the parser may take the noun for what the subject is.
                else if (document.Tokens[complement] is { Upos: Upos.NOUN, Relation: Relation.Xcomp } && !Marked(document, complement) && !VerbGroup.IsPassive(document, frame.Trigger) && Taken(document, noun, complement) >= 0)
                    return FillNoun(document, noun, complement, match);
        // “keeps on talking” keeps no hostage: which nouns may stand in the slot is said, and none does.
        if (noun.Slot is null || noun.Fixed)
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
        // “declared the attaché of Cuba undesirable”: the parser may hang the word on the noun before it.
        if (frame.Object > frame.Trigger)
            foreach (var d in document.Tree.Of(frame.Object))
                if (d > frame.Object && tokens[d] is { Relation: Relation.Amod, Upos: Upos.ADJ } && document.Tree.RightEdge(frame.Object) == d)
                    return d;
        return -1;
    }

    /// <summary>A verb alone means its act only where its object can suffer it: “hammered the town”, not “hammered home the message”.</summary>
    private bool CanBeActedOn(Document document, int head, Match match) =>
        codebook.Type(match.Pattern!.Type) is not { Verbal: false }
        || Participants.IsSomebody(document, head, codebook.Operators.Somebody) || CountsSomebody(document, head)
        // “expels two”, “kill six”
        || document.Tokens[head].Upos == Upos.NUM
        || document.PlaceAt(head) is not null
        || codebook.Operators.Targets.Hold(document, head)
        || IsPartOfPlace(document, head)
        || Participants.Any(document, head) && !IsInert(document, head);

    /// <summary>“the outskirts of Tyre”, “the east of Mosul”</summary>
    private bool IsPartOfPlace(Document document, int head)
    {
        if (!codebook.Operators.PlaceNouns.Contains(document.Tokens[head].Lemma))
            return false;
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of" && document.PlaceAt(d) is not null)
                return true;
        return false;
    }

    /// <summary>A common noun that is no actor, no member of a class that acts and nothing through which somebody acts; “that”, “it” where nobody is meant. Another pronoun may be anybody.</summary>
    private bool CannotAct(Document document, int head) => document.Tokens[head].Upos switch
    {
        Upos.NOUN => !Participants.IsSomebody(document, head, codebook.Operators.Somebody) && !CountsSomebody(document, head)
            && !codebook.Operators.Instruments.Hold(document, head) && (!Participants.Any(document, head) || IsInert(document, head)),
        Upos.PRON => codebook.Operators.Impersonal.Contains(document.Tokens[head].Form) && !Participants.Any(document, head),
        _ => false,
    };

    /// <summary>“Ryan's ideas” are not Ryan; “the Syrian regulars” are Syria's.</summary>
    private bool IsInert(Document document, int head) => codebook.Operators.Inert.Hold(document, head);

    /// <summary>“a dozen soldiers”, “hundreds of miners”, “a group of states”.</summary>
    private bool CountsSomebody(Document document, int head)
    {
        if (!codebook.Operators.Measures.Hold(document, head))
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
            // “at once” is nobody; and who does it, behind “by”, is nobody else besides.
            if (!oblique.LedBy(argument.Prepositions) || noun.Slot is not null && (oblique.Noun == match.Actor || oblique.Noun == frame.Subject && !frame.Nominal) || IsTime(document, oblique.Noun) && !(noun.Any && oblique.Preposition is "until" or "till") || noun.Slot is not null && document.Tokens[oblique.Noun].Upos is Upos.ADV or Upos.SCONJ)
                continue;
            if (noun.Slot is null && !noun.Any && Taken(document, noun, oblique.Noun) < 0)
                continue;
            if (noun.Slot == Slot.Recipient && IsElsewhere(document, oblique, frame.Trigger, match.Type))
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
        if (noun.Slot is null || noun.Fixed || required || argument.Optional)
            return false;
        // What the pattern does not put in parentheses should be there; some nouns are an act without more.
        match.Incomplete |= !match.Frame.Nominal || !StandsAlone(document, match);
        match.Weight -= match.Frame.Nominal ? 2 : 3;
        return true;
    }

    /// <summary>“During the emir's visit to Turkey, he repeated his demand”, “in a letter to colleagues, she criticized the accord”: a noun under what merely sets the scene is no recipient.</summary>
    public bool IsElsewhere(Document document, Oblique oblique, int trigger, string type)
    {
        if (oblique.Distance == 0 || codebook.Operators.SidePrepositions.Contains(oblique.Preposition))
            return false;
        var top = oblique.Noun;
        for (var step = 0; step < 4 && document.Tokens[top].Head is >= 0 and var over && over != trigger; step++)
            top = over;
        if (document.Tokens[top].Head != trigger || FrameReader.Preposition(document, top) is not { } preposition)
            return false;
        return codebook.Operators.TimePrepositions.Contains(preposition) || codebook.Operators.SaidOf.Contains(type) && codebook.Operators.SentPapers.Hold(document, top);
    }

    private bool IsHimself(Document document, int head) =>
        document.Tokens[head].Upos is Upos.PRON or Upos.NUM
        // “blamed each other”
        || document.Tokens[head].Lemma is "each" or "one" && head + 1 < document.Tokens.Length && document.Tokens[head + 1] is { Relation: Relation.Fixed, Lemma: "other" or "another" } || Participants.IsSomebody(document, head, codebook.Operators.Somebody) || CountsSomebody(document, head);

    /// <summary>“the attack”, “held talks”, “Tripoli's accusation”: an act even where it is not said on, with or against whom; “her judgment” is none.</summary>
    private bool StandsAlone(Document document, Match match) =>
        match.Frame.Carrier >= 0 || match.Frame.GovernorSubject >= 0
        || codebook.Operators.SelfStanding.Hold(document, match.Trigger)
        || codebook.Operators.OwnedSpeech.Contains(match.Type) && (match.Frame.Subject >= 0 && document.Tokens[match.Frame.Subject].Relation is not (Relation.Amod or Relation.Compound)
            || match.Frame.Obliques.Exists(o => o.Preposition is "from" && Participants.Any(document, o.Noun)));

    private bool FillNoun(Document document, Filler noun, int head, Match match)
    {
        if (noun.Slot is { } slot)
        {
            if (noun.Fixed && !IsOfClass(document, noun, head))
                return false;
            if (codebook.Operators.Reflexives.Contains(document.Tokens[head].Form) || (noun.Itself || match.Pattern!.Reciprocal && document.Tokens[head].Upos == Upos.NOUN && IsInert(document, head)) && !IsHimself(document, head))
                return false;
            Binding.To(document, match, slot, head);
            return true;
        }
        if (noun.Any && match.AnyNoun < 0)
            match.AnyNoun = head;
        if (noun.Any)
            return noun.Owner is not { } any || Binding.ToOwner(document, match, any, head);
        var taken = Taken(document, noun, head);
        if (taken < 0)
            return false;
        match.Fixed.Add(taken);
        return noun.Owner is not { } owner || Binding.ToOwner(document, match, owner, taken);
    }

    private bool FillComplement(Document document, Argument argument, Frame frame, Match match)
    {
        var asks = codebook.Operators.AddressedBySubject.Contains(match.Type);
        foreach (var verb in frame.Complements)
        {
            // “Show me one,” he told the hosts: what stands before the verb is not what he told them to do.
            if (argument.Kind == ArgumentKind.Infinitive && verb < frame.Trigger)
                continue;
            // “told the Committee to Protect Journalists”: a word of a name.
            if (document.MentionOver(verb) is { Kind: MentionKind.Name })
                continue;
            if (!Suits(document, argument, verb, codebook.Operators.ConditionMarks) || frame.Nominal && argument.Kind == ArgumentKind.Clause && !Marked(document, verb) && document.Tree.Dependent(verb, Relation.Nsubj) < 0 || asks && argument.Kind == ArgumentKind.Clause && IsIndirectQuestion(document, verb))
                continue;
            // “promised not to attack” is no promise to attack.
            if (argument.Verbs.Count > 0 && (!IsVerb(document, argument, verb) || argument.Kind == ArgumentKind.Infinitive && Negation.Of(document, verb, codebook.Operators) is not null) || argument.Demands && IsIndicative(document, verb) || argument.Obliges && !IsObliged(document, verb))
                continue;
            // “said that Riga should refuse”, “said that she would not mislead them”: nobody is said to have done it.
            if (argument is { Kind: ArgumentKind.Clause, Verbs.Count: > 0, Demands: false, Obliges: false } && codebook.Operators.SaidOf.Contains(match.Type) && (IsObliged(document, verb) || Negation.Of(document, verb, codebook.Operators) is not null))
                continue;
            if (!FillInside(document, argument, verb, match))
                continue;
            match.Complement = verb;
            return true;
        }
        if (argument.Kind != ArgumentKind.Clause)
            return false;
        // “Moscow must leave, Tbilisi demanded”: what is said stands over the verb.
        var over = document.Tokens[frame.Trigger].Head;
        if (over >= 0 && document.Tokens[frame.Trigger].Relation == Relation.Parataxis && document.AttributionByCue(frame.Trigger) is { } told && told.Content.Any(words => words.Overlaps(document.Tokens[over].Span))
            && (argument.Subject is null || (argument.Verbs.Count == 0 || IsVerb(document, argument, over)) && !argument.Demands && !argument.Obliges && FillInside(document, argument, over, match)))
        {
            match.Complement = over;
            return true;
        }
        // Words quoted before or after the verb are its clause too.
        return argument.Subject is null && frame.Complements.Count == 0 && !(asks && AsksIf(document, frame.Trigger)) && document.AttributionByCue(frame.Trigger) is { Kind: AttributionKind.Direct or AttributionKind.Mixed } quoted && !(asks && EndsWithQuestion(document, quoted));
    }

    /// <summary>Fills what the pattern has inside a clause, infinitive or gerund; false when a part is not there.</summary>
    private bool FillInside(Document document, Argument argument, int verb, Match match)
    {
        if (argument.Subject is null && argument.Inner.Count == 0)
            return true;
        var inner = _frames.OfClause(document, verb);
        return (argument.Subject is not { } wanted || inner.Subject >= 0 && FillNoun(document, wanted, inner.Subject, match))
            && FillAll(document, argument.Inner, inner, match, null, required: false, argument.Objects, argument.Infinitive);
    }

    /// <summary>“whom she supported”, “why he left”; “Can we win?”, set before the verb of asking.</summary>
    private bool IsIndirectQuestion(Document document, int clause)
    {
        var tokens = document.Tokens;
        var (at, last) = (document.Tree.LeftEdge(clause), document.Tree.RightEdge(clause));
        while (at < clause && tokens[at].Upos == Upos.PUNCT)
            at++;
        if (tokens[at].Xpos is "WP" or "WP$" or "WRB" or "WDT" && codebook.Operators.QuestionWords.Contains(tokens[at].Form))
            return true;
        for (var t = Math.Max(clause, last - 1); t <= Math.Min(last + 1, tokens.Length - 1); t++)
            if (tokens[t].Form == "?")
                return true;
        return false;
    }

    /// <summary>“asked him if he would deport “the bad ones””: the parser may take what is asked for a condition.</summary>
    private bool AsksIf(Document document, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d].Relation is Relation.Advcl or Relation.Ccomp && document.Tree.Dependent(d, Relation.Mark) is >= 0 and var mark && codebook.Operators.ConditionMarks.Contains(document.Tokens[mark].Form))
                return true;
        return false;
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
            ArgumentKind.Gerund => Clauses.IsGerund(document, verb) && (argument.Prepositions.Count == 0 || mark is not null && argument.Prepositions.Contains(mark)),
            // “asked if they would go” asks for nothing; “those under her charge, named last” claims nothing; “regrets the decision, announced on Monday” says no clause.
            _ => !(tokens[verb] is { Relation: Relation.Acl, Xpos: "VBN" } && document.Tree.Dependent(verb, Relation.Nsubj) < 0 && document.Tree.Dependent(verb, Relation.NsubjPass) < 0) && !infinitive && !(mark is not null && conditions.Contains(mark)) && tokens[verb].Relation is Relation.Ccomp or Relation.Acl && (tokens[verb].Xpos != "VBG" || document.Tree.Dependent(verb, Relation.Aux) >= 0),
        };
    }

    /// <summary>“that he must go”, “that she should have a say”; not “that he should have gone”.</summary>
    private bool IsObliged(Document document, int verb) =>
        VerbGroup.Of(document, verb) is { Perfect: false, Modal: >= 0 and var modal } && codebook.Operators.OfAuxiliary(document.Tokens[modal].Form)?.Id == "obligation";

    /// <summary>“that he has gone”, “that she goes”; not “that he go”, “that they should go”.</summary>
    private static bool IsIndicative(Document document, int verb) =>
        VerbGroup.Of(document, verb) is { Mood: VerbMood.Indicative, Modal: < 0, Finite: >= 0 and var finite } && (finite != verb || document.Tokens[verb].Xpos != "VBP");

    private bool IsVerb(Document document, Argument argument, int verb)
    {
        foreach (var wanted in argument.Verbs)
        {
            var bare = wanted.Split('_')[0];
            ref readonly var token = ref document.Tokens[verb];
            // “vowed to stand by Kosovo” is not “vowed to stand down”.
            if (bare.Length < wanted.Length && !FixedWords(document, verb, wanted.Split('_')) && !HasBehind(document, verb, wanted[(wanted.LastIndexOf('_') + 1)..]))
                continue;
            if (token.Lemma.Equals(bare, StringComparison.OrdinalIgnoreCase) || argument.Kind == ArgumentKind.Gerund && token.Form.Equals(bare, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>“pull its men out of the town”: the tree may give the particle to what follows.</summary>
    private static bool HasBehind(Document document, int verb, string particle)
    {
        for (var t = verb + 1; t < document.Tokens.Length && t <= verb + FarthestParticle; t++)
            if (document.Tokens[t].Form.Equals(particle, StringComparison.OrdinalIgnoreCase))
                return true;
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
            if (codebook.Operators.Measures.Hold(document, noun) && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of" && filler.Takes(document, d))
                return d;
        return -1;
    }

    /// <summary>True for a noun of the slot's words or classes, for the name of a body that bears arms (“the Houthis”), and for a bare number where quantities may stand: “at least 30 were hurt”.</summary>
    private bool IsOfClass(Document document, Filler filler, int head) =>
        Taken(document, filler, head) >= 0 || document.Tokens[head].Upos == Upos.NUM && filler.Classes.Any(codebook.Operators.Measures.Contains) || document.MentionAt(head) is { Kind: MentionKind.Name, Actor: { Kind: ActorKind.Organization, Sector: { } sector } } && codebook.Operators.ArmedSectors.Contains(sector) && filler.Classes.Any(codebook.Operators.ArmedClasses.Contains);

    private static bool IsTime(Document document, int token) => document.TimeAt(token) is not null;
}
