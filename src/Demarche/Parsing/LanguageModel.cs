using System.Collections.Concurrent;
using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>
/// The trained network that tags words and finds the tree of a sentence: a bidirectional LSTM, linear heads for parts of speech, a biaffine head for the tree.
/// It is read-only once loaded and may be used by many threads.
/// </summary>
internal sealed unsafe class LanguageModel
{
    private readonly ConcurrentBag<Workspace> _idle = [];

    internal LanguageModel(ModelWeights weights, string hash)
    {
        Weights = weights;
        Hash = hash;
        var hidden = weights.Architecture.Hidden;
        (Embeddings, Words) = RoundWords();
        Forward = [.. weights.Layers.Select((place, l) => RoundRecurrent(l, 0, place.Forward))];
        Backward = [.. weights.Layers.Select((place, l) => RoundRecurrent(l, 4 * hidden, place.Backward))];
        Top = new(weights.At(weights.Top), 2 * hidden, weights.TopColumns);
        ArcBilinear = Pack(weights.ArcBilinear, weights.Architecture.Arc, weights.Architecture.Arc);
        LabelOut = Pack(weights.LabelOut, weights.Architecture.Label, Relations.Count);
    }

    /// <summary>The SHA-256 of the model file, in hexadecimal digits.</summary>
    public string Hash { get; }

    internal ModelWeights Weights { get; }

    /// <summary>The embedding tables as bytes, 0 for the least number of a table and twice <see cref="ByteProduct.Zero"/> for the greatest.</summary>
    internal byte[][] Embeddings { get; }

    /// <summary>The input matrix of the lowest layer, for embeddings as bytes.</summary>
    internal ByteMatrix Words { get; }

    /// <summary>For each layer, what its forward direction is multiplied with: its inputs, but for the lowest layer, and its own last output.</summary>
    internal ByteMatrix[] Forward { get; }

    internal ByteMatrix[] Backward { get; }

    internal ByteMatrix Top { get; }

    internal FloatBuffer ArcBilinear { get; }

    internal FloatBuffer LabelOut { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelException">The file is missing, is no model, is damaged, or is of another version.</exception>
    public static LanguageModel Load(string path)
    {
        var (weights, hash) = ModelFile.Read(path);
        return new(weights, hash);
    }

    internal Workspace Rent() => _idle.TryTake(out var workspace) ? workspace : new(this);

    internal void Return(Workspace workspace) => _idle.Add(workspace);

    // Numbers of embeddings are not between −1 and 1: what a table's numbers are divided by, the rows of the matrix that they meet are multiplied with.
    private (byte[][] Embeddings, ByteMatrix Words) RoundWords()
    {
        var place = Weights.Layers[0];
        var columns = 8 * Weights.Architecture.Hidden;
        var matrix = new FloatBuffer(place.Inputs * columns);
        var embeddings = new byte[Weights.Embeddings.Length][];
        var row = 0;
        for (var f = 0; f < embeddings.Length; f++)
        {
            var table = Weights.Embeddings[f];
            var most = Elementwise.GreatestSize(table);
            var scale = most > 0 ? ByteProduct.Zero / most : 1;
            embeddings[f] = new byte[table.Length];
            Elementwise.Round(table, scale, ByteProduct.Zero, embeddings[f]);
            for (var end = row + Weights.Architecture.EmbeddingSizes[f]; row < end; row++)
                Elementwise.Multiply(new(Weights.At(place.Input) + (long)row * columns, columns), ByteProduct.Zero / scale, new(matrix.Pointer + (long)row * columns, columns));
        }
        var words = new ByteMatrix(matrix.Pointer, place.Inputs, columns);
        GC.KeepAlive(matrix);
        return (embeddings, words);
    }

    private ByteMatrix RoundRecurrent(int layer, int firstColumn, int recurrent)
    {
        var place = Weights.Layers[layer];
        var columns = 4 * Weights.Architecture.Hidden;
        var inputs = layer == 0 ? 0 : place.Inputs;
        var matrix = new FloatBuffer((inputs + Weights.Architecture.Hidden) * columns);
        for (var r = 0; r < inputs; r++)
            new ReadOnlySpan<float>(Weights.At(place.Input) + (long)r * 2 * columns + firstColumn, columns).CopyTo(matrix.Span[(r * columns)..]);
        new ReadOnlySpan<float>(Weights.At(recurrent), Weights.Architecture.Hidden * columns).CopyTo(matrix.Span[(inputs * columns)..]);
        var rounded = new ByteMatrix(matrix.Pointer, inputs + Weights.Architecture.Hidden, columns);
        GC.KeepAlive(matrix);
        return rounded;
    }

    private FloatBuffer Pack(int place, int rows, int columns)
    {
        var packed = new FloatBuffer(MatrixProduct.PackedLength(rows, columns));
        MatrixProduct.Pack(Weights.At(place), rows, columns, columns, packed.Pointer);
        return packed;
    }
}
