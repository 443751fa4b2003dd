namespace Demarche.Attributing;

/// <summary>Finds the speakers of a transcript: a name in capitals and a colon at the head of a paragraph, which is theirs.</summary>
internal sealed class LabelCues(Syntax syntax)
{
    private readonly Token[] _tokens = syntax.Tokens;

    public IEnumerable<Draft> Find(Document document)
    {
        if (syntax.Rules.Labels is not { } rule)
            yield break;
        var labels = Labels(document, rule);
        // “HONIARA: The minister said …”: one place in capitals above a report is no speaker.
        if (labels is [var only] && document.MentionAt(only.SourceHead) is not { Actor.Kind: ActorKind.Person } && (document.PlaceAt(only.SourceHead) is not null || document.MentionAt(only.SourceHead) is { Actor.Kind: ActorKind.State }))
            yield break;
        foreach (var label in labels)
            yield return label;
    }

    private List<Draft> Labels(Document document, CueRule rule)
    {
        var labels = new List<Draft>();
        var sentences = document.Sentences;
        var block = 0;
        for (var s = 0; s < sentences.Count;)
        {
            while (block < document.Blocks.Count && document.Blocks[block].Span.End <= sentences[s].Span.Start)
                block++;
            var end = block < document.Blocks.Count ? document.Blocks[block].Span.End : sentences[s].Span.End;
            var first = s;
            while (s < sentences.Count && (s == first || sentences[s].Span.Start < end))
                s++;
            var words = new Stretch(sentences[first].First, sentences[s - 1].End);
            if (sentences[first].Kind == BlockKind.Body && Label(words, rule) is >= 0 and var colon)
            {
                var draft = new Draft(rule, colon, new(colon, colon + 1)) { Form = "label", SourceHead = colon - 1 };
                draft.Source.Add(new(words.First, colon));
                draft.Content.Add(new(colon + 1, words.End));
                labels.Add(draft);
            }
        }
        return labels;
    }

    /// <summary>The mark after a label, or −1.</summary>
    private int Label(Stretch words, CueRule rule)
    {
        var capitals = 0;
        for (var t = words.First; t < words.End - 1 && t - words.First <= rule.Longest; t++)
        {
            if (rule.Marks.Contains(_tokens[t].Form))
                return capitals > 0 ? t : -1;
            var form = _tokens[t].Form;
            if (form.Length > 1 && form.All(c => char.IsUpper(c) || c is '.' or '-' or '’' or '\''))
                capitals++;
            else if (form.Length != 1 || !char.IsUpper(form[0]) && form != ".")
                return -1;
        }
        return -1;
    }
}
