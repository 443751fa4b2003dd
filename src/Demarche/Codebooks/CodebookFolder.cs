using Demarche.Codebooks.Compiled;

namespace Demarche.Codebooks;

/// <summary>
/// Where a codebook stands: a whole one, or the one that comes with the program and a layer over it. A layer is a folder with some of a codebook's parts and
/// without <c>operators.yaml</c>; what it says comes before what the codebook below says.
/// </summary>
/// <param name="Base">The folder of the whole codebook.</param>
/// <param name="Layer">The folder of the layer, or null.</param>
internal sealed record CodebookFolder(string Base, string? Layer)
{
    public const string Actors = "actors";

    public const string Places = "places";

    public const string Sectors = "sectors.yaml";

    public const string Events = "events";

    public const string Issues = "issues";

    public const string Lexicons = "lexicons";

    /// <summary>Passages of news with the issue that a reader finds in them.</summary>
    public const string Passages = "issues/passages";

    /// <summary>Wordings that look like an act and are none.</summary>
    public const string Senses = "senses";

    private const string Operators = "operators.yaml";

    private readonly Lazy<CompiledFolder?> _compiled = new(() => Layer is null ? CompiledCodebook.Of(Base) : null);

    /// <summary>What was compiled of it beforehand; null of a layer, which is read as files, and when nothing was.</summary>
    public CompiledFolder? Compiled => ReadsFiles ? null : _compiled.Value;

    /// <summary>True for whoever compiles: reads everything from the files.</summary>
    public bool ReadsFiles { get; init; }

    private static readonly string[] PartsOfALayer = [Actors, Events, Issues, Lexicons, Places, Sectors, Senses];

    /// <summary>The folder of the codebook that comes with the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "codebook");

    /// <summary>The codebook that a folder is; the one that comes with the program when null.</summary>
    public static CodebookFolder At(string? directory)
    {
        if (directory is null)
            return new(Shipped, null);
        if (File.Exists(Path.Combine(directory, Operators)))
            return new(directory, null);
        return PartsOfALayer.Any(part => Path.Exists(Path.Combine(directory, part))) ? new(Shipped, directory)
            : throw new CodebookException(directory, 0, $"is no codebook and no layer of one; it has neither {Operators} nor any of {string.Join(", ", PartsOfALayer)}");
    }

    /// <summary>The files of one part, those of the codebook before those of the layer, each with what errors call it.</summary>
    /// <param name="part">The name of a subfolder.</param>
    /// <param name="extension">Such as <c>.yaml</c>.</param>
    public IEnumerable<CodebookFile> Files(string part, string extension)
    {
        if (Compiled?.Whole is { } compiled)
        {
            foreach (var name in compiled.Files.NamesIn(part, extension))
                yield return File(Base, name);
            yield break;
        }
        foreach (var directory in new[] { Base, Layer })
        {
            var path = directory is null ? null : Path.Combine(directory, part);
            if (path is null || !Directory.Exists(path))
                continue;
            var files = Directory.GetFiles(path, "*" + extension);
            Array.Sort(files, StringComparer.Ordinal);
            foreach (var file in files)
                yield return File(directory!, Path.GetFileName(file));
        }

        CodebookFile File(string directory, string name)
        {
            var path = Path.Combine(directory, part, name);
            return directory == Layer ? new(path, path, true) : new(path, $"codebook/{part}/{name}", false);
        }
    }
}
