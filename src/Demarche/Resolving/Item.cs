using Demarche.Recognizing;

namespace Demarche.Resolving;

/// <summary>A phrase of a sentence that is going to be a mention, once it is known whom it means.</summary>
internal sealed class Item(int first, int end, int head, MentionKind kind)
{
    public int First { get; } = first;

    public int End { get; } = end;

    public int Head { get; } = head;

    public MentionKind Kind { get; } = kind;

    public Anchor? Anchor { get; init; }

    public Description? Description { get; init; }

    /// <summary>What the pronoun or noun can point back to.</summary>
    public Anaphor? Anaphor { get; init; }

    /// <summary>“Both sides”, “the two countries”.</summary>
    public bool Pair { get; init; }

    /// <summary>What the words describe where they point back to nobody: “the three envoys”.</summary>
    public Description? Otherwise { get; set; }

    /// <summary>“His country”.</summary>
    public bool OwnLand { get; init; }

    /// <summary>“The former”, “the latter”.</summary>
    public bool OfTwo { get; init; }

    public bool Latter { get; init; }

    /// <summary>“The Union”, “the Council”: the last organization with that word in its name.</summary>
    public bool Body { get; init; }

    public bool Resolved { get; set; }

    /// <summary>Whom it means; null when that cannot be told, or when it is a place.</summary>
    public Entity? Entity { get; set; }

    public string Why { get; set; } = "";
}
