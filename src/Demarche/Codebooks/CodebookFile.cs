namespace Demarche.Codebooks;

/// <summary>A file of a codebook.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What errors and records call it.</param>
/// <param name="OfLayer">True when it stands in the layer over the codebook.</param>
internal readonly record struct CodebookFile(string Path, string Name, bool OfLayer)
{
    /// <summary>The name without folder and ending.</summary>
    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);
}
