namespace Demarche.Attributing;

/// <summary>“The envoy hopes and expects that …”: two cues with one content, which the tree hangs on the second alone.</summary>
internal static class SharedContent
{
    public static void Add(List<Draft> drafts, Syntax syntax)
    {
        var atVerb = new Dictionary<int, Draft>();
        foreach (var draft in drafts)
            if (draft.Rule.Class == CueClass.Verb)
                atVerb.TryAdd(draft.CueHead, draft);
        var added = new List<Draft>();
        foreach (var draft in drafts)
        {
            if (draft.Rule.Class != CueClass.Verb || draft.IsPassive || draft.Content.List is not [var content] || content.First < draft.CueHead || syntax.RelationOf(draft.CueHead) != Relation.Conj)
                continue;
            var first = syntax.Tokens[draft.CueHead].Head;
            if (first < 0 || first > draft.CueHead || !syntax.IsVerb(first) || syntax.IsPassive(first))
                continue;
            if (!atVerb.TryGetValue(first, out var other))
            {
                if (Of(first, draft, syntax) is { } shared)
                    added.Add(shared);
            }
            // “denied and condemned the raid on the camp”: of one object the longer words.
            else if (!other.IsPassive && other.Content.List is [var shorter] && shorter.First == content.First && shorter.End < content.End)
            {
                other.Content.Replace(draft.Content);
            }
        }
        drafts.AddRange(added);
    }

    private static Draft? Of(int verb, Draft second, Syntax syntax)
    {
        foreach (var d in syntax.Tree.Of(verb))
            if (d > verb && d != second.CueHead && syntax.RelationOf(d) is Relation.Obj or Relation.Iobj or Relation.Ccomp or Relation.Xcomp or Relation.Obl or Relation.Advcl)
                return null;
        var source = syntax.Subject(verb);
        if (source < 0 || syntax.CannotSpeak(source) || syntax.IsRelativePronoun(source))
            return null;
        foreach (var cue in syntax.Rules.Verbs(syntax.Lemmas[verb]))
        {
            if (cue.Further.Length > 0 || cue.Rule.Voice == Voice.Passive || !Array.Exists(cue.Rule.Frames, frame => frame.Text == second.Form))
                continue;
            var draft = new Draft(cue.Rule, verb, syntax.Group(verb)) { SourceHead = source, Form = second.Form, TakesQuote = cue.Rule.TakesQuote, Confidence = cue.Rule.Confidence * 0.8 };
            draft.Source.Add(syntax.SubjectName(source));
            draft.Content.Replace(second.Content);
            draft.Persons.AddRange(second.Persons);
            if (syntax.IsNegated(verb))
                draft.Polarity = syntax.Rules.Negated(draft.Polarity);
            return draft;
        }
        return null;
    }
}
