using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>Finds set phrases that claim something of an agreement, with the agreement they claim it of.</summary>
internal sealed class ClaimPhrases
{
    /// <summary>How far from the phrase the noun may stand.</summary>
    private const int Farthest = 14;

    private readonly AgreementRules _rules;
    private readonly PhraseFinder<(SetPhrase Phrase, string Claim)> _finder;

    public ClaimPhrases(AgreementRules rules, WordNumbers numbers)
    {
        (_rules, _finder) = (rules, new(numbers));
        // “did not comply with” is one of its own, before “complied with”.
        foreach (var (phrase, claim) in rules.Phrases.OrderByDescending(p => p.Phrase.Negated))
            _finder.Add(phrase.Words, (phrase, claim));
    }

    public List<(PhraseHit<(SetPhrase Phrase, string Claim)> Hit, int Head)> Find(Document document, NumberedWord[] words, List<NamedAgreement> named)
    {
        List<(PhraseHit<(SetPhrase Phrase, string Claim)> Hit, int Head)> found = [];
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                foreach (var hit in _finder.Find(document, words, sentence))
                    if (AgreementOf(document, named, sentence, hit) is >= 0 and var head)
                        found.Add((hit, head));
        return found;
    }

    private int AgreementOf(Document document, List<NamedAgreement> named, Sentence sentence, PhraseHit<(SetPhrase Phrase, string Claim)> hit)
    {
        if (hit.Value.Phrase.Holder != PhraseHolder.Speaker)
            return hit.Value.Phrase.Holder == PhraseHolder.Behind ? Behind(document, named, sentence, hit) : Before(document, named, sentence, hit, hit.First - 1);
        // “no such agreement”: the phrase names it.
        for (var t = hit.Last; t >= hit.First; t--)
            if (IsAgreement(document, named, hit, t))
                return HeadOf(document, named, t);
        return -1;
    }

    private int Behind(Document document, List<NamedAgreement> named, Sentence sentence, PhraseHit<(SetPhrase Phrase, string Claim)> hit)
    {
        var tokens = document.Tokens;
        for (var t = hit.Last + 1; t < Math.Min(sentence.End, hit.Last + Farthest); t++)
        {
            if (IsAgreement(document, named, hit, t))
                return HeadOf(document, named, t);
            // “abide by it”
            if (t == hit.Last + 1 && IsPronoun(tokens[t]))
                return t;
            // “renewed its call for an accord” renews no accord.
            if (tokens[t].Upos is Upos.VERB or Upos.AUX && tokens[t].Relation != Relation.Amod || tokens[t].Upos == Upos.NOUN && tokens[t].Relation is not (Relation.Compound or Relation.NmodPoss) && !_rules.Parts.Holds(document, t) || tokens[t].Form is ";" or ":" or ",")
                break;
        }
        // “a convention to which Oslo remained faithful”; not “an accord under which it freezes its plants”.
        for (var t = hit.First - 1; t > Math.Max(sentence.First, hit.First - Farthest); t--)
            if (tokens[t].Xpos == "WDT" && tokens[t].Form.Equals("which", StringComparison.OrdinalIgnoreCase))
                return tokens[t - 1].Lemma is not ("under" or "in" or "through" or "after" or "for" or "during" or "within") ? Before(document, named, sentence, hit, t - 1) : -1;
        return -1;
    }

    /// <summary>The nearest noun before the phrase, no other clause's subject between; −1 where there is none.</summary>
    private int Before(Document document, List<NamedAgreement> named, Sentence sentence, PhraseHit<(SetPhrase Phrase, string Claim)> hit, int from)
    {
        // The subject where the tree knows it.
        var subject = document.Tree.Dependent(hit.Top, Relation.Nsubj) is >= 0 and var own ? own : document.Tree.Dependent(hit.Top, Relation.NsubjPass);
        if (subject >= 0 && subject < hit.First && subject <= from && document.Tokens[subject].Xpos == "WDT")
            from = subject - 1;
        else if (subject >= 0 && subject < hit.First && subject <= from && IsPronoun(document.Tokens[subject]) && hit.Last > hit.First)
            return subject;
        else if (subject >= 0 && subject < hit.First && subject <= from)
            return IsAgreement(document, named, hit, subject) ? HeadOf(document, named, subject) : -1;
        for (var t = from; t >= Math.Max(sentence.First, from - Farthest); t--)
        {
            if (IsAgreement(document, named, hit, t))
                return HeadOf(document, named, t);
            // “the treaty, she added, which remained in force”: who says so stands between.
            if (document.AttributionByCue(t) is { Source: [var source, ..] } && document.Tokens[t + 1].Form == "," && document.FirstTokenFrom(source.Start) is var first && first > sentence.First && document.Tokens[first - 1].Form == ",")
                t = Math.Min(t, first);
            // “the agreement concluded in May lapsed”: the participle says which.
            else if (document.Tokens[t] is { Upos: Upos.VERB, Xpos: "VBN" or "VBD" } && _rules.MadeBy.Contains(document.Tokens[t].Lemma) && t > sentence.First && IsAgreement(document, named, hit, t - 1))
                continue;
            else if (document.Tokens[t].Upos == Upos.VERB || document.Tokens[t].Form is ";" or ":")
                return -1;
        }
        return -1;
    }

    private static bool IsPronoun(in Token token) => token.Form.Equals("it", StringComparison.OrdinalIgnoreCase);

    // Of “the ceasefire agreement” it is the agreement.
    private bool IsAgreement(Document document, List<NamedAgreement> named, PhraseHit<(SetPhrase Phrase, string Claim)> hit, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.PROPN && document.Tokens[token].Relation != Relation.Compound && (_rules.BindingClaims.Contains(hit.Value.Claim) && _rules.Binding.Holds(document, token) || _rules.Nouns.Any(nouns => nouns.Holds(document, token))) || named.Exists(a => a.First <= token && token <= a.Last);

    /// <summary>Of a known name the token that the others hang on.</summary>
    private static int HeadOf(Document document, List<NamedAgreement> named, int token)
    {
        foreach (var agreement in named)
            if (agreement.First <= token && token <= agreement.Last)
                for (var t = agreement.Last; t >= agreement.First; t--)
                    if (document.Tokens[t].Head < agreement.First || document.Tokens[t].Head > agreement.Last)
                        return t;
        return token;
    }
}
