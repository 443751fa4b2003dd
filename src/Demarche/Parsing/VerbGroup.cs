namespace Demarche.Parsing;

/// <summary>
/// A verb, or a predicate with its copula, and the auxiliaries about it: voice, tense, aspect and mood as its tags and tree tell them.
/// Read whenever it is asked for; allocates nothing. Everything that asks an auxiliary what it makes of a verb asks here.
/// </summary>
internal readonly record struct VerbGroup
{
    /// <summary>How many conjuncts may share one auxiliary.</summary>
    private const int MostConjuncts = 8;

    /// <summary>The verb, or the predicate of a copula.</summary>
    public int Verb { get; private init; }

    /// <summary>The word that carries tense: the first auxiliary, the copula or the verb itself, of the verb it is shared with too (“will meet and dine”); −1 when there is none.</summary>
    public int Finite { get; private init; }

    /// <summary>The first auxiliary, the copula included, of the verb it is shared with too; −1 when there is none.</summary>
    public int Auxiliary { get; private init; }

    /// <summary>The modal; −1 when there is none.</summary>
    public int Modal { get; private init; }

    /// <summary>“be” before a predicate that is no verb; −1 when there is none.</summary>
    public int Copula { get; private init; }

    /// <summary>The infinitive's “to”; −1 when there is none.</summary>
    public int To { get; private init; }

    /// <summary>“not” or “never” at the verb; −1 when there is none. Of the other ways to deny the codebook knows.</summary>
    public int Not { get; private init; }

    /// <summary>True when the grammatical subject is the logical object: finite passives, participles after a noun, headlines' “two held”.</summary>
    public bool Passive { get; private init; }

    /// <summary>“has left”, “had left”, “will have left”, “having left”.</summary>
    public bool Perfect { get; private init; }

    /// <summary>“is leaving”, “is being held”.</summary>
    public bool Progressive { get; private init; }

    /// <summary>True where the auxiliary stands before the subject: questions, “should Oslo leave”, “never has Oslo left”.</summary>
    public bool Inverted { get; private init; }

    public VerbMood Mood { get; private init; }

    public VerbTense Tense { get; private init; }

    /// <summary>True for what a clause tells as over: the past tense and the perfect, without a modal.</summary>
    public bool IsOver => Modal < 0 && (Tense == VerbTense.Past || Perfect);

    /// <summary>“had left”: what lies before that which is told.</summary>
    public bool IsAnterior => Perfect && Modal < 0 && Tense == VerbTense.Past;

    /// <summary>“is leaving”: told as going on, or as arranged.</summary>
    public bool IsUnderWay => Progressive && !Passive && !Perfect && Modal < 0 && Tense == VerbTense.Present;

    /// <summary>True when the verb has a tense or modal of its own or shares one.</summary>
    public bool IsFinite => Mood is VerbMood.Indicative or VerbMood.Conditional or VerbMood.Imperative or VerbMood.Subjunctive;

    /// <summary>The group of a verb or predicate.</summary>
    /// <param name="document">With tags and trees.</param>
    /// <param name="verb">The verb, not its auxiliary; of anything else <see cref="Mood"/> is none.</param>
    public static VerbGroup Of(Document document, int verb)
    {
        var own = Parts.Of(document, verb);
        // “will meet Xi and visit Seoul”: the second verb has neither subject nor tense of its own.
        var shared = own;
        var first = verb;
        for (var step = 0; step < MostConjuncts && MayShare(document, first, shared); step++)
        {
            first = document.Tokens[first].Head;
            shared = Parts.Of(document, first);
        }
        return Read(document, verb, own, first != verb && SameForm(document, verb, first, shared) ? shared : own, first);
    }

    /// <summary>True when the grammatical subject is the logical object, as <see cref="Passive"/>, for who asks no more.</summary>
    public static bool IsPassive(Document document, int verb)
    {
        var tokens = document.Tokens;
        var subject = false;
        foreach (var d in document.Tree.Of(verb))
        {
            // “denied having killed”: the parser may take “having” for the passive's auxiliary.
            if (tokens[d].Relation is Relation.AuxPass && tokens[d].Lemma != "have" || tokens[d].Relation is Relation.OblAgent or Relation.CsubjPass)
                return true;
            subject |= tokens[d].Relation == Relation.NsubjPass;
        }
        // A participle with a subject and no auxiliary is a passive in headlines only (“Three held after raid”).
        if (subject)
            return !EndsWithStop(document, verb) || tokens[verb].Relation is not (Relation.Root or Relation.Conj or Relation.Ccomp or Relation.Parataxis);
        // “Asked about the raid, he …”: a past tense without a subject does not begin a clause beside another.
        if (tokens[verb] is { Xpos: "VBD", Relation: Relation.Advcl } && document.Tree.LeftEdge(verb) == verb && document.Tree.Dependent(verb, Relation.Nsubj) < 0)
            return true;
        if (tokens[verb].Xpos != "VBN" || document.Tree.Dependent(verb, Relation.AuxPass) >= 0)
            return false;
        // A bare participle: after a noun (“troops massed at the border”), as a clause of its own, or conjoined with a passive.
        if (StandsAlone(document, verb))
            return false;
        if (tokens[verb].Relation is Relation.Acl or Relation.Advcl or Relation.Amod or Relation.Xcomp)
            return document.Tree.Dependent(verb, Relation.Aux) < 0;
        return tokens[verb].Relation == Relation.Conj && tokens[verb].Head >= 0 && document.Tree.Dependent(verb, Relation.Aux) < 0
            && document.Tree.Dependent(verb, Relation.Nsubj) < 0 && IsPassive(document, tokens[verb].Head);
    }

    /// <summary>“that they leave”, “that it be opened”, “that they must go”: true for a clause of the kind that is demanded or wished; “that they would leave” is none.</summary>
    public static bool MayBeWished(Document document, int verb)
    {
        var tokens = document.Tokens;
        var group = Of(document, verb);
        if (group.Modal >= 0)
            return tokens[group.Modal].Lemma != "would";
        if (group.Auxiliary >= 0)
            return tokens[group.Auxiliary].Xpos == "VB";
        return tokens[verb] is { Upos: Upos.VERB, Xpos: "VB" or "VBP" } || tokens[verb].Lemma is "need" or "have";
    }

    /// <summary>“Trump and Kim to meet in Hanoi”: in a headline the infinitive is the whole sentence's verb.</summary>
    public static bool IsHeadlineInfinitive(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Xpos != "VB" || document.Tree.Dependent(verb, Relation.Mark) < 0)
            return false;
        if (tokens[verb].Relation == Relation.Root)
            return document.Tree.Dependent(verb, Relation.Nsubj) >= 0 || document.Tree.Dependent(verb, Relation.NsubjPass) >= 0;
        return tokens[verb].Relation == Relation.Acl && tokens[verb].Head is >= 0 and var head && tokens[head] is { Relation: Relation.Root, Upos: Upos.PROPN } && !EndsWithStop(document, verb);
    }

    /// <summary>True in a full sentence, false in a headline.</summary>
    private static bool EndsWithStop(Document document, int token) =>
        document.SentenceOf(token) is { Kind: not BlockKind.Title } sentence && document.Tokens[sentence.End - 1].Form is "." or "”" or "\"" or "’";

    /// <summary>
    /// A past tense that the parser took for a participle of its own subject: a full sentence must have a finite verb, and this is the only one
    /// (“The minister, for his part, insisted on talks.”).
    /// </summary>
    private static bool StandsAlone(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Relation != Relation.Acl || tokens[verb].Head is not (>= 0 and var head) || tokens[head].Head >= 0 || head > verb || document.Tree.Dependent(head, Relation.Cop) >= 0)
            return false;
        if (!EndsWithStop(document, verb))
            return false;
        foreach (var d in document.Tree.Of(head))
            if (tokens[d].Relation.Universal() == Relation.Nsubj)
                return false;
        return document.Tree.Dependent(verb, Relation.Aux) < 0 && document.Tree.Dependent(verb, Relation.OblAgent) < 0;
    }

    private static bool MayShare(Document document, int verb, in Parts parts) =>
        document.Tokens[verb] is { Relation: Relation.Conj, Head: >= 0, Xpos: "VB" or "VBN" or "VBG" or "VBD" } && parts is { First: < 0, To: < 0, Subject: < 0 };

    // “is holding talks and striking”, “has struck and fled”, which taggers take for a past tense; “leaving and fled” share nothing.
    private static bool SameForm(Document document, int verb, int first, in Parts shared) =>
        document.Tokens[first].Xpos == document.Tokens[verb].Xpos || shared.Copula >= 0 || document.Tokens[first].Xpos == "VBN" && document.Tokens[verb].Xpos == "VBD" && shared.Have;

    private static VerbGroup Read(Document document, int verb, in Parts own, in Parts parts, int first)
    {
        var tokens = document.Tokens;
        var tag = tokens[verb].Xpos;
        var passive = IsPassive(document, verb);
        var finite = parts.Finite >= 0 ? parts.Finite : (tag == "VBD" && !passive || tag is "VBZ" or "VBP") && own.First < 0 ? verb : -1;
        var inverted = finite >= 0 && finite != verb && parts.Subject > finite && (parts.Subject < first || first < finite && tokens[first].Xpos is "WRB" or "WP" or "WDT");
        var (mood, tense) = finite >= 0 ? OfFinite(document, verb, finite, parts, inverted) : OfOther(document, verb, first, parts, passive);
        var be = parts.Be && !(passive && tag != "VBG");
        return new()
        {
            Verb = verb,
            Finite = finite,
            Auxiliary = parts.First,
            Modal = parts.HadForWould ? -1 : parts.Modal,
            Copula = parts.Copula,
            To = parts.To,
            Not = own.Not >= 0 ? own.Not : parts.Not,
            Passive = passive,
            // “he's gone”: what stands before a past participle and makes no passive is “has”.
            Perfect = parts.Have || parts.HadForWould || tag is "VBN" && !passive && parts.Be && parts.Copula < 0,
            Progressive = parts.Being || tag == "VBG" && be || mood == VerbMood.Indicative && tag == "VBG" && finite < 0,
            Inverted = inverted,
            Mood = mood,
            Tense = tense,
        };
    }

    private static (VerbMood, VerbTense) OfFinite(Document document, int verb, int finite, in Parts parts, bool inverted)
    {
        var tokens = document.Tokens;
        // “should Oslo leave, Bern would follow”
        if (inverted && tokens[verb].Relation == Relation.Advcl && tokens[finite].Lemma is "should" or "have" or "be")
            return (VerbMood.Conditional, VerbTense.None);
        // “he'd signed”: no “would” stands before a past participle.
        if (parts.HadForWould)
            return (VerbMood.Indicative, VerbTense.Past);
        if (tokens[finite].Xpos == "MD")
            return tokens[finite].Lemma switch
            {
                "will" or "shall" => (VerbMood.Indicative, VerbTense.Future),
                "would" or "could" or "might" => (VerbMood.Conditional, VerbTense.None),
                _ => (VerbMood.Indicative, VerbTense.Present),
            };
        // “Do not leave.”
        if (tokens[finite] is { Lemma: "do", Xpos: "VBP" } && parts.Subject < 0 && tokens[verb].Relation is Relation.Root or Relation.Parataxis)
            return (VerbMood.Imperative, VerbTense.None);
        // “asked that the fleet leave”: no form of a verb fits a singular like that but this one.
        if (finite == verb && tokens[verb] is { Xpos: "VBP", Relation: Relation.Ccomp } && parts.That && parts.Subject >= 0 && tokens[parts.Subject].Xpos is "NN" or "NNP" && document.Tree.Dependent(parts.Subject, Relation.Conj) < 0)
            return (VerbMood.Subjunctive, VerbTense.None);
        // “is to leave”
        if (parts.To > finite && tokens[finite].Lemma == "be" && finite != verb)
            return (VerbMood.Indicative, tokens[finite].Xpos == "VBD" ? VerbTense.Past : VerbTense.Future);
        return (VerbMood.Indicative, tokens[finite].Xpos == "VBD" ? VerbTense.Past : VerbTense.Present);
    }

    private static (VerbMood, VerbTense) OfOther(Document document, int verb, int first, in Parts parts, bool passive)
    {
        var tokens = document.Tokens;
        var tag = parts.Copula >= 0 ? tokens[parts.First].Xpos : parts.First >= 0 && tokens[parts.First].Xpos is "VB" or "VBG" ? tokens[parts.First].Xpos : tokens[verb].Xpos;
        var relation = tokens[first].Relation;
        switch (tag)
        {
            case "VB" when parts.To >= 0:
                return IsHeadlineInfinitive(document, first) ? (VerbMood.Indicative, VerbTense.Future) : (VerbMood.Infinitive, VerbTense.None);
            // “made them leave”
            case "VB" when relation == Relation.Xcomp || parts.Subject >= 0 && tokens[parts.Subject].Form is "him" or "them" or "me" or "us" or "her":
                return (VerbMood.Infinitive, VerbTense.None);
            case "VB" when parts.Subject >= 0:
                return (VerbMood.Subjunctive, VerbTense.None);
            case "VB":
                return (relation is Relation.Root or Relation.Parataxis or Relation.Ccomp or Relation.Conj ? VerbMood.Imperative : VerbMood.Infinitive, VerbTense.None);
            case "VBN" when StandsAlone(document, verb):
                return (VerbMood.Indicative, VerbTense.Past);
            // “Two held after raid”, “Troops massing at border”
            case "VBN" or "VBG" when parts is { Subject: >= 0, First: < 0 } && relation is Relation.Root or Relation.Parataxis && !EndsWithStop(document, verb):
                return (VerbMood.Indicative, passive ? VerbTense.Past : VerbTense.Present);
            case "VBN" or "VBG" or "VBD":
                return (VerbMood.Participle, VerbTense.None);
            default:
                return (VerbMood.None, VerbTense.None);
        }
    }

    /// <summary>What hangs on a verb and bears on its form.</summary>
    private readonly record struct Parts(int First, int Finite, int Modal, int Copula, int To, int Not, int Subject, bool Have, bool Be, bool Being, bool That, bool HadForWould)
    {
        public static Parts Of(Document document, int verb)
        {
            var tokens = document.Tokens;
            int first = -1, finite = -1, modal = -1, copula = -1, to = -1, not = -1, subject = -1;
            bool have = false, be = false, being = false, that = false;
            foreach (var d in document.Tree.Of(verb))
            {
                ref readonly var token = ref tokens[d];
                var relation = token.Relation.Universal();
                if (relation is Relation.Aux or Relation.Cop)
                {
                    if (first < 0)
                        first = d;
                    if (finite < 0 && token.Xpos is "MD" or "VBD" or "VBZ" or "VBP")
                        finite = d;
                    if (modal < 0 && token.Xpos == "MD")
                        modal = d;
                    if (relation == Relation.Cop && copula < 0)
                        copula = d;
                    have |= token.Lemma == "have";
                    be |= token.Lemma == "be" && relation == Relation.Aux;
                    being |= token is { Lemma: "be", Xpos: "VBG" } && first != d;
                }
                else if (relation == Relation.Mark && d < verb && token.Lemma == "to" && token.Upos == Upos.PART)
                    to = d;
                else if (relation == Relation.Mark)
                    that |= token.Lemma == "that";
                else if (relation == Relation.Advmod && not < 0 && token.Lemma is "not" or "never")
                    not = d;
                else if (subject < 0 && (relation is Relation.Nsubj or Relation.Csubj || token.Relation == Relation.Expl))
                    subject = d;
            }
            var had = modal >= 0 && !have && !be && copula < 0 && tokens[verb].Xpos == "VBN" && tokens[modal].Form is "'d" or "’d";
            return new(first, finite, modal, copula, to, not, subject, have, be, being, that, had);
        }
    }
}
