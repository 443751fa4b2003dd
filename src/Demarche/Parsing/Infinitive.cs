namespace Demarche.Parsing;

/// <summary>Who is to do what an infinitive says, as far as the tree alone tells it: whoever is named right before its “to”.</summary>
internal static class Infinitive
{
    /// <summary>“asked the party to embrace him”: the object of the verb over an infinitive, right before it; −1 when there is none.</summary>
    public static int ObjectBefore(Document document, int infinitive)
    {
        if (document.Tokens[infinitive].Head is not (>= 0 and var verb))
            return -1;
        var first = document.Tree.LeftEdge(infinitive);
        foreach (var d in document.Tree.Of(verb))
            if (d > verb && document.Tokens[d].Relation is Relation.Obj or Relation.Iobj && document.Tree.RightEdge(d) + 1 == first)
                return d;
        return -1;
    }

    /// <summary>“a call for the party to unite behind him”: whoever stands with “for” between a noun and its infinitive; −1 when nobody does.</summary>
    public static int NounAfterFor(Document document, int infinitive)
    {
        if (document.Tokens[infinitive].Head is not (>= 0 and var noun))
            return -1;
        var first = document.Tree.LeftEdge(infinitive);
        foreach (var d in document.Tree.Of(noun))
            if (document.Tokens[d].Relation == Relation.Nmod && document.Tree.RightEdge(d) + 1 == first && document.Tokens[document.Tree.LeftEdge(d)].Form == "for")
                return d;
        return -1;
    }
}
