namespace Demarche.Attributing;

/// <summary>
/// Puts a link into the chain for those who pass on what another said: “the envoy, quoted by the agency, said”, “the agency, citing an official, reported”,
/// “was quoted as saying”.
/// </summary>
internal static class PassingOn
{
    public static void Link(List<Draft> drafts, Syntax syntax)
    {
        if (!drafts.Exists(draft => IsPassing(draft, syntax)))
            return;
        var bySentence = drafts.ToLookup(draft => syntax.SentenceAt[draft.CueHead]);
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var draft = drafts[i];
            if (!IsPassing(draft, syntax))
                continue;
            var others = bySentence[syntax.SentenceAt[draft.CueHead]].Where(other => other != draft);
            if (draft.IsPassive && syntax.IsBareParticiple(draft.CueHead))
                QuotedBy(draft, others, syntax);
            else if (draft.IsPassive && draft.SourceHead < 0 && QuotedAs(draft, others, syntax))
                drafts.RemoveAt(i);
            else if (!draft.IsPassive && syntax.IsGerund(draft.CueHead) && Citing(draft, others, syntax) is { } link)
                drafts[i] = link;
        }
    }

    private static bool IsPassing(Draft draft, Syntax syntax) => syntax.Rules.PassOn.Contains(syntax.Lemmas[draft.CueHead]) && draft.Rule.Class == CueClass.Verb;

    /// <summary>“The envoy, quoted by the agency, said that …”: the agency passes on that he said it, not him.</summary>
    private static void QuotedBy(Draft draft, IEnumerable<Draft> others, Syntax syntax)
    {
        var person = syntax.Tokens[draft.CueHead].Head;
        if (others.FirstOrDefault(other => other.SourceHead == person) is not { } passed)
            return;
        draft.Content.Replace(passed.Content);
        // The comma between what is said and “according to” belongs to what the agency passes on.
        draft.Content.Add(passed.Cue.First - passed.Content.End == 1 ? passed.Cue with { First = passed.Content.End } : passed.Cue);
        foreach (var stretch in passed.Source.List)
            draft.Content.Add(stretch);
        draft.Content.Remove(syntax.Phrase(draft.CueHead));
        passed.Source.Remove(syntax.Phrase(draft.CueHead)).Narrow(syntax.Trim);
    }

    /// <summary>“Their commander was quoted as saying that …”: nobody is named who quotes, so that the words ascribe to the commander.</summary>
    private static bool QuotedAs(Draft draft, IEnumerable<Draft> others, Syntax syntax)
    {
        foreach (var said in others)
            if (said.CueHead > draft.CueHead && said.CueHead <= draft.CueHead + 6 && syntax.Quoted(said.CueHead) == said.SourceHead && said.SourceHead >= 0 && syntax.Leader(said.CueHead, As) is >= 0 and var lead
                && lead == draft.Cue.End && said.Cue.First == lead + 1)
            {
                said.Cue = new(draft.Cue.First, said.Cue.End);
                said.Clause = draft.CueHead;
                return true;
            }
        return false;
    }

    private static readonly string[] As = ["as"];

    /// <summary>“The agency, citing an official, reported that …”: the agency has it from the official.</summary>
    private static Draft? Citing(Draft draft, IEnumerable<Draft> others, Syntax syntax)
    {
        var person = syntax.Tree.Dependent(draft.CueHead, Relation.Obj);
        if (person < draft.CueHead || !CanSpeak(person, syntax))
            return null;
        var governor = syntax.Tokens[draft.CueHead].Head;
        var told = others.FirstOrDefault(other => other.TakesQuote && (other.CueHead == governor || other.SourceHead >= 0 && other.SourceHead == governor) && !other.Content.IsEmpty);
        if (told is null)
            return null;
        var link = new Draft(draft.Rule, draft.CueHead, draft.Cue) { Form = "who is cited", SourceHead = person, Around = told };
        link.Source.Add(syntax.Name(person));
        told.Content.Remove(syntax.Phrase(draft.CueHead)).Narrow(syntax.Trim);
        link.Content.Replace(told.Content);
        return link;
    }

    // “citing the costs” gives a reason; “citing a minister”, “citing a report” somebody who said it.
    private static bool CanSpeak(int noun, Syntax syntax) =>
        syntax.Tokens[noun].Upos == Upos.PROPN || syntax.Document.MentionAt(noun) is not null || syntax.Rules.Documents.Contains(syntax.Lemmas[noun]);
}
