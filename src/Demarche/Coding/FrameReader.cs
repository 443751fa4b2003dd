using Demarche.Codebooks;
using Demarche.Parsing;

namespace Demarche.Coding;

/// <summary>Reads the frame of a verb, predicate or noun off the tree.</summary>
public sealed class FrameReader(Operators operators)
{
    private readonly SubjectReader _subjects = new(operators);

    /// <summary>The frame of any token: as a noun's, or as that of a verb or predicate.</summary>
    internal Frame At(Document document, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && document.Tree.Dependent(token, Relation.Cop) < 0 ? OfNoun(document, token) : OfClause(document, token);

    /// <summary>Somebody who takes part in events, whether a table knows him or not: “by Iran”, “by soldiers”.</summary>
    private bool Acts(Document document, int noun) => Participants.Any(document, noun) || Participants.IsSomebody(document, noun, operators.Participants);

    /// <summary>“of mourners in Dili by soldiers”: between whom it is done to and who does it stands nothing but where or when.</summary>
    private bool IsBehindPlaces(Document document, int doer, int done)
    {
        var first = document.Tree.LeftEdge(doer);
        foreach (var d in document.Tree.Of(done))
            if (d > done && d < first && (document.PlaceAt(d) is null && document.TimeAt(d) is null || Preposition(document, d) is not { } where || !operators.PlacePrepositions.Contains(where)))
                return false;
        return true;
    }

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
            // “called its envoy home”: the noun says whither.
            if (relation == Relation.Obj && frame.Object >= 0 && operators.GoalNouns.Contains(tokens[d].Form))
                continue;
            // “pulled its students out of Kinshasa”: a second object with a preposition is none.
            if (relation == Relation.Obj && frame.Object >= 0 && Preposition(document, d) is not null)
                AddOblique(document, frame, d, 0);
            else if (relation == Relation.Obj)
                (frame.IndirectObject, frame.Object) = (frame.Object >= 0 ? frame.Object : frame.IndirectObject, d);
            else if (relation == Relation.Iobj)
                frame.IndirectObject = d;
            else if (relation.Universal() == Relation.Obl || relation == Relation.Nmod)
                AddOblique(document, frame, d, 0);
            else if (relation is Relation.Xcomp or Relation.Ccomp)
            {
                frame.Complements.Add(d);
                if (relation == Relation.Xcomp && tree.Dependent(d, Relation.Mark) < 0)
                    AddOfPredicate(document, frame, d);
            }
            // “staged a sit-in”: the parser may take the last word for an adverb.
            else if (relation == Relation.Advmod && tokens[d].Upos == Upos.NOUN && d > trigger && tree.Dependent(d, Relation.Det) >= 0 && frame.Object < 0)
                frame.Object = d;
            else if (relation == Relation.Advcl && IsInfinitiveOrGerund(document, d))
                frame.Complements.Add(d);
        }
        // “gave the envoys three days to leave”: what is given may be taken for the time.
        if (frame.IndirectObject >= 0 && frame.Object < 0)
            foreach (var d in tree.Of(trigger))
                if (tokens[d].Relation == Relation.OblUnmarked && d > frame.IndirectObject && frame.Object < 0)
                    frame.Object = d;
        // “praised Ohio primary winner Holt”: a place that the parser parted from the noun behind it.
        if (frame.Object > trigger && tokens[frame.Object].Upos == Upos.PROPN && document.PlaceAt(frame.Object) is not null && tree.Dependent(frame.Object, Relation.Det) < 0 && !operators.NamingVerbs.Contains(tokens[trigger].Lemma))
            foreach (var d in tree.Of(trigger))
                if (tokens[d] is { Relation: Relation.Xcomp, Upos: Upos.NOUN } && tree.LeftEdge(d) == tree.RightEdge(frame.Object) + 1 && tree.Dependent(d, Relation.Det) < 0 && tree.Dependent(d, Relation.Appos) >= 0)
                    frame.Object = d;
        ReadNamed(document, frame);
        if (frame.Object >= 0 && tokens[frame.Object].Xpos is "WDT" or "WP" && frame.Object < trigger)
            frame.Object = _subjects.Antecedent(document, frame.Object, ClauseOf(document, trigger));
        // “mocked Holt and Brandt's claims”: the parser may make two objects of what “and” joins.
        if (frame.IndirectObject >= 0 && frame.Object > frame.IndirectObject && tokens[tree.LeftEdge(frame.Object)].Relation == Relation.Cc && tree.LeftEdge(frame.Object) == tree.RightEdge(frame.IndirectObject) + 1)
            frame.IndirectObject = -1;
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
        // “began arresting, jailing and deporting dissidents”: what stands behind the last is done to by all.
        if (frame is { Object: < 0, IndirectObject: < 0, Complements.Count: 0, Obliques.Count: 0 } && tokens[trigger].Upos == Upos.VERB)
            frame.Object = ObjectOfLast(document, trigger);
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

        var passive = !asPredicate && !_subjects.IsToldBeside(document, trigger) && (VerbGroup.IsPassive(document, trigger) || IsHeadlinePassive(document, trigger));
        var subject = _subjects.Of(document, trigger, out var borrowed);
        if (frame.IndirectObject >= 0 && frame.IndirectObject == SubjectReader.RelativeSubject(document, trigger))
            frame.IndirectObject = -1;
        if (passive)
        {
            // The passive's subject is the logical object, or, when the object kept its place, the indirect one (“was given aid”).
            if (frame.Object < 0)
                frame.Object = VictimIn(document, trigger, subject);
            else
                frame.IndirectObject = subject;
            frame.Subject = SubjectReader.AgentOf(document, trigger, operators);
            if (frame.Subject < 0)
                frame.Subject = _subjects.CauserOf(document, trigger);
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
            if (frame.Object < 0)
                frame.Object = GapAbove(document, trigger);
            // “the senator, who many had backed”: he was backed.
            if (frame.Object == tokens[trigger].Head && subject >= 0 && SubjectReader.RelativeBeside(document, trigger, subject) is >= 0 and var relative)
                frame.Object = _subjects.Antecedent(document, relative, trigger);
            if (frame.Object < 0 && frame.IndirectObject < 0 && NameAfter(document, trigger) is >= 0 and var behind)
            {
                frame.Object = behind;
                frame.SubjectRepaired = true;
            }
        }
        if (frame.Subject == frame.Object && !passive)
            frame.Object = -1;
        if (!passive && frame.Object < 0 && IsNounMisread(document, trigger, frame.Subject))
            (frame.Subject, frame.Object) = (-1, frame.Subject);
        return frame;
    }

    /// <summary>“Nepal urged to free monks”, “China accused of hacking”: a headline leaves “is” out, and nobody is urged.</summary>
    private bool IsHeadlinePassive(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Xpos is not ("VBD" or "VBN") || !operators.HeadlinePassives.Contains(tokens[verb].Lemma) || document.SentenceOf(verb).Kind != BlockKind.Title)
            return false;
        var completed = false;
        foreach (var d in document.Tree.Of(verb))
            if (tokens[d].Relation is Relation.Obj or Relation.Iobj or Relation.Aux or Relation.Ccomp)
                return false;
            else
                completed |= d > verb && (tokens[d].Relation is Relation.Xcomp or Relation.Advcl || tokens[d].Relation.Universal() == Relation.Obl && Preposition(document, d) is "of" or "for" or "over" or "from" or "with");
        return completed;
    }

    /// <summary>“after the Paris attacks”: a noun that the parser took for a verb, as the article before the name of a person or a town tells.</summary>
    private static bool IsNounMisread(Document document, int trigger, int name) =>
        name == trigger - 1 && name > document.SentenceOf(name).First && document.Tokens[trigger].Xpos is "VBZ" or "VBG" && document.Tree.Dependent(trigger, Relation.Aux) < 0
        && document.Tokens[name - 1] is { Upos: Upos.DET, Lemma: "the" } && document.Tokens[name - 1].Head == name
        && (document.PlaceAt(name) is not null || document.MentionAt(name) is { Kind: MentionKind.Name, Actor: var named } && (named.Kind == ActorKind.Person || named.Kind == ActorKind.State && IsTownOf(named, document.Tokens[name].Form)));

    /// <summary>“Paris” for France; not “Netherlands”, “US”.</summary>
    private static bool IsTownOf(Actor state, string form) => form.Length > 3 && char.IsLower(form[^1]) && !state.Name.Contains(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>“stands ready to host”, “remains opposed to the plan”: what belongs to the adjective belongs to the verb that leads it.</summary>
    private void AddOfPredicate(Document document, Frame frame, int predicate)
    {
        var tokens = document.Tokens;
        if (tokens[predicate].Upos != Upos.ADJ && tokens[predicate].Xpos != "VBN")
            return;
        foreach (var d in document.Tree.Of(predicate))
            if (d < predicate)
                continue;
            else if (tokens[d].Relation.Universal() == Relation.Obl)
                AddOblique(document, frame, d, 0);
            else if (tokens[d].Relation is Relation.Xcomp or Relation.Ccomp || tokens[d].Relation == Relation.Advcl && IsInfinitiveOrGerund(document, d))
                frame.Complements.Add(d);
    }

    /// <summary>“the bodies of four Italians killed by the militia”: those before the participle, where its noun is nobody.</summary>
    private int VictimIn(Document document, int participle, int noun)
    {
        if (noun < 0 || document.Tokens[participle].Relation != Relation.Acl || document.Tokens[participle].Head != noun)
            return noun;
        if (_subjects.OfKin(document, noun, participle) is >= 0 and var kin)
            return kin;
        if (Participants.IsSomebody(document, noun, operators.Somebody))
            return noun;
        foreach (var d in document.Tree.Of(noun))
            if (d < participle && document.Tokens[d].Relation == Relation.Nmod && Preposition(document, d) == "of" && document.Tree.RightEdge(d) + 1 == participle && Participants.IsSomebody(document, d, operators.Somebody))
                return d;
        return noun;
    }

    /// <summary>The object of the last of several verbs in a row, with nothing between them but commas and “and”; −1 when there is none.</summary>
    private static int ObjectOfLast(Document document, int verb)
    {
        var tokens = document.Tokens;
        var end = document.SentenceOf(verb).End;
        var last = verb;
        for (var t = verb + 1; t < Math.Min(end, verb + 8); t++)
        {
            if (tokens[t].Upos is Upos.CCONJ or Upos.ADV || tokens[t].Form == ",")
                continue;
            if (tokens[t] is not { Upos: Upos.VERB, Relation: Relation.Conj } || tokens[t].Xpos != tokens[verb].Xpos || tokens[t].Head != verb && tokens[t].Head != tokens[verb].Head && tokens[t].Head != last)
                break;
            last = t;
            if (document.Tree.Dependent(t, Relation.Obj) is var thing && thing > t)
                return thing;
        }
        return -1;
    }

    /// <summary>“launched what it called an operation against the rebels”: what it is called is what was launched.</summary>
    private void ReadNamed(Document document, Frame frame)
    {
        if (frame.Object < 0 || Called(document, frame.Object) is not (>= 0 and var named))
            return;
        frame.Object = named;
        foreach (var d in document.Tree.Of(document.Tokens[named].Head))
            if (d > named && document.Tokens[d].Relation.Universal() == Relation.Obl)
                AddOblique(document, frame, d, 0);
    }

    /// <summary>“railed against what it calls the cartel”: what “what” is called; −1 where it stands for something else.</summary>
    private int Called(Document document, int what)
    {
        var tokens = document.Tokens;
        if (!operators.FreeRelatives.Contains(tokens[what].Form) || document.Tree.Dependent(what, Relation.AclRelcl) is not (>= 0 and var naming) || !operators.NamingVerbs.Contains(tokens[naming].Lemma))
            return -1;
        foreach (var d in document.Tree.Of(naming))
            if (d > naming && tokens[d].Upos is Upos.NOUN or Upos.PROPN && (tokens[d].Relation is Relation.Obj or Relation.Xcomp or Relation.Ccomp || Preposition(document, d) is "as" || tokens[d].Relation == Relation.Obl && Preposition(document, d) is null))
                return d;
        return -1;
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
        if (tokens[verb].Upos != Upos.VERB || next >= document.SentenceOf(verb).End || document.MentionOver(next) is not { Kind: MentionKind.Name or MentionKind.Description } mention || mention.Kind != MentionKind.Name && mention.First != next || mention.First < verb || mention.First > next)
            return -1;
        return tokens[mention.Head].Relation.Universal() == Relation.Nsubj || tokens[mention.Head].Relation is Relation.Compound or Relation.NmodPoss or Relation.Amod || Preposition(document, mention.Head) is not null
            ? -1
            : mention.Head;
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
                    if (tokens[d].Xpos == "VBN" && operators.LightVerbs.Contains(tokens[d].Lemma) && SubjectReader.AgentOf(document, d, operators) is >= 0 and var agent)
                        frame.Obliques.Add(new("by", agent, 0, null));
                    break;
                default:
                    if (tokens[d].Relation.Universal() is Relation.Nmod or Relation.Obl)
                        AddOblique(document, frame, d, 0);
                    break;
            }
        }
        foreach (var oblique in frame.Obliques)
            if (oblique is { Preposition: "by", Distance: 0 } && Acts(document, oblique.Noun))
                frame.Subject = oblique.Noun;
        // “an appeal from Chad”, “an offer of talks from Chad”
        var spoken = operators.OfWord(tokens[trigger].Lemma) is { Type: not null };
        foreach (var oblique in frame.Obliques)
            if (spoken && frame.Subject < 0 && oblique is { Preposition: "from" } && document.MentionAt(oblique.Noun) is not null && (oblique.Distance == 0 || oblique.Distance == 1 && tokens[oblique.Noun].Head is >= 0 and var thing && tokens[thing].Head == trigger && Preposition(document, thing) == "of"))
                frame.Subject = oblique.Noun;
        // “the visit of President Xi”, “a mutiny of the guards”
        if (operators.OfDoer.Contains(tokens[trigger].Lemma) && tree.Dependent(trigger, Relation.NmodPoss) < 0)
            foreach (var oblique in frame.Obliques)
                if (frame.Subject < 0 && oblique is { Preposition: "of", Distance: 0 } && document.MentionAt(oblique.Noun) is { Kind: not MentionKind.Adjective })
                    frame.Subject = oblique.Noun;
        // “the release of the sailors by Iran”: the parser hangs the doer on the nearest noun.
        foreach (var oblique in frame.Obliques)
            if (frame.Subject < 0 && oblique is { Preposition: "by", Distance: 1 } && tokens[oblique.Noun].Head is >= 0 and var done && tokens[done].Head == trigger && Preposition(document, done) == "of" && IsBehindPlaces(document, oblique.Noun, done) && Acts(document, oblique.Noun))
                frame.Subject = oblique.Noun;
        foreach (var owner in frame.Owners)
            if (frame.Subject < 0 && tokens[owner].Relation == Relation.NmodPoss)
                frame.Subject = owner;
        // “the US attack”; “the Orlando massacre” took place there.
        foreach (var owner in frame.Owners)
            if (frame.Subject < 0 && document.MentionAt(owner) is { } mention && !Participants.NamesTopic(document, trigger, owner, operators) && (tokens[owner].Relation != Relation.Compound || (mention.Actor.Id is not null || mention is { Kind: MentionKind.Description, Actor.Kind: ActorKind.Group or ActorKind.Organization }) && document.PlaceAt(owner) is null))
                frame.Subject = owner;

        if (frame.Subject < 0)
            frame.Subject = WhoseAct(document, trigger);

        // “wants sanctions on Moscow”: the parser may hang on the verb what follows the noun; “led to protests in Amman”: where it was.
        if (tokens[trigger].Relation is Relation.Obj or Relation.Obl && tokens[trigger].Head is >= 0 and var over)
        {
            var isObject = tokens[trigger].Relation == Relation.Obj;
            var takesAll = isObject && !operators.LightVerbs.Contains(tokens[over].Lemma);
            if (isObject || Preposition(document, trigger) is "to" or "after" or "following" or "amid" or "during" or "despite")
                foreach (var d in tree.Of(over))
                    if (tokens[d].Relation == Relation.Obl && tree.LeftEdge(d) == tree.RightEdge(trigger) + 1 && (takesAll || document.PlaceAt(d) is not null && Preposition(document, d) is { } there && operators.PlacePrepositions.Contains(there)))
                        AddOblique(document, frame, d, 1);
        }

        // “promised Kyiv more guns”: guns to Kyiv.
        if (tokens[trigger].Relation == Relation.Obj && tokens[trigger].Head is >= 0 and var giver && tree.Dependent(giver, Relation.Iobj) is >= 0 and var given)
            frame.Obliques.Add(new("to", given, 1, null));

        // “carried out an attack on”, “held talks with”: the subject and the obliques of the carrier belong to the noun.
        if (frame.Subject < 0)
            ReadGovernor(document, frame);
        // “held three days of talks”, “launched a series of attacks”: what is counted is what is held.
        var whole = WholeOf(document, trigger);
        var governor = tokens[whole].Head;
        // “fighting broke out between the two”: what stands behind the verb belongs to the noun.
        if (governor >= 0 && tokens[whole].Relation == Relation.Nsubj && operators.HappeningVerbs.Contains(tokens[governor].Lemma))
            foreach (var d in tree.Of(governor))
                if (tokens[d].Relation.Universal() == Relation.Obl)
                    AddOblique(document, frame, d, 0);
        if (governor < 0 || tokens[whole].Relation is not (Relation.Obj or Relation.NsubjPass or Relation.Obl) || !operators.LightVerbs.Contains(tokens[governor].Lemma))
            return frame;
        // “led a filibuster after the massacre”: it tells when.
        if (tokens[whole].Relation == Relation.Obl && Preposition(document, whole) is { } when && operators.TimePrepositions.Contains(when))
            return frame;
        // “the leak led to the resignation of the chair”: what it comes of does nothing.
        if (tokens[whole].Relation == Relation.Obl && Preposition(document, whole) == "to")
            return frame;
        // “expressed his sorrow over the shooting”, “gave details about the raid”: with an object of its own the verb carries that.
        if (tokens[whole].Relation == Relation.Obl && tree.Dependent(governor, Relation.Obj) is >= 0 and var own && own != whole && !operators.Shared.Contains(tokens[own].Lemma))
            return frame;
        frame.Carrier = governor;
        var carrier = OfClause(document, governor);
        if (frame.Subject < 0 && carrier.Subject != whole)
        {
            frame.Subject = carrier.Subject;
            frame.SubjectBorrowed = carrier.SubjectBorrowed;
        }
        foreach (var oblique in carrier.Obliques)
            if (oblique.Noun != trigger && oblique.Noun != whole && !frame.Obliques.Exists(o => o.Noun == oblique.Noun))
                frame.Obliques.Add(oblique);
        return frame;
    }

    /// <summary>The noun that only counts or measures another, over that: “a <em>series</em> of attacks”; else the noun itself.</summary>
    public int WholeOf(Document document, int noun)
    {
        var tokens = document.Tokens;
        while (tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var whole } && whole < noun && Preposition(document, noun) == "of" && operators.Measures.Hold(document, whole))
            noun = whole;
        return noun;
    }

    /// <summary>“halted the deportation of settlers”, “is planning raids”, “their plan for a blockade”: who stops, plans or fails to do it; −1 where the word above names nobody.</summary>
    private int WhoseAct(Document document, int noun)
    {
        var tokens = document.Tokens;
        var above = tokens[noun].Head;
        if (above < 0 || tokens[noun].Relation is not (Relation.Obj or Relation.Nmod or Relation.Obl) || operators.OfWord(tokens[above].Lemma) is not { Own: true })
            return -1;
        if (tokens[above].Upos == Upos.VERB)
            return (tokens[noun].Relation == Relation.Obj || tokens[noun].Relation == Relation.Obl && Preposition(document, noun) is "for" or "on") && !VerbGroup.IsPassive(document, above) ? _subjects.Of(document, above, out _) : -1;
        return tokens[noun].Relation == Relation.Nmod && Preposition(document, noun) is "of" or "for" or "to" or "at" && document.Tree.Dependent(above, Relation.NmodPoss) is >= 0 and var owner && Participants.Any(document, owner) ? owner : -1;
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
        // “months of talks between the two led to a deal”: they lead themselves.
        frame.GovernorSubject = governor.Subject >= 0 && document.Tree.Dominates(governor.Subject, frame.Trigger) ? -1 : governor.Subject;
        frame.GovernorObject = governor.IndirectObject >= 0 ? governor.IndirectObject : governor.Object;
    }

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

    /// <summary>“the troops that Chad plans to send”: the clause of which an infinitive is a part.</summary>
    private static int ClauseOf(Document document, int verb)
    {
        while (document.Tokens[verb] is { Relation: Relation.Xcomp, Head: >= 0 and var head })
            verb = head;
        return verb;
    }

    /// <summary>“the lawmakers he has spent the year disparaging”, “the rebels whom Chad refused to arm”: of an infinitive or gerund without object in a relative clause, the somebody whom that describes; −1 elsewhere.</summary>
    private int GapAbove(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (tokens[verb].Relation != Relation.Xcomp || tokens[verb].Xpos is not ("VB" or "VBG"))
            return -1;
        var clause = verb;
        while (tokens[clause].Relation == Relation.Xcomp && tokens[clause].Head >= 0)
            clause = tokens[clause].Head;
        if (tokens[clause] is not { Relation: Relation.AclRelcl, Head: >= 0 and var noun } || document.Tree.Dependent(clause, Relation.Nsubj) is not (>= 0 and var subject) || tokens[subject].Xpos is "WDT" or "WP")
            return -1;
        // “the envoy he asked to leave”: the gap is another's.
        foreach (var d in document.Tree.Of(clause))
            if (d > clause && tokens[d].Relation is Relation.Obj or Relation.Iobj && document.TimeAt(d) is null && tokens[d].Xpos is not "WP")
                return -1;
        return !operators.ObjectControl.Contains(tokens[clause].Lemma) && Participants.IsSomebody(document, noun, operators.Somebody) ? noun : -1;
    }

    internal static bool IsInfinitiveOrGerund(Document document, int clause)
    {
        if (document.Tokens[clause].Xpos == "VBG")
            return true;
        foreach (var d in document.Tree.Of(clause))
            if (document.Tokens[d].Upos == Upos.PART && document.Tokens[d].Form.Equals("to", StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private void AddOblique(Document document, Frame frame, int noun, int distance)
    {
        var preposition = Preposition(document, noun);
        if (preposition is null)
            return;
        frame.Obliques.Add(new(preposition, Called(document, noun) is >= 0 and var named ? named : noun, distance, SecondPreposition(document, noun)));
        if (distance < 3)
            AddNested(document, frame, noun, distance + 1);
    }

    private void AddNested(Document document, Frame frame, int noun, int distance)
    {
        foreach (var d in document.Tree.Of(noun))
        {
            if (document.Tokens[d].Relation.Universal() == Relation.Nmod && document.Tokens[d].Relation != Relation.NmodPoss)
                AddOblique(document, frame, d, distance);
            // “imposed bans and freezes on the officials”: what stands behind the last of several belongs to all.
            else if (distance == 1 && document.Tokens[d] is { Relation: Relation.Conj, Upos: Upos.NOUN } && d > noun && document.Tree.Dependent(noun, Relation.Nmod) < 0)
            {
                foreach (var behind in document.Tree.Of(d))
                    if (document.Tokens[behind].Relation == Relation.Nmod)
                        AddOblique(document, frame, behind, distance);
            }
            else if (distance == 1 && document.Tokens[d].Relation is Relation.Acl or Relation.Ccomp)
            {
                frame.Complements.Add(d);
                // “denounced an attack planned by the militia”
                if (document.Tokens[d].Xpos == "VBN" && SubjectReader.AgentOf(document, d, operators) is >= 0 and var agent)
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
