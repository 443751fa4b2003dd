using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Codebooks;

/// <summary>
/// The YAML files of a codebook, read beforehand so that a program starts without parsing them. A file is found by the hash of its content: one that has
/// been changed since is not, and is parsed. What is compiled therefore never differs from what stands in the files.
/// </summary>
internal sealed class CompiledYaml
{
    // The first half of a SHA-256.
    private const int HashLength = 16;

    private readonly byte[] _content;
    private readonly string?[] _texts;
    private readonly int _letters;
    private readonly Dictionary<UInt128, int> _placeOf = [];

    /// <param name="content">What <see cref="Write(string, Stream)"/> wrote. What is something else is one of the exceptions of reading.</param>
    public CompiledYaml(byte[] content)
    {
        _content = content;
        // A text is made when a file that has it is read.
        _texts = new string?[BinaryPrimitives.ReadInt32LittleEndian(content)];
        _letters = sizeof(int) * (_texts.Length + 2);
        var at = _letters + EndOf(_texts.Length - 1);
        var files = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at));
        at += sizeof(int);
        for (var i = 0; i < files; i++, at += HashLength + sizeof(int))
            _placeOf[Key(content.AsSpan(at, HashLength))] = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at + HashLength));
    }

    /// <summary>Compiles all YAML files of a folder. What is wrong in one is a <see cref="CodebookException"/>.</summary>
    public static void Write(string directory, Stream stream)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        var files = new List<(byte[] Hash, YamlNode Root)>();
        foreach (var file in Directory.GetFiles(directory, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            var root = YamlNode.Parse(new StreamReader(new MemoryStream(bytes)).ReadToEnd(), "codebook/" + Path.GetRelativePath(directory, file).Replace('\\', '/'));
            files.Add((SHA256.HashData(bytes), root));
            Collect(root, texts);
        }

        // Places are counted from the start of the file: the table is of known length.
        using var nodes = new MemoryStream();
        using var writer = new BinaryWriter(nodes, Encoding.UTF8);
        var places = files.ConvertAll(file =>
        {
            var place = (int)nodes.Position;
            Write(writer, file.Root, texts);
            return place;
        });
        using var whole = new MemoryStream();
        using (var head = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            // The texts as UTF-8 behind the places where each begins and the last ends.
            var letters = texts.OrderBy(pair => pair.Value).Select(pair => Encoding.UTF8.GetBytes(pair.Key)).ToList();
            head.Write(letters.Count);
            head.Write(0);
            var end = 0;
            foreach (var text in letters)
                head.Write(end += text.Length);
            foreach (var text in letters)
                head.Write(text);
            head.Write(files.Count);
            var start = (int)whole.Position + files.Count * (HashLength + sizeof(int));
            for (var i = 0; i < files.Count; i++)
            {
                head.Write(files[i].Hash.AsSpan(0, HashLength));
                head.Write(start + places[i]);
            }
        }
        whole.WriteTo(stream);
        nodes.WriteTo(stream);
    }

    /// <summary>The root of the file with this content; null when no such file was compiled.</summary>
    /// <param name="hash">SHA-256 of the file.</param>
    /// <param name="name">What errors call the file.</param>
    public YamlNode? Find(ReadOnlySpan<byte> hash, string name)
    {
        if (!_placeOf.TryGetValue(Key(hash[..HashLength]), out var place))
            return null;
        return Read(ref place, name);
    }

    private static UInt128 Key(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    private static void Collect(YamlNode node, Dictionary<string, int> texts)
    {
        if (node.Kind == YamlKind.Text)
            texts.TryAdd(node.Text, texts.Count);
        foreach (var child in node.Children)
            Collect(child, texts);
    }

    // A list or map says how many bytes its children take, so that whoever does not ask for them passes over them.
    private static void Write(BinaryWriter writer, YamlNode node, Dictionary<string, int> texts)
    {
        writer.Write((byte)node.Kind);
        writer.Write7BitEncodedInt(node.Line);
        writer.Write7BitEncodedInt(node.Kind == YamlKind.Text ? texts[node.Text] : node.Children.Length);
        if (node.Kind == YamlKind.Text)
            return;
        using var content = new MemoryStream();
        using (var inner = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
            foreach (var child in node.Children)
                Write(inner, child, texts);
        writer.Write7BitEncodedInt((int)content.Length);
        writer.Flush();
        content.WriteTo(writer.BaseStream);
    }

    /// <summary>The nodes that follow each other from a place on.</summary>
    internal YamlNode[] ReadChildren(int place, int count, string name)
    {
        var children = new YamlNode[count];
        for (var i = 0; i < count; i++)
            children[i] = Read(ref place, name);
        return children;
    }

    private YamlNode Read(ref int at, string name)
    {
        var kind = (YamlKind)_content[at++];
        var line = Number(ref at);
        var value = Number(ref at);
        if (kind == YamlKind.Text)
            return new(name, line, kind, TextAt(value), []) { Compiled = true };
        var length = Number(ref at);
        var place = at;
        at += length;
        return new(name, line, kind, this, place, value) { Compiled = true };
    }

    private string TextAt(int number) =>
        _texts[number] ??= Encoding.UTF8.GetString(_content.AsSpan((_letters + EndOf(number - 1))..(_letters + EndOf(number))));

    // Where a text ends, and so where the next begins.
    private int EndOf(int number) => BinaryPrimitives.ReadInt32LittleEndian(_content.AsSpan(sizeof(int) * (number + 2)));

    private int Number(ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _content[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
