using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>What all steps of resolving a story look at: its words, the names found in them, whom it has spoken of so far, and the sentence that is being read.</summary>
internal sealed class Scene
{
    public Scene(Gazetteer gazetteer, Document document)
    {
        Gazetteer = gazetteer;
        Document = document;
        Tokens = document.Tokens;
        Folded = gazetteer.Fold(document.Tokens);
        AnchorAt = new Anchor?[Tokens.Length];
        ItemAt = new Item?[Tokens.Length];
        Timed = new bool[Tokens.Length];
        Actors = new(gazetteer, document.Story.Published);
        Pieces = Words.Homonyms.Count > 0 ? [.. Tokens.Select(token => token.Form)] : [];
    }

    public Gazetteer Gazetteer { get; }

    public NameWords Words => Gazetteer.Words;

    public Document Document { get; }

    public Token[] Tokens { get; }

    public FoldedTokens Folded { get; }

    public DateOnly? Published => Document.Story.Published;

    /// <summary>The name that a token is part of.</summary>
    public Anchor?[] AnchorAt { get; }

    /// <summary>The phrase whose head a token is.</summary>
    public Item?[] ItemAt { get; }

    /// <summary>Which tokens are part of a date.</summary>
    public bool[] Timed { get; }

    public StoryActors Actors { get; }

    /// <summary>The words of the story, for names that a word beside them makes somebody else's; empty when there are no such names.</summary>
    public HashSet<string> Pieces { get; }

    /// <summary>States that the names of the story are of.</summary>
    public HashSet<string> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>How many names in the story are of a state.</summary>
    public Dictionary<string, int> Spoken { get; } = new(StringComparer.Ordinal);

    /// <summary>First tokens of the names that give a person in full.</summary>
    public HashSet<int> NamedInFull { get; } = [];

    /// <summary>Organizations that the story calls by more than a word such as “Alliance”.</summary>
    public HashSet<string> NamedOtherwise { get; } = new(StringComparer.Ordinal);

    /// <summary>The mentions so far, in the order in which they were read.</summary>
    public List<Item> Mentions { get; } = [];

    /// <summary>All whom the story has spoken of so far.</summary>
    public HashSet<Entity> Met { get; } = [];

    /// <summary>The state whose statement the text is: “the Ministry” in it is its own.</summary>
    public string? Home { get; set; }

    /// <summary>The country of the place in the dateline.</summary>
    public string? Dateline { get; set; }

    public Sentence Sentence { get; set; } = new(0, 0, default, BlockKind.Body);

    /// <summary>How many sentences came before this one.</summary>
    public int Number { get; set; }

    /// <summary>The number of the first sentence of the paragraph.</summary>
    public int Block { get; set; }

    /// <summary>Says whom a phrase means, once.</summary>
    public required Action<Item> Resolve { get; init; }

    /// <summary>Whom the phrase with this head means; found on demand, so that one may look ahead.</summary>
    public Entity? EntityAt(int head)
    {
        if (ItemAt[head] is not { } item)
            return null;
        Resolve(item);
        return item.Entity;
    }

    public Item? ItemOf(Description description)
    {
        for (var t = description.First; t < description.End; t++)
            if (ItemAt[t]?.Description == description)
                return ItemAt[t];
        return null;
    }

    /// <summary>“The troops massed at the border”: not those spoken of before; “the official, who asked for tea”, may be.</summary>
    public bool IsNarrowed(Item item)
    {
        // “The speaker of parliament”: what the role itself consists of narrows nothing.
        var (head, from) = (item.Head, item.Description?.RoleEnd ?? item.Head + 1);
        foreach (var d in Document.Tree.Of(head))
            if (d > head && d >= from && Tokens[d].Relation.Universal() is Relation.Acl or Relation.Nmod && !(Tokens[d].Relation.Universal() == Relation.Acl && (Form(head + 1) == "," || IsOrdered(head, d))))
                return true;
        return false;
    }

    // “Told the army to hit back”, where the tree hangs the infinitive on the army.
    private bool IsOrdered(int head, int verb) => Tokens[verb].Xpos == "VB" && Tokens[head].Relation is Relation.Obj or Relation.Iobj && Form(head + 1) is "to" or "not";

    /// <summary>True for a subject, and for whoever stands behind “by”.</summary>
    public bool Acts(int head) =>
        Tokens[head].Relation is Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent
        || (Tokens[head].Relation.Universal() == Relation.Obl && Document.Tree.Dependent(head, Relation.Case) is >= 0 and var by && Tokens[by].Form is "by");

    public int HeadOf(int first, int end, int otherwise)
    {
        for (var t = first; t < end; t++)
            if ((Tokens[t].Head < first || Tokens[t].Head >= end) && Tokens[t].Relation.Universal() is not (Relation.Case or Relation.Punct or Relation.Det or Relation.Cc or Relation.Mark))
                return t;
        return otherwise;
    }

    public string LemmaOf(int t) => (Tokens[t].Lemma is { Length: > 0 } lemma ? lemma : Tokens[t].Form).ToLowerInvariant();

    public string Form(int t) => t < Tokens.Length ? Tokens[t].Form : "";

    public string WordsOf(int first, int end) => Document.Words(Document.SpanOf(first, end - 1));

    public string FoldTokens(int first, int end) => Folding.Fold(WordsOf(first, end));

    /// <summary>As far back as “the president” can point; keeps long stories linear.</summary>
    public const int MaxMentionsBack = 200;

    /// <summary>How many of those that nobody names are kept in mind.</summary>
    public const int MaxUnnamed = 20;
}
