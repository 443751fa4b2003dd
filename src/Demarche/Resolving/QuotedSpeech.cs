using Demarche.Attributing;
using Demarche.Parsing;

namespace Demarche.Resolving;

/// <summary>
/// Who speaks between quotation marks, as far as pronouns need it: in somebody's own words the third person is never the speaker, and whom they name
/// is not thereby whom the story speaks of.
/// </summary>
internal sealed class QuotedSpeech(Document document)
{
    private readonly Token[] _tokens = document.Tokens;
    private readonly Quotations _quotations = document.Quotations;
    private readonly Dictionary<int, int> _speakers = [];

    /// <summary>True when a token stands between the marks of speech and another does not stand between the same.</summary>
    public bool IsOnlySpokenOf(int token, int other) => _quotations.InsideSpeech(token) && !_quotations.InsideSpeech(other);

    /// <summary>The subject of the verb that says whose the quoted words around a token are; −1 when the token is not quoted or nobody is told.</summary>
    public int SpeakerAround(int token) => _quotations.At(token) is >= 0 and var quotation && _quotations.IsSpeech(quotation) ? SpeakerOf(quotation) : -1;

    /// <summary>“The envoy, he added, took notes”: of whom somebody speaks before it is said who speaks is not the speaker.</summary>
    public bool IsToldOf(int candidate, int pronoun)
    {
        if (_tokens[pronoun].Relation.Universal() != Relation.Nsubj || candidate > pronoun || _tokens[pronoun - 1].Form is not ("," or "”" or "\"" or "''" or "’") || _tokens[pronoun].Head is not (>= 0 and var verb) || _tokens[verb].Upos != Upos.VERB)
            return false;
        // “The general “was late”, he said”: both hang on the verb.
        if (_tokens[candidate].Head == verb && _tokens[candidate].Relation.Universal() == Relation.Nsubj)
            return true;
        // “The envoy refused; to leave, he argued, was wrong”: another sentence, but for its stop.
        for (var t = candidate; t < pronoun; t++)
            if (_tokens[t].Form == ";")
                return false;
        foreach (var d in document.Tree.Of(verb))
            if (d > pronoun && _tokens[d].Relation.Universal() is Relation.Ccomp or Relation.Xcomp or Relation.Obj or Relation.Advcl or Relation.Parataxis)
                return false;
        var told = false;
        foreach (var d in document.Tree.Of(verb))
            if (d < pronoun && _tokens[d].Relation.Universal() is Relation.Ccomp or Relation.Parataxis)
            {
                if (IsWithin(candidate, d))
                    return true;
                told = true;
            }
        // “Seoul lied, he said” and “the envoy was blunt: Seoul lied, he said”: what is told hangs on the verb, else the verb on it.
        return !told && _tokens[verb] is { Head: >= 0 and var around } && _tokens[verb].Relation.Universal() == Relation.Parataxis && IsWithin(candidate, around);
    }

    /// <summary>True for a token that hangs, however deep, on another or is it.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        var at = token;
        for (var steps = 0; at >= 0 && steps < MaxDepth; steps++, at = _tokens[at].Head)
            if (at == ancestor)
                return true;
        return false;
    }

    private int SpeakerOf(int quotation)
    {
        if (_speakers.TryGetValue(quotation, out var known))
            return known;
        // “We will stay,” said the envoy. “He may go.”: goes on speaking.
        var speaker = -1;
        for (int at = quotation, steps = 0; speaker < 0 && at >= 0 && steps < MaxClimb; at--, steps++)
        {
            var (first, end) = _quotations.All[at].Words;
            if (at < quotation && (!_quotations.IsSpeech(at) || _quotations.All[at + 1].Words.First - end > MaxTag))
                break;
            speaker = _speakers.TryGetValue(at, out known) ? known : Around(first, end);
        }
        return _speakers[quotation] = speaker;
    }

    // The nearest verb outside the marks over the quoted words, or beside them in the same sentence.
    private int Around(int first, int end)
    {
        for (var t = first; t < end; t++)
            if (_tokens[t].Head is >= 0 and var head && (head < first || head >= end) && _tokens[t].Upos != Upos.PUNCT && SubjectOf(head, first, end) is >= 0 and var over)
                return over;
        // “He lied”, the envoy said: the verb may hang on the words.
        for (var t = end; t < Math.Min(_tokens.Length, end + MaxTag) && !_quotations.Inside(t); t++)
            if (_tokens[t].Head >= first && _tokens[t].Head < end && _tokens[t].Relation.Universal() is Relation.Parataxis or Relation.Ccomp && SubjectOf(t, first, end) is >= 0 and var beside)
                return beside;
        return -1;
    }

    private int SubjectOf(int verb, int first, int end)
    {
        for (var steps = 0; verb >= 0 && steps < MaxClimb; steps++)
        {
            if (document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && (subject < first || subject >= end))
                return subject;
            if (_tokens[verb].Relation.Universal() is not (Relation.Conj or Relation.Advcl or Relation.Xcomp))
                return -1;
            verb = _tokens[verb].Head;
        }
        return -1;
    }

    // Words of a speech tag between two quotations.
    private const int MaxTag = 20;

    private const int MaxClimb = 6;

    private const int MaxDepth = 12;
}
