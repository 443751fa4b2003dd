using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Demarche.Codebooks;

/// <summary>
/// A value of a codebook's YAML file that knows its file and line. Values are read as text (<c>NO</c> is Norway, <c>010</c> is a code);
/// what does not fit is a <see cref="CodebookException"/>.
/// </summary>
public sealed class YamlNode
{
    private readonly YamlDotNet.RepresentationModel.YamlNode _node;

    private YamlNode(string file, YamlDotNet.RepresentationModel.YamlNode node, int line)
    {
        File = file;
        Line = line;
        _node = node;
    }

    public string File { get; }

    public int Line { get; }

    /// <summary>Reads a file; <paramref name="name"/> is what errors call it.</summary>
    public static YamlNode Load(string path, string? name = null)
    {
        name ??= path;
        try
        {
            return Parse(System.IO.File.ReadAllText(path), name);
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
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count != 1)
                throw new CodebookException(name, 1, $"holds {stream.Documents.Count} YAML documents; one is expected");
            return new(name, stream.Documents[0].RootNode, 1);
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

    /// <summary>The value as text.</summary>
    public string Text => _node is YamlScalarNode scalar ? scalar.Value ?? "" : throw Error("a text is expected here");

    /// <summary>The value as a whole number.</summary>
    public int Integer => int.TryParse(Text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Error($"{Text} is not a whole number");

    /// <summary>The value as a number.</summary>
    public double Number => double.TryParse(Text, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Error($"{Text} is not a number");

    /// <summary>The value as “true” or “false”.</summary>
    public bool Boolean => Text switch { "true" => true, "false" => false, _ => throw Error($"{Text} is neither true nor false") };

    public bool IsList => _node is YamlSequenceNode;

    public bool IsMap => _node is YamlMappingNode;

    /// <summary>The items of a list; a single text counts as a list of one.</summary>
    public IReadOnlyList<YamlNode> Items => _node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(Wrap)],
        YamlScalarNode => [this],
        _ => throw Error("a list is expected here"),
    };

    /// <summary>The texts of a list of texts.</summary>
    public IReadOnlyList<string> Texts => [.. Items.Select(item => item.Text)];

    /// <summary>The keys of a map in the order of the file, each with its value.</summary>
    public IReadOnlyList<(YamlNode Key, YamlNode Value)> Pairs => _node is YamlMappingNode map
        ? [.. map.Children.Select(pair => (Wrap(pair.Key), Wrap(pair.Value)))]
        : throw Error("keys with values are expected here");

    /// <summary>The value under a key, or null when the key is absent.</summary>
    public YamlNode? Find(string key)
    {
        if (_node is not YamlMappingNode map)
            throw Error("keys with values are expected here");
        foreach (var pair in map.Children)
            if (pair.Key is YamlScalarNode { Value: { } name } && name == key)
                return Wrap(pair.Value);
        return null;
    }

    /// <summary>The value under a key that must be there.</summary>
    public YamlNode Require(string key) => Find(key) ?? throw Error($"the key {key} is missing");

    /// <summary>Refuses every key that is not in <paramref name="known"/>.</summary>
    public YamlNode Allow(params string[] known)
    {
        foreach (var (key, _) in Pairs)
            if (!known.Contains(key.Text))
                throw key.Error($"the key {key.Text} is not known here{CodebookException.DidYouMean(key.Text, known)}");
        return this;
    }

    public CodebookException Error(string message) => new(File, Line, message);

    private YamlNode Wrap(YamlDotNet.RepresentationModel.YamlNode node) => new(File, node, (int)node.Start.Line);
}
