using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Reads what is claimed about agreements: signed, in force, violated; by whom, against whom, and who says so.</summary>
internal sealed partial class AgreementReader(Codebook codebook, WordNumbers numbers)
{
    /// <summary>How many sentences back a pronoun looks for its agreement.</summary>
    private const int FarthestBack = 3;

    private readonly AgreementRules _rules = codebook.Agreements;
    private readonly PatternMatcher _claims = new(codebook, codebook.Agreements.Claims, codebook.Compiled?.Claims, things: true);
    private readonly ClaimStatus _status = new(codebook);
    private readonly AgreementNames _names = new(codebook.Agreements);
    private readonly ClaimPhrases _phrases = new(codebook.Agreements, numbers);
    private readonly FrameReader _frames = new(codebook.Operators);

    /// <summary>The known agreements that the story names.</summary>
    public List<NamedAgreement> Named(Document document) => _names.Find(document);

    /// <summary>Adds the claims to the document, and gives each with the word that states it.</summary>
    public List<(Agreement Claim, int Trigger)> Read(Document document, NumberedWord[] words, List<NamedAgreement> named)
    {
        var stated = new List<(Agreement Claim, int Trigger)>();
        Dictionary<int, Event>? eventAt = null;
        var seen = new HashSet<(int Head, string Claim)>();
        foreach (var match in _claims.Find(document))
        {
            eventAt ??= EventsByWord(document);
            if (!match.Incomplete && !IsOpinion(document, match) && NounOf(document, match, named) is >= 0 and var head && _status.Of(document, match, head) is { } claim && seen.Add((head, claim)))
            {
                Record(document, match, head, claim, named, eventAt);
                stated.Add((document.Agreements[^1], match.Trigger));
            }
        }
        ReadPhrases(document, words, named, seen, stated, ref eventAt);
        ReadParticiples(document, named, seen, stated, eventAt);
        ReadConcluded(document, named, seen, stated, ref eventAt);
        ReadNounsOf(document, named, seen, stated, ref eventAt);
        ReadPronouns(document, named, seen, stated);
        ReadVerdicts(document, named, seen, stated);
        DropHeadlines(document);
        LendProvisions(document, named);
        Order(document);
        return stated;
    }

    /// <summary>“runs counter to the accord”, “the accord is in tatters”: words that stand together, and the agreement before or behind them.</summary>
    private void ReadPhrases(Document document, NumberedWord[] words, List<NamedAgreement> named, HashSet<(int Head, string Claim)> seen, List<(Agreement Claim, int Trigger)> stated, ref Dictionary<int, Event>? eventAt)
    {
        var taken = -1;
        foreach (var (hit, head) in _phrases.Find(document, words, named))
        {
            var trigger = hit.Top;
            if (hit.First == taken)
                continue;
            // “violated promises” is read as a participle, with whoever broke them.
            if (document.Tokens[trigger] is { Relation: Relation.Amod, Xpos: "VBN" or "VBD" } && document.Tokens[trigger].Head == head)
                continue;
            var match = new Match
            {
                Type = hit.Value.Claim,
                Pattern = null,
                Rule = hit.Value.Phrase.Rule,
                Frame = document.Tokens[trigger].Upos is Upos.NOUN or Upos.ADP && document.Tree.Dependent(trigger, Relation.Cop) < 0 ? new(trigger) : _frames.OfClause(document, trigger, asPredicate: true),
                Negated = hit.Value.Phrase.Negated || hit.Value.Phrase.Words.Any(word => word.Any(codebook.Operators.Negations.Contains)),
            };
            if (hit.Value.Phrase.Negated && Negation.Of(document, trigger, codebook.Operators) is null || Told(head) || document.Tokens[head].Upos == Upos.PRON && Meant(document, named, head) is null)
                continue;
            // “the truce reached in Doha” was reached, whatever is said of it.
            if ((document.Tokens[trigger] is { Relation: Relation.Acl, Xpos: "VBN" } ? match.Type : _status.Of(document, match, head)) is not { } claim || !seen.Add((head, claim)))
                continue;
            // “is no party to the accord and will not be bound by it” says it once.
            if (document.Tokens[head].Upos == Upos.PRON && document.Agreements.Exists(a => a.Claim == claim && document.IndexOfSentence(document.FirstTokenFrom(a.Name.Start)) == document.IndexOfSentence(head)))
                continue;
            // “the pact scrapped by the junta”: who did it, where the agreement is the subject.
            if (hit.Value.Phrase.Holder == PhraseHolder.Behind || hit.Value.Phrase.Holder == PhraseHolder.Subject && match.Frame.Subject != head)
                match.Actor = match.Frame.Subject;
            match.Fixed.AddRange([hit.First, hit.Last]);
            Record(document, match, head, claim, named, eventAt ??= EventsByWord(document));
            stated.Add((document.Agreements[^1], trigger));
            taken = hit.First;

            // What a pattern has read in the same words stands; “the truce reached in Doha was broken” and “struck a deal in breach of the accord” tell two things.
            bool Told(int noun) => document.Tokens[trigger] is not { Relation: Relation.Acl, Xpos: "VBN" } && document.Agreements.Exists(a => a.Evidence.Overlaps(document.Tokens[trigger].Span) && (document.Tokens[trigger].Upos is Upos.NOUN or Upos.ADP ? a.Name : a.Evidence).Contains(document.Tokens[noun].Span));
        }
    }

    private static Dictionary<int, Event> EventsByWord(Document document) => document.Events.Where(e => e.Trigger >= 0).GroupBy(e => e.Trigger).ToDictionary(g => g.Key, g => g.First());

    /// <summary>A claim of the headline that the report makes too is told once.</summary>
    private static void DropHeadlines(Document document)
    {
        if (document.Agreements.Count < 2)
            return;
        var told = document.Agreements.FindAll(a => !IsTitle(a));
        document.Agreements.RemoveAll(a => IsTitle(a) && told.Exists(b => b.Claim == a.Claim && a.Against is null || (b.Claim == a.Claim || a.Known is not null && a.Known == b.Known) && (a.By is null || b.By is null || a.By.SameSide(b.By) || b.Parties.Any(a.By.SameSide))));

        bool IsTitle(Agreement agreement) => document.SentenceOf(document.FirstTokenFrom(agreement.Evidence.Start)).Kind == BlockKind.Title;
    }

    /// <summary>“denounced the accord as a sell-out”: who says what he thinks of it leaves it in force.</summary>
    private bool IsOpinion(Document document, Match match) => _rules.Voiced.Contains(document.Tokens[match.Trigger].Lemma) && match.Frame.Obliques.Exists(o => o is { Preposition: "as", Distance: 0 });

    /// <summary>The noun that stands for the agreement; −1 when the words name none.</summary>
    private int NounOf(Document document, Match match, List<NamedAgreement> named)
    {
        // Of “the ceasefire in force” it is the ceasefire.
        if (match.Frame.Nominal && _rules.Nouns.Any(nouns => nouns.Holds(document, match.Trigger)))
            return match.Trigger;
        // “suspended its part in the treaty”: the treaty.
        foreach (var token in match.Fixed)
            if (_rules.Nouns.Any(nouns => nouns.Holds(document, token)))
                return token;
        foreach (var token in match.Fixed)
            if (document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN)
                return WholeOf(document, token) is >= 0 and var whole ? whole
                    : !_rules.Parts.Holds(document, token) || _rules.OwnParts.Contains(document.Tokens[token].Lemma) && Meant(document, named, token) is not null ? token : -1;
        // “The truce expired”: the noun is the pattern's subject.
        return match.Frame.Nominal ? match.Trigger : -1;
    }

    /// <summary>“article 5 of the accord”: the agreement that a part belongs to; −1 when it is none of an agreement.</summary>
    private int WholeOf(Document document, int part)
    {
        foreach (var d in document.Tree.Of(part))
            if (document.Tokens[d].Relation.Universal() is Relation.Nmod or Relation.NmodPoss && _rules.Nouns.Any(nouns => nouns.Holds(document, d)))
                return d;
        return -1;
    }

    /// <summary>The last agreement of this sentence or the few before it that stands before a pronoun, known or not; null where there is none.</summary>
    private NamedAgreement? Meant(Document document, List<NamedAgreement> named, int pronoun)
    {
        var first = document.Sentences[Math.Max(0, document.IndexOfSentence(pronoun) - FarthestBack)].First;
        for (var t = pronoun - 1; t >= first; t--)
            if (KnownAt(named, t) is { } known)
                return known;
            else if (_rules.Nouns.Any(nouns => nouns.Holds(document, t)))
                return new(t, t, null);
        return null;
    }

    /// <summary>
    /// “believing that the West, by opening its doors, violated promises”: the tree may take the verb for an adjective and leave the subject, which opens what is said, without one.
    /// </summary>
    private static Actor? SubjectBefore(Document document, int participle, Attribution? attribution)
    {
        var tokens = document.Tokens;
        if (attribution is null || participle > 0 && tokens[participle - 1].Upos is Upos.DET or Upos.PRON or Upos.ADJ or Upos.ADP)
            return null;
        foreach (var span in attribution.Content)
        {
            if (!span.Contains(tokens[participle].Span))
                continue;
            for (var t = document.FirstTokenFrom(span.Start); t < participle && tokens[t].Upos is Upos.SCONJ or Upos.DET or Upos.PUNCT or Upos.PROPN or Upos.ADJ; t++)
                if (document.MentionAt(t) is { Actor: { } actor })
                    return tokens[t].Relation.Universal() == Relation.Nsubj && tokens[t].Head < participle ? null : actor;
        }
        return null;
    }

    /// <summary>What a story says once of a known agreement, as that it “provides for direct talks”, holds for each claim about it.</summary>
    private void LendProvisions(Document document, List<NamedAgreement> named)
    {
        foreach (var agreement in document.Agreements)
            foreach (var place in named)
                if (agreement.Provision is null && agreement.Known == place.Id)
                    for (var t = place.First; t <= place.Last && agreement.Provision is null; t++)
                        agreement.Provision = ProvisionOf(document, t);
    }

    private void Record(Document document, Match match, int head, string claim, List<NamedAgreement> named, Dictionary<int, Event> eventAt)
    {
        var attribution = document.AttributionAt(match.Trigger);
        var doers = Participants.Of(document, match.Actor);
        var accusation = AccusationOver(document, match.Trigger, eventAt);
        // “accused Oslo of tearing up the pact”
        var type = match.Type;
        if (claim == type && accusation is not null && IsCharge(document, match.Trigger, accusation) && _rules.Charged.TryGetValue(type, out var charged))
            claim = type = charged;
        var against = _rules.Against.Contains(claim);
        var speaker = accusation is { Actors: [var accuser, ..] } ? accuser : attribution?.Speaker;
        if (against && doers.Count == 0)
            doers = DoersOver(document, match.Trigger, speaker, accusation);
        // “failed to honour it”: nobody charges himself.
        if (against && speaker is not null && doers.Exists(speaker.SameSide))
            speaker = null;
        var known = KnownAt(named, head);
        var name = known is { } place ? document.SpanOf(place.First, Math.Max(place.Last, place.First)) : _names.NameOf(document, head);
        var provision = PartOf(document, match, head) ?? ProvisionOf(document, head);
        // “Baku and Yerevan accused each other of breaking it”: each makes the claim against the other.
        var mutual = against && accusation is { Actors: [_, _], Recipients: [] } && IsMutual(document, accusation.Trigger) ? accusation.Actors : null;
        if (mutual is not null)
            document.Agreements.Add(Claim(mutual[0], mutual[1]));
        document.Agreements.Add(Claim(
            // Who did it, where it is one side's act; else who says so.
            mutual is not null ? mutual[1] : against || claim != type ? speaker : _rules.Acts.Contains(claim) ? doers.Count == 1 ? doers[0] : null : speaker ?? doers.FirstOrDefault(),
            mutual is not null ? mutual[0] : against && doers.Count > 0 ? doers[0] : null));

        Agreement Claim(Actor? by, Actor? whom) => new()
        {
            Name = name,
            Known = known?.Id ?? (document.Tokens[head].Upos == Upos.PRON || _rules.OwnParts.Contains(document.Tokens[head].Lemma) ? Meant(document, named, head)?.Id : Earlier(document, named, head)),
            Parties = against || _rules.Against.Contains(type) ? [] : doers.Count > 0 ? doers : Between(document, head),
            Claim = claim,
            By = by,
            Against = whom,
            Provision = provision,
            Attribution = attribution,
            Evidence = match.Evidence(document).To(document.Tokens[head].Span),
            Rule = match.Rule,
            Why = $"“{document.Tokens[match.Trigger].Form}” matches {match.Rule} ({match.Form?.Written ?? match.Type})",
        };
    }

    /// <summary>“shelled the village in breach of the truce”: who does what is said to break it, the accused where nobody else; empty where it would be whoever says so.</summary>
    private List<Actor> DoersOver(Document document, int trigger, Actor? speaker, Event? accusation)
    {
        var tokens = document.Tokens;
        if (tokens[trigger].Upos is Upos.NOUN or Upos.ADP or Upos.ADJ)
        {
            var over = trigger;
            while (tokens[over].Upos is not Upos.VERB && document.Tree.Dependent(over, Relation.Nsubj) < 0 && tokens[over].Head >= 0)
                over = tokens[over].Head;
            var subject = tokens[over].Upos == Upos.VERB ? _frames.OfClause(document, over).Subject : document.Tree.Dependent(over, Relation.Nsubj);
            var doers = subject >= 0 ? Participants.Of(document, subject) : [];
            if (doers.Count > 0 && (speaker is null || !doers[0].SameSide(speaker)))
                return doers;
        }
        return accusation is { Recipients: [var accused, ..] } ? [accused] : [];
    }

    /// <summary>“the accord between Quito and Lima”: the sides that the name gives.</summary>
    private static List<Actor> Between(Document document, int head)
    {
        foreach (var d in document.Tree.Of(head))
            if (d > head && document.Tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "between")
                return Participants.Of(document, d);
        return [];
    }

    /// <summary>“accused Kiev of violating the accords”: the accuser makes the claim; null where nobody accuses.</summary>
    private Event? AccusationOver(Document document, int trigger, Dictionary<int, Event> eventAt)
    {
        var cue = document.AttributionAt(trigger)?.CueHead ?? -1;
        for (var t = document.Tokens[trigger].Head; t >= 0; t = document.Tokens[t].Head)
            if (eventAt.GetValueOrDefault(t) is { } e && _rules.Accusing.Contains(e.Type))
                return e;
            // What somebody else says inside is his claim.
            else if (t == cue)
                return null;
        return null;
    }

    /// <summary>“accused each other”, “traded accusations”</summary>
    private bool IsMutual(Document document, int accusing)
    {
        if (_rules.Mutual.Contains(document.Tokens[accusing].Lemma))
            return true;
        foreach (var d in document.Tree.Of(accusing))
            if (d > accusing && document.Tokens[d].Relation.Universal() is Relation.Obj or Relation.Iobj && _rules.Mutual.Contains(document.Tokens[d].Lemma))
                return true;
        return false;
    }

    private static bool IsCharge(Document document, int trigger, Event accusation) =>
        document.Tokens[trigger] is { Xpos: "VBG" } verb && verb.Head == accusation.Trigger && Clauses.LeadingPreposition(document, trigger) is "of" or "with" or "for";

    private static NamedAgreement? KnownAt(List<NamedAgreement> named, int token)
    {
        foreach (var agreement in named)
            if (agreement.First <= token && token <= agreement.Last)
                return agreement;
        return null;
    }

    /// <summary>“the accord”: the known agreement that was named last before it.</summary>
    private string? Earlier(Document document, List<NamedAgreement> named, int head)
    {
        if (!_rules.Nouns.Any(nouns => nouns.Holds(document, head)) || document.Tree.Dependent(head, Relation.Compound) >= 0 || document.Tree.Dependent(head, Relation.Amod) >= 0 || document.Tree.Dependent(head, Relation.Det) is not (>= 0 and var article) || !document.Tokens[article].Lemma.Equals("the", StringComparison.OrdinalIgnoreCase))
            return null;
        string? id = null;
        foreach (var agreement in named)
            if (agreement.Last < head)
                id = agreement.Id;
        return id;
    }

    /// <summary>“article 5” of the accord that is said to be broken; null where the whole is.</summary>
    private static Span? PartOf(Document document, Match match, int head)
    {
        foreach (var token in match.Fixed)
            if (document.Tokens[head].Head == token && document.Tokens[token].Upos == Upos.NOUN && token != match.Trigger)
                return document.SpanOf(document.Tree.LeftEdge(token), Math.Max(token, document.Tree.LeftEdge(head) - 1));
        return null;
    }

    /// <summary>“which provide for direct dialogue”: what the agreement is said to lay down; null when the words do not say.</summary>
    private Span? ProvisionOf(Document document, int head)
    {
        var tokens = document.Tokens;
        var verb = -1;
        foreach (var d in document.Tree.Of(head))
            if (tokens[d].Relation is Relation.AclRelcl or Relation.Acl && _rules.Provides.Contains(tokens[d].Lemma))
                verb = d;
        if (verb < 0 && tokens[head].Relation == Relation.Nsubj && tokens[head].Head is >= 0 and var governor && _rules.Provides.Contains(tokens[governor].Lemma))
            verb = governor;
        return verb < 0 ? null : document.SpanOf(verb, Phrase.Extent(document, verb).Last);
    }
}
