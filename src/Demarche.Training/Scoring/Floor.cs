namespace Demarche.Training.Scoring;

/// <summary>What a figure must not fall below.</summary>
/// <param name="Layer">One of <see cref="LayerScorer.Layers"/>.</param>
/// <param name="Gold">The gold, from the root of the project; only the file's name where the gold lies outside it.</param>
/// <param name="Measure">The figure, as the scorer names it.</param>
public sealed record Floor(string Layer, string Gold, string Measure)
{
    /// <summary>True when the gold is not part of the project.</summary>
    public bool Outside { get; init; }

    /// <summary>For <c>ud</c>: from raw text.</summary>
    public bool Raw { get; init; }

    /// <summary>For <c>attributions</c>: only documents of this split.</summary>
    public string? Split { get; init; }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over the gold for which the floor holds; null where any gold of this name will do.</summary>
    public string? Hash { get; init; }

    /// <summary>In percent.</summary>
    public double Value { get; init; }

    /// <summary>The figure when the floor was last raised.</summary>
    public double Measured { get; init; }
}
