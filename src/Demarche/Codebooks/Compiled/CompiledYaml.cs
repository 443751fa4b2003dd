using System.Text;
using Demarche.Recognizing.Tables;
using Demarche.Text;

namespace Demarche.Codebooks.Compiled;

/// <summary>The values of a codebook's YAML files, and of those of its tables that are read row by row, read beforehand so that a program starts without parsing them.</summary>
internal sealed class CompiledYaml
{
    private readonly Texts _texts = new();
    private Rows<byte> _nodes;

    // A text is made when a value that has it is read; room is made for some at a time.
    private const int Room = 256;
    private string?[]?[]? _made;

    public CompiledYaml()
    {
    }

    private CompiledYaml(Texts texts, Rows<byte> nodes) => (_texts, _nodes) = (texts, nodes);

    /// <summary>Compiles all such files of a folder. What is wrong in one is a <see cref="CodebookException"/>.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="roots">By the name of each file where its values begin.</param>
    public static CompiledYaml Of(string directory, out Dictionary<string, int> roots)
    {
        roots = new(StringComparer.Ordinal);
        var texts = new TextPool();
        using var nodes = new MemoryStream();
        using var writer = new BinaryWriter(nodes, Encoding.UTF8);
        var rows = GazetteerBuilder.Sources.ToHashSet(StringComparer.Ordinal);
        foreach (var name in Manifest.Names(directory))
        {
            var (path, shown) = (Path.Combine(directory, name), $"codebook/{name}");
            var root = name.EndsWith(".yaml", StringComparison.Ordinal) ? YamlNode.Parse(File.ReadAllText(path), shown)
                : name.EndsWith(".csv", StringComparison.Ordinal) && !rows.Contains(name) ? CsvTable.ReadValues(path, shown)
                : null;
            if (root is null)
                continue;
            roots[name] = (int)nodes.Position;
            Write(writer, root, texts);
        }
        return new(texts.Freeze(), nodes.ToArray());
    }

    /// <summary>The value that begins at a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="name">What errors call the file.</param>
    public YamlNode Read(int place, string name) => Read(ref place, name);

    /// <summary>The values that follow each other from a place on.</summary>
    public YamlNode[] ReadChildren(int place, int count, string name)
    {
        var children = new YamlNode[count];
        for (var i = 0; i < count; i++)
            children[i] = Read(ref place, name);
        return children;
    }

    public void Visit(Sections sections)
    {
        _texts.Visit(sections);
        sections.Take(ref _nodes);
    }

    // A list or map says how many bytes its children take, so that whoever does not ask for them passes over them.
    private static void Write(BinaryWriter writer, YamlNode node, TextPool texts)
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

    private YamlNode Read(ref int at, string name)
    {
        var kind = (YamlKind)_nodes[at++];
        var line = Number(ref at);
        var value = Number(ref at);
        if (kind == YamlKind.Text)
            return new(name, line, kind, TextAt(value), []) { Compiled = true };
        var length = Number(ref at);
        var place = at;
        at += length;
        return new(name, line, kind, this, place, value) { Compiled = true };
    }

    private string TextAt(int number)
    {
        _made ??= new string?[]?[(_texts.Count / Room) + 1];
        var room = _made[number / Room] ??= new string?[Room];
        return room[number % Room] ??= _texts[number].ToString();
    }

    private int Number(ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _nodes[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
