namespace Demarche;

/// <summary>Where a coder finds what it needs, and by which conventions it codes.</summary>
public sealed record CoderOptions
{
    /// <summary>The codebook folder; the one shipped beside the library when null.</summary>
    public string? Codebook { get; init; }

    /// <summary>The model file; the one shipped beside the library when null.</summary>
    public string? Model { get; init; }

    /// <summary>A file of <c>codebook/profiles</c>, without its ending; the codebook's own conventions when null.</summary>
    public string? Profile { get; init; }
}
