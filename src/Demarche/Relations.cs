namespace Demarche;

/// <summary>The spelling of relations in the standard (“nsubj:pass”), and the universal relation that a subtype belongs to.</summary>
public static class Relations
{
    private static readonly string[] Names =
    [
        "dep",
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "aux:pass",
        "case",
        "cc",
        "cc:preconj",
        "ccomp",
        "compound",
        "compound:prt",
        "conj",
        "cop",
        "csubj",
        "csubj:outer",
        "csubj:pass",
        "det",
        "det:predet",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "nmod:unmarked",
        "nsubj",
        "nsubj:outer",
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "root",
        "vocative",
        "xcomp",
    ];

    private static readonly Dictionary<string, Relation> ByName = Names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => (Relation)x.i, StringComparer.Ordinal);

    private static readonly Relation[] UniversalOf = [.. Names.Select(name => ByName.GetValueOrDefault(name.Split(':')[0]))];

    /// <summary>How many relations there are.</summary>
    public static int Count => Names.Length;

    /// <summary>As the standard writes it, such as “nsubj:pass”.</summary>
    public static string Name(this Relation relation) => Names[(int)relation];

    /// <summary>Without the subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public static Relation Universal(this Relation relation) => UniversalOf[(int)relation];

    /// <summary>Reads the standard's spelling; an unknown subtype counts as its universal relation, anything else as <c>dep</c>.</summary>
    public static Relation Parse(string name) =>
        ByName.TryGetValue(name, out var relation) ? relation : ByName.GetValueOrDefault(name.Split(':')[0]);
}
