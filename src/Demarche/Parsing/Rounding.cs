using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>Makes a model that is ready for work of weights as they were learnt: matrices and embeddings become bytes.</summary>
internal static unsafe class Rounding
{
    public static LanguageModel Round(ModelWeights weights)
    {
        var architecture = weights.Architecture;
        var hidden = architecture.Hidden;
        var (embeddings, words) = RoundWords(weights);
        return new()
        {
            Architecture = architecture,
            Vocabularies = weights.Vocabularies,
            Xpos = weights.Xpos,
            Embeddings = embeddings,
            Words = words,
            Forward = [.. weights.Layers.Select((place, l) => RoundRecurrent(weights, l, 0, place.Forward))],
            Backward = [.. weights.Layers.Select((place, l) => RoundRecurrent(weights, l, 4 * hidden, place.Backward))],
            Bias = [.. weights.Layers.Select(place => Copy(weights, place.Bias, 8 * hidden))],
            Top = new(weights.At(weights.Top), 2 * hidden, weights.Columns.Count),
            TopBias = Copy(weights, weights.TopBias, weights.Columns.Count),
            ArcBilinear = Pack(weights, weights.ArcBilinear, architecture.Arc, architecture.Arc),
            ArcHeadBias = Copy(weights, weights.ArcHeadBias, architecture.Arc),
            ArcRoot = Copy(weights, weights.ArcRoot, architecture.Arc),
            LabelRoot = Copy(weights, weights.LabelRoot, architecture.Label),
            LabelOut = Pack(weights, weights.LabelOut, architecture.Label, Relations.Count),
            LabelOutBias = Copy(weights, weights.LabelOutBias, Relations.Count),
        };
    }

    // Numbers of embeddings are not between −1 and 1: what a table's numbers are divided by, the rows of the matrix that they meet are multiplied with.
    private static (byte[][] Embeddings, ByteMatrix Words) RoundWords(ModelWeights weights)
    {
        var place = weights.Layers[0];
        var columns = 8 * weights.Architecture.Hidden;
        var matrix = new FloatBuffer(place.Inputs * columns);
        var embeddings = new byte[weights.Embeddings.Length][];
        var row = 0;
        for (var f = 0; f < embeddings.Length; f++)
        {
            var table = weights.Embeddings[f];
            var most = Elementwise.GreatestSize(table);
            var scale = most > 0 ? ByteProduct.Zero / most : 1;
            embeddings[f] = new byte[table.Length];
            Elementwise.Round(table, scale, ByteProduct.Zero, embeddings[f]);
            for (var end = row + weights.Architecture.EmbeddingSizes[f]; row < end; row++)
                Elementwise.Multiply(new(weights.At(place.Input) + (long)row * columns, columns), ByteProduct.Zero / scale, new(matrix.Pointer + (long)row * columns, columns));
        }
        var words = new ByteMatrix(matrix.Pointer, place.Inputs, columns);
        GC.KeepAlive(matrix);
        return (embeddings, words);
    }

    private static ByteMatrix RoundRecurrent(ModelWeights weights, int layer, int firstColumn, int recurrent)
    {
        var hidden = weights.Architecture.Hidden;
        var place = weights.Layers[layer];
        var columns = 4 * hidden;
        var inputs = layer == 0 ? 0 : place.Inputs;
        var matrix = new FloatBuffer((inputs + hidden) * columns);
        for (var r = 0; r < inputs; r++)
            new ReadOnlySpan<float>(weights.At(place.Input) + (long)r * 2 * columns + firstColumn, columns).CopyTo(matrix.Span[(r * columns)..]);
        new ReadOnlySpan<float>(weights.At(recurrent), hidden * columns).CopyTo(matrix.Span[(inputs * columns)..]);
        var rounded = new ByteMatrix(matrix.Pointer, inputs + hidden, columns);
        GC.KeepAlive(matrix);
        return rounded;
    }

    private static FloatBuffer Copy(ModelWeights weights, int place, int count)
    {
        var copy = LanguageModel.Row(count);
        new ReadOnlySpan<float>(weights.At(place), count).CopyTo(copy.Span);
        return copy;
    }

    private static FloatBuffer Pack(ModelWeights weights, int place, int rows, int columns)
    {
        var packed = new FloatBuffer(MatrixProduct.PackedLength(rows, columns));
        MatrixProduct.Pack(weights.At(place), rows, columns, columns, packed.Pointer);
        return packed;
    }
}
