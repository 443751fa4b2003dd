using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>Reads what a clause behind a noun makes of the act that the noun names.</summary>
internal sealed class NounClauses(Operators operators)
{
    /// <summary>“the withdrawal that Tehran demands”, “the release of the sailors demanded by Tehran”, “talks planned for Friday”: what a clause behind the noun says of it.</summary>
    public void Read(Document document, int noun, Composition composition, Func<int, Match?> matchAt)
    {
        var tokens = document.Tokens;
        foreach (var d in document.Tree.Of(noun))
        {
            ReadClause(d);
            if (tokens[d].Relation == Relation.Nmod && FrameReader.Preposition(document, d) == "of")
                foreach (var inner in document.Tree.Of(d))
                    ReadClause(inner);
        }

        void ReadClause(int verb)
        {
            if (tokens[verb].Relation is not (Relation.Acl or Relation.AclRelcl) || tokens[verb].Upos != Upos.VERB || !LeavesOpen(document, verb) || Negation.Of(document, verb, operators) is not null)
                return;
            var speech = matchAt(verb) is { } outer && operators.Inside.TryGetValue(outer.Type, out var inside) && (Composition.LooksAhead(inside) || inside == EventStatus.Denied) ? outer : null;
            var op = operators.OfWord(tokens[verb].Lemma) is { Status: { } status } word && (Composition.LooksAhead(status) || status == EventStatus.Denied) && (status != EventStatus.Planned || Clauses.IsDated(document, verb)) && !operators.Authoritative.Contains(tokens[verb].Lemma) ? word : null;
            if (op is null && (speech is null || operators.Authoritative.Contains(tokens[verb].Lemma)))
                return;
            composition.Speech ??= speech;
            if (op is not null)
                composition.Push(document, op, verb);
            else
                composition.Apply(operators.Inside[speech!.Type], $"it is what “{tokens[verb].Form}” asks for, promises, refuses or threatens");
        }
    }

    /// <summary>A participle, or a clause whose object is the noun before it: “demanded by Tehran”, “that Tehran demands”.</summary>
    private static bool LeavesOpen(Document document, int verb)
    {
        if (document.Tree.Dependent(verb, Relation.Xcomp) >= 0 || document.Tree.Dependent(verb, Relation.Ccomp) >= 0)
            return false;
        if (document.Tokens[verb].Relation == Relation.Acl)
            return document.Tokens[verb].Xpos is "VBN" or "VBD" && document.Tree.Dependent(verb, Relation.Obj) < 0;
        var taken = document.Tree.Dependent(verb, Relation.Obj);
        if (document.Tree.Dependent(verb, Relation.NsubjPass) is >= 0 and var passive)
            return document.Tokens[passive].Xpos is "WDT" or "WP";
        return document.Tree.Dependent(verb, Relation.Nsubj) is >= 0 and var subject && document.Tokens[subject].Xpos is not ("WDT" or "WP") && (taken < 0 || document.Tokens[taken].Xpos is "WDT" or "WP");
    }
}
