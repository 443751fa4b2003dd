using Demarche.Recognizing;
using Demarche.Recognizing.Tables;

namespace Demarche.Codebooks;

/// <summary>
/// The file in which the build puts what is read of a codebook: its YAML, and its tables of actors, places and names as flat arrays. Both are found by the hash
/// of the files that they were made of, so that files which have been changed since are read themselves: what is compiled never differs from what stands
/// in the files. A file of another version, damaged or not there is as good as none.
/// </summary>
internal static class CompiledCodebook
{
    /// <summary>The name of the file, which stands beside the folder <c>codebook</c> of the program.</summary>
    public const string Name = "codebook.bin";

    // “DMCB” and the version of the format.
    private const uint Magic = 0x42434D44;
    private const int Format = 4;

    private static readonly Lock _reading = new();
    private static WeakReference<CompiledYaml>? _yaml;
    private static bool _without;

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The YAML that was compiled when the program was built; null when there is none. Let go when nobody reads it.</summary>
    public static CompiledYaml? Yaml
    {
        get
        {
            lock (_reading)
            {
                if (_without)
                    return null;
                if (_yaml is not null && _yaml.TryGetTarget(out var known))
                    return known;
                var yaml = Read(Shipped, static (stream, header) =>
                {
                    var content = GC.AllocateUninitializedArray<byte>(header.YamlLength);
                    stream.ReadExactly(content);
                    return new CompiledYaml(content);
                });
                _without = yaml is null;
                _yaml = yaml is null ? null : new(yaml);
                return yaml;
            }
        }
    }

    /// <summary>The tables that were compiled of exactly the files of this folder; null when there are none.</summary>
    public static GazetteerTables? Tables(string directory) => Tables(Shipped, directory);

    internal static GazetteerTables? Tables(string path, string directory) => Read(path, (stream, header) =>
    {
        if (!header.Tables.AsSpan().SequenceEqual(Hash(directory)))
            return null;
        stream.Position += header.YamlLength;
        return GazetteerTables.Read(stream, stream.Length);
    });

    /// <summary>Compiles a folder. What is wrong in a file is a <see cref="CodebookException"/>.</summary>
    public static void Write(string directory, string path)
    {
        using var yaml = new MemoryStream();
        CompiledYaml.Write(directory, yaml);
        var tables = GazetteerBuilder.Build(new(directory, null), NameWords.Load(directory));
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Format);
            writer.Write(GazetteerTables.Format);
            writer.Write((int)yaml.Length);
            writer.Write(Hash(directory));
        }
        yaml.WriteTo(stream);
        tables.Write(stream);
        File.WriteAllBytes(path, stream.ToArray());
    }

    private static T? Read<T>(string path, Func<Stream, Header, T?> read)
        where T : class
    {
        // The arrays lie in the file as in the memory of nearly every machine.
        if (!BitConverter.IsLittleEndian)
            return null;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096);
            var bytes = new byte[4 * sizeof(int) + ContentHash.Length];
            stream.ReadExactly(bytes);
            var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(bytes);
            if ((uint)numbers[0] != Magic || numbers[1] != Format || numbers[2] != GazetteerTables.Format || numbers[3] < 0 || numbers[3] > stream.Length)
                return null;
            return read(stream, new(numbers[3], bytes[^ContentHash.Length..]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    // Of the files of which tables are made, each with its length.
    private static byte[] Hash(string directory)
    {
        var hash = new ContentHash();
        var buffer = GC.AllocateUninitializedArray<byte>(1 << 16);
        foreach (var path in GazetteerBuilder.Sources(directory))
        {
            using var file = File.OpenHandle(path);
            var end = RandomAccess.GetLength(file);
            for (long at = 0; at < end;)
            {
                var read = RandomAccess.Read(file, buffer, at);
                if (read == 0)
                    break;
                hash.Add(buffer.AsSpan(0, read));
                at += read;
            }
            hash.Add(BitConverter.GetBytes(end));
        }
        return hash.Result();
    }

    private readonly record struct Header(int YamlLength, byte[] Tables);
}
