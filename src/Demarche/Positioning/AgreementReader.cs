using Demarche.Codebooks;
using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Reads what is claimed about agreements: signed, in force, violated; by whom, against whom, and who says so.</summary>
internal sealed class AgreementReader(Codebook codebook, WordNumbers numbers)
{
    /// <summary>How many sentences back a pronoun looks for its agreement.</summary>
    private const int FarthestBack = 3;

    private readonly AgreementRules _rules = codebook.Agreements;
    private readonly PatternMatcher _claims = new(codebook, codebook.Agreements.Claims, things: true);
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
            if (!match.Incomplete && NounOf(document, match) is >= 0 and var head && _status.Of(document, match, head) is { } claim && seen.Add((head, claim)))
            {
                Record(document, match, head, claim, named, eventAt);
                stated.Add((document.Agreements[^1], match.Trigger));
            }
        }
        ReadPhrases(document, words, named, seen, stated, ref eventAt);
        ReadParticiples(document, named, seen, stated, eventAt);
        ReadNounsOf(document, named, seen, stated, ref eventAt);
        ReadPronouns(document, named, seen, stated);
        ReadVerdicts(document, named, seen, stated);
        DropHeadlines(document);
        LendProvisions(document, named);
        document.Agreements.Sort((a, b) => a.Evidence.CompareTo(b.Evidence));
        for (var i = 0; i < document.Agreements.Count; i++)
            document.Agreements[i].Id = $"g{i + 1}";
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
                Frame = document.Tokens[trigger].Upos is Upos.NOUN or Upos.ADP ? new(trigger) : _frames.OfClause(document, trigger, asPredicate: true),
                Negated = hit.Value.Phrase.Negated || hit.Value.Phrase.Words.Any(word => word.Any(codebook.Operators.Negations.Contains)),
            };
            if (hit.Value.Phrase.Negated && Negation.Of(document, trigger, codebook.Operators) is null || Told(head) || document.Tokens[head].Upos == Upos.PRON && Meant(document, named, head) is null)
                continue;
            // “the truce reached in Doha” was reached, whatever is said of it.
            if ((document.Tokens[trigger] is { Relation: Relation.Acl, Xpos: "VBN" } ? match.Type : _status.Of(document, match, head)) is not { } claim || !seen.Add((head, claim)))
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
        document.Agreements.RemoveAll(a => IsTitle(a) && told.Exists(b => (b.Claim == a.Claim || a.Known is not null && a.Known == b.Known) && (a.By is null || b.By is null || a.By.SameSide(b.By) || b.Parties.Any(a.By.SameSide))));

        bool IsTitle(Agreement agreement) => document.SentenceOf(document.FirstTokenFrom(agreement.Evidence.Start)).Kind == BlockKind.Title;
    }

    /// <summary>The noun that stands for the agreement; −1 when the words name none.</summary>
    private int NounOf(Document document, Match match)
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
                return WholeOf(document, token) is >= 0 and var whole ? whole : _rules.Parts.Holds(document, token) ? -1 : token;
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

    /// <summary>“broken promises”, “the suspended treaty”: a participle before the noun claims what its verb does.</summary>
    private void ReadParticiples(Document document, List<NamedAgreement> named, HashSet<(int Head, string Claim)> seen, List<(Agreement Claim, int Trigger)> stated, Dictionary<int, Event>? eventAt)
    {
        var tokens = document.Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens[t].Relation != Relation.Amod || tokens[t].Head <= t || !_rules.Participles.TryGetValue(tokens[t].Lemma, out var claim) && !_rules.Participles.TryGetValue(tokens[t].Form, out claim))
                continue;
            var head = tokens[t].Head;
            if (document.SentenceOf(head).Ignored || !_rules.Nouns.Any(nouns => nouns.Holds(document, head)) || Negation.Of(document, head, codebook.Operators) is not null || !seen.Add((head, claim)))
                continue;
            var attribution = document.AttributionAt(t);
            var against = _rules.Against.Contains(claim);
            var accusation = against ? AccusationOver(document, t, eventAt ??= EventsByWord(document)) : null;
            var breaker = accusation is { Recipients: [var accused, ..] } ? accused : against ? SubjectBefore(document, t, attribution) : null;
            var known = KnownAt(named, head);
            var evidence = document.SpanOf(t, head);
            document.Agreements.Add(new()
            {
                Name = known is { } place ? document.SpanOf(place.First, place.Last) : document.SpanOf(t + 1, document.FirstTokenFrom(_names.NameOf(document, head).End) - 1),
                Known = known?.Id,
                Claim = claim,
                By = accusation is { Actors: [var accuser, ..] } ? accuser : attribution?.Speaker,
                Against = breaker,
                Provision = ProvisionOf(document, head),
                Attribution = attribution,
                Evidence = breaker?.Mention is { } mention ? evidence.To(mention) : evidence,
                Rule = $"agreements/{claim.Replace(' ', '-')}-participle",
                Why = $"“{tokens[t].Form}” before “{tokens[head].Form}” says that it is {claim}",
            });
            stated.Add((document.Agreements[^1], t));
        }
    }

    /// <summary>“ceasefire violations”, “a truce extension”: the agreement stands before the noun that claims something of it.</summary>
    private void ReadNounsOf(Document document, List<NamedAgreement> named, HashSet<(int Head, string Claim)> seen, List<(Agreement Claim, int Trigger)> stated, ref Dictionary<int, Event>? eventAt)
    {
        var tokens = document.Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens[t].Relation != Relation.Compound || tokens[t].Head is var noun && noun <= t || !_rules.NounsOf.TryGetValue(tokens[noun].Lemma, out var type) || document.SentenceOf(t).Ignored || !_rules.Nouns.Any(nouns => nouns.Holds(document, t)))
                continue;
            var match = new Match { Type = type, Pattern = null, Rule = $"agreements/{type.Replace(' ', '-')}-noun", Frame = _claims.FrameAt(document, noun) };
            if (_status.Of(document, match, t) is not { } claim || !seen.Add((t, claim)))
                continue;
            match.Actor = match.Frame.Subject;
            match.Fixed.Add(t);
            Record(document, match, t, claim, named, eventAt ??= EventsByWord(document));
            stated.Add((document.Agreements[^1], noun));
        }
    }

    /// <summary>“Both ratified it in 1961”: the pronoun stands for an agreement of the sentences before.</summary>
    private void ReadPronouns(Document document, List<NamedAgreement> named, HashSet<(int Head, string Claim)> seen, List<(Agreement Claim, int Trigger)> stated)
    {
        var tokens = document.Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens[t].Upos != Upos.VERB || !_rules.OfPronoun.TryGetValue(tokens[t].Lemma, out var type) || document.SentenceOf(t).Ignored)
                continue;
            var match = new Match { Type = type, Pattern = null, Rule = $"agreements/{type.Replace(' ', '-')}-it", Frame = _claims.FrameAt(document, t) };
            var head = match.Frame.Object;
            match.Actor = match.Frame.Subject;
            // “the accord, which Oslo says it has respected”
            var antecedent = head < 0 && tokens[t] is { Relation: Relation.Ccomp, Head: >= 0 and var says } && tokens[says].Relation == Relation.AclRelcl ? tokens[says].Head : -1;
            if (antecedent >= 0 && _rules.Nouns.Any(nouns => nouns.Holds(document, antecedent)))
                head = antecedent;
            else if (head < 0 || !tokens[head].Form.Equals("it", StringComparison.OrdinalIgnoreCase) || Meant(document, named, head) is null)
                continue;
            if (_status.Of(document, match, head) is not { } claim || !seen.Add((head, claim)))
                continue;
            match.Fixed.Add(head);
            Record(document, match, head, claim, named, EventsByWord(document));
            stated.Add((document.Agreements[^1], t));
        }
    }

    /// <summary>“considers the accord binding”, “declared it null and void”: what somebody calls an agreement.</summary>
    private void ReadVerdicts(Document document, List<NamedAgreement> named, HashSet<(int Head, string Claim)> seen, List<(Agreement Claim, int Trigger)> stated)
    {
        var tokens = document.Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens[t].Upos is Upos.DET or Upos.PRON or Upos.PUNCT or Upos.AUX or Upos.CCONJ || !_rules.Verdicts.TryGetValue(tokens[t].Lemma, out var type) && !_rules.Verdicts.TryGetValue(tokens[t].Form, out type) || document.SentenceOf(t).Ignored || tokens[t].Head is not (>= 0 and var over))
                continue;
            // “declared the accord null and void”: the tree may hang the word on the noun.
            var verb = tokens[over].Head >= 0 && over < t && _rules.Nouns.Any(nouns => nouns.Holds(document, over)) ? tokens[over].Head : over;
            if (verb > t || !_rules.Calling.Contains(tokens[verb].Lemma) || tokens[t].Relation.Universal() is Relation.Nsubj or Relation.Conj)
                continue;
            var match = new Match { Type = type, Pattern = null, Rule = $"agreements/{type.Replace(' ', '-')}-called", Frame = _claims.FrameAt(document, verb) };
            var head = verb != over ? over : document.Tree.Dependent(verb, Relation.NsubjPass) is >= 0 and var called ? called : match.Frame.Object is >= 0 and var thing && thing != t ? thing : document.Tree.Dependent(t, Relation.Nsubj);
            if (head < 0 || head == t || !(_rules.Nouns.Any(nouns => nouns.Holds(document, head)) || _rules.Binding.Holds(document, head) || tokens[head].Lemma == "it" && Meant(document, named, head) is not null) || _status.Of(document, match, head) is not { } claim || !seen.Add((head, claim)))
                continue;
            match.Actor = match.Frame.Subject == head ? -1 : match.Frame.Subject;
            match.Fixed.AddRange([head, t]);
            Record(document, match, head, claim, named, EventsByWord(document));
            stated.Add((document.Agreements[^1], verb));
        }
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
        var against = _rules.Against.Contains(type);
        var speaker = accusation is { Actors: [var accuser, ..] } ? accuser : attribution?.Speaker;
        if (against && doers.Count == 0)
            doers = DoersOver(document, match.Trigger, speaker, accusation);
        var known = KnownAt(named, head);
        var name = known is { } place ? document.SpanOf(place.First, Math.Max(place.Last, place.First)) : _names.NameOf(document, head);
        var provision = PartOf(document, match, head) ?? ProvisionOf(document, head);
        document.Agreements.Add(new()
        {
            Name = name,
            Known = known?.Id ?? (document.Tokens[head].Upos == Upos.PRON ? Meant(document, named, head)?.Id : Earlier(document, named, head)),
            Parties = against ? [] : doers.Count > 0 ? doers : Between(document, head),
            Claim = claim,
            // Who did it, where it is somebody's act; else who says so.
            By = against || claim != type ? speaker : _rules.Acts.Contains(claim) ? doers.FirstOrDefault() : speaker ?? doers.FirstOrDefault(),
            Against = against && doers.Count > 0 && claim == type ? doers[0] : null,
            Provision = provision,
            Attribution = attribution,
            Evidence = match.Evidence(document).To(document.Tokens[head].Span),
            Rule = match.Rule,
            Why = $"“{document.Tokens[match.Trigger].Form}” matches {match.Rule} ({match.Pattern?.Match ?? match.Type})",
        });
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
