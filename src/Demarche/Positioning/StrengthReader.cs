using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>Finds the words that say how strong a position is: “categorically rejected”, “agreed in principle”, “its firm opposition”.</summary>
internal sealed class StrengthReader
{
    private readonly Dictionary<string, List<(string[] Words, int Strength)>> _byFirst = new(StringComparer.OrdinalIgnoreCase);

    private readonly PositionRules _rules;

    public StrengthReader(PositionRules rules)
    {
        _rules = rules;
        foreach (var (phrase, strength) in rules.Strengths)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!_byFirst.TryGetValue(words[0], out var phrases))
                _byFirst[words[0]] = phrases = [];
            phrases.Add((words, strength));
        }
        // The longest phrase wins.
        foreach (var phrases in _byFirst.Values)
            phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    /// <summary>From 1 to 3, with the words that say so; the rule's own strength where none do.</summary>
    public (int Strength, Span? Words) Of(Document document, Stand stand)
    {
        var sentence = document.SentenceOf(stand.Trigger);
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (!_byFirst.TryGetValue(document.Tokens[t].Form, out var phrases))
                continue;
            foreach (var (words, strength) in phrases)
                if (t + words.Length <= sentence.End && Stands(document, t, words) && Bears(document, t, t + words.Length - 1, stand))
                    return (strength, document.SpanOf(t, t + words.Length - 1));
        }
        return (stand.Rule.Strength, null);
    }

    private static bool Stands(Document document, int token, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
            if (!document.Tokens[token + i].Form.Equals(words[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>True when the words hang on the trigger, or on the verb that carries it: “firmly expressed its support”.</summary>
    private bool Bears(Document document, int first, int last, Stand stand)
    {
        var tokens = document.Tokens;
        var governor = -1;
        for (var t = first; t <= last && governor < 0; t++)
            if (tokens[t].Head < first || tokens[t].Head > last)
                governor = tokens[t].Head;
        if (governor < 0)
            return false;
        if (governor == stand.Trigger || last + 1 == stand.Trigger)
            return true;
        // “expressed its unwavering support”
        if (tokens[governor].Head == stand.Trigger && tokens[governor].Relation == Relation.Obj && tokens[first].Relation == Relation.Amod && _rules.GeneralNouns.Holds(document, governor))
            return true;
        // Of “categorically ruled out any talks” the tree may hang the adverb on the auxiliary or the particle.
        if (tokens[governor].Head == stand.Trigger && tokens[governor].Relation.Universal() is Relation.Aux or Relation.Cop)
            return true;
        return tokens[stand.Trigger].Head == governor && tokens[stand.Trigger].Relation.Universal() is Relation.Xcomp or Relation.Obj;
    }
}
