using Demarche.Codebooks.Compiled;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Demarche.Codebooks;

/// <summary>
/// A value of a codebook's YAML file that knows its file and line. Values are read as text (<c>NO</c> is Norway, <c>010</c> is a code);
/// what does not fit is a <see cref="CodebookException"/>.
/// </summary>
public sealed class YamlNode
{
    private readonly YamlKind _kind;
    private readonly string _text;
    private readonly (CompiledYaml Yaml, int Place, int Count) _source;
    private YamlNode[]? _read;

    /// <param name="file">What errors call the file.</param>
    /// <param name="line">The line on which the value begins, from 1.</param>
    /// <param name="kind">A text, a list or a map.</param>
    /// <param name="text">The text of a scalar.</param>
    /// <param name="children">The items of a list; of a map each key before its value.</param>
    internal YamlNode(string file, int line, YamlKind kind, string text, YamlNode[] children)
    {
        File = file;
        Line = line;
        _kind = kind;
        _text = text;
        _read = children;
    }

    /// <summary>A list or a map of the compiled codebook, whose children are read when somebody asks for them.</summary>
    internal YamlNode(string file, int line, YamlKind kind, CompiledYaml yaml, int place, int count)
    {
        File = file;
        Line = line;
        _kind = kind;
        _text = "";
        _source = (yaml, place, count);
    }

    public string File { get; }

    public int Line { get; }

    /// <summary>True for a node of the compiled codebook, whose sentences were checked when it was built.</summary>
    internal bool Compiled { get; init; }

    internal YamlKind Kind => _kind;

    // Two threads may read them both; either result will do.
    internal YamlNode[] Children => _read ??= _source.Yaml.ReadChildren(_source.Place, _source.Count, File);

    /// <summary>Reads a file; <paramref name="name"/> is what errors call it.</summary>
    public static YamlNode Load(string path, string? name = null)
    {
        name ??= path;
        if (CompiledCodebook.ValuesAt(path, name) is { } values)
            return values;
        try
        {
            var bytes = System.IO.File.ReadAllBytes(path);
            return CompiledCodebook.Shipped?.ValuesOf(bytes, name) ?? Parse(new StreamReader(new MemoryStream(bytes)).ReadToEnd(), name);
        }
        catch (IOException error)
        {
            throw new CodebookException(name, 0, $"cannot be read: {error.Message}");
        }
    }

    public static YamlNode Parse(string yaml, string name)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            YamlNode? root = null;
            var documents = 0;
            while (parser.MoveNext())
            {
                if (parser.Current is DocumentStart && ++documents == 1)
                {
                    parser.MoveNext();
                    root = Read(parser, name, new(StringComparer.Ordinal), depth: 0);
                }
            }
            return root is not null && documents == 1 ? root : throw new CodebookException(name, 1, $"holds {documents} YAML documents; one is expected");
        }
        catch (YamlException error)
        {
            throw new CodebookException(name, (int)error.Start.Line, $"is not YAML: {error.Message}");
        }
        // The YAML library throws other exceptions on some malformed input.
        catch (Exception error) when (error is not CodebookException and not OutOfMemoryException)
        {
            throw new CodebookException(name, 1, $"is not YAML: {error.Message}");
        }
    }

    // Nobody nests deeper in earnest; deeper would exhaust the stack.
    private const int MaxDepth = 100;

    private static YamlNode Read(Parser parser, string name, Dictionary<string, YamlNode> anchors, int depth)
    {
        var start = parser.Current!;
        var line = (int)start.Start.Line;
        if (depth > MaxDepth)
            throw new CodebookException(name, line, $"values nest deeper than {MaxDepth} levels");
        if (start is AnchorAlias alias)
            return anchors.TryGetValue(alias.Value.Value, out var named) ? named : throw new CodebookException(name, line, $"*{alias.Value.Value} is not defined above");

        YamlNode node;
        if (start is Scalar scalar)
            node = new(name, line, YamlKind.Text, scalar.Value, []);
        else
        {
            var children = new List<YamlNode>();
            while (parser.MoveNext() && parser.Current is not (SequenceEnd or MappingEnd))
                children.Add(Read(parser, name, anchors, depth + 1));
            node = new(name, line, start is MappingStart ? YamlKind.Map : YamlKind.List, "", [.. children]);
            node.RefuseDoubleKeys();
        }
        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
            anchors[anchored.Anchor.Value] = node;
        return node;
    }

    private void RefuseDoubleKeys()
    {
        if (_kind != YamlKind.Map)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Children.Length; i += 2)
            if (Children[i]._kind == YamlKind.Text && !seen.Add(Children[i]._text))
                throw Children[i].Error($"the key {Children[i]._text} stands here twice");
    }

    /// <summary>The value as text.</summary>
    public string Text => _kind == YamlKind.Text ? _text : throw Error("a text is expected here");

    /// <summary>The value as a whole number.</summary>
    public int Integer => int.TryParse(Text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Error($"{Text} is not a whole number");

    /// <summary>The value as a number.</summary>
    public double Number => double.TryParse(Text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Error($"{Text} is not a number");

    /// <summary>The value as “true” or “false”.</summary>
    public bool Boolean => Text switch { "true" => true, "false" => false, _ => throw Error($"{Text} is neither true nor false") };

    public bool IsList => _kind == YamlKind.List;

    public bool IsMap => _kind == YamlKind.Map;

    /// <summary>The items of a list; a single text counts as a list of one.</summary>
    public IReadOnlyList<YamlNode> Items => _kind switch
    {
        YamlKind.List => Children,
        YamlKind.Text => [this],
        _ => throw Error("a list is expected here"),
    };

    /// <summary>How many items there are.</summary>
    internal int Count => _kind == YamlKind.List && _read is null ? _source.Count : Items.Count;

    /// <summary>The texts of a list of texts.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            var items = Items;
            var texts = new string[items.Count];
            for (var i = 0; i < texts.Length; i++)
                texts[i] = items[i].Text;
            return texts;
        }
    }

    /// <summary>The keys of a map in the order of the file, each with its value.</summary>
    public IReadOnlyList<(YamlNode Key, YamlNode Value)> Pairs
    {
        get
        {
            if (_kind != YamlKind.Map)
                throw Error("keys with values are expected here");
            var pairs = new (YamlNode, YamlNode)[Children.Length / 2];
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = (Children[2 * i], Children[(2 * i) + 1]);
            return pairs;
        }
    }

    /// <summary>The value under a key, or null when the key is absent.</summary>
    public YamlNode? Find(string key)
    {
        if (_kind != YamlKind.Map)
            throw Error("keys with values are expected here");
        for (var i = 0; i < Children.Length; i += 2)
            if (Children[i]._kind == YamlKind.Text && Children[i]._text == key)
                return Children[i + 1];
        return null;
    }

    /// <summary>The value under a key that must be there.</summary>
    public YamlNode Require(string key) => Find(key) ?? throw Error($"the key {key} is missing");

    /// <summary>Refuses every key that is not in <paramref name="known"/>.</summary>
    public YamlNode Allow(params string[] known)
    {
        if (_kind != YamlKind.Map)
            throw Error("keys with values are expected here");
        for (var i = 0; i < Children.Length; i += 2)
            if (!known.AsSpan().Contains(Children[i].Text))
                throw Children[i].Error($"the key {Children[i].Text} is not known here{CodebookException.DidYouMean(Children[i].Text, known)}");
        return this;
    }

    public CodebookException Error(string message) => new(File, Line, message);
}
