using Demarche.Codebooks;

namespace Demarche.Coding;

/// <summary>What may stand at a place of a pattern: a slot, certain words, a class of nouns, or anything.</summary>
public sealed record Filler
{
    /// <summary>The slot that the place fills, or null.</summary>
    /// <remarks>With words or classes the slot takes only a noun of them: “&lt;actor:{police}&gt;”.</remarks>
    public Slot? Slot { get; init; }

    /// <summary>Dictionary forms, in the order of the pattern.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public IReadOnlyList<Lexicon> Classes { get; init; } = [];

    /// <summary>True for <c>*</c>.</summary>
    public bool Any { get; init; }

    /// <summary>For a slot: true when the noun itself must be somebody, and not only belong to him: one questions a man, or his judgment.</summary>
    public bool Itself { get; init; }

    /// <summary>The slot of the noun's owner: “&lt;recipient&gt;'s {envoy}”.</summary>
    public Slot? Owner { get; init; }

    /// <summary>True when it says which words stand here, so that a match tells something.</summary>
    public bool Fixed => Words.Count > 0 || Classes.Count > 0;

    /// <summary>How much it narrows the match: literal words over classes over slots over anything.</summary>
    public int Weight => (Slot is not null ? Fixed ? 5 : 1 : Words.Count > 0 ? 4 : Classes.Count > 0 ? 3 : 0) + (Owner is not null ? 1 : 0);

    /// <summary>True when the noun at this token may stand here.</summary>
    public bool Takes(Document document, int token)
    {
        if (Any || Slot is not null && !Fixed)
            return true;
        ref readonly var t = ref document.Tokens[token];
        // “the United States” is no state of a pattern's “state”.
        var named = t.Upos == Upos.PROPN && document.MentionAt(token) is { Kind: MentionKind.Name, Actor.Kind: ActorKind.State };
        foreach (var word in Words)
            if (!named && Lexemes.Match(document, token, word))
                return true;
        foreach (var lexicon in Classes)
            if (lexicon.Holds(document, token))
                return true;
        return false;
    }
}
