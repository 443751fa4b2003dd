using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>What a position is about: the object or the clause of the words that state it.</summary>
internal static class Matter
{
    // A clause says more than an object, an object more than what stands beside it.
    private static readonly Relation[] Order = [Relation.Ccomp, Relation.Xcomp, Relation.Obj, Relation.Csubj, Relation.Obl, Relation.Nmod, Relation.Advcl, Relation.Acl];

    /// <summary>What somebody does who has to: “would have to respond”, “would be forced to respond”; the verb itself where it is a deed.</summary>
    public static int DeedOf(Document document, int verb) =>
        document.Tokens[verb].Lemma is "have" or "force" or "oblige" or "compel" or "constrain" && document.Tree.Dependent(verb, Relation.Xcomp) is > -1 and var deed && deed > verb ? deed : verb;

    /// <summary>The head of what is demanded, refused, offered or threatened; −1 when the words do not say.</summary>
    public static int Of(Document document, Match match, PositionRules rules) => Named(document, Find(document, match, rules), match.Frame, rules);

    /// <summary>“renewed its call for an apology”, “any change to the policy”: a noun that only points to a matter gives way to what it points to.</summary>
    private static int Named(Document document, int token, Frame frame, PositionRules rules)
    {
        if (token < 0 || document.Tokens[token].Upos != Upos.NOUN || !rules.GeneralNouns.Holds(document, token))
            return token;
        foreach (var d in document.Tree.Of(token))
            if (d > token && document.Tokens[d].Relation.Universal() is Relation.Nmod or Relation.Acl or Relation.Ccomp or Relation.Xcomp && document.Tokens[d].Relation is not (Relation.AclRelcl or Relation.NmodPoss)
                && FrameReader.Preposition(document, d) is not ("by" or "from" or "with") && MayBe(document, d, frame, rules) && (document.Tokens[d].Upos == Upos.NOUN || document.Tokens[d].Xpos is not ("VBN" or "VBD")))
                return d;
        return token;
    }

    private static int Find(Document document, Match match, PositionRules rules)
    {
        var frame = match.Frame;
        if (match.Complement >= 0)
            return match.Complement;
        if (!frame.Nominal && VerbGroup.IsPassive(document, match.Trigger) && frame.Object >= 0 && frame.Object != match.Recipient && frame.Object != match.Actor && MayBe(document, frame.Object, frame, rules))
            return frame.Object;
        // “Its condition is the extradition”, “the condition set by Ankara is that they go”: what it is said to be.
        if (PredicateOf(document, match.Trigger) is >= 0 and var predicate)
            return predicate;
        // “is out of the question”: what is said of its subject.
        if (document.Tokens[match.Trigger].Upos != Upos.VERB && document.Tree.Dependent(match.Trigger, Relation.Cop) >= 0 && frame.Subject >= 0 && frame.Subject != match.Actor && MayBe(document, frame.Subject, frame, rules))
            return frame.Subject;
        foreach (var relation in Order)
            foreach (var d in document.Tree.Of(match.Trigger))
                if (document.Tokens[d].Relation.Universal() == relation && MayBe(document, d, frame, rules))
                    return d;
        // “dropped its opposition to the pipeline”: the tree may hang the phrase on the verb.
        if (frame.Nominal && document.Tokens[match.Trigger].Head is >= 0 and var verb)
            foreach (var d in document.Tree.Of(verb))
                if (d > match.Trigger && document.Tokens[d].Relation.Universal() == Relation.Obl && document.Tree.LeftEdge(d) == document.Tree.RightEdge(match.Trigger) + 1 && MayBe(document, d, frame, rules))
                    return d;
        // “is suspected in Rome of preparing a raid”: the tree may hang the gerund on those who suspect.
        if (!frame.Nominal && VerbGroup.IsPassive(document, match.Trigger))
            foreach (var d in document.Tree.Of(match.Trigger))
                if (d > match.Trigger && document.Tokens[d].Relation.Universal() == Relation.Obl)
                    foreach (var gerund in document.Tree.Of(d))
                        if (document.Tokens[gerund] is { Xpos: "VBG", Relation: Relation.Acl or Relation.Advcl } && document.Tree.Dependent(gerund, Relation.Mark) >= 0)
                            return gerund;
        if (document.Tree.Dependent(match.Trigger, Relation.Cop) >= 0 && match.Actor >= 0 && document.MentionAt(match.Actor) is null)
            return match.Actor;
        // “backs Kyiv”: a side is the matter where nothing else is.
        return frame.Object >= 0 && frame.Object != match.Actor && document.SentenceOf(frame.Object) == document.SentenceOf(match.Trigger) ? frame.Object : -1;
    }

    /// <summary>What a noun that states a position, or one that a participle states it of, is said to be; −1 when nothing is.</summary>
    private static int PredicateOf(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var noun = tokens[trigger].Relation == Relation.Acl ? tokens[trigger].Head : trigger;
        if (noun < 0 || tokens[noun].Upos != Upos.NOUN || tokens[noun].Relation != Relation.Nsubj || tokens[noun].Head is not (>= 0 and var predicate))
            return -1;
        if (document.Tree.Dependent(predicate, Relation.Cop) >= 0)
            return tokens[predicate].Upos is Upos.NOUN or Upos.VERB ? predicate : -1;
        return tokens[predicate].Lemma == "be" ? document.Tree.Dependent(predicate, Relation.Ccomp) : -1;
    }

    private static bool MayBe(Document document, int token, Frame frame, PositionRules rules)
    {
        ref readonly var t = ref document.Tokens[token];
        var relation = t.Relation.Universal();
        // “will not hand them over without a guarantee”: on what it depends it is not about.
        if (relation == Relation.Obl && FrameReader.Preposition(document, token) == "without")
            return false;
        // “in a meeting” is no matter, “offered a meeting” is one.
        if (relation != Relation.Obj && rules.Asides.Holds(document, token) || document.TimeAt(token) is not null)
            return false;
        if (relation is Relation.Obj or Relation.Obl or Relation.Nmod or Relation.Nsubj && document.MentionAt(token) is { Kind: not MentionKind.Adjective })
            return false;
        // “In Leopoldville the premier accused Brussels”: what opens a sentence says where.
        if (relation == Relation.Obl && token < frame.Trigger && (frame.Subject < 0 || token < frame.Subject) && t.Upos == Upos.PROPN && FrameReader.Preposition(document, token) is "in" or "at" or "from" or "near")
            return false;
        // “agreed at the airport to a truce”: where it was said it is not about.
        if (relation == Relation.Obl && FrameReader.Preposition(document, token) is "at" or "in" or "near" or "during" or "after" or "before" or "through" or "via" or "following" && OtherPhrase(document, token))
            return false;
        // “accused of whipping up”, “of having broken it”, “asked to leave”; not “asked, believing that …”.
        if (relation == Relation.Advcl)
            return (t.Xpos is "VBG" or "VB" || t.Xpos == "VBN" && document.Tree.Dependent(token, Relation.Aux) is >= 0 and var having && document.Tokens[having].Xpos == "VBG") && (document.Tree.Dependent(token, Relation.Mark) >= 0 || document.Tree.LeftEdge(token) == frame.Trigger + 1) && document.Tree.Dependent(token, Relation.Nsubj) < 0;
        if (t.Relation is Relation.NmodPoss or Relation.AclRelcl or Relation.OblAgent || t.Upos == Upos.PRON && relation is Relation.Obl or Relation.Nmod)
            return false;
        return token != frame.Trigger;
    }

    /// <summary>True where another phrase with a preposition hangs on the same word, which then says what it is about.</summary>
    private static bool OtherPhrase(Document document, int token)
    {
        foreach (var d in document.Tree.Of(document.Tokens[token].Head))
            if (d != token && document.Tokens[d].Relation == Relation.Obl && FrameReader.Preposition(document, d) is "to" or "on" or "for" or "with" or "against" or "of" or "over" or "about" or "from" && document.MentionAt(d) is null && document.TimeAt(d) is null)
                return true;
        return false;
    }

    /// <summary>“said they would accept”: a pronoun for a person or a side of whom nobody was told, which in what is said stands for the speaker.</summary>
    public static bool IsUnresolved(Document document, int token) =>
        token >= 0 && document.Tokens[token] is { Upos: Upos.PRON, Xpos: "PRP" } pronoun && pronoun.Form.ToLowerInvariant() is "they" or "he" or "she" or "we" or "i";

    /// <summary>“give up its arms”, “lift the siege”: the verb does away with what is its object.</summary>
    public static bool IsUndone(Document document, int verb, PositionRules rules)
    {
        var lemma = document.Tokens[verb].Lemma;
        if (rules.Cancels.Contains(lemma) || rules.Undoing.Contains(lemma))
            return true;
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d].Relation is Relation.CompoundPrt or Relation.Advmod && $"{lemma}_{document.Tokens[d].Lemma}" is var phrasal && (rules.Cancels.Contains(phrasal) || rules.Undoing.Contains(phrasal)))
                return true;
        return false;
    }

    /// <summary>The words of a match with all of what it is about.</summary>
    public static Span Evidence(Document document, Match match, int outcome)
    {
        var span = Widened(document, match.Evidence(document), match.Trigger, outcome);
        if (outcome >= 0 && outcome == PredicateOf(document, match.Trigger))
            return span.To(SpanOf(document, outcome));
        if (outcome < 0 || document.Tokens[outcome].Upos != Upos.NOUN)
            return span;
        // “complains about the unwillingness of the West to help”: the tree may hang the infinitive on the verb.
        foreach (var d in document.Tree.Of(match.Trigger))
            if (d > outcome && document.Tokens[d].Relation is Relation.Advcl or Relation.Xcomp && document.Tokens[d].Xpos == "VB" && document.Tree.LeftEdge(d) == document.Tree.RightEdge(outcome) + 1)
                return span.To(SpanOf(document, d));
        return span;
    }

    public static Span Widened(Document document, Span span, int trigger, int outcome) =>
        outcome >= 0 && document.SentenceOf(outcome) == document.SentenceOf(trigger) && !document.Tree.Dominates(outcome, trigger)
            ? span.To(SpanOf(document, outcome))
            : span;

    /// <summary>The words of a clause or phrase without what is only joined to it: “no more talks, and no oil will pass”.</summary>
    public static Span SpanOf(Document document, int head)
    {
        var (first, last) = Phrase.Extent(document, head);
        foreach (var d in document.Tree.Of(head))
            if (d > head && IsJoined(document, d))
            {
                last = Math.Max(head, document.Tree.LeftEdge(d) - 1);
                break;
            }
        while (last > head && (document.Tokens[last].Upos is Upos.PUNCT or Upos.CCONJ))
            last--;
        return document.SpanOf(Math.Min(first, last), last);
    }

    /// <summary>True for a clause beside another, with its own verb and subject or after a stop.</summary>
    public static bool IsJoined(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        return t.Relation == Relation.Parataxis || t.Relation == Relation.Conj && t.Upos is Upos.VERB or Upos.AUX or Upos.ADJ && document.Tree.Dependent(token, Relation.Nsubj) >= 0;
    }
}
