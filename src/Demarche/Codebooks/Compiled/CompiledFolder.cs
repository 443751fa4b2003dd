namespace Demarche.Codebooks.Compiled;

/// <summary>
/// Says what of a compiled codebook holds of the files in a folder. In the folder of the program a file that has its length and is no younger than the compiled
/// ones is the file that was compiled; elsewhere, and where that does not hold, its content says so.
/// </summary>
internal sealed class CompiledFolder
{
    private readonly CompiledCodebook _compiled;
    private readonly string _directory;
    private readonly DateTime _builtAt;
    private readonly Lazy<bool> _isWhole;

    /// <param name="compiled">What was compiled.</param>
    /// <param name="directory">The folder.</param>
    /// <param name="builtAt">When what was compiled was written, where the folder is the one beside it; the beginning of time for others.</param>
    public CompiledFolder(CompiledCodebook compiled, string directory, DateTime builtAt)
    {
        (_compiled, _directory, _builtAt) = (compiled, directory, builtAt);
        _isWhole = new(HasAllAndNoOther);
    }

    /// <summary>What was compiled, where all files of the folder are those of which it was made, and no others are there.</summary>
    public CompiledCodebook? Whole => _isWhole.Value ? _compiled : null;

    /// <summary>What was compiled, where these files are those of which it was made.</summary>
    public CompiledCodebook? Of(IEnumerable<string> names)
    {
        foreach (var name in names)
            if (!Holds(name, out _))
                return null;
        return _compiled;
    }

    /// <summary>The values of a file, read beforehand; null when another stands there or it has none.</summary>
    /// <param name="name">As the manifest calls it.</param>
    /// <param name="shown">What errors call it.</param>
    public YamlNode? Values(string name, string shown) => Holds(name, out var file) ? _compiled.ValuesOf(file, shown) : null;

    private bool HasAllAndNoOther() => IsAsBuilt() || IsMadeOfTheSame();

    // Of folders that are no younger, no file came or went: it is enough to look at those that are known.
    private bool IsAsBuilt()
    {
        for (var file = 0; file < _compiled.Files.Count; file++)
        {
            var folder = _compiled.Files.FolderOf(file);
            if ((file == 0 || !folder.SequenceEqual(_compiled.Files.FolderOf(file - 1))) && Directory.GetLastWriteTimeUtc(Path.Join(_directory, folder)) > _builtAt)
                return false;
            if (!Holds(new(Path.Join(_directory, _compiled.Files.NameOf(file))), file))
                return false;
        }
        return true;
    }

    private bool IsMadeOfTheSame()
    {
        var folder = new DirectoryInfo(_directory);
        if (!folder.Exists)
            return false;
        var count = 0;
        foreach (var info in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (_compiled.Files.Find(Manifest.NameOf(info.FullName, folder.FullName)) is not (>= 0 and var file) || !Holds(info, file))
                return false;
            count++;
        }
        return count == _compiled.Files.Count;
    }

    private bool Holds(string name, out int file)
    {
        file = _compiled.Files.Find(name);
        return file >= 0 && Holds(new(Path.Combine(_directory, name)), file);
    }

    private bool Holds(FileInfo info, int file)
    {
        if (!info.Exists || info.Length != _compiled.Files.LengthOf(file))
            return false;
        if (info.LastWriteTimeUtc <= _builtAt)
            return true;
        try
        {
            return _compiled.Files.HasHash(file, ContentHash.Of(File.ReadAllBytes(info.FullName)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
