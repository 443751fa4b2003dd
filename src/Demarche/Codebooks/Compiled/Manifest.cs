using Demarche.Text;

namespace Demarche.Codebooks.Compiled;

/// <summary>The files of which a codebook was compiled, in the order of their names.</summary>
internal sealed class Manifest
{
    private Texts _names = new();
    private Rows<long> _lengths;

    // As many words a file as a hash has.
    private Rows<ulong> _hashes;
    private Rows<int> _roots;
    private Rows<char> _version;

    public int Count => _lengths.Length;

    /// <summary>The <see cref="Codebook.Version"/> of all files together.</summary>
    public string Version => _version.AsSpan().ToString();

    /// <param name="directory">The folder of the files.</param>
    /// <param name="version">The version of the codebook.</param>
    /// <param name="roots">By the names of files the places of their values among the compiled ones.</param>
    public static Manifest Of(string directory, string version, IReadOnlyDictionary<string, int> roots)
    {
        var names = Names(directory);
        var (texts, contents) = (new TextPool(), names.ConvertAll(name => File.ReadAllBytes(Path.Combine(directory, name))));
        foreach (var name in names)
            _ = texts[name];
        return new()
        {
            _names = texts.Freeze(),
            _lengths = contents.Select(content => (long)content.Length).ToArray(),
            _hashes = contents.SelectMany(content => ContentHash.Of(content)).ToArray(),
            _roots = names.Select(name => roots.GetValueOrDefault(name, -1)).ToArray(),
            _version = version.ToCharArray(),
        };
    }

    /// <summary>The names of the files under a folder as a manifest has them, in its order.</summary>
    public static List<string> Names(string directory)
    {
        var names = new List<string>();
        foreach (var path in Directory.GetFiles(directory, "*", SearchOption.AllDirectories))
            names.Add(NameOf(path, directory));
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>What a manifest calls a file in a folder.</summary>
    public static string NameOf(string path, string directory) => path[(directory.Length + (Path.EndsInDirectorySeparator(directory) ? 0 : 1))..].Replace('\\', '/');

    /// <summary>The number of a file; −1 when it was not there.</summary>
    public int Find(ReadOnlySpan<char> name)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (Compare(_names[middle], name))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }
        return -1;
    }

    /// <summary>The name of a file.</summary>
    public ReadOnlySpan<char> NameOf(int file) => _names[file];

    /// <summary>The names of the files that stand in a folder itself, without it, in their order.</summary>
    /// <param name="folder">Such as <c>issues/passages</c>.</param>
    /// <param name="extension">Such as <c>.tsv</c>.</param>
    public List<string> NamesIn(string folder, string extension)
    {
        var names = new List<string>();
        for (var file = 0; file < Count; file++)
            if (FolderOf(file).SequenceEqual(folder) && NameOf(file).EndsWith(extension))
                names.Add(NameOf(file)[(folder.Length + 1)..].ToString());
        return names;
    }

    /// <summary>The folder in which a file stands; empty for one that stands in that of the codebook.</summary>
    public ReadOnlySpan<char> FolderOf(int file) => NameOf(file) is var name && name.LastIndexOf('/') is > 0 and var end ? name[..end] : [];

    public long LengthOf(int file) => _lengths[file];

    /// <summary>Where the values of a file begin; −1 for one that has none.</summary>
    public int RootOf(int file) => _roots[file];

    public bool HasHash(int file, ReadOnlySpan<ulong> hash) => _hashes.Slice(file * ContentHash.Words, ContentHash.Words).SequenceEqual(hash);

    /// <summary>The number of a file with this content; −1 when there was none.</summary>
    public int Find(ReadOnlySpan<byte> content)
    {
        ulong[]? hash = null;
        for (var file = 0; file < Count; file++)
            if (_lengths[file] == content.Length && HasHash(file, hash ??= ContentHash.Of(content)))
                return file;
        return -1;
    }

    // What the runtime has for it is compiled at each start.
    private static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
            if (left[i] != right[i])
                return left[i] - right[i];
        return left.Length - right.Length;
    }

    public void Visit(Sections sections)
    {
        _names.Visit(sections);
        sections.Take(ref _lengths);
        sections.Take(ref _hashes);
        sections.Take(ref _roots);
        sections.Take(ref _version);
    }
}
