namespace Demarche.Positioning;

/// <summary>What a position was read off. Where several tell of one position, the first is kept.</summary>
internal enum StandKind
{
    /// <summary>Words of <c>positions.yaml</c>.</summary>
    Words,

    /// <summary>An event of speech.</summary>
    Event,

    /// <summary>A cue that says by itself what is done with the content: “demanded”.</summary>
    Cue,

    /// <summary>An auxiliary inside a statement: “we will stay”.</summary>
    Statement,
}
