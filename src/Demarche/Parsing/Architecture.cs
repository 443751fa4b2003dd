namespace Demarche.Parsing;

/// <summary>The sizes of the network. The defaults are those of the model that is shipped.</summary>
internal sealed record Architecture
{
    /// <summary>Numbers a token's features become, in the order of <see cref="TokenFeatures"/>.</summary>
    public int[] EmbeddingSizes { get; init; } = [100, 32, 32, 48, 48, 32];

    /// <summary>Units of one direction of a recurrent layer.</summary>
    public int Hidden { get; init; } = 192;

    /// <summary>Recurrent layers.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Numbers by which a token is judged as a dependent and as a head.</summary>
    public int Arc { get; init; } = 128;

    /// <summary>Numbers from which the relation of a token to its head is read.</summary>
    public int Label { get; init; } = 128;

    public int Input => EmbeddingSizes.Sum();
}
