using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Reads the frame of a verb, predicate or noun off the tree.</summary>
public sealed class FrameReader(Operators operators)
{
    /// <summary>How far a subject may be looked for through governing clauses.</summary>
    private const int MaxClimb = 12;

    /// <summary>The frame of any token: as a noun's, or as that of a verb or predicate.</summary>
    internal Frame At(Document document, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && document.Tree.Dependent(token, Relation.Cop) < 0 ? OfNoun(document, token) : OfClause(document, token);

    /// <summary>The frame of a verb or of a predicate with a copula.</summary>
    /// <param name="document">With trees.</param>
    /// <param name="trigger">The verb or predicate.</param>
    /// <param name="asPredicate">True to read a participle as an adjective (“is expected in Cairo”), whose subject is not its object.</param>
    public Frame OfClause(Document document, int trigger, bool asPredicate = false)
    {
        var frame = new Frame(trigger);
        var tree = document.Tree;
        var tokens = document.Tokens;
        foreach (var d in tree.Of(trigger))
        {
            var relation = tokens[d].Relation;
            if (relation == Relation.Obj)
                (frame.IndirectObject, frame.Object) = (frame.Object >= 0 ? frame.Object : frame.IndirectObject, d);
            else if (relation == Relation.Iobj)
                frame.IndirectObject = d;
            else if (relation.Universal() == Relation.Obl || relation == Relation.Nmod)
                AddOblique(document, frame, d, 0);
            else if (relation is Relation.Xcomp or Relation.Ccomp)
                frame.Complements.Add(d);
            else if (relation == Relation.Advcl && IsInfinitiveOrGerund(document, d))
                frame.Complements.Add(d);
        }
        ReadNamed(document, frame);
        if (frame.Object >= 0 && tokens[frame.Object].Xpos is "WDT" or "WP" && frame.Object < trigger)
            frame.Object = Antecedent(document, frame.Object, trigger);
        // “called off the assault”: behind a particle the parser may take the object for an adverbial.
        if (frame.Object < 0 && tree.Dependent(trigger, Relation.CompoundPrt) >= 0)
            foreach (var d in tree.Of(trigger))
                if (d > trigger && tokens[d].Relation == Relation.Obl && Preposition(document, d) is null && document.TimeAt(d) is null)
                    frame.Object = d;
        // “has targeted and killed members of the sect”: what stands behind both is done to by both.
        if (frame.Object < 0 && tokens[trigger] is { Relation: Relation.Conj, Upos: Upos.VERB, Head: >= 0 and var first } && frame.IndirectObject < 0 && tree.Dependent(first, Relation.Obj) is var shared && shared > trigger
            // “neither supported nor opposed the motion”: nothing was done to it.
            && !(tree.Dependent(trigger, Relation.Cc) is >= 0 and var joint && tokens[joint].Lemma == "nor"))
            frame.Object = shared;
        // The complement may hang on the object (“urged efforts to …”, “a warning that …”).
        if (frame.Object >= 0)
            AddNested(document, frame, frame.Object, 1);

        if (StandsAsVerb(document, trigger))
        {
            frame.Subject = trigger - 1;
            frame.SubjectRepaired = true;
            frame.Object = document.Tokens[trigger].Head;
            AddNested(document, frame, frame.Object, 1);
            return frame;
        }

        var passive = !asPredicate && VerbGroup.IsPassive(document, trigger);
        var subject = SubjectOf(document, trigger, MaxClimb, out var borrowed);
        if (passive)
        {
            // The passive's subject is the logical object, or, when the object kept its place, the indirect one (“was given aid”).
            if (frame.Object < 0)
                frame.Object = subject;
            else
                frame.IndirectObject = subject;
            frame.Subject = AgentOf(document, trigger);
            if (subject >= 0)
                AddNested(document, frame, subject, 1);
        }
        else
        {
            frame.Subject = subject;
            frame.SubjectBorrowed = borrowed;
            if (subject < 0 && NameBefore(document, trigger) is >= 0 and var name)
            {
                frame.Subject = name;
                frame.SubjectRepaired = true;
            }
            if (frame.Object < 0)
                frame.Object = GapFiller(document, trigger, subject);
            // “the senator, who many had backed”: he was backed.
            if (frame.Object == tokens[trigger].Head && subject >= 0 && RelativeBeside(document, trigger, subject) is >= 0 and var relative)
                frame.Object = Antecedent(document, relative, trigger);
            if (frame.Object < 0 && frame.IndirectObject < 0 && NameAfter(document, trigger) is >= 0 and var behind)
            {
                frame.Object = behind;
                frame.SubjectRepaired = true;
            }
        }
        if (frame.Subject == frame.Object && !passive)
            frame.Object = -1;
        return frame;
    }

    /// <summary>“launched what it called an operation against the rebels”: what it is called is what was launched.</summary>
    private void ReadNamed(Document document, Frame frame)
    {
        var tokens = document.Tokens;
        if (frame.Object < 0 || !operators.FreeRelatives.Contains(tokens[frame.Object].Form) || document.Tree.Dependent(frame.Object, Relation.AclRelcl) is not (>= 0 and var naming) || !operators.NamingVerbs.Contains(tokens[naming].Lemma))
            return;
        var named = -1;
        foreach (var d in document.Tree.Of(naming))
            if (d > naming && tokens[d].Upos is Upos.NOUN or Upos.PROPN && (tokens[d].Relation is Relation.Obj or Relation.Xcomp or Relation.Ccomp || Preposition(document, d) is "as"))
                named = named < 0 ? d : named;
        if (named < 0)
            return;
        frame.Object = named;
        foreach (var d in document.Tree.Of(naming))
            if (d > named && tokens[d].Relation.Universal() == Relation.Obl)
                AddOblique(document, frame, d, 0);
    }

    /// <summary>True for a participle that modifies a noun in the tree but stands between a name and the noun: “Riyadh severed relations”.</summary>
    internal static bool StandsAsVerb(Document document, int token)
    {
        ref readonly var t = ref document.Tokens[token];
        return t.Relation == Relation.Amod && t.Head > token && token > document.SentenceOf(token).First
            && (t.Form.EndsWith("ed", StringComparison.Ordinal) || t.Upos == Upos.VERB && t.Xpos is "VBD" or "JJ")
            && (document.MentionAt(token - 1) is { Kind: MentionKind.Name } || document.Tokens[token - 1].Upos == Upos.PROPN && t.Xpos == "VBD");
    }

    /// <summary>The name that stands right behind an active verb and is nobody's subject, where the parser missed that it is the object; −1 when there is none.</summary>
    private static int NameAfter(Document document, int verb)
    {
        var tokens = document.Tokens;
        var next = verb + 1;
        if (next < document.SentenceOf(verb).End && tokens[next].Upos == Upos.DET)
            next++;
        if (tokens[verb].Upos != Upos.VERB || next >= document.SentenceOf(verb).End || document.MentionOver(next) is not { Kind: MentionKind.Name } mention || mention.First < verb || mention.First > next)
            return -1;
        return tokens[mention.Head].Relation.Universal() == Relation.Nsubj || tokens[mention.Head].Relation is Relation.Compound or Relation.NmodPoss or Relation.Amod || Preposition(document, mention.Head) is not null
            ? -1
            : mention.Head;
    }

    /// <summary>The actor named right before a relative pronoun (“from NATO, which …”); −1 when there is none.</summary>
    private static int ActorBefore(Document document, int pronoun)
    {
        var before = pronoun - 1;
        if (before >= 0 && document.Tokens[before].Form == ",")
            before--;
        for (var t = before; t >= Math.Max(0, before - 6); t--)
            if (document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description } mention && mention.End == before + 1)
                return t;
        return -1;
    }

    /// <summary>The name that stands right before a finite verb whose subject the parser missed; −1 when there is none.</summary>
    private static int NameBefore(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP") && document.Tree.Dependent(verb, Relation.Aux) < 0)
            return -1;
        var before = verb - 1;
        while (before >= 0 && tokens[before].Upos is Upos.ADV or Upos.AUX)
            before--;
        if (before < document.SentenceOf(verb).First)
            return -1;
        for (var t = before; t >= Math.Max(0, before - 6); t--)
            if (document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description } mention && mention.End == before + 1)
                return FrameReader.Preposition(document, t) is null || tokens[mention.First].Head != t ? t : -1;
        return -1;
    }

    /// <summary>The frame of an event noun: owner, “by” phrase, carrier verb.</summary>
    public Frame OfNoun(Document document, int trigger)
    {
        var frame = new Frame(trigger) { Nominal = true };
        var tokens = document.Tokens;
        var tree = document.Tree;
        foreach (var d in tree.Of(trigger))
        {
            switch (tokens[d].Relation)
            {
                case Relation.NmodPoss or Relation.Amod or Relation.Compound or Relation.NmodDesc:
                    frame.Owners.Add(d);
                    break;
                case Relation.Acl or Relation.Ccomp or Relation.Xcomp:
                    frame.Complements.Add(d);
                    // “an attack carried out by the militia”
                    if (tokens[d].Xpos == "VBN" && operators.LightVerbs.Contains(tokens[d].Lemma) && AgentOf(document, d) is >= 0 and var agent)
                        frame.Obliques.Add(new("by", agent, 0, null));
                    break;
                default:
                    if (tokens[d].Relation.Universal() is Relation.Nmod or Relation.Obl)
                        AddOblique(document, frame, d, 0);
                    break;
            }
        }
        foreach (var oblique in frame.Obliques)
            if (oblique is { Preposition: "by", Distance: 0 } && Participants.Any(document, oblique.Noun))
                frame.Subject = oblique.Noun;
        // “the release of the sailors by Iran”: the parser hangs the doer on the nearest noun.
        foreach (var oblique in frame.Obliques)
            if (frame.Subject < 0 && oblique is { Preposition: "by", Distance: 1 } && tokens[oblique.Noun].Head is >= 0 and var done && tokens[done].Head == trigger && Preposition(document, done) == "of" && tree.LeftEdge(oblique.Noun) == done + 1 && document.MentionAt(oblique.Noun) is not null)
                frame.Subject = oblique.Noun;
        foreach (var owner in frame.Owners)
            if (frame.Subject < 0 && tokens[owner].Relation == Relation.NmodPoss)
                frame.Subject = owner;
        // “the US attack”; “the Orlando massacre” took place there.
        foreach (var owner in frame.Owners)
            if (frame.Subject < 0 && document.MentionAt(owner) is { } mention && (tokens[owner].Relation != Relation.Compound || mention.Actor.Id is not null && document.PlaceAt(owner) is null))
                frame.Subject = owner;

        // “wants sanctions on Moscow”: the parser may hang on the verb what follows the noun.
        if (tokens[trigger].Relation == Relation.Obj && tokens[trigger].Head is >= 0 and var over && !operators.LightVerbs.Contains(tokens[over].Lemma))
            foreach (var d in tree.Of(over))
                if (tokens[d].Relation == Relation.Obl && tree.LeftEdge(d) == tree.RightEdge(trigger) + 1)
                    AddOblique(document, frame, d, 1);

        // “promised Kyiv more guns”: guns to Kyiv.
        if (tokens[trigger].Relation == Relation.Obj && tokens[trigger].Head is >= 0 and var giver && tree.Dependent(giver, Relation.Iobj) is >= 0 and var given)
            frame.Obliques.Add(new("to", given, 1, null));

        // “carried out an attack on”, “held talks with”: the subject and the obliques of the carrier belong to the noun.
        if (frame.Subject < 0)
            ReadGovernor(document, frame);
        var governor = tokens[trigger].Head;
        if (governor < 0 || tokens[trigger].Relation is not (Relation.Obj or Relation.NsubjPass or Relation.Obl) || !operators.LightVerbs.Contains(tokens[governor].Lemma))
            return frame;
        frame.Carrier = governor;
        var carrier = OfClause(document, governor);
        if (frame.Subject < 0 && carrier.Subject != trigger)
        {
            frame.Subject = carrier.Subject;
            frame.SubjectBorrowed = carrier.SubjectBorrowed;
        }
        foreach (var oblique in carrier.Obliques)
            if (oblique.Noun != trigger && !frame.Obliques.Exists(o => o.Noun == oblique.Noun))
                frame.Obliques.Add(oblique);
        return frame;
    }

    /// <summary>“In a call with Macron, Xi said …”, “the statement after a call with Macron …, Xi's office wrote”: the sides of a talk are named by the verb it hangs on.</summary>
    private void ReadGovernor(Document document, Frame frame)
    {
        var tokens = document.Tokens;
        var verb = frame.Trigger;
        var oblique = false;
        for (var step = 0; step < 4 && verb >= 0 && (verb == frame.Trigger || tokens[verb].Upos is Upos.NOUN or Upos.PROPN); step++)
        {
            oblique |= tokens[verb].Relation.Universal() is Relation.Obl or Relation.Nmod;
            verb = tokens[verb].Head;
        }
        // “did so after a conversation”: a verb that stands for another.
        if (verb < 0 || !oblique || tokens[verb].Upos is not (Upos.VERB or Upos.AUX) || VerbGroup.IsPassive(document, verb))
            return;
        var governor = OfClause(document, verb);
        frame.GovernorSubject = governor.Subject;
        frame.GovernorObject = governor.IndirectObject >= 0 ? governor.IndirectObject : governor.Object;
    }

    /// <summary>The grammatical subject, its own or the one it shares; −1 when there is none.</summary>
    private int SubjectOf(Document document, int verb, int climb, out bool borrowed)
    {
        borrowed = false;
        var tokens = document.Tokens;
        var tree = document.Tree;
        var own = -1;
        foreach (var d in tree.Of(verb))
            // Of two, the one who is somebody: “Since independence in 1962 Algiers had asked”.
            if (tokens[d].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter && (own < 0 || IsRelative(document, own) || document.MentionAt(own) is null && document.MentionAt(d) is not null || StandsInside(document, own, verb)))
                own = d;
        if (own < 0)
            own = SubjectOfParticiple(document, verb);
        if (own >= 0)
            return Antecedent(document, own, verb);
        if (climb == 0)
            return -1;

        var head = tokens[verb].Head;
        if (head < 0)
            return -1;
        borrowed = true;
        switch (tokens[verb].Relation)
        {
            case Relation.Conj:
                // “told the Council that the arms were a threat, and called for sanctions”: a thing calls for nothing.
                if (SaysBoth(document, head, verb) is >= 0 and var teller)
                    return SubjectOf(document, teller, climb - 1, out _);
                return tokens[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || tree.Dependent(head, Relation.Nsubj) >= 0
                    ? SubjectOf(document, head, climb - 1, out _)
                    : -1;
            // “it would be wrong for Warsaw to send troops”
            case Relation.Csubj or Relation.Advcl or Relation.Ccomp or Relation.Xcomp or Relation.Acl when Control.SubjectAfterFor(document, verb) is >= 0 and var whose:
                return whose;
            case Relation.Xcomp:
                var controller = operators.ObjectControl.Contains(tokens[head].Lemma) ? tree.Dependent(head, Relation.Obj) : -1;
                if (controller < 0 && operators.ObjectControl.Contains(tokens[head].Lemma))
                    controller = tree.Dependent(head, Relation.Iobj);
                if (controller < 0)
                    controller = Control.ControllerBehind(document, head, verb, operators);
                if (controller >= 0)
                    return controller;
                // “was asked to leave”: the passive's subject is the controller; so is the subject otherwise.
                return SubjectOf(document, head, climb - 1, out _);
            // “said Oslo had freed him, had expelled her and would …”: the second of two clauses under one verb has the subject of the first.
            case Relation.Ccomp when Control.FinitePartner(document, verb, head) is >= 0 and var partner:
                return SubjectOf(document, partner, climb - 1, out _);
            // “is considering whether to expel them”
            case Relation.Ccomp when verb > head && IsInfinitiveOrGerund(document, verb) && tokens[head].Upos == Upos.VERB:
                return SubjectOf(document, head, climb - 1, out _);
            // “had no intention of bombing them”, “was on the verge of bombing them”: whose intention it is.
            case Relation.Acl when tokens[verb].Xpos == "VBG" && tree.Dependent(verb, Relation.Mark) >= 0:
                return OwnerOf(document, head, climb);
            case Relation.Acl:
                return tokens[verb].Xpos is "VBG" or "VBN" or "VBD" || VerbGroup.IsHeadlineInfinitive(document, verb) ? head : OwnerOf(document, head, climb);
            // “accused Kigali of arming the rebels”: the one accused does it.
            case Relation.Advcl when tokens[verb].Xpos == "VBG" && operators.ObjectControl.Contains(tokens[head].Lemma) && tree.Dependent(verb, Relation.Mark) >= 0:
                return VerbGroup.IsPassive(document, head) ? SubjectOf(document, head, climb - 1, out _) : tree.Dependent(head, Relation.Obj);
            // “blasted the mayors for refusing”: the mayors refuse.
            case Relation.Advcl when tokens[verb].Xpos == "VBG" && operators.BlamedFor.Contains(tokens[head].Lemma) && tree.Dependent(verb, Relation.Mark) is >= 0 and var mark && tokens[mark].Lemma == "for" && BlamedBy(document, head, climb) is >= 0 and var blamed:
                return blamed;
            case Relation.Advcl when Control.NounOfInfinitive(document, verb, head, operators) is >= 0 and var planned && OwnerOf(document, planned, climb) is >= 0 and var planner:
                return planner;
            case Relation.Advcl when Control.ControllerBehind(document, head, verb, operators) is >= 0 and var asked:
                return asked;
            case Relation.Advcl when Control.ControllingObject(document, head, verb, operators) is >= 0 and var urged:
                return urged;
            case Relation.Advcl when SubjectInside(document, verb, head) is >= 0 and var inside:
                borrowed = false;
                return inside;
            case Relation.Advcl or Relation.Parataxis:
                return HasOwnClause(document, verb) ? -1 : SubjectOf(document, head, climb - 1, out _);
            // “far from withdrawing its troops, Asmara sent more”: the gerund hangs on the adverb.
            case Relation.Advmod when tokens[verb].Upos is Upos.ADV or Upos.ADJ:
                return SubjectOf(document, head, climb - 1, out _);
            default:
                return -1;
        }
    }

    /// <summary>“Were Chad to close the border, Sudan would protest”: a subject that the parser gave to the main verb though it stands inside the clause before it; −1 when there is none.</summary>
    private static int SubjectInside(Document document, int clause, int head)
    {
        if (clause > head || document.Tree.LeftEdge(clause) == clause)
            return -1;
        foreach (var d in document.Tree.Of(head))
            if (document.Tokens[d].Relation == Relation.Nsubj && d > document.Tree.LeftEdge(clause) && d < clause)
                return d;
        return -1;
    }

    private static bool IsRelative(Document document, int token) => document.Tokens[token].Xpos is "WDT" or "WP";

    /// <summary>The relative pronoun that the parser took for a second subject: “who many had backed”; −1 when there is none.</summary>
    private static int RelativeBeside(Document document, int verb, int subject)
    {
        foreach (var d in document.Tree.Of(verb))
            if (d < subject && document.Tokens[d].Relation == Relation.Nsubj && IsRelative(document, d))
                return d;
        return -1;
    }

    /// <summary>True for a subject that stands inside an adverbial clause before its verb.</summary>
    private static bool StandsInside(Document document, int subject, int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation == Relation.Advcl && document.Tree.LeftEdge(d) < subject && subject < d)
                return true;
        return false;
    }

    /// <summary>“A woman later identified as Mira Holt demanded …”: the parser may make of the participle a clause before the verb, and then its noun is the verb's; −1 elsewhere.</summary>
    private static int SubjectOfParticiple(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Relation != Relation.Root || tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return -1;
        foreach (var d in document.Tree.Of(verb))
            if (d < verb && tokens[d] is { Relation: Relation.Advcl, Xpos: "VBN" } && document.Tree.Dependent(d, Relation.NsubjPass) is >= 0 and var noun && noun < d
                && document.Tree.Dependent(d, Relation.AuxPass) < 0 && document.Tree.Dependent(d, Relation.Aux) < 0 && document.Tree.Dependent(d, Relation.Mark) < 0)
                return noun;
        return -1;
    }

    /// <summary>The past tense over a content clause about a thing, where a second past tense is tied to the clause that only somebody can do; −1 when there is none.</summary>
    private int SaysBoth(Document document, int clause, int second)
    {
        var tokens = document.Tokens;
        if (tokens[clause].Relation != Relation.Ccomp || tokens[second].Xpos != "VBD" || tokens[clause].Head is not (>= 0 and var teller) || teller > clause || tokens[teller].Xpos != "VBD"
            || document.Tree.Dependent(clause, Relation.Nsubj) is not (>= 0 and var subject) || tokens[subject].Upos != Upos.NOUN || document.Tree.Dependent(second, Relation.Cop) >= 0)
            return -1;
        return Participants.IsSomebody(document, subject, operators.Somebody) ? -1 : teller;
    }

    /// <summary>Who is criticized or praised by a verb: its object, the passive's subject, whom it is “against” or “at”; −1 when nobody is.</summary>
    private int BlamedBy(Document document, int verb, int climb)
    {
        if (VerbGroup.IsPassive(document, verb))
            return SubjectOf(document, verb, climb - 1, out _);
        if (document.Tree.Dependent(verb, Relation.Obj) is >= 0 and var blamed)
            return blamed;
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Obl && Preposition(document, d) is "against" or "at")
                return d;
        return -1;
    }

    /// <summary>A finite clause without a subject does not take over another's.</summary>
    private static bool HasOwnClause(Document document, int verb) => document.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP";

    /// <summary>For “Russia's demand to withdraw” and “made an attempt to seize”: who owns the noun, or the subject of its verb.</summary>
    private int OwnerOf(Document document, int noun, int climb)
    {
        var owner = document.Tree.Dependent(noun, Relation.NmodPoss);
        if (owner >= 0)
            return owner;
        foreach (var d in document.Tree.Of(noun))
        {
            // “the unwillingness of the West to …”, “the decision by the junta to …”, “the decision, announced by the junta, to …”
            if (document.Tokens[d].Relation == Relation.Nmod && Preposition(document, d) is "of" or "by" && document.MentionAt(d) is not null)
                return d;
            if (document.Tokens[d].Relation == Relation.Acl && AgentOf(document, d) is >= 0 and var agent)
                return agent;
        }
        if (document.Tree.Dependent(noun, Relation.Cop) >= 0 && document.Tree.Dependent(noun, Relation.Nsubj) is >= 0 and var subject)
            return subject;
        var governor = document.Tokens[noun].Head;
        return governor >= 0 && document.Tokens[noun].Relation == Relation.Obj && operators.LightVerbs.Contains(document.Tokens[governor].Lemma)
            ? SubjectOf(document, governor, climb - 1, out _)
            : -1;
    }

    /// <summary>The noun that a relative pronoun stands for.</summary>
    private int Antecedent(Document document, int subject, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[subject].Xpos is not ("WDT" or "WP" or "WP$"))
            return tokens[subject].Relation == Relation.Expl ? -1 : subject;
        for (var clause = verb; clause >= 0; clause = tokens[clause].Head)
        {
            if (tokens[clause].Relation == Relation.AclRelcl)
                // “attacks on posts in Benghazi, Libya, that killed four”: the attacks did.
                return document.MentionAt(tokens[clause].Head) is null && !operators.Instruments.Any(lexicon => lexicon.Holds(document, tokens[clause].Head)) && ActorBefore(document, subject) is >= 0 and var near ? near : BearerOf(document, tokens[clause].Head);
            if (tokens[clause].Relation != Relation.Conj)
                break;
        }
        return subject;
    }

    /// <summary>“Jan Holt, an activist who backed …”: Jan Holt did; “officials, a group that opposes …”: the officials do.</summary>
    private static int BearerOf(Document document, int noun) =>
        document.Tokens[noun] is { Relation: Relation.Appos, Upos: Upos.NOUN, Head: >= 0 and var bearer } && bearer < noun && document.MentionAt(bearer) is { Kind: MentionKind.Name or MentionKind.Description } ? bearer : noun;

    /// <summary>In a relative clause without an object of its own (“the town that rebels seized”), the noun it stands at.</summary>
    private static int GapFiller(Document document, int verb, int subject)
    {
        var token = document.Tokens[verb];
        if (token.Relation != Relation.AclRelcl || token.Head < 0 || subject == token.Head)
            return -1;
        // “the emir, whose spokesman warned of …”: “whose” stands for him, and nothing is missing.
        foreach (var d in document.Tree.Of(verb))
            if (d < verb && document.Tree.Dependent(d, Relation.NmodPoss) is >= 0 and var whose && document.Tokens[whose].Xpos == "WP$")
                return -1;
        return document.Tree.Dependent(verb, Relation.Ccomp) < 0 && document.Tree.Dependent(verb, Relation.Xcomp) < 0 ? token.Head : -1;
    }

    private static int AgentOf(Document document, int verb)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d].Relation == Relation.OblAgent || tokens[d].Relation.Universal() == Relation.Obl && Preposition(document, d) == "by" && document.MentionAt(d) is not null)
                return d;
        return -1;
    }

    private static bool IsInfinitiveOrGerund(Document document, int clause)
    {
        if (document.Tokens[clause].Xpos == "VBG")
            return true;
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Upos == Upos.PART && document.Tokens[d].Form.Equals("to", StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static void AddOblique(Document document, Frame frame, int noun, int distance)
    {
        var preposition = Preposition(document, noun);
        if (preposition is null)
            return;
        frame.Obliques.Add(new(preposition, noun, distance, SecondPreposition(document, noun)));
        if (distance < 3)
            AddNested(document, frame, noun, distance + 1);
    }

    private static void AddNested(Document document, Frame frame, int noun, int distance)
    {
        foreach (var d in document.Tree.Of(noun))
        {
            if (document.Tokens[d].Relation.Universal() == Relation.Nmod && document.Tokens[d].Relation != Relation.NmodPoss)
                AddOblique(document, frame, d, distance);
            else if (distance == 1 && document.Tokens[d].Relation is Relation.Acl or Relation.Ccomp)
            {
                frame.Complements.Add(d);
                // “denounced an attack planned by the militia”
                if (document.Tokens[d].Xpos == "VBN" && AgentOf(document, d) is >= 0 and var agent)
                    frame.Obliques.Add(new("by", agent, distance, null));
            }
        }
    }

    private static string? SecondPreposition(Document document, int noun)
    {
        var first = true;
        foreach (var d in document.Tree.Of(noun))
        {
            if (document.Tokens[d].Relation != Relation.Case || d > noun)
                continue;
            if (!first)
                return document.Tokens[d].Lemma.ToLowerInvariant();
            first = false;
        }
        return null;
    }

    /// <summary>The preposition of a noun phrase, in lower case; null when it has none.</summary>
    public static string? Preposition(Document document, int noun)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(noun))
        {
            if (tokens[d].Relation != Relation.Case || tokens[d].Form is "'s" or "’s" or "'" or "’")
                continue;
            var word = tokens[d].Lemma.ToLowerInvariant();
            foreach (var part in document.Tree.Of(d))
                if (tokens[part].Relation == Relation.Fixed)
                    word += "_" + tokens[part].Lemma.ToLowerInvariant();
            return word;
        }
        // “negotiations with the West to obtain guarantees”: the parser may hang the preposition on the verb that follows.
        var before = document.Tree.LeftEdge(noun) - 1;
        return before >= 0 && tokens[noun].Relation is Relation.Nmod or Relation.Obl && tokens[before] is { Relation: Relation.Mark, Xpos: "IN" } mark && mark.Head > noun && document.TimeAt(noun) is null
            ? mark.Lemma.ToLowerInvariant()
            : null;
    }
}
