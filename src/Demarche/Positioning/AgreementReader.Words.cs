using Demarche.Coding;
using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Claims that single words make: participles, nouns behind the agreement, verbs of a pronoun, what somebody calls it.</summary>
internal sealed partial class AgreementReader
{
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

    /// <summary>“the truce signed only four days ago”, “the accord, reached in Doha”: what it is named by says that it was concluded, whatever the tree makes of the participle.</summary>
    private void ReadConcluded(Document document, List<NamedAgreement> named, HashSet<(int Head, string Claim)> seen, List<(Agreement Claim, int Trigger)> stated, ref Dictionary<int, Event>? eventAt)
    {
        var tokens = document.Tokens;
        for (var t = 1; t + 1 < tokens.Length; t++)
        {
            if (tokens[t].Xpos is not ("VBN" or "VBD") || !_rules.Concluding.TryGetValue(tokens[t].Lemma, out var claim) || tokens[t + 1].Upos is not (Upos.ADP or Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADV or Upos.PROPN) || document.SentenceOf(t).Ignored)
                continue;
            var noun = t - 1;
            while (noun > 0 && t - noun < 3 && (tokens[noun].Form == "," || tokens[noun].Upos == Upos.ADV))
                noun--;
            if (!_rules.Nouns.Any(nouns => nouns.Holds(document, noun)) || Negation.Of(document, noun, codebook.Operators) is not null || HasParts(document, t, noun) || !seen.Add((noun, claim)))
                continue;
            var match = new Match { Type = claim, Pattern = null, Rule = $"agreements/{claim.Replace(' ', '-')}-where", Frame = new(t), Actor = SubjectReader.AgentOf(document, t, codebook.Operators) };
            match.Fixed.Add(noun);
            Record(document, match, noun, claim, named, eventAt ??= EventsByWord(document));
            stated.Add((document.Agreements[^1], t));
        }
    }

    /// <summary>“the parties to the deal agreed on Monday”, “the accord struck a blow”: a verb of its own.</summary>
    private static bool HasParts(Document document, int verb, int noun)
    {
        foreach (var d in document.Tree.Of(verb))
            if (document.Tokens[d].Relation.Universal() is Relation.Aux or Relation.AuxPass or Relation.Obj or Relation.Ccomp or Relation.Xcomp || document.Tokens[d].Relation.Universal() is Relation.Nsubj && d != noun)
                return true;
        return false;
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
            // “the protocols on opening the border which both signed”: the tree may hang the clause on the last noun before it.
            if (tokens[t].Relation == Relation.AclRelcl && head >= 0 && (tokens[head].Xpos == "WDT" || head == tokens[t].Head))
                for (var (above, step) = (tokens[t].Head, 0); above >= 0 && step < 3 && antecedent < 0; (above, step) = (tokens[above].Head, step + 1))
                    if (_rules.Nouns.Any(nouns => nouns.Holds(document, above)))
                        antecedent = above;
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
}
