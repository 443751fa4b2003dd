using System.Collections.Concurrent;
using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>
/// The trained network that tags words and finds the tree of a sentence: a bidirectional LSTM, linear heads for parts of speech, a biaffine head for the tree.
/// Its large matrices are rounded to bytes. It is read-only once loaded and may be used by many threads.
/// </summary>
internal sealed class LanguageModel
{
    private readonly ConcurrentBag<Workspace> _idle = [];

    /// <summary>The SHA-256 of the model file, in hexadecimal digits; empty when it was not read from one.</summary>
    public string Hash { get; init; } = "";

    public required Architecture Architecture { get; init; }

    /// <summary>The values it knows of each feature.</summary>
    public required Vocabulary[] Vocabularies { get; init; }

    /// <summary>The Penn Treebank tags it knows.</summary>
    public required string[] Xpos { get; init; }

    public TopColumns Columns => new(Architecture, Xpos.Length);

    /// <summary>A table a feature, as bytes: 0 for the least number of a table and twice <see cref="ByteProduct.Zero"/> for the greatest.</summary>
    public required byte[][] Embeddings { get; init; }

    /// <summary>The input matrix of the lowest layer, for embeddings as bytes.</summary>
    public required ByteMatrix Words { get; init; }

    /// <summary>For each layer, what its forward direction is multiplied with: its inputs, but for the lowest layer, and its own last output.</summary>
    public required ByteMatrix[] Forward { get; init; }

    public required ByteMatrix[] Backward { get; init; }

    /// <summary>For each layer, what is added to the gates of the forward direction, then to those of the backward one.</summary>
    public required FloatBuffer[] Bias { get; init; }

    /// <summary>What is read from the topmost outputs, see <see cref="TopColumns"/>.</summary>
    public required ByteMatrix Top { get; init; }

    public required FloatBuffer TopBias { get; init; }

    /// <summary>A dependent's numbers times this, times a head's numbers, is how well they go together.</summary>
    public required FloatBuffer ArcBilinear { get; init; }

    /// <summary>How good a head each token is, whatever the dependent.</summary>
    public required FloatBuffer ArcHeadBias { get; init; }

    /// <summary>What stands for the root where a head's numbers would stand.</summary>
    public required FloatBuffer ArcRoot { get; init; }

    public required FloatBuffer LabelRoot { get; init; }

    public required FloatBuffer LabelOut { get; init; }

    public required FloatBuffer LabelOutBias { get; init; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelException">The file is missing, is no model, is damaged, or is of another version.</exception>
    public static LanguageModel Load(string path) => ModelFile.Read(path);

    /// <summary>Room for a row of numbers that products add: with zeros up to the end of a panel of columns.</summary>
    public static FloatBuffer Row(int count)
    {
        var row = new FloatBuffer(count + ByteMatrix.Panel);
        row.Span.Clear();
        return row;
    }

    internal Workspace Rent() => _idle.TryTake(out var workspace) ? workspace : new(this);

    internal void Return(Workspace workspace) => _idle.Add(workspace);
}
