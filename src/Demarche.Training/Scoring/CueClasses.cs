using Demarche.Attributing;

namespace Demarche.Training.Scoring;

/// <summary>Tells the kind of a cue by its words, gold or found: the verbs that the codebook lists by what they say of, other verbs, nouns, adjectives, phrases, marks.</summary>
internal sealed class CueClasses(string codebook)
{
    private readonly AttributionRules _rules = AttributionRules.Load(Path.Combine(codebook, "attribution.yaml"));

    public string Of(Document document, IReadOnlyList<Span> cue)
    {
        string? verb = null, other = null;
        foreach (var span in cue)
            for (var t = document.FirstTokenFrom(span.Start); t < document.Tokens.Length && document.Tokens[t].Span.Start < span.End; t++)
            {
                ref readonly var token = ref document.Tokens[t];
                var lemma = token.Lemma.ToLowerInvariant();
                switch (token.Upos)
                {
                    case Upos.VERB:
                        verb = _rules.Verbs(lemma) is [var word, ..] ? $"{Name(word.Rule.Kind)} verbs" : verb ?? "other verbs";
                        break;
                    case Upos.NOUN or Upos.PROPN:
                        other ??= "nouns";
                        break;
                    case Upos.ADJ:
                        other ??= "adjectives";
                        break;
                    case not Upos.PUNCT:
                        other ??= "phrases";
                        break;
                    default:
                        break;
                }
            }
        return verb ?? other ?? "marks";
    }

    private static string Name(AttributionKind kind) => kind switch
    {
        AttributionKind.Belief => "belief",
        AttributionKind.Intention => "intention",
        _ => "statement",
    };
}
