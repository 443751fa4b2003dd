using Demarche.Parsing;

namespace Demarche.Attributing;

/// <summary>The trees of a document as attributing asks about them: who governs whom, how far a phrase reaches, who is the subject.</summary>
internal sealed class Syntax
{
    private readonly HashSet<int> _times = [];

    public Syntax(Document document, AttributionRules rules, IReadOnlySet<string> invertedConditions)
    {
        InvertedConditions = invertedConditions;
        Document = document;
        Rules = rules;
        Tokens = document.Tokens;
        Tree = document.Tree;
        SentenceAt = new int[Tokens.Length];
        Lemmas = new string[Tokens.Length];
        for (var s = 0; s < document.Sentences.Count; s++)
            for (var t = document.Sentences[s].First; t < document.Sentences[s].End; t++)
                SentenceAt[t] = s;
        for (var t = 0; t < Tokens.Length; t++)
            Lemmas[t] = (string.IsNullOrEmpty(Tokens[t].Lemma) ? Tokens[t].Form : Tokens[t].Lemma).ToLowerInvariant();
        foreach (var time in document.Times)
            _times.Add(time.Head);
    }

    public Document Document { get; }

    public AttributionRules Rules { get; }

    /// <summary>Auxiliaries that make a condition of a clause in which they stand before the subject.</summary>
    public IReadOnlySet<string> InvertedConditions { get; }

    public Token[] Tokens { get; }

    public Tree Tree { get; }

    /// <summary>The number of each token's sentence.</summary>
    public int[] SentenceAt { get; }

    /// <summary>Lemmas in lower case, names too: headlines capitalize.</summary>
    public string[] Lemmas { get; }

    public Sentence SentenceOf(int token) => Document.Sentences[SentenceAt[token]];

    /// <summary>From the leftmost to the rightmost token that this one governs.</summary>
    public Stretch Phrase(int token) => new(Left(token), Right(token) + 1);

    /// <summary>The token of a stretch whose governor stands outside it, the last of several.</summary>
    public int HeadOf(Stretch words)
    {
        var head = words.End - 1;
        for (var t = words.First; t < words.End; t++)
            if (!words.Contains(Tokens[t].Head) && IsNominal(t))
                head = t;
        return head;
    }

    public int Left(int token) => Tree.LeftEdge(token);

    public int Right(int token) => Tree.RightEdge(token);

    public Relation RelationOf(int token) => Tokens[token].Relation.Universal();

    /// <summary>True for a hyphen inside a word (“voice-over”).</summary>
    public bool IsHyphen(int token) => Tokens[token] is { Form: "-", SpaceBefore: false };

    public bool IsVerb(int token) => Tokens[token].Upos is Upos.VERB or Upos.AUX;

    public bool HoldsVerb(Stretch words)
    {
        for (var t = words.First; t < words.End; t++)
            if (IsVerb(t))
                return true;
        return false;
    }

    public bool IsNominal(int token) => Tokens[token].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM or Upos.SYM or Upos.X or Upos.DET;

    public bool HasForm(int token, string form) => string.Equals(Tokens[token].Form, form, StringComparison.OrdinalIgnoreCase);

    /// <summary>The preposition or subordinator that leads to a phrase, or −1.</summary>
    public int Leader(int token, string[] prepositions)
    {
        foreach (var d in Tree.Of(token))
            if ((RelationOf(d) is Relation.Case or Relation.Mark || d == Left(token) && RelationOf(d) == Relation.Advmod && Lemmas[d] == "as") && IsOneOf(d, prepositions))
                return d;
        return -1;
    }

    private bool IsOneOf(int token, string[] words)
    {
        foreach (var word in words)
            if (Lemmas[token] == word || HasForm(token, word))
                return true;
        return false;
    }

    public bool HasMark(int token, string mark)
    {
        foreach (var d in Tree.Of(token))
            if (RelationOf(d) == Relation.Mark && Lemmas[d] == mark)
                return true;
        return false;
    }

    /// <summary>The infinitive's <em>to</em>, or −1.</summary>
    public int InfinitiveMark(int token)
    {
        foreach (var d in Tree.Of(token))
            if (d < token && Lemmas[d] == "to" && (Tokens[d].Upos == Upos.PART || RelationOf(d) == Relation.Mark && !IsGerund(token)))
                return d;
        return -1;
    }

    public bool IsFinite(int token) =>
        Tree.Dependent(token, Relation.Nsubj) >= 0 || Tree.Dependent(token, Relation.Cop) >= 0 && InfinitiveMark(token) < 0
        || Tree.Dependent(token, Relation.Expl) >= 0 || Tree.Dependent(token, Relation.Csubj) >= 0;

    public bool IsGerund(int token) => Tokens[token].Xpos == "VBG" || Tokens[token].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && IsVerb(token);

    /// <summary>True for a passive, and for a participle that opens a sentence and has been taken for a past tense. “Remains committed” says what somebody is.</summary>
    public bool IsPassive(int verb) => VerbGroup.IsPassive(Document, verb) && !(RelationOf(verb) == Relation.Xcomp && Tree.Dependent(verb, Relation.AuxPass) < 0) || OpensAsParticiple(verb);

    /// <summary>True where no auxiliary makes a passive of a participle, so that it may be a past tense that the parser has taken for one: “was treated well and confessed to …”.</summary>
    public bool MayBePast(int participle) => IsBareParticiple(participle) || RelationOf(participle) == Relation.Conj && Tree.Dependent(participle, Relation.AuxPass) < 0;

    /// <summary>“Asked whether he would go, …” at the head of a sentence, also after when, which taggers take for a past tense.</summary>
    private bool OpensAsParticiple(int verb)
    {
        var first = SentenceOf(verb).First;
        if (verb > first && Tokens[first].Form is "“" or "\"" or "''")
            first++;
        if (verb > first && Tokens[first].Xpos == "WRB")
            first++;
        if (verb != first || Tokens[verb].Xpos is not ("VBD" or "VBN") || OwnSubject(verb) >= 0)
            return false;
        // “Said one of them: …” has its subject behind it; a participle has a clause of its own to lean on.
        for (var t = verb + 1; t < SentenceOf(verb).End; t++)
            if (Tokens[t].Form == ",")
                return true;
        return false;
    }

    /// <summary>“Taipei, its spokesman said, considers …”: the noun that opens the clause of a finite verb without a subject, taken for an address; −1 when there is none.</summary>
    private int SetOff(int verb)
    {
        foreach (var d in Tree.Of(verb))
            if (d < verb && RelationOf(d) is Relation.Vocative or Relation.Dislocated && Tokens[d].Upos is Upos.PROPN or Upos.NOUN && Tokens[Right(d)].Form == "," && (Left(d) == SentenceOf(verb).First || Tokens[Left(d) - 1].Upos == Upos.PUNCT))
                return d;
        return -1;
    }

    /// <summary>“An adviser to the premier, Kofi Mba, told the radio that …”: the noun right before a finite verb without a subject, taken for a clause; −1 when there is none.</summary>
    public int NounClause(int verb)
    {
        if (Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" && OwnSubject(verb) < 0)
            foreach (var d in Tree.Of(verb))
                if (d < verb && RelationOf(d) is Relation.Ccomp or Relation.Parataxis && Tokens[d].Upos is Upos.NOUN or Upos.PROPN && Right(d) + 1 == Group(verb).First && !IsFinite(d) && !IsTime(d))
                    return d;
        return -1;
    }

    /// <summary>
    /// “He vetoed the bill that lets them sue, saying that …”: the subject of the main clause, for a participle behind a comma or dash that the tree has hung on a
    /// restrictive relative clause or on nothing that has a subject; −1 elsewhere.
    /// </summary>
    public int GoesOnBehind(int verb)
    {
        if (Tokens[verb].Xpos != "VBG" || RelationOf(verb) is not (Relation.Advcl or Relation.Conj or Relation.Acl) || OwnSubject(verb) >= 0)
            return -1;
        var left = Left(verb);
        var sentence = SentenceOf(verb);
        if (left <= sentence.First || !(Tokens[left].Form is "," or "-" or "–" or "—" or "--" || Tokens[left - 1].Form is "," or "-" or "–" or "—" or "--"))
            return -1;
        var above = Tokens[verb].Head;
        if (above < sentence.First || above > verb)
            return -1;
        var relative = Tokens[above].Relation == Relation.AclRelcl && Tokens[Math.Max(Left(above) - 1, 0)].Form != "," && Tokens[Left(above)].Form != ",";
        var stray = RelationOf(above) == Relation.Acl && Subject(verb) < 0;
        if (!relative && !stray)
            return -1;
        for (above = Tokens[above].Head; above >= sentence.First; above = Tokens[above].Head)
            if ((IsVerb(above) || Tree.Dependent(above, Relation.Cop) >= 0) && OwnSubject(above) is >= 0 and var subject && subject < verb)
                return CannotSpeak(subject) || IsRelativePronoun(subject) ? -1 : subject;
        return -1;
    }

    /// <summary>“Prince mocks rival”: the noun right before a finite verb that the tree has hung on it as something else; −1 when there is none.</summary>
    public int LooseSubject(int verb)
    {
        if (Tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return -1;
        var first = Group(verb).First;
        foreach (var d in Tree.Of(verb))
            if (d < first && Right(d) + 1 == first && Tokens[d].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && !IsTime(d) && Tree.Dependent(d, Relation.Case) < 0
                && RelationOf(d) is Relation.Vocative or Relation.Nmod or Relation.Obl or Relation.Compound or Relation.Dep or Relation.Dislocated or Relation.Amod or Relation.Obj)
                return d;
        // “which the envoy says ended the war”: the tree has given the noun to the verb behind.
        var sentence = SentenceOf(verb);
        var head = first - 1;
        if (head < sentence.First || Tokens[head].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) || IsTime(head) || RelationOf(head) is Relation.Obj or Relation.Iobj)
            return -1;
        for (var above = Tokens[head].Head; above >= sentence.First && above < first && IsNominal(above) && Right(above) < first; above = Tokens[above].Head)
            head = above;
        return Tree.Dependent(head, Relation.Case) >= 0 ? -1 : head;
    }

    /// <summary>“the deal rejected by Iran”, “asked about the deal, he …”.</summary>
    public bool IsBareParticiple(int verb) =>
        RelationOf(verb) is Relation.Acl or Relation.Advcl && Tokens[verb].Relation != Relation.AclRelcl && Tokens[verb].Xpos == "VBN"
        && Tree.Dependent(verb, Relation.Aux) < 0 && OwnSubject(verb) < 0;

    public bool IsRelativePronoun(int token) => Tokens[token].Xpos is "WDT" or "WP" or "WP$" || Tokens[token].Upos == Upos.PRON && Lemmas[token] == "that" && Tokens[token].Xpos != "DT";

    /// <summary>“Ill.”, “N.Y.”: an abbreviation that may end a sentence as well.</summary>
    public bool EndsInStop(int token) => Tokens[token].Form is { Length: > 1 } form && form[^1] == '.' && char.IsUpper(form[0]);

    /// <summary>True where no line ends between two tokens.</summary>
    public bool SameBlock(int a, int b) => !Document.Text.AsSpan(Tokens[a].Span.End, Math.Max(0, Tokens[b].Span.Start - Tokens[a].Span.End)).ContainsAny('\n', '\r');

    /// <summary>The rule by which a word, taken for a verb, leads to a quotation; null when it leads to none.</summary>
    public CueRule? QuoteRule(int word)
    {
        foreach (var cue in Rules.Verbs(Lemmas[word]))
            if (cue.Rule.TakesQuote && IsFollowedBy(word, cue.Further) && (!cue.Rule.NeedsDocument || OwnSubject(word) is >= 0 and var subject && Rules.Documents.Contains(Lemmas[subject])))
                return cue.Rule;
        return null;
    }

    // “Points out”.
    private bool IsFollowedBy(int word, string[] further)
    {
        for (var i = 0; i < further.Length; i++)
            if (word + i + 1 >= Tokens.Length || Lemmas[word + i + 1] != further[i])
                return false;
        return true;
    }

    /// <summary>True for a noun that says when.</summary>
    public bool IsTime(int token)
    {
        if (!Rules.NeverContent.Contains(Lemmas[token]))
            return _times.Contains(token);
        // “a night of shelling” is more than a time.
        foreach (var d in Tree.Of(token))
            if (d > token && RelationOf(d) is Relation.Nmod or Relation.Acl)
                return false;
        return true;
    }

    /// <summary>True for the empty <em>it</em> and for words that never speak.</summary>
    public bool CannotSpeak(int token) => RelationOf(token) == Relation.Expl || Rules.NeverSource.Contains(Lemmas[token]) && !IsRelativePronoun(token) && !IsThose(token);

    // “Those who met him say so”: some people, whatever the dictionary form.
    private bool IsThose(int token) => HasForm(token, "those");

    /// <summary>
    /// “the group that claimed”, “a survey which shows”, but not “a rule that allows”: after that and which the noun before must be a known actor,
    /// a name, or a document; who is always somebody.
    /// </summary>
    public bool MayRelateToSpeaker(int pronoun)
    {
        if (Tokens[pronoun].Xpos is "WP" or "WP$" || Tokens[pronoun].Head is not (>= 0 and var verb) || Tokens[verb].Relation != Relation.AclRelcl || Tokens[verb].Head is not (>= 0 and var noun))
            return true;
        return Tokens[noun].Upos == Upos.PROPN || Document.MentionAt(noun) is not null || Rules.Documents.Contains(Lemmas[noun]);
    }

    /// <summary>“a film that said …”: the pronoun stands for a document.</summary>
    public bool RelatesToDocument(int pronoun) =>
        IsRelativePronoun(pronoun) && Tokens[pronoun].Head is >= 0 and var verb && Tokens[verb].Relation == Relation.AclRelcl && Tokens[verb].Head is >= 0 and var noun && Rules.Documents.Contains(Lemmas[noun]);

    public bool StartsWithQuestionWord(int token) => Tokens[Left(token)].Xpos is "WP" or "WRB" or "WDT" or "WP$";

    /// <summary>The subject of a verb or predicate, also of one that shares it with its governor; −1 when it has none.</summary>
    public int Subject(int verb)
    {
        var here = verb;
        for (var step = 0; step < 12 && here >= 0; step++)
        {
            var own = OwnSubject(here);
            if (own < 0 && Tokens[here].Xpos is "VBD" or "VBZ" or "VBP")
                own = SetOff(here);
            if (own >= 0)
                return own;

            var head = Tokens[here].Head;
            if (head < 0)
                return -1;
            if (Quoted(here) is >= 0 and var quoted)
                return quoted;
            switch (RelationOf(here))
            {
                case Relation.Conj:
                case Relation.Cop:
                case Relation.Aux:
                    here = head;
                    break;
                case Relation.Xcomp:
                    // “asked him to say”: the object speaks.
                    var person = Tree.Dependent(head, Relation.Obj) is >= 0 and var whom ? whom : Tree.Dependent(head, Relation.Iobj);
                    if (person >= 0 && person < here && IsNominal(person) && !IsTime(person) && here != head)
                        return person;
                    here = head;
                    break;
                case Relation.Advcl:
                    if (IsFinite(here))
                        return -1;
                    // “accused Chile of threatening them”, “thanked the envoy for offering it”: the object right before does it.
                    if (IsGerund(here) && (HasMark(here, "of") || HasMark(here, "for")) && Tree.Dependent(head, Relation.Obj) is >= 0 and var accused && IsNominal(accused) && Right(accused) + 1 == Left(here))
                        return accused;
                    // “led the chairman to declare”: the object right before an infinitive, where it is somebody.
                    if (InfinitiveMark(here) is >= 0 and var to && Tree.Dependent(head, Relation.Obj) is >= 0 and var led && Right(led) + 1 == to && Document.MentionAt(led) is { Kind: not MentionKind.Adjective })
                        return led;
                    here = head;
                    break;
                case Relation.Parataxis:
                case Relation.Ccomp:
                    if (!IsGerund(here))
                        return SplitSubject(here);
                    here = head;
                    break;
                case Relation.Acl:
                    if (Tokens[here].Relation == Relation.AclRelcl && !IsGerund(here))
                        return -1;
                    // “a month after announcing”, “in a speech, accusing”: the noun does not speak; its owner or the clause's subject does.
                    if (!IsLed(here) && (RelationOf(head) is Relation.Nsubj or Relation.Root or Relation.Appos || Tokens[Left(here)].Form != "," && Tokens[Math.Max(0, Left(here) - 1)].Form != ","))
                        return head;
                    if (Owner(head) is >= 0 and var owner)
                        return owner;
                    here = head;
                    while (here >= 0 && !IsVerb(here))
                        here = Tokens[here].Head;
                    break;
                default:
                    // A gerund after a preposition (“by saying that”) is the act of whoever does the rest.
                    if (!IsGerund(here) || IsNominal(here) && Tokens[here].Upos != Upos.NOUN)
                        return -1;
                    here = head;
                    break;
            }
        }
        return -1;
    }

    /// <summary>“quoted the minister as saying”, “he was quoted by the agency as saying”: whoever is quoted; −1 when no “as” leads to the gerund.</summary>
    public int Quoted(int gerund)
    {
        if (!IsGerund(gerund) || Leader(gerund, As) < 0 || Tokens[gerund].Head is not (>= 0 and var verb) || verb > gerund)
            return -1;
        if (!IsVerb(verb) && RelationOf(gerund) != Relation.Acl)
            return -1;
        while (verb >= 0 && !IsVerb(verb))
        {
            if (RelationOf(verb) == Relation.Obj)
                return verb;
            verb = Tokens[verb].Head;
        }
        if (verb < 0)
            return -1;
        if (IsPassive(verb))
            return OwnSubject(verb) is >= 0 and var subject ? subject : IsBareParticiple(verb) ? Tokens[verb].Head : -1;
        return Tree.Dependent(verb, Relation.Obj) is >= 0 and var person && person < gerund ? person : -1;
    }

    private static readonly string[] As = ["as"];

    // “its readiness to talk”, “the readiness of the rebels to talk”
    private int Owner(int noun)
    {
        if (Tree.Dependent(noun, Relation.NmodPoss) is >= 0 and var possessive)
            return possessive;
        foreach (var d in Tree.Of(noun))
            if (RelationOf(d) == Relation.Nmod && IsNominal(d) && Leader(d, Owners) >= 0)
                return d;
        return -1;
    }

    private static readonly string[] Owners = ["of", "by"];

    /// <summary>True for an infinitive and for a gerund after a preposition.</summary>
    private bool IsLed(int verb)
    {
        foreach (var d in Tree.Of(verb))
            if (d < verb && RelationOf(d) is Relation.Mark or Relation.Case)
                return true;
        return false;
    }

    /// <summary>
    /// “Taipei, its spokesman said, considers …”: the noun before the words that ascribe is the subject of what is ascribed, though the tree has hung it on them;
    /// −1 when the verb stands in no such clause.
    /// </summary>
    public int SplitSubject(int verb)
    {
        var cue = Tokens[verb].Head;
        if (cue < 0 || cue > verb || RelationOf(verb) is not (Relation.Ccomp or Relation.Parataxis) || IsGerund(verb) || InfinitiveMark(verb) >= 0
            || OwnSubject(cue) is not (>= 0 and var speaker) || speaker > cue || !Tree.IsBehindComma(verb) || !Tree.IsBehindComma(speaker))
            return -1;
        foreach (var d in Tree.Of(cue))
            if (d < speaker && RelationOf(d) is Relation.Nsubj or Relation.Vocative or Relation.Dislocated or Relation.Dep && IsNominal(d) && !IsTime(d) && Right(d) < Left(speaker))
                return d;
        return -1;
    }

    /// <summary>The subject that hangs on the verb itself: the nearest one before it, else the first after it.</summary>
    public int OwnSubject(int verb)
    {
        var found = -1;
        foreach (var d in Tree.Of(verb))
            if (RelationOf(d) == Relation.Nsubj && (d < verb || found < 0) && !(found >= 0 && Tokens[d].Upos == Upos.DET && Lemmas[d] is "each" or "both" or "all"))
                found = d;
        return found;
    }

    /// <summary>The phrase that “by”, or “among”, leads to in a passive; −1 when nobody is named.</summary>
    public int Agent(int verb)
    {
        foreach (var d in Tree.Of(verb))
            if (Tokens[d].Relation == Relation.OblAgent)
                return d;
        foreach (var d in Tree.Of(verb))
            if (RelationOf(d) is Relation.Obl or Relation.Nmod && IsNominal(d))
                foreach (var c in Tree.Of(d))
                    if (RelationOf(c) == Relation.Case && Rules.Agents.Contains(Lemmas[c]))
                        return d;
        return -1;
    }

    /// <summary>“is suspected in the Caribbean Community of …”: a state or organization behind a preposition of place holds the belief; −1 when there is none.</summary>
    public int AgentIn(int verb)
    {
        foreach (var d in Tree.Of(verb))
            if (RelationOf(d) == Relation.Obl && Document.MentionAt(d) is { Actor: { Id: not null, Kind: ActorKind.State or ActorKind.Organization or ActorKind.Region } })
                foreach (var c in Tree.Of(d))
                    if (RelationOf(c) == Relation.Case && Rules.AgentsIn.Contains(Lemmas[c]))
                        return d;
        return -1;
    }

    /// <summary>
    /// The words that name a source: with articles, titles, coordination, apposition and an identifying relative clause; without what is merely added
    /// after a comma, and without the preposition before it.
    /// </summary>
    public Stretch Name(int head)
    {
        var first = head;
        var end = head + 1;
        foreach (var d in Tree.Of(head))
        {
            if (d < head)
            {
                if (Tokens[d].Relation == Relation.Cc || RelationOf(d) is Relation.Case or Relation.Punct or Relation.Mark or Relation.Parataxis or Relation.Advcl or Relation.Cop or Relation.Nsubj or Relation.Aux)
                    continue;
                if (Left(d) < first)
                    first = Left(d);
                continue;
            }
            if (IsAddition(d, head))
                break;
            if (RelationOf(d) is Relation.Punct or Relation.Cc)
                continue;
            end = Math.Max(end, Right(d) + 1);
        }
        // “[the president]'s”: the possessive mark belongs to the phrase.
        foreach (var d in Tree.Of(head))
            if (d == end && Tokens[d].Continues && RelationOf(d) == Relation.Case)
                end = d + 1;
        return Trim(new(first, end));
    }

    /// <summary>The words of a verb's subject: of a title and a name that both hang on the verb, all.</summary>
    public Stretch SubjectName(int subject)
    {
        var name = Name(subject);
        var verb = Tokens[subject].Head;
        if (verb < 0 || RelationOf(subject) != Relation.Nsubj && Tokens[subject].Relation != Relation.OblAgent)
            return name;
        // “by the agency Reuters”, the name hung on the verb beside its title.
        foreach (var d in Tree.Of(verb))
            if (Tokens[d].Relation == Relation.OblAgent && d > subject && Left(d) == name.End && Tokens[d].Upos == Upos.PROPN)
                name = new(name.First, Right(d) + 1);
        for (var joined = true; joined;)
        {
            joined = false;
            foreach (var d in Tree.Of(verb))
                if (RelationOf(d) == Relation.Nsubj && d < name.First && Tokens[d].Upos is Upos.PROPN or Upos.NOUN && Right(d) + 1 == name.First && Tokens[subject].Upos == Upos.PROPN)
                {
                    name = new(Name(d).First, name.End);
                    joined = true;
                }
        }
        return name;
    }

    /// <summary>True for what is added to a noun and does not tell who it is.</summary>
    private bool IsAddition(int d, int head)
    {
        var afterComma = Left(d) > head && (Tokens[Left(d)].Form is "," or "(" or "–" or "—" or "-" || Left(d) > head + 1 && Tokens[Left(d) - 1].Form is "," or "–" or "—");
        return RelationOf(d) switch
        {
            Relation.Acl => afterComma,
            Relation.Conj => IsVerb(d) && IsFinite(d),
            Relation.Parataxis => Tokens[Left(d)].Form != "(",
            Relation.Advcl or Relation.Ccomp or Relation.Dep or Relation.Nsubj or Relation.Cop or Relation.Aux or Relation.List or Relation.Xcomp => true,
            Relation.Nmod => afterComma && IsNominal(d) && Tree.Dependent(d, Relation.Case) >= 0,
            _ => false,
        };
    }

    /// <summary>Without commas, dashes and stops at the edges.</summary>
    public Stretch Trim(Stretch stretch)
    {
        var (first, end) = stretch;
        while (first < end && (Tokens[first].Form is "," or ";" or ":" or "." or "–" or "—" or "-" or "--" or "…"))
            first++;
        while (end > first && Tokens[end - 1].Form is "," or ";" or ":" or "." or "–" or "—" or "-" or "--")
            end--;
        return new(first, end);
    }

    /// <summary>True when a word that turns the cue into its opposite belongs to it.</summary>
    public bool IsNegated(int cue)
    {
        foreach (var d in Tree.Of(cue))
            if (RelationOf(d) is Relation.Advmod or Relation.Det or Relation.Aux or Relation.Cc or Relation.CcPreconj && Rules.Negators.Contains(Lemmas[d]) && Math.Abs(d - cue) < 8)
                return true;
        // “did not back or condemn it”: a second bare verb has the auxiliary and the “not” of the first.
        return RelationOf(cue) == Relation.Conj && Tokens[cue] is { Xpos: "VB", Head: >= 0 and var first } && Tokens[first].Xpos == "VB" && Tree.Dependent(cue, Relation.Aux) < 0 && Tree.Dependent(cue, Relation.Nsubj) < 0
            && Tree.Dependent(cue, Relation.Cc) is >= 0 and var or && Lemmas[or] == "or" && Tree.Dependent(first, Relation.Aux) >= 0 && IsNegated(first);
    }

    /// <summary>The cue with the auxiliaries, negations and adverbs around it, as far as they stand side by side.</summary>
    public Stretch Group(int cue)
    {
        var first = cue;
        while (first > 0 && Tokens[first - 1].Head == cue && RelationOf(first - 1) is Relation.Aux or Relation.Advmod or Relation.Cop)
            first--;
        // “, however, said”: a comma ends the group; an adverb may not open it after a break in the text.
        var end = cue + 1;
        while (end < Tokens.Length && Tokens[end].Head == cue && (RelationOf(end) is Relation.Compound || RelationOf(end) == Relation.Advmod && Left(end) == end && Right(end) == end && Tokens[end].Upos is Upos.ADV or Upos.PART or Upos.ADP && Tokens[end].Xpos != "WRB"))
            end++;
        return new(first, end);
    }
}
