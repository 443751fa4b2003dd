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
        Inputs = [.. weights.Layers.Skip(1).Select(place => Round(place.Input, place.Inputs, 8 * hidden))];
        Forward = [.. weights.Layers.Select(place => Round(place.Forward, hidden, 4 * hidden))];
        Backward = [.. weights.Layers.Select(place => Round(place.Backward, hidden, 4 * hidden))];
        Top = Round(weights.Top, 2 * hidden, weights.TopColumns);
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

    /// <summary>The input matrices of the layers above the lowest.</summary>
    internal ByteMatrix[] Inputs { get; }

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
        return (embeddings, new(matrix.Pointer, place.Inputs, columns));
    }

    private ByteMatrix Round(int place, int rows, int columns) => new(Weights.At(place), rows, columns);

    private FloatBuffer Pack(int place, int rows, int columns)
    {
        var packed = new FloatBuffer(MatrixProduct.PackedLength(rows, columns));
        MatrixProduct.Pack(Weights.At(place), rows, columns, columns, packed.Pointer);
        return packed;
    }
}
