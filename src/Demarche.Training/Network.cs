using Demarche.Parsing;
using Demarche.Text;

namespace Demarche.Training;

/// <summary>The matrices of the weights laid out for multiplication, as they are and transposed; laid out anew after each change.</summary>
internal sealed unsafe class Network
{
    private readonly List<Layout> _layouts = [];

    public Network(ModelWeights weights)
    {
        Weights = weights;
        var hidden = weights.Architecture.Hidden;
        Inputs = [.. weights.Layers.Select(place => Add(place.Input, place.Inputs, 8 * hidden))];
        Forward = [.. weights.Layers.Select(place => Add(place.Forward, hidden, 4 * hidden))];
        Backward = [.. weights.Layers.Select(place => Add(place.Backward, hidden, 4 * hidden))];
        Top = Add(weights.Top, 2 * hidden, weights.Columns.Count);
        ArcBilinear = Add(weights.ArcBilinear, weights.Architecture.Arc, weights.Architecture.Arc);
        LabelOut = Add(weights.LabelOut, weights.Architecture.Label, Relations.Count);
    }

    public ModelWeights Weights { get; }

    public Layout[] Inputs { get; }

    public Layout[] Forward { get; }

    public Layout[] Backward { get; }

    public Layout Top { get; }

    public Layout ArcBilinear { get; }

    public Layout LabelOut { get; }

    public void Refresh(ParallelOptions threads) => Parallel.For(0, _layouts.Count, threads, i => _layouts[i].Refresh(Weights));

    private Layout Add(int place, int rows, int columns)
    {
        var layout = new Layout(place, rows, columns);
        _layouts.Add(layout);
        return layout;
    }

    /// <summary>One matrix, for products with it and with its transpose.</summary>
    internal sealed class Layout(int place, int rows, int columns)
    {
        public FloatBuffer Straight { get; } = new(MatrixProduct.PackedLength(rows, columns));

        public FloatBuffer Transposed { get; } = new(MatrixProduct.PackedLength(columns, rows));

        public void Refresh(ModelWeights weights)
        {
            MatrixProduct.Pack(weights.At(place), rows, columns, columns, Straight.Pointer);
            MatrixProduct.PackTransposed(weights.At(place), columns, rows, columns, Transposed.Pointer);
        }
    }
}
