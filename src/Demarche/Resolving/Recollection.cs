using Demarche.Attributing;
using Demarche.Parsing;
using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>
/// Whom the story has spoken of lately, and so whom a pronoun or “the country” can mean. The subjects over the word come first, from the innermost clause
/// outwards; then the sentence before it, its subjects first; never farther back than three sentences.
/// </summary>
internal sealed class Recollection(Document document)
{
    private readonly Token[] _tokens = document.Tokens;
    private readonly List<Memory> _memories = [];

    /// <summary>Whose name stands at a token of the running sentence, found on demand so that one may look ahead.</summary>
    public required Func<int, Entity?> EntityAt { get; init; }

    /// <summary>Those who stand together at a token: “Washington and the EU”; null when it is one alone.</summary>
    public required Func<int, Entity?> GroupAt { get; init; }

    /// <summary>True for the head of a description of somebody who speaks for another: “a spokesman for the emir”.</summary>
    public required Func<int, bool> SpeaksForAnother { get; init; }

    /// <summary>True for a verb that is done to others: “criticized his plan” tells of another's plan.</summary>
    public required Func<int, bool> AimsAtAnother { get; init; }

    /// <summary>True for a noun of which one has one's own, whatever one does to it: “his party”, “her brother”.</summary>
    public required Func<int, bool> IsOwn { get; init; }

    /// <summary>True for the name of a people: “Germans”, not “the United States”.</summary>
    public required Func<int, bool> IsPeople { get; init; }

    /// <summary>True for a verb by which one turns away what is said of oneself: “denied the claim that it …”.</summary>
    public required Func<int, bool> TurnsAway { get; init; }

    /// <summary>True for a noun for why something was done: “on account of”, “in retaliation for”.</summary>
    public required Func<int, bool> IsReason { get; init; }

    /// <summary>True for an adjective for what only somebody is: “it is ready to”.</summary>
    public required Func<int, bool> IsMinded { get; init; }

    private readonly QuotedSpeech _quoted = new(document);

    public void Remember(Entity entity, int head, int sentence, MentionKind kind)
    {
        var rank = kind == MentionKind.Adjective ? Rank.Modifier : RankOf(head);
        _memories.Add(new(entity, head, sentence, rank, kind));
    }

    /// <summary>Whom a pronoun means, and by what; null when nobody fits or it may as well mean a thing.</summary>
    public (Entity Entity, string Why)? Antecedent(Anaphor anaphor, int pronoun, int sentence, int sentenceStart)
    {
        if (IsEmpty(pronoun))
            return null;

        if (anaphor.Reflexive)
            return OwnSubject(pronoun) is { } self && Fits(anaphor, self, -1) ? (self, "the subject of its clause") : null;

        var things = !anaphor.Plural && !anaphor.Kinds.Contains(ActorKind.Person);
        // What stands behind a semicolon is another sentence, but for its stop.
        var part = pronoun;
        while (part > sentenceStart && _tokens[part - 1].Form != ";")
            part--;
        Memory? beside = null;
        // “Asked him”: not the one who asks.
        var excluded = anaphor.Possessive ? null : IsSubject(pronoun) ? RelativeHead(pronoun) : OwnSubject(pronoun);

        // “He is a danger,” said the envoy: not the envoy.
        var speaker = anaphor.Plural || things ? null : SpeakerAround(pronoun);
        var aimed = anaphor.Possessive && !things && !IsOfOwn(pronoun) && AimsAtAnother(_tokens[_tokens[pronoun].Head].Head);
        // “Brandt's record and his plan”, “chided the banks for their secrecy”: the owner before it, and whom the words are aimed at.
        if (anaphor.Possessive && (OwnerBeside(anaphor, pronoun) ?? ReproachedFor(anaphor, pronoun)) is { } whose)
            return whose;
        if (!anaphor.Possessive && Addressee(anaphor, pronoun) is { } addressee)
            return addressee;
        var at = pronoun;
        Entity? collective = null;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            var (subject, clause) = SubjectOver(at);
            if (clause < 0)
                break;
            // “The agreement and what was done under it”: a thing, most often.
            if (things && !anaphor.Possessive && _tokens[pronoun].Relation.Universal() is Relation.Obl or Relation.Nmod && CrossesNoun(at, clause))
                return null;
            if (things && clause < part)
                break;
            // “doubted Rome's claim that it had won”: whose claim it is.
            if (!anaphor.Plural && clause < pronoun && OwnerOfContent(at, clause) is >= 0 and var claimant && EntityAt(claimant) is { } owner && Fits(anaphor, owner, claimant) && !Same(owner, excluded) && !TurnsAway(clause))
                return (owner, "whose words these are");
            var besides = clause < part || _tokens[at].Relation.Universal() is Relation.Conj or Relation.Parataxis;
            var below = at;
            at = clause;
            // “criticized the guards and their captain, accusing them …”, “urged the rebels to lay down their arms”.
            if (anaphor.Plural && clause < pronoun && document.Tree.Dependent(clause, Relation.Obj) is >= 0 and var done && done < pronoun && !_quoted.IsWithin(pronoun, done) && IsWithoutSubject(below, clause)
                && (GroupAt(done) ?? EntityAt(done)) is { } several && Fits(anaphor, several, done) && !Same(several, excluded))
                return (several, $"to whom “{_tokens[clause].Form}” is done");
            if (subject >= 0 && Relative(subject, clause) is >= 0 and var noun && EntityAt(noun) is { } who && Fits(anaphor, who, noun) && !Same(who, excluded) && !Same(who, speaker) && !things && !aimed)
                return (who, $"the subject of “{_tokens[clause].Form}”");
            if (subject < 0 || subject == pronoun || _quoted.IsWithin(pronoun, subject))
                continue;

            var entity = anaphor.Plural ? GroupAt(subject) ?? EntityAt(subject) : EntityAt(subject);
            var ahead = subject > pronoun;
            // “The bank says they are looking at it”: one body as several, where nobody else fits.
            if (anaphor.Plural && !ahead && entity is { Kind: ActorKind.Organization, Plural: false })
                collective ??= entity;
            // “The union's chairman said they would strike”: those for whom he speaks.
            if (anaphor.Plural && !ahead && entity is { Kind: ActorKind.Person, Plural: false } && IsSubject(pronoun))
                collective ??= BodyOf(subject, pronoun);
            if (!ahead && SpeaksForAnother(subject) && Principal(anaphor, subject, pronoun) is { } principal && !Same(principal, excluded) && !Same(principal, speaker))
                return (principal, $"whose word “{_tokens[clause].Form}” gives");
            if (entity is not null && Fits(anaphor, entity, subject) && !Same(entity, excluded) && !Same(entity, speaker) && !_quoted.IsToldOf(subject, pronoun))
            {
                // “endorsed her and criticized his plan”: another's plan.
                if (aimed && !ahead)
                {
                    (aimed, excluded) = (false, entity);
                    continue;
                }
                if (!ahead || IsFronted(pronoun, clause, sentenceStart))
                    return ((besides ? Surer(anaphor, entity, pronoun, sentence) : null) ?? entity, $"the subject of “{_tokens[clause].Form}”");
            }
            // “His choice of an envoy shows that he …”: whose choice it is.
            if (entity is null && !ahead && IsSubject(pronoun) && !anaphor.Plural && !things && OwnerOf(subject) is { Anonymous: false } chooser && Fits(anaphor, chooser, -1) && !Same(chooser, excluded) && !Same(chooser, speaker))
                return (chooser, $"whose “{_tokens[subject].Form}” it is");
            // “He was told by Lima that its army …”: whoever stands behind “by” acts, the subject does not.
            if (!ahead && clause < pronoun && document.Tree.Dependent(clause, Relation.AuxPass) >= 0 && AgentOf(clause) is { } agent && Fits(anaphor, agent, -1) && !Same(agent, excluded))
                return (agent, $"who acts in “{_tokens[clause].Form}”");
            // “The plan failed because it …”: the thing is what “it” means.
            else if (things && entity is null && !ahead && !IsEmptySubject(subject))
                return null;
        }

        // “Denied it”: a thing said or done, most often.
        if (things && !anaphor.Possessive && !IsSubject(pronoun))
            return null;

        Memory? best = null;
        Entity? passing = null;
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories); i--)
        {
            var memory = _memories[i];
            if (sentence - memory.Sentence > MaxSentences || (best is { } found && memory.Sentence < found.Sentence))
                break;
            if (things && (memory.Sentence < sentence || memory.Head < part) && (best ??= beside) is { } inPart && inPart.Sentence == sentence && inPart.Head >= part)
                break;
            if (memory.Sentence == sentence && (memory.Head >= pronoun || IsLocal(memory.Head, pronoun) || IsFrontedBefore(memory.Head, pronoun) || _quoted.IsToldOf(memory.Head, pronoun) || IsCited(memory.Head, pronoun)) || !Fits(anaphor, memory.Entity, memory.Head) || Same(memory.Entity, excluded) || Same(memory.Entity, speaker))
                continue;
            // “I shall beat the general,” said the senator. He …: who is named in what somebody says gives way to those of whom the story itself tells.
            if (!things && !anaphor.Plural && _quoted.IsOnlySpokenOf(memory.Head, pronoun))
            {
                passing ??= memory.Entity;
                continue;
            }
            // “… had left for Lithuania, its foreign minister said”: what a name beside the verb brings in, where no subject fits.
            if (things && anaphor.Possessive && memory is { Rank: Rank.Other, Kind: MentionKind.Name } && memory.Sentence == sentence && memory.Head >= part)
                beside ??= memory;
            // What an adjective or possessor brings in is seldom taken up again.
            if (memory.Rank == Rank.Modifier && (things || memory.Kind == MentionKind.Adjective))
                continue;
            // “It” and “they” take up what the sentence before is about, or nothing that is sure.
            if (things && anaphor.Possessive && memory.Sentence == sentence && memory.Rank == Rank.Object)
            {
                best ??= memory;
                continue;
            }
            if ((things || anaphor.Plural) && (memory.Rank != Rank.Subject || sentence - memory.Sentence > 1 || (memory.Sentence < sentence && !IsMainSubject(memory.Head))))
                continue;
            // “Gloria saw a specialist. Her …”: who is only mentioned by the way gives way to somebody whom the pronoun fits for sure.
            if (memory.Entity is { Anonymous: true, Gender: Gender.Unknown } && memory.Rank != Rank.Subject)
            {
                passing ??= memory.Entity;
                continue;
            }
            // “The council demanded that Oslo halt. It …”: the council, rather than who acts inside what it said.
            if (best is null || memory.Rank > best.Value.Rank || memory.Rank == best.Value.Rank && memory.Sentence < sentence && IsAside(best.Value.Head) && !IsAside(memory.Head))
                best = memory;
        }
        best ??= beside;
        // “Britain and France deplored the step. They urged …”
        if (best is null && anaphor.Plural && ActedTogether(sentence - 1) is { } actors && !Same(actors, excluded))
            return (actors, "who act together in the sentence before");
        if (best is not { } remembered)
            return passing is not null ? (passing, "the last who fits") : collective is not null ? (collective, "the subject over it, as one body") : null;
        var group = anaphor.Plural && remembered.Sentence == sentence ? GroupAt(remembered.Head) : null;
        return (group ?? remembered.Entity, remembered.Rank == Rank.Subject ? "the subject before it" : "the last who fits");
    }

    /// <summary>Those who are joined as the subject of a sentence; null where nobody is.</summary>
    private Entity? ActedTogether(int sentence)
    {
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories) && _memories[i].Sentence >= sentence; i--)
            if (_memories[i] is { Rank: Rank.Subject, Head: var head } memory && memory.Sentence == sentence && _tokens[head].Relation != Relation.Conj && IsMainSubject(head) && GroupAt(head) is { } group)
                return group;
        return null;
    }

    /// <summary>“Brandt's record and his plan”, “Rome's raids on Chad, including its shelling of Faya”: who owns the first of two nouns owns the second; null elsewhere.</summary>
    private (Entity Entity, string Why)? OwnerBeside(Anaphor anaphor, int pronoun)
    {
        if (_tokens[pronoun].Head is not (>= 0 and var noun) || _tokens[noun].Head is not (>= 0 and var first) || first > pronoun)
            return null;
        if (_tokens[noun].Relation != Relation.Conj)
        {
            if (_tokens[noun].Relation.Universal() is not (Relation.Nmod or Relation.Obl) || document.Tree.Dependent(noun, Relation.Case) is not (>= 0 and var including) || _tokens[including].Form != "including")
                return null;
            // The parser may hang the part on the verb, or on what stands nearest: “raids on Chad”.
            if (_tokens[first].Upos == Upos.VERB && document.Tree.Dependent(first, Relation.Obj) is >= 0 and var done && done < noun)
                first = done;
            while (document.Tree.Dependent(first, Relation.NmodPoss) < 0 && _tokens[first] is { Upos: Upos.NOUN or Upos.PROPN, Head: >= 0 and var whole } && whole < first)
                first = whole;
        }
        return _tokens[first].Upos == Upos.NOUN && document.Tree.Dependent(first, Relation.NmodPoss) is >= 0 and var owner && _tokens[owner].Upos == Upos.PROPN && EntityAt(owner) is { } entity && Fits(anaphor, entity, owner)
            ? (entity, $"who owns “{_tokens[first].Form}” too")
            : null;
    }

    /// <summary>“sent a letter to the board urging it to resign”, “appealed to the rebels, asking them to leave”: to whom the words went; null elsewhere.</summary>
    private (Entity Entity, string Why)? Addressee(Anaphor anaphor, int pronoun)
    {
        if (_tokens[pronoun] is not { Relation: Relation.Obj or Relation.Iobj, Head: >= 0 and var telling } || _tokens[telling] is not { Xpos: "VBG", Relation: Relation.Advcl or Relation.Acl, Head: >= 0 and var over } || over > telling || document.Tree.Dependent(telling, Relation.Mark) >= 0
            || document.Tree.Dependent(telling, Relation.Xcomp) < 0)
            return null;
        // The parser hangs whom it went to on the verb or on the paper.
        var paper = _tokens[over].Upos == Upos.VERB ? document.Tree.Dependent(over, Relation.Obj) : over;
        foreach (var from in (ReadOnlySpan<int>)[over, paper])
            if (from >= 0)
                foreach (var d in document.Tree.Of(from))
                    if (d < telling && _tokens[d].Relation is Relation.Obl or Relation.Nmod && document.Tree.Dependent(d, Relation.Case) is >= 0 and var to && _tokens[to].Form == "to" && (anaphor.Plural ? GroupAt(d) ?? EntityAt(d) : EntityAt(d)) is { } entity && Fits(anaphor, entity, d))
                        return (entity, $"to whom “{_tokens[over].Form}” goes");
        return null;
    }

    /// <summary>“chided the banks for their secrecy”: whom the words are aimed at has what they are chided for; null elsewhere.</summary>
    private (Entity Entity, string Why)? ReproachedFor(Anaphor anaphor, int pronoun)
    {
        if (_tokens[pronoun].Head is not (>= 0 and var noun))
            return null;
        // “cut off aid to Ankara on account of its invasion”
        var whole = _tokens[noun] is { Relation: Relation.Nmod, Head: >= 0 and var account } && IsReason(account) ? account : noun;
        if (_tokens[whole] is not { Relation: Relation.Obl, Head: >= 0 and var verb } || verb > pronoun
            || document.Tree.Dependent(whole, Relation.Case) is not (>= 0 and var preposition) || whole == noun && _tokens[preposition].Lemma is not ("for" or "over" or "because") || document.Tree.Dependent(verb, Relation.Obj) is not (>= 0 and var other) || other > pronoun)
            return null;
        // “broke off relations with Israel over its raids”, “imposed sanctions on Belarus for its raids”
        if (!AimsAtAnother(verb) || EntityAt(other) is null)
        {
            var side = -1;
            foreach (var from in (ReadOnlySpan<int>)[other, verb])
                foreach (var d in document.Tree.Of(from))
                    if (d > other && d < pronoun && _tokens[d].Upos == Upos.PROPN && document.Tree.Dependent(d, Relation.Case) is >= 0 and var against && _tokens[against].Lemma is "on" or "against" or "with" or "to")
                        side = d;
            if (side < 0)
                return null;
            other = side;
        }
        return (anaphor.Plural ? GroupAt(other) ?? EntityAt(other) : EntityAt(other)) is { } entity && Fits(anaphor, entity, other) ? (entity, $"at whom “{_tokens[verb].Form}” is aimed") : null;
    }

    /// <summary>Whom “the country”, “the bloc” means: the last of the kind that is not who acts in the same clause.</summary>
    public (Entity Entity, string Why)? Last(Anaphor anaphor, int noun, int sentence)
    {
        // Who is not the subject is somebody else than the subject.
        var acting = IsSubject(noun) ? [] : ActorsOver(noun);
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories); i--)
        {
            var memory = _memories[i];
            if (sentence - memory.Sentence > MaxSentences)
                break;
            if (memory.Head >= noun || !anaphor.Kinds.Contains(memory.Entity.Kind) || memory.Entity.Plural || memory.Kind == MentionKind.Pronoun
                || anaphor.Sectors.Count > 0 && !anaphor.Sectors.Contains(memory.Entity.Sector ?? "UNK") || anaphor.Ids.Count > 0 && !anaphor.Ids.Contains(memory.Entity.Id ?? ""))
                continue;
            // A part of a state (“the court”) can well act in its own country.
            if (acting.Any(actor => (actor.Is(memory.Entity) && !actor.Plural) || (actor.Kind is not ActorKind.Person && !actor.Plural && actor.Country is not null && actor.Country == memory.Entity.Id)))
                continue;
            return (memory.Entity, "the last of the kind that the story spoke of");
        }
        return null;
    }

    /// <summary>The last of a kind that a sentence since <paramref name="since"/> was about; who takes part in the same clause is left out.</summary>
    public Entity? LastSubject(ActorKind kind, int noun, int sentence, int since)
    {
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories); i--)
        {
            var memory = _memories[i];
            if (memory.Sentence < since)
                break;
            if (memory.Sentence < sentence && memory.Head < noun && memory.Rank == Rank.Subject && memory.Entity.Kind == kind && IsMainSubject(memory.Head))
                return memory.Entity;
        }
        return null;
    }

    /// <summary>The only two (three, four) of the kind in the nearest sentences before a word such as “both”.</summary>
    /// <param name="noun">The word.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="fits">Who may be one of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="sides">True for “both sides”: whom the story names only to say whose somebody is, is none.</param>
    public Entity? Pair(int noun, int sentence, Func<Entity, bool> fits, int count, bool sides = false)
    {
        // “Clinton pushed the two men together”: he is none of them, where two others are left.
        var acting = ActingOn(noun);
        var found = LastOnes(noun, sentence, fits, acting, count, sides);
        if (found.Count != count && acting is not null)
            found = LastOnes(noun, sentence, fits, null, count, sides);
        found.Reverse();
        // A man and a people are no two sides.
        return found.Count == count && found.TrueForAll(entity => (entity.Kind == ActorKind.Person) == (found[0].Kind == ActorKind.Person)) ? Together(found) : Coordinated(noun, sentence, fits, Rank.Subject, count) ?? Coordinated(noun, sentence, fits, Rank.Modifier, count);
    }

    /// <summary>Who does what is done to them: the subject over a word that is none itself.</summary>
    public Entity? ActingOn(int noun) => IsSubject(noun) ? null : OwnSubject(noun);

    private List<Entity> LastOnes(int noun, int sentence, Func<Entity, bool> fits, Entity? acting, int count, bool sides)
    {
        var found = new List<Entity>();
        var reached = sentence;
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories); i--)
        {
            var memory = _memories[i];
            if (sentence - memory.Sentence > MaxSentencesOfPairs)
                break;
            // Two in a sentence are the two; one waits for the sentence before.
            if (memory.Sentence < reached && found.Count >= count)
                break;
            reached = memory.Sentence;
            if (memory.Head >= noun || memory.Kind == MentionKind.Adjective || sides && memory.Rank == Rank.Modifier || memory.Entity.Anonymous || !fits(memory.Entity) || Same(memory.Entity, acting) || found.Any(entity => entity.Is(memory.Entity)))
                continue;
            found.Add(memory.Entity);
        }
        return found;
    }

    /// <summary>“Tehran and Muscat want talks. The president spoke with both.”: the last two (three, four) that were joined by “and”.</summary>
    private Entity? Coordinated(int noun, int sentence, Func<Entity, bool> fits, Rank least, int count)
    {
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories); i--)
        {
            var memory = _memories[i];
            if (sentence - memory.Sentence > MaxSentencesOfPairs)
                break;
            if (memory.Head < noun && memory.Rank >= least && GroupAt(memory.Head) is { } joined && joined.Parts.Count == count && joined.Parts.All(fits))
                return joined;
        }
        return null;
    }

    /// <summary>“The former” and “the latter” of the last two.</summary>
    public Entity? OfTwo(int word, int sentence, bool latter)
    {
        Entity? last = null;
        // “France recognised the latter”: not France.
        var acting = ActingOn(word);
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories); i--)
        {
            var memory = _memories[i];
            if (sentence - memory.Sentence > 1)
                break;
            if (memory.Head >= word || Same(memory.Entity, acting) || memory.Kind is MentionKind.Adjective or MentionKind.Pronoun || memory.Entity.Anonymous || (last is not null && last.Is(memory.Entity)))
                continue;
            if (memory.Entity.Parts is [var first, var second])
                return last is null ? latter ? second : first : memory.Entity;
            if (memory.Entity.Plural)
                continue;
            if (latter || last is not null)
                return memory.Entity;
            last = memory.Entity;
        }
        return null;
    }

    /// <summary>Several as one.</summary>
    public static Entity Together(IReadOnlyList<Entity> entities) => new(string.Join(" and ", entities.Select(entity => entity.Name)), ActorKind.Group)
    {
        Sector = entities.All(entity => entity.Sector == entities[0].Sector) ? entities[0].Sector : null,
        Members = [.. entities.Where(entity => entity.Id is not null).Select(entity => entity.Id!)],
        Parts = entities,
        Plural = true,
    };

    // “Hasina fled; the general spoke, and students stormed her palace”: she of whom it is known rather than somebody of whom it is not.
    private Entity? Surer(Anaphor anaphor, Entity entity, int pronoun, int sentence)
    {
        if (anaphor.Gender != Gender.Female || entity.Gender != Gender.Unknown)
            return null;
        for (var i = _memories.Count - 1; i >= Math.Max(0, _memories.Count - MaxMemories) && sentence - _memories[i].Sentence <= MaxSentences; i--)
            if (_memories[i] is { Head: var head, Entity: { Kind: ActorKind.Person, Gender: Gender.Female, Plural: false } woman } && head < pronoun)
                return woman;
        return null;
    }

    private bool Fits(Anaphor anaphor, Entity entity, int head)
    {
        // “The Americans … their”: a people is several, and so are a state's authorities.
        if (anaphor.Plural)
            return entity.Plural || entity.Kind is ActorKind.Group || head >= 0 && (entity.Kind == ActorKind.State && (_tokens[head].Xpos == "NNS" || _tokens[head].Xpos == "NNPS" && IsPeople(head)) || entity.Kind == ActorKind.Organization && IsSeveral(head));
        // “Troops … its”: a state's several are no “it”.
        if (head >= 0 && entity.Kind == ActorKind.State && _tokens[head].Xpos == "NNS")
            return false;
        // “Republicans”, “the Greens”: a party named as several is no “it”.
        if (head >= 0 && entity.Kind == ActorKind.Organization && IsSeveral(head) && !anaphor.Kinds.Contains(ActorKind.Person))
            return false;
        if (!anaphor.Kinds.Contains(entity.Kind) || (entity.Plural && entity.Kind != ActorKind.State && entity.Id is null))
            return false;
        return anaphor.Gender == Gender.Unknown || entity.Gender == Gender.Unknown || entity.Gender == anaphor.Gender;
    }

    private bool IsSeveral(int head) => _tokens[head].Xpos is "NNS" or "NNPS" && document.Tree.Dependent(head, Relation.Compound) < 0 && document.Tree.Dependent(head, Relation.Amod) < 0;

    private static bool Same(Entity entity, Entity? other) => other is not null && entity.Is(other);

    /// <summary>The nearest clause over a token and its subject (−1 when it has none of its own and takes none from above).</summary>
    private (int Subject, int Clause) SubjectOver(int token)
    {
        var at = token;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            var head = _tokens[at].Head;
            if (head < 0)
                return (-1, -1);
            at = head;
            var subject = document.Tree.Dependent(at, Relation.Nsubj);
            if (subject >= 0 || _tokens[at].Upos is Upos.VERB)
                return (subject, at);
        }
        return (-1, -1);
    }

    // “spoke to the king and, according to his secretary, warned him”: whose word it is stands aside.
    private bool IsCited(int candidate, int pronoun)
    {
        if (IsSubject(pronoun))
            return false;
        foreach (var d in document.Tree.Of(candidate))
            if (d < candidate && _tokens[d].Relation == Relation.Case && _tokens[d].Form.Equals("according", StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>“A spokesman for Merz said he would visit Kyiv”: the person for whom one speaks, of whom the pronoun in his words is said; null where it is his own.</summary>
    private Entity? Principal(Anaphor anaphor, int spokesman, int pronoun)
    {
        if (anaphor.Plural || !anaphor.Kinds.Contains(ActorKind.Person))
            return null;
        foreach (var d in document.Tree.Of(spokesman))
            if ((_tokens[d].Relation == Relation.NmodPoss || _tokens[d].Relation == Relation.Nmod && d > spokesman && d < pronoun) && EntityAt(d) is { Kind: ActorKind.Person, Plural: false } master && Fits(anaphor, master, d))
                return master;
        return null;
    }

    /// <summary>The body or state to which a person belongs by the words beside him: “the union's chairman”, “a spokesman for the rebels”; null where they name none.</summary>
    private Entity? BodyOf(int person, int pronoun)
    {
        foreach (var d in document.Tree.Of(person))
            if ((_tokens[d].Relation is Relation.NmodPoss or Relation.Compound or Relation.NmodDesc || _tokens[d].Relation == Relation.Nmod && d < pronoun && document.Tree.Dependent(d, Relation.Case) is >= 0 and var of && _tokens[of].Form is "of" or "for")
                && EntityAt(d) is { Kind: ActorKind.Organization or ActorKind.Group } body)
                return body;
        return null;
    }

    private Entity? AgentOf(int verb)
    {
        foreach (var d in document.Tree.Of(verb))
            if (_tokens[d].Relation == Relation.OblAgent)
                return EntityAt(d);
        return null;
    }

    /// <summary>“Oslo's belief that it …”: who owns the noun whose content a clause tells, between the clause and the verb over it; −1 when nobody does.</summary>
    private int OwnerOfContent(int from, int to)
    {
        var at = from;
        for (var steps = 0; at >= 0 && at != to && steps < MaxClimb; steps++, at = _tokens[at].Head)
            if (_tokens[at].Relation is Relation.Acl or Relation.Ccomp && _tokens[at].Upos == Upos.VERB && _tokens[at].Head is >= 0 and var noun && _tokens[noun].Upos == Upos.NOUN && noun < at)
                return document.Tree.Dependent(noun, Relation.NmodPoss) is >= 0 and var owner && _tokens[owner].Upos != Upos.PRON ? owner : -1;
        return -1;
    }

    /// <summary>“his wife”, “her own party”: one may well criticize one's own.</summary>
    private bool IsOfOwn(int possessive)
    {
        var owned = _tokens[possessive].Head;
        if (owned < 0 || _tokens[owned].Head < 0 || _tokens[owned].Relation is not (Relation.Obj or Relation.Nmod or Relation.Obl))
            return true;
        return IsOwn(owned) || possessive + 1 < owned && _tokens[possessive + 1].Lemma == "own";
    }

    private bool CrossesNoun(int from, int to)
    {
        var at = from;
        for (var steps = 0; at >= 0 && at != to && steps < MaxClimb; steps++, at = _tokens[at].Head)
            if (_tokens[at].Relation.Universal() == Relation.Acl)
                return true;
        return false;
    }

    /// <summary>Who does what the verb over a pronoun says; an infinitive or participle takes its subject from above.</summary>
    private Entity? OwnSubject(int pronoun)
    {
        var at = _tokens[pronoun].Head;
        for (var steps = 0; at >= 0 && steps < MaxClimb; steps++, at = _tokens[at].Head)
        {
            var subject = document.Tree.Dependent(at, Relation.Nsubj);
            if (subject >= 0)
                return subject < pronoun ? Relative(subject, at) is >= 0 and var noun ? EntityAt(noun) : EntityAt(subject) : null;
            if (SubjectBefore(at) is >= 0 and var asked)
                return EntityAt(asked);
            // What hangs on a noun has the noun's actor (“the unwillingness of X to support it”); a clause of its own has its own.
            if (_tokens[at].Relation.Universal() is Relation.Ccomp or Relation.Parataxis or Relation.Acl or Relation.Nmod)
                return null;
        }
        return null;
    }

    /// <summary>“asked the party to embrace him”, “a call for the party to unite behind him”: who is to do what an infinitive says; −1 when nobody stands right before it.</summary>
    private int SubjectBefore(int infinitive)
    {
        if (_tokens[infinitive].Xpos != "VB" || _tokens[document.Tree.LeftEdge(infinitive)].Form != "to")
            return -1;
        return _tokens[infinitive].Relation == Relation.Xcomp && Infinitive.ObjectBefore(document, infinitive) is >= 0 and var asked ? asked : Infinitive.NounAfterFor(document, infinitive);
    }

    // “FitzGibbon, whom he met”: somebody else than the noun over the relative clause.
    private Entity? RelativeHead(int pronoun)
    {
        var at = _tokens[pronoun].Head;
        for (var steps = 0; at >= 0 && steps < MaxClimb; steps++, at = _tokens[at].Head)
        {
            if (_tokens[at].Relation == Relation.AclRelcl)
                return _tokens[at].Head < 0 ? null : EntityAt(_tokens[at].Head);
            if (_tokens[at].Relation.Universal() is Relation.Advcl or Relation.Parataxis or Relation.Csubj)
                return null;
        }
        return null;
    }

    private List<Entity> ActorsOver(int noun)
    {
        var actors = new List<Entity>();
        var at = _tokens[noun].Head;
        for (var steps = 0; at >= 0 && steps < MaxClimb; steps++, at = _tokens[at].Head)
        {
            // “Togo fell; the bloc suspended the country”: who acts there does not act here.
            if (steps > 0 && IsApart(_tokens[noun].Head, at, actors.Count > 0))
                break;
            foreach (var d in document.Tree.Of(at))
            {
                if (d >= noun || _tokens[d].Relation is not (Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent))
                    continue;
                if (EntityAt(d) is { } entity)
                    actors.Add(entity);
                // “Iraqi tanks entered the emirate”: not Iraq.
                foreach (var part in document.Tree.Of(d))
                    if (part < d && EntityAt(d) is not { Kind: ActorKind.Person } && EntityAt(part) is { } owner)
                        actors.Add(owner);
            }
        }
        return actors;
    }

    // A clause beside another; one that is joined to it by “and” shares its subject where it has none.
    private bool IsApart(int clause, int over, bool hasActor)
    {
        for (var steps = 0; clause >= 0 && clause != over && steps < MaxClimb; steps++, clause = _tokens[clause].Head)
            if (_tokens[clause].Relation.Universal() is var relation && (relation == Relation.Parataxis || relation == Relation.Conj && hasActor))
                return true;
        return false;
    }

    private bool IsMainSubject(int head)
    {
        var at = _tokens[head].Relation.Universal() == Relation.Conj ? _tokens[head].Head : head;
        var clause = at >= 0 ? _tokens[at].Head : -1;
        return clause >= 0 && _tokens[clause].Relation.Universal() is Relation.Root or Relation.Conj or Relation.Parataxis or Relation.Ccomp;
    }

    // Who acts inside what is said, or in a clause beside the main one: “as Truman did”, “left in charge when the general fled”.
    private bool IsAside(int subject)
    {
        var at = _tokens[subject].Head;
        for (var steps = 0; at >= 0 && steps < MaxClimb && _tokens[at].Relation.Universal() == Relation.Conj; steps++)
            at = _tokens[at].Head;
        return at >= 0 && _tokens[at].Relation.Universal() is Relation.Ccomp or Relation.Advcl;
    }

    // A participle or infinitive right under a clause.
    private bool IsWithoutSubject(int from, int clause)
    {
        for (var (at, steps) = (from, 0); at >= 0 && at != clause && steps < MaxClimb; at = _tokens[at].Head, steps++)
            if (_tokens[at].Head == clause)
                return (_tokens[at].Relation.Universal() == Relation.Xcomp && _tokens[at].Xpos == "VB" || _tokens[at].Relation.Universal() == Relation.Advcl && _tokens[at].Xpos == "VBG") && document.Tree.Dependent(at, Relation.Nsubj) < 0;
        return false;
    }

    private Entity? OwnerOf(int noun) => _tokens[noun].Upos == Upos.NOUN && document.Tree.Dependent(noun, Relation.NmodPoss) is >= 0 and var owner ? EntityAt(owner) : null;

    private Entity? SpeakerAround(int token) => _quoted.SpeakerAround(token) is >= 0 and var subject ? EntityAt(subject) : null;

    /// <summary>“the envoy, who left as he …”: the noun that a relative subject stands for; −1 when the subject is none.</summary>
    private int Relative(int subject, int clause)
    {
        if (_tokens[subject].Xpos is not ("WP" or "WDT"))
            return -1;
        while (_tokens[clause].Relation.Universal() == Relation.Conj && _tokens[clause].Head >= 0)
            clause = _tokens[clause].Head;
        return _tokens[clause].Relation == Relation.AclRelcl ? _tokens[clause].Head : -1;
    }

    // “It is in this context that …”, “it is clear that …”; not “it is ready to …”.
    private bool IsEmpty(int pronoun)
    {
        var governor = _tokens[pronoun].Head;
        if (governor < 0 || !IsSubject(pronoun) || !_tokens[pronoun].Form.Equals("it", StringComparison.OrdinalIgnoreCase) || document.Tree.Dependent(governor, Relation.Cop) < 0 || IsMinded(governor))
            return false;
        foreach (var d in document.Tree.Of(governor))
            if (d > governor && _tokens[d].Relation.Universal() is Relation.Ccomp or Relation.Csubj or Relation.Advcl or Relation.Acl or Relation.Xcomp or Relation.Parataxis)
                return true;
        return false;
    }

    // “In his talks with Xi, Putin said”: the pronoun stands in a phrase before the subject.
    private bool IsFronted(int pronoun, int clause, int sentenceStart)
    {
        var at = pronoun;
        for (var steps = 0; steps < MaxClimb && at >= 0 && _tokens[at].Head != clause; steps++)
            at = _tokens[at].Head;
        return at >= sentenceStart && at < clause && _tokens[at].Relation.Universal() is Relation.Obl or Relation.Advcl or Relation.Nmod or Relation.Advmod;
    }

    // “Macron's meeting with him”, “X and his”: not the name that governs the pronoun's own phrase.
    private bool IsLocal(int name, int pronoun) => _tokens[pronoun].Head == name;

    // “In the care of Dr Bailey he grew up”: the subject is somebody else than who stands in a phrase before it.
    private bool IsFrontedBefore(int name, int pronoun)
    {
        if (!IsSubject(pronoun))
            return false;
        var clause = _tokens[pronoun].Head;
        for (int at = name, steps = 0; at >= 0 && steps < MaxClimb; at = _tokens[at].Head, steps++)
        {
            if (_tokens[at].Head == clause)
                return _tokens[at].Relation.Universal() == Relation.Obl;
            if (_tokens[at].Relation.Universal() is Relation.Advcl or Relation.Ccomp or Relation.Acl or Relation.Conj or Relation.Parataxis or Relation.Csubj || _tokens[at].Relation == Relation.NmodPoss)
                return false;
        }
        return false;
    }

    private bool IsSubject(int token) => _tokens[token].Relation.Universal() == Relation.Nsubj;

    // “It”, “there”, “who”, “which”: no thing of its own.
    private bool IsEmptySubject(int subject) => _tokens[subject].Upos is Upos.PRON or Upos.DET;

    private Rank RankOf(int head) => _tokens[head].Relation.Universal() switch
    {
        Relation.Nsubj => Rank.Subject,
        Relation.Conj when _tokens[head].Head >= 0 && _tokens[_tokens[head].Head].Relation.Universal() == Relation.Nsubj => Rank.Subject,
        Relation.Obj or Relation.Iobj => Rank.Object,
        Relation.Root => Rank.Object,
        Relation.Compound or Relation.Amod => Rank.Modifier,
        Relation.Nmod when _tokens[head].Relation == Relation.NmodPoss => Rank.Possessor,
        _ => Rank.Other,
    };

    private enum Rank : byte
    {
        Modifier,
        Possessor,
        Other,
        Object,
        Subject,
    }

    private readonly record struct Memory(Entity Entity, int Head, int Sentence, Rank Rank, MentionKind Kind);

    private const int MaxSentences = 3;

    private const int MaxSentencesOfPairs = 5;

    // More than three sentences name; keeps the walk short on what is no sentence.
    private const int MaxMemories = 80;

    private const int MaxClimb = 12;
}
