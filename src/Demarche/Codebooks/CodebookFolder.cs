namespace Demarche.Codebooks;

/// <summary>
/// Where a codebook stands: a whole one, or the one that comes with the program and a layer over it. A layer is a folder with tables of actors or roles and
/// without event types; what it says comes before what the codebook below says.
/// </summary>
/// <param name="Base">The folder of the whole codebook.</param>
/// <param name="Layer">The folder of the layer, or null.</param>
internal sealed record CodebookFolder(string Base, string? Layer)
{
    /// <summary>The tables that a layer may have.</summary>
    public const string Actors = "actors";

    public const string Sectors = "sectors.yaml";

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "codebook");

    /// <summary>The codebook that a folder is; the one that comes with the program when null.</summary>
    public static CodebookFolder At(string? directory)
    {
        if (directory is null)
            return new(Shipped, null);
        var isLayer = !Directory.Exists(Path.Combine(directory, "events")) && (Directory.Exists(Path.Combine(directory, Actors)) || File.Exists(Path.Combine(directory, Sectors)));
        return isLayer ? new(Shipped, directory) : new(directory, null);
    }
}
