using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Finds who does what a verb says: its own subject, the one it shares with the clause above, the one whom another verb makes do it.</summary>
internal sealed class SubjectReader(Operators operators)
{
    /// <summary>How far a subject may be looked for through governing clauses.</summary>
    private const int MaxClimb = 12;

    /// <summary>The grammatical subject of a verb or predicate; −1 when there is none.</summary>
    /// <param name="document">With trees and mentions.</param>
    /// <param name="verb">The verb or predicate.</param>
    /// <param name="borrowed">True when another clause lends it.</param>
    public int Of(Document document, int verb, out bool borrowed) => Of(document, verb, MaxClimb, out borrowed);

    /// <summary>The grammatical subject, its own or the one it shares; −1 when there is none.</summary>
    private int Of(Document document, int verb, int climb, out bool borrowed)
    {
        borrowed = false;
        var tokens = document.Tokens;
        var tree = document.Tree;
        var own = -1;
        foreach (var d in tree.Of(verb))
            // Of two, the one who is somebody: “Since independence in 1962 Algiers had asked”.
            if (tokens[d].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter && !IsBehindTime(document, d, own) && (own < 0 || IsRelative(document, own) || document.MentionAt(own) is null && document.MentionAt(d) is not null || IsNamedBy(document, own, d) || StandsInside(document, own, verb)))
                own = d;
        if (own < 0)
            own = SubjectOfParticiple(document, verb);
        if (own < 0)
            own = RelativeSubject(document, verb);
        // “in a statement that also praised her”: whoever made it.
        if (own >= 0 && climb > 0 && tokens[verb].Relation == Relation.AclRelcl && Papers.VerbOf(document, verb, operators) is >= 0 and var stating)
        {
            borrowed = true;
            return DoerOf(document, stating, climb - 1);
        }
        if (own >= 0)
            return Antecedent(document, own, verb);
        if (SubjectFor(document, verb) is >= 0 and var wanted)
            return wanted;
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
                    return Of(document, teller, climb - 1, out _);
                return tokens[head].Upos is Upos.VERB or Upos.AUX or Upos.ADJ || tree.Dependent(head, Relation.Nsubj) >= 0
                    ? Of(document, head, climb - 1, out _)
                    : -1;
            // “it would be wrong for Warsaw to send troops”
            case Relation.Csubj or Relation.Advcl or Relation.Ccomp or Relation.Xcomp or Relation.Acl when Control.SubjectAfterFor(document, verb) is >= 0 and var whose:
                return whose;
            // “was the first to recognise them”
            case Relation.Csubj when tokens[head].Upos == Upos.ADJ && tree.Dependent(head, Relation.Cop) >= 0 && tree.Dependent(head, Relation.Nsubj) is >= 0 and var first && tokens[first].Upos is Upos.PROPN or Upos.NOUN:
                return Of(document, head, climb - 1, out _);
            // “admitted having arrested them”: the parser takes the gerund for a clause of its own.
            case Relation.Ccomp when tokens[verb].Xpos == "VBN" && Clauses.IsGerund(document, verb) && tokens[head].Upos == Upos.VERB:
                return Of(document, head, climb - 1, out _);
            // “condemned Rome's claim to have won”: the parser may hang on the verb what belongs to the noun.
            case Relation.Xcomp when tree.Dependent(head, Relation.Obj) is > 0 and var claim && claim > head && tokens[claim].Upos == Upos.NOUN && tree.RightEdge(claim) + 1 == tree.LeftEdge(verb) && !operators.ObjectControl.Contains(tokens[head].Lemma)
                && operators.OfWord(tokens[claim].Lemma) is not null | operators.Claims.Contains(tokens[claim].Lemma) && tree.Dependent(claim, Relation.NmodPoss) is >= 0 and var claimant && tokens[claimant].Upos != Upos.PRON:
                return claimant;
            case Relation.Xcomp:
                var controls = Control.IsObjectControl(document, head, verb, operators);
                var controller = controls ? tree.Dependent(head, Relation.Obj) : -1;
                if (controller < 0 && controls)
                    controller = tree.Dependent(head, Relation.Iobj);
                // “arrested two men suspected of spying”: the participle says of the object what befell it.
                if (controller < 0 && tokens[verb].Xpos == "VBN" && tree.Dependent(verb, Relation.Mark) < 0 && tree.Dependent(verb, Relation.AuxPass) < 0 && tree.Dependent(head, Relation.Obj) is >= 0 and var befallen && befallen < verb && tree.RightEdge(befallen) + 1 == tree.LeftEdge(verb))
                    controller = befallen;
                if (controller < 0 && !Control.IsToldToSummoned(document, head, verb, operators))
                    controller = SomebodyBefore(document, head, verb);
                if (controller < 0)
                    controller = Control.ControllerBehind(document, head, verb, operators);
                if (controller >= 0)
                    return controller;
                // “was asked to leave”: the passive's subject is the controller; so is the subject otherwise.
                return Of(document, head, climb - 1, out _);
            // “said Oslo had freed him, had expelled her and would …”: the second of two clauses under one verb has the subject of the first.
            case Relation.Ccomp when Control.FinitePartner(document, verb, head) is >= 0 and var partner:
                return Of(document, partner, climb - 1, out _);
            // “Russia is meddling, the traders say, imposing new duties”: the words of saying stand between.
            case Relation.Ccomp when tokens[verb].Xpos == "VBG" && verb > head && tokens[head] is { Relation: Relation.Parataxis, Head: >= 0 and var meddling } && tree.Dependent(verb, Relation.Aux) < 0:
                return Of(document, meddling, climb - 1, out _);
            // “is considering whether to expel them”
            case Relation.Ccomp when verb > head && FrameReader.IsInfinitiveOrGerund(document, verb) && tokens[head].Upos == Upos.VERB:
                return Of(document, head, climb - 1, out _);
            // “had no intention of bombing them”, “was on the verge of bombing them”: whose intention it is.
            case Relation.Acl when tokens[verb].Xpos == "VBG" && tree.Dependent(verb, Relation.Mark) >= 0:
                return OwnerOf(document, head, climb);
            // “wrote a commentary for the Herald mocking her”, “passed a law banning protests”: whoever wrote or passed it.
            case Relation.Acl when Papers.VerbOf(document, verb, operators) is >= 0 and var putting:
                return DoerOf(document, putting, climb - 1);
            // “Holt's speech denouncing the tax”: hers.
            case Relation.Acl when tokens[verb].Xpos == "VBG" && operators.ActingPapers.Hold(document, head) && tree.Dependent(head, Relation.NmodPoss) is >= 0 and var speaker && document.MentionAt(speaker) is not null:
                return speaker;
            // “shot three guards, killing one”: behind a comma the participle is of the subject, whatever the parser hangs it on.
            case Relation.Acl when tokens[verb].Xpos == "VBG" && operators.Outcomes.Contains(tokens[verb].Lemma) && tree.IsBehindComma(verb) && tokens[head] is { Relation: Relation.Obj or Relation.Obl, Head: >= 0 and var over } && tokens[over].Upos == Upos.VERB:
                return DoerOf(document, over, climb - 1);
            case Relation.Acl:
                return tokens[verb].Xpos is "VBG" or "VBN" or "VBD" && !Clauses.Marked(document, verb, "to") || VerbGroup.IsHeadlineInfinitive(document, verb) ? BearerOf(document, head) : OwnerOf(document, head, climb);
            // “accused Kigali of arming the rebels”: the one accused does it.
            case Relation.Advcl when Clauses.IsGerund(document, verb) && operators.ObjectControl.Contains(tokens[head].Lemma) && tree.Dependent(verb, Relation.Mark) >= 0:
                return VerbGroup.IsPassive(document, head) ? Of(document, head, climb - 1, out _) : tree.Dependent(head, Relation.Obj);
            // “blasted the mayors for refusing”: the mayors refuse.
            case Relation.Advcl when Clauses.IsGerund(document, verb) && (operators.BlamedFor.Contains(tokens[head].Lemma) || tree.Dependent(head, Relation.Obj) is >= 0 and var penalty && operators.BlamedFor.Contains(tokens[penalty].Lemma)) && tree.Dependent(verb, Relation.Mark) is >= 0 and var mark && tokens[mark].Lemma == "for" && BlamedBy(document, head, climb) is >= 0 and var blamed:
                return blamed;
            // “the plane was shot down, killing ninety”: whoever shot, not the plane.
            case Relation.Advcl when verb > head && tokens[verb].Xpos == "VBG" && operators.Outcomes.Contains(tokens[verb].Lemma) && tree.Dependent(verb, Relation.Mark) < 0 && VerbGroup.IsPassive(document, head):
                return AgentOf(document, head, operators);
            case Relation.Advcl when Control.NounOfInfinitive(document, verb, head, operators) is >= 0 and var planned && OwnerOf(document, planned, climb) is >= 0 and var planner:
                return planner;
            case Relation.Advcl when Control.ControllerBehind(document, head, verb, operators) is >= 0 and var asked:
                return asked;
            case Relation.Advcl when Control.ControllingObject(document, head, verb, operators) is >= 0 and var urged:
                return urged;
            // “gave Holt new impetus to oppose him”: whoever was given it.
            case Relation.Advcl when tokens[verb].Xpos == "VB" && tree.Dependent(head, Relation.Iobj) is >= 0 and var given && tree.Dependent(head, Relation.Obj) is >= 0 and var gift && given < gift && document.TimeAt(gift) is null && tree.RightEdge(gift) + 1 == tree.LeftEdge(verb) && Clauses.Marked(document, verb, "to"):
                return given;
            case Relation.Advcl when Sent(document, head, verb) is >= 0 and var sent:
                return sent;
            case Relation.Advcl when NounBefore(document, verb, head) is >= 0 and var described:
                borrowed = false;
                return described;
            case Relation.Advcl when SubjectInside(document, verb, head) is >= 0 and var inside:
                borrowed = false;
                return inside;
            // “denied that his men had fired, blaming the army”: behind a comma, words are spoken by whoever speaks.
            case Relation.Advcl when Control.SpeakerOver(document, verb, operators) is >= 0 and var speech:
                return Of(document, speech, climb - 1, out _);
            case Relation.Advcl when SubjectBehind(document, verb) is >= 0 and var behind:
                return behind;
            case Relation.Advcl or Relation.Parataxis:
                return HasOwnClause(document, verb) ? -1 : Of(document, head, climb - 1, out _);
            // “far from withdrawing its troops, Asmara sent more”: the gerund hangs on the adverb.
            case Relation.Advmod when tokens[verb].Upos is Upos.ADV or Upos.ADJ:
                return Of(document, head, climb - 1, out _);
            default:
                return -1;
        }
    }

    /// <summary>Who does what a verb tells: the subject, of a passive the agent; −1 when nobody is named.</summary>
    private int DoerOf(Document document, int verb, int climb) =>
        VerbGroup.IsPassive(document, verb) ? AgentOf(document, verb, operators) : Of(document, verb, climb, out _);

    /// <summary>“dispatched two aides to meet doctors”: who was sent, right before what he was sent for; −1 when nobody was.</summary>
    private int Sent(Document document, int head, int infinitive)
    {
        var tokens = document.Tokens;
        return tokens[infinitive].Xpos == "VB" && operators.Sending.Contains(tokens[head].Lemma) && !VerbGroup.IsPassive(document, head) && document.Tree.Dependent(head, Relation.Obj) is var sent && sent > head
            && document.Tree.RightEdge(sent) + 1 == document.Tree.LeftEdge(infinitive) && (document.MentionAt(sent) is { Kind: not MentionKind.Adjective } || Participants.IsSomebody(document, sent, operators.Somebody))
            ? sent
            : -1;
    }

    /// <summary>“needs forty delegates now backing him”, “gave it to a group backing him”: those who stand right before a participle, with no comma between; −1 when nobody does.</summary>
    private int NounBefore(Document document, int participle, int verb)
    {
        var tokens = document.Tokens;
        var before = document.Tree.LeftEdge(participle) - 1;
        if (tokens[before + 1].Upos == Upos.PUNCT || tokens[participle].Xpos != "VBG" || participle < verb || before <= verb || tokens[before].Upos != Upos.NOUN || document.Tree.Dependent(participle, Relation.Mark) >= 0 || document.Tree.Dependent(participle, Relation.Aux) >= 0)
            return -1;
        return tokens[before].Relation is Relation.Obj or Relation.Obl && (tokens[before].Xpos == "NNS" || document.Tree.Dependent(before, Relation.Det) is >= 0 and var article && operators.IndefiniteArticles.Contains(tokens[article].Form))
            && document.Tree.RightEdge(before) == before && Participants.IsSomebody(document, before, operators.Somebody) && operators.OfWord(tokens[verb].Lemma) is not { Id: "wish" or "demand" } ? before : -1;
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

    /// <summary>“prompting the junta to recall its envoy”, “sent the guards to seize it”: somebody between a verb and the infinitive that completes it, unless the verb is a promise, which its giver keeps; −1 when nobody is.</summary>
    private int SomebodyBefore(Document document, int head, int infinitive)
    {
        var tokens = document.Tokens;
        var patient = document.Tree.Dependent(head, Relation.Obj) is >= 0 and var direct ? direct : document.Tree.Dependent(head, Relation.Iobj);
        return tokens[infinitive].Xpos == "VB" && tokens[head].Upos == Upos.VERB && patient > head && patient < infinitive
            && operators.OfWord(tokens[head].Lemma) is not { Status: EventStatus.Promised or EventStatus.Threatened } && !operators.Means.Contains(tokens[head].Lemma) && tokens[patient].Upos is Upos.NOUN or Upos.PROPN
            && Participants.IsSomebody(document, patient, operators.Somebody)
            ? patient
            : -1;
    }

    /// <summary>“Jailed on Friday, the miner …, the paper reported”: before a comma, a participle that opens its sentence is of the subject right behind, whatever verb the parser hangs it on; −1 elsewhere.</summary>
    private static int SubjectBehind(Document document, int participle)
    {
        var tokens = document.Tokens;
        var comma = participle + 1;
        if (tokens[participle].Xpos is not ("VBN" or "VBG") || document.Tree.Dependent(participle, Relation.Mark) >= 0 || document.Tree.LeftEdge(participle) != document.SentenceOf(participle).First)
            return -1;
        // The parser may count commas to the participle, those far behind too.
        foreach (var d in document.Tree.Of(participle))
            if (tokens[d].Upos != Upos.PUNCT)
                comma = Math.Max(comma, document.Tree.RightEdge(d) + 1);
        var end = document.SentenceOf(participle).End;
        if (comma >= end || tokens[comma].Form != ",")
            return -1;
        for (var t = comma + 1; t < Math.Min(end, comma + 10); t++)
            if (tokens[t].Relation is Relation.Nsubj or Relation.NsubjPass && document.Tree.LeftEdge(t) == comma + 1)
                return t;
        return -1;
    }

    /// <summary>“who since the appointment of Holt has mocked him”: the noun behind a preposition of time is no second subject, whatever the parser makes of it.</summary>
    private bool IsBehindTime(Document document, int noun, int subject) =>
        subject >= 0 && IsRelative(document, subject) && document.Tree.LeftEdge(noun) is > 0 and var edge && document.Tokens[edge - 1].Upos is Upos.ADP or Upos.SCONJ && operators.TimePrepositions.Contains(document.Tokens[edge - 1].Lemma);

    private static bool IsRelative(Document document, int token) => document.Tokens[token].Xpos is "WDT" or "WP";

    /// <summary>“the premier, who the week before had visited Moscow”: the relative pronoun that the parser took for one of two objects; −1 when there is none.</summary>
    public static int RelativeSubject(Document document, int verb)
    {
        var tokens = document.Tokens;
        int relative = -1, thing = -1;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d].Relation == Relation.Obj && d < verb && tokens[d].Xpos is "WP" or "WDT")
                relative = d;
            else if (tokens[d].Relation == Relation.Obj && d > verb)
                thing = d;
            else if (tokens[d].Relation.Universal() == Relation.Nsubj)
                return -1;
        return thing >= 0 ? relative : -1;
    }

    /// <summary>“made a plea for the party to unite”, “called for the junta to go”: the one for whom it is, right before the infinitive; −1 when there is none.</summary>
    private int SubjectFor(Document document, int verb)
    {
        var tokens = document.Tokens;
        var to = document.Tree.LeftEdge(verb);
        if (tokens[verb].Xpos != "VB" || to < 1 || tokens[to].Upos != Upos.PART || document.SentenceOf(to).First == to)
            return -1;
        for (var noun = to - 1; noun >= 0 && document.Tree.RightEdge(noun) == to - 1; noun = tokens[noun].Head)
        {
            if (FrameReader.Preposition(document, noun) is not "for" || tokens[noun].Head is not (>= 0 and var over))
                continue;
            // “left for Paris to meet her”: the one who leaves meets her.
            var asked = tokens[over].Upos is Upos.NOUN or Upos.ADJ || operators.ObjectControl.Contains(tokens[over].Lemma);
            return asked && (document.MentionAt(noun) is not null || Participants.IsSomebody(document, noun, operators.Somebody)) ? noun : -1;
        }
        return -1;
    }

    /// <summary>The relative pronoun that the parser took for a second subject: “who many had backed”; −1 when there is none.</summary>
    public static int RelativeBeside(Document document, int verb, int subject)
    {
        foreach (var d in document.Tree.Of(verb))
            if (d < subject && document.Tokens[d].Relation == Relation.Nsubj && IsRelative(document, d))
                return d;
        return -1;
    }

    /// <summary>“Longtime ally Jan Holt said”: the parser may make two subjects of a description and the name behind it.</summary>
    private static bool IsNamedBy(Document document, int description, int name) =>
        document.MentionAt(description) is { Kind: MentionKind.Description, Actor.Id: null } && document.Tokens[description].Xpos == "NN" && document.Tree.RightEdge(description) + 1 == document.Tree.LeftEdge(name)
        && document.MentionAt(name) is { Kind: MentionKind.Name, Actor.Kind: not ActorKind.State and not ActorKind.Region };

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
        if (tokens[clause].Relation != Relation.Ccomp || tokens[second].Xpos != "VBD" && !IsBarePast(document, second) || tokens[clause].Head is not (>= 0 and var teller) || teller > clause || tokens[teller].Xpos != "VBD" || document.Tree.Dependent(second, Relation.Cop) >= 0)
            return -1;
        // “said the paper showed that Oslo had lost, and accused Rome”: a past tense of words, behind a comma, goes with the outermost.
        var words = operators.OfWord(tokens[second].Lemma) is { Type: not null } || operators.BlamedFor.Contains(tokens[second].Lemma) || operators.ObjectControl.Contains(tokens[second].Lemma);
        if (words && document.Tree.Dependent(second, Relation.Cc) is > 0 and var and && tokens[and - 1].Form == "," && IsTelling(document, clause, teller) is >= 0 and var outer)
            return outer;
        // “said the army had used gas and also accused the militia”
        if (words && document.Tree.Dependent(clause, Relation.Aux) is >= 0 and var had && tokens[had].Lemma == "have" && document.Tree.Dependent(second, Relation.Advmod) is >= 0 and var also && also < second && tokens[also].Lemma == "also")
            return teller;
        if (document.Tree.Dependent(clause, Relation.Nsubj) is not (>= 0 and var subject) || tokens[subject].Upos != Upos.NOUN)
            return -1;
        return Participants.IsSomebody(document, subject, operators.Somebody) ? -1 : teller;
    }

    /// <summary>“said that she was lost, and accused Rome”: no second passive.</summary>
    public bool IsToldBeside(Document document, int verb) =>
        document.Tokens[verb] is { Relation: Relation.Conj, Xpos: "VBN", Head: >= 0 and var clause } && IsBarePast(document, verb) && SaysBoth(document, clause, verb) >= 0;

    /// <summary>The outermost of the verbs of saying over a clause.</summary>
    private static int IsTelling(Document document, int clause, int teller)
    {
        for (var step = 0; step < 3 && document.Tokens[teller] is { Relation: Relation.Ccomp, Head: >= 0 and var over } && document.Tokens[over].Xpos == "VBD" && over < clause; step++)
            teller = over;
        return document.Tree.Dependent(teller, Relation.Nsubj) >= 0 ? teller : -1;
    }

    /// <summary>A form that may be a past tense as well as a participle, with no auxiliary and an object behind it.</summary>
    private static bool IsBarePast(Document document, int verb) =>
        document.Tokens[verb].Xpos == "VBN" && document.Tree.Dependent(verb, Relation.Aux) < 0 && document.Tree.Dependent(verb, Relation.AuxPass) < 0 && document.Tree.Dependent(verb, Relation.Obj) > verb;

    /// <summary>Who is criticized or praised by a verb: its object, the passive's subject, whom it is “against” or “at”; −1 when nobody is.</summary>
    private int BlamedBy(Document document, int verb, int climb)
    {
        if (VerbGroup.IsPassive(document, verb))
            return Of(document, verb, climb - 1, out _);
        if (document.Tree.Dependent(verb, Relation.Obj) is >= 0 and var blamed)
        {
            if (operators.BlamedFor.Contains(document.Tokens[verb].Lemma))
                return blamed;
            // “imposed sanctions on Asmara for arming them”
            foreach (var d in document.Tree.Of(blamed))
                if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is "on" or "against")
                    return d;
        }
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, d) is "against" or "at" or "on")
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
            if (document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) is "of" or "by" && document.MentionAt(d) is not null)
                return d;
            if (document.Tokens[d].Relation == Relation.Acl && AgentOf(document, d, operators) is >= 0 and var agent)
                return agent;
        }
        // “was the only one to strike”, “was one of the first to strike”
        var predicate = document.Tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var one } && document.Tokens[one].Upos == Upos.NUM && FrameReader.Preposition(document, noun) == "of" ? one : noun;
        if (document.Tree.Dependent(predicate, Relation.Cop) >= 0 && document.Tree.Dependent(predicate, Relation.Nsubj) is >= 0 and var subject)
            return subject;
        var governor = document.Tokens[noun].Head;
        // “in addition to freeing them, Oslo …”
        if (governor >= 0 && document.Tokens[noun].Relation == Relation.Obl && document.Tokens[governor].Upos == Upos.VERB && operators.Implicatives.Contains(document.Tokens[noun].Lemma))
            return Of(document, governor, climb - 1, out _);
        // “gives the union an opening to strike”: whoever is given it.
        if (governor >= 0 && document.Tokens[noun].Relation == Relation.Obj && document.Tree.Dependent(governor, Relation.Iobj) is >= 0 and var given && document.Tokens[governor].Upos == Upos.VERB && operators.OfWord(document.Tokens[governor].Lemma) is null)
            return given;
        return governor >= 0 && document.Tokens[noun].Relation == Relation.Obj && operators.LightVerbs.Contains(document.Tokens[governor].Lemma)
            ? Of(document, governor, climb - 1, out _)
            : -1;
    }

    /// <summary>The noun that a relative pronoun stands for.</summary>
    public int Antecedent(Document document, int subject, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[subject].Xpos is not ("WDT" or "WP" or "WP$"))
            return tokens[subject].Relation == Relation.Expl ? -1 : subject;
        for (var clause = verb; clause >= 0; clause = tokens[clause].Head)
        {
            if (tokens[clause].Relation == Relation.AclRelcl)
                // “attacks on posts in Benghazi, Libya, that killed four”: the attacks did.
                return OfKin(document, tokens[clause].Head, clause) is >= 0 and var kin ? kin
                    : tokens[subject].Form is "who" or "whom" && PersonOver(document, tokens[clause].Head) is >= 0 and var person ? BearerOf(document, person)
                    : document.MentionAt(tokens[clause].Head) is null && !operators.Instruments.Hold(document, tokens[clause].Head) && ActorBefore(document, subject) is >= 0 and var near ? near : BearerOf(document, tokens[clause].Head);
            if (tokens[clause].Relation != Relation.Conj)
                break;
        }
        return subject;
    }

    /// <summary>“Jan Holt, an activist who backed …”: Jan Holt did; “officials, a group that opposes …”: the officials do; “Jan Holt of the Guild, a union that backed …”: the Guild.</summary>
    private int BearerOf(Document document, int noun) =>
        // “Jan Holt is a clerk who …”, “… are newcomers, citizens who …”: the subject is meant by what is said of it.
        PredicateOf(document, noun) is >= 0 and var predicate && document.Tree.Dependent(predicate, Relation.Nsubj) is >= 0 and var bearing && document.MentionAt(bearing) is { Kind: not MentionKind.Adjective } && Negation.Of(document, predicate, operators) is null ? bearing :
        // “the head of the fund, Paul Brandt”, and a title behind a name
        document.Tokens[noun] is { Relation: Relation.Appos, Xpos: "NN", Head: >= 0 and var titled } && titled < noun && document.MentionAt(titled) is { Kind: MentionKind.Name, Actor.Kind: ActorKind.Person } && !operators.Bodies.Hold(document, noun) ? titled :
        document.Tokens[noun] is { Relation: Relation.Appos, Upos: Upos.NOUN, Head: >= 0 and var person } && document.MentionAt(person) is { Actor.Kind: ActorKind.Person } && operators.Bodies.Hold(document, noun)
            ? BodyBefore(document, noun) is >= 0 and var body ? body : noun
        : Participants.IsSomebody(document, noun, operators.Somebody) && document.Tokens[noun] is { Relation: Relation.Appos, Upos: Upos.NOUN, Head: >= 0 and var bearer } && bearer < noun
            && (document.MentionAt(bearer) is { Kind: MentionKind.Name or MentionKind.Description } || operators.Bodies.Hold(document, noun) && document.Tokens[bearer].Xpos == "NNS") ? bearer : noun;

    /// <summary>The noun after “be” that a noun is, or that it goes on behind a comma; −1 where the noun says of nobody what he is.</summary>
    private int PredicateOf(Document document, int noun)
    {
        if (document.Tokens[noun].Upos != Upos.NOUN || document.MentionAt(noun) is { Actor.Id: not null } || !Participants.IsSomebody(document, noun, operators.Somebody))
            return -1;
        if (document.Tokens[noun].Relation == Relation.Conj && document.Tree.Dependent(noun, Relation.Cc) < 0 && document.Tokens[noun].Head is >= 0 and var first)
            noun = first;
        return document.Tree.Dependent(noun, Relation.Cop) >= 0 ? noun : -1;
    }

    /// <summary>“the head of the Kestrel fund who gave …”, “an expert at the Institute who advised …”: “who” asks for a person, and not for the body or the place named last; −1 where no person stands above.</summary>
    private int PersonOver(Document document, int named)
    {
        if (document.Tokens[named].Upos != Upos.PROPN || document.MentionAt(named) is { Actor.Kind: ActorKind.Person or ActorKind.Group })
            return -1;
        for (var (noun, step) = (named, 0); step < 3 && document.Tokens[noun] is { Relation: Relation.Nmod or Relation.Obl, Head: >= 0 and var over }; noun = over, step++)
            if (document.Tokens[over].Upos is Upos.NOUN or Upos.PROPN && (document.MentionAt(over) is { Actor.Kind: ActorKind.Person } || document.Tokens[over].Xpos is "NN" or "NNS" && (Participants.IsSomebody(document, over, operators.Somebody) || document.Tokens[over] is { Relation: Relation.Appos, Head: >= 0 and var described } && document.MentionAt(described) is { Actor.Kind: ActorKind.Person })))
                return over;
        return -1;
    }

    /// <summary>“the mother of the student who was shot”: whose mother, right before the clause; −1 where the noun is no such one.</summary>
    internal int OfKin(Document document, int noun, int clause)
    {
        if (!operators.Kin.Contains(document.Tokens[noun].Lemma))
            return -1;
        foreach (var d in document.Tree.Of(noun))
            if (d > noun && d < clause && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of" && document.Tree.RightEdge(d) + 1 == document.Tree.LeftEdge(clause))
                return d;
        return -1;
    }

    /// <summary>The body named right before an apposition: “director of the Guild, a union”; −1 when none is.</summary>
    private static int BodyBefore(Document document, int apposition)
    {
        var comma = document.Tree.LeftEdge(apposition);
        if (document.Tokens[comma].Form != ",")
            comma--;
        for (var t = comma - 1; t >= Math.Max(0, comma - 6); t--)
            if (document.MentionAt(t) is { Kind: MentionKind.Name, Actor.Kind: not ActorKind.Person } mention && mention.End == comma)
                return t;
        return -1;
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

    /// <summary>“by majorities of both men and women”</summary>
    private static bool IsManyOf(Document document, int noun, Operators operators)
    {
        foreach (var d in document.Tree.Of(noun))
            if (d > noun && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of" && document.Tokens[d].Xpos is "NNS" or "NNPS" && Participants.IsSomebody(document, d, operators.Somebody))
                return true;
        return false;
    }

    /// <summary>“had two lawyers detained”: who has it done; −1 when nobody does.</summary>
    public int CauserOf(Document document, int participle)
    {
        var tokens = document.Tokens;
        if (tokens[participle] is not { Xpos: "VBN", Relation: Relation.Xcomp or Relation.Ccomp or Relation.Acl, Head: >= 0 and var head } || document.Tree.Dependent(participle, Relation.AuxPass) >= 0 || document.Tree.Dependent(participle, Relation.Aux) >= 0)
            return -1;
        // The parser may hang the participle on whom it is done to.
        var done = tokens[participle].Relation == Relation.Acl ? head : -1;
        if (done >= 0)
            head = tokens[done].Relation == Relation.Obj ? tokens[done].Head : -1;
        return head >= 0 && tokens[head].Upos == Upos.VERB && operators.Causative.Contains(tokens[head].Lemma) && (done < 0 || Participants.IsSomebody(document, done, operators.Somebody)) ? Of(document, head, out _) : -1;
    }

    /// <summary>Who does what a passive or a participle says: “by the junta”, “by a judge in Granada”; −1 when nobody is named.</summary>
    public static int AgentOf(Document document, int verb, Operators operators)
    {
        if (ByPhrase(document, verb, operators) is >= 0 and var own)
            return own;
        // “was asked to leave Goma by the union”: the parser hangs it on the infinitive, which is no passive.
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d] is { Relation: Relation.Xcomp, Xpos: "VB" } && !VerbGroup.IsPassive(document, d) && ByPhrase(document, d, operators) is >= 0 and var behind && document.MentionAt(behind) is not null)
                return behind;
        // “was shot and killed by a guard”: who stands behind the last did both.
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d] is { Relation: Relation.Conj, Xpos: "VBN" or "VBD" } && document.Tree.Dependent(d, Relation.NsubjPass) < 0 && document.Tree.Dependent(d, Relation.Nsubj) < 0 && document.Tree.Dependent(d, Relation.AuxPass) < 0 && document.Tree.Dependent(d, Relation.OblAgent) is >= 0 and var both)
                return both;
        return -1;
    }

    private static int ByPhrase(Document document, int verb, Operators operators)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d].Relation == Relation.OblAgent || tokens[d].Relation.Universal() == Relation.Obl && FrameReader.Preposition(document, d) == "by" && (document.MentionAt(d) is not null || document.TimeAt(d) is null && tokens[d].Upos is Upos.NOUN or Upos.PROPN && (Participants.IsSomebody(document, d, operators.Somebody) || IsManyOf(document, d, operators))))
                return d;
        return -1;
    }
}
