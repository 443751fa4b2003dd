using Demarche.Coding;
using Demarche.Recognizing;
using Demarche.Recognizing.Tables;
using Demarche.Text;

namespace Demarche.Codebooks.Compiled;

/// <summary>
/// The file in which the build puts what is read of a codebook: its YAML and its tables as trees of values, its classes of words, the words that trigger its
/// patterns, and its actors, places and names; all as it is used, so that a program finds it there and reads what it needs. It holds of files that are those
/// it was made of: what is compiled never differs from what stands in the files.
/// </summary>
internal sealed class CompiledCodebook
{
    /// <summary>The name of the file, which stands beside the folder <c>codebook</c> of the program.</summary>
    public const string Name = "codebook.bin";

    // “DMCB”; the version changes with the tables and with what builds them.
    private const int Magic = 0x42434D44;
    private const int Format = 6;
    private const int HeadLength = 16;

    private static readonly Lazy<CompiledCodebook?> _shipped = new(ReadShipped);

    /// <summary>The files that it was made of.</summary>
    public Manifest Files { get; private init; } = new();

    public CompiledYaml Yaml { get; private init; } = new();

    public CompiledLexicons Lexicons { get; private init; } = new();

    /// <summary>What triggers the patterns of events, and those of wordings that are none.</summary>
    public TriggerTable Acts { get; private init; } = new();

    /// <summary>What triggers the patterns of <c>codebook/positions</c>.</summary>
    public TriggerTable Stances { get; private init; } = new();

    /// <summary>What triggers the patterns of <c>agreements.yaml</c>.</summary>
    public TriggerTable Claims { get; private init; } = new();

    /// <summary>What the words of passages say of issues.</summary>
    public IssueVotes Votes { get; private init; } = new();

    public GazetteerTables Gazetteer { get; private init; } = new();

    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>What was compiled when the program was built; null when there is none that can be read.</summary>
    public static CompiledCodebook? Shipped => _shipped.Value;

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Fault => Shipped is null ? _fault : null;

    private static string? _fault;

    /// <summary>Finds what was compiled in a file.</summary>
    /// <exception cref="InvalidDataException">It is no such file, of another version, or cut off: the message says which.</exception>
    public static CompiledCodebook Read(string path)
    {
        try
        {
            return Read(FileMemory.Map(path));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path} is not read: {error.Message}; build the program again, or write the file with “demarche codebook compile”");
        }
    }

    /// <summary>What holds of the files of a folder; null when nothing was compiled.</summary>
    public static CompiledFolder? Of(string directory) =>
        Shipped is { } shipped ? new(shipped, directory, directory == CodebookFolder.Shipped ? File.GetLastWriteTimeUtc(ShippedPath) : DateTime.MinValue) : null;

    /// <summary>The values of a file in the folder of the program, read beforehand; null for another file, and for one that has been changed since.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What errors call it.</param>
    public static YamlNode? ValuesAt(string path, string name)
    {
        var folder = CodebookFolder.Shipped;
        return path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) ? Of(folder)?.Values(path[(folder.Length + 1)..].Replace('\\', '/'), name) : null;
    }

    /// <summary>The values of a file with this content, wherever it is; null when none was compiled.</summary>
    public YamlNode? ValuesOf(ReadOnlySpan<byte> content, string name) => Files.Find(content) is >= 0 and var file ? ValuesOf(file, name) : null;

    /// <summary>The values of a file of the manifest; null when it has none.</summary>
    public YamlNode? ValuesOf(int file, string name) => Files.RootOf(file) is >= 0 and var root ? Yaml.Read(root, name) : null;

    /// <summary>Finds what was compiled in memory; the message says what is wrong there.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static CompiledCodebook Read(FileMemory memory)
    {
        // The tables lie in the file as in the memory of nearly every machine.
        if (!BitConverter.IsLittleEndian)
            throw new InvalidDataException("this machine orders bytes the other way");
        if (memory.Length < HeadLength || memory.Int(0) != Magic)
            throw new InvalidDataException("it is no compiled codebook");
        if (memory.Int(4) != Format)
            throw new InvalidDataException($"it is of format {memory.Int(4)}, where the program has {Format}");
        if (memory.Long(8) != memory.Length)
            throw new InvalidDataException($"it has {memory.Length} bytes of {memory.Long(8)}");
        var codebook = new CompiledCodebook();
        codebook.Visit(Sections.From(memory, HeadLength));
        return codebook;
    }

    private static CompiledCodebook? ReadShipped()
    {
        try
        {
            return Read(ShippedPath);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            _fault = error.Message;
            return null;
        }
    }

    /// <summary>Compiles a folder. What is wrong in a file is a <see cref="CodebookException"/>.</summary>
    public static void Write(string directory, string path)
    {
        var folder = new CodebookFolder(directory, null) { ReadsFiles = true };
        var codebook = Codebook.Load(folder, null);
        var yaml = CompiledYaml.Of(directory, out var roots);
        var compiled = new CompiledCodebook
        {
            Files = Manifest.Of(directory, codebook.Version, roots),
            Yaml = yaml,
            Lexicons = CompiledLexicons.Of(folder),
            Acts = TriggerTable.Of(codebook.Acts),
            Stances = TriggerTable.Of(codebook.Positions.Patterns),
            Claims = TriggerTable.Of(codebook.Agreements.Claims),
            Votes = codebook.Votes,
            Gazetteer = GazetteerBuilder.Build(folder, NameWords.Load(directory)),
        };
        using var content = new MemoryStream();
        compiled.Visit(Sections.To(content));
        // A program that runs may be reading the file that was there.
        var unfinished = path + ".new";
        using (var file = new BinaryWriter(File.Create(unfinished)))
        {
            file.Write(Magic);
            file.Write(Format);
            file.Write((long)HeadLength + content.Length);
            content.WriteTo(file.BaseStream);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Goes through all tables, to write them or to find them.</summary>
    public void Visit(Sections sections)
    {
        Files.Visit(sections);
        Yaml.Visit(sections);
        Lexicons.Visit(sections);
        Acts.Visit(sections);
        Stances.Visit(sections);
        Claims.Visit(sections);
        Votes.Visit(sections);
        Gazetteer.Visit(sections);
        if (!sections.AtEnd)
            throw new InvalidDataException("it is damaged");
    }
}
