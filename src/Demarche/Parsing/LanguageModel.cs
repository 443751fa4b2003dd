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
        Inputs = new FloatBuffer[weights.Layers.Length];
        Forward = new FloatBuffer[weights.Layers.Length];
        Backward = new FloatBuffer[weights.Layers.Length];
        for (var l = 0; l < weights.Layers.Length; l++)
        {
            var place = weights.Layers[l];
            Inputs[l] = Pack(place.Input, place.Inputs, 8 * hidden);
            Forward[l] = Pack(place.Forward, hidden, 4 * hidden);
            Backward[l] = Pack(place.Backward, hidden, 4 * hidden);
        }
        Top = Pack(weights.Top, 2 * hidden, weights.TopColumns);
        ArcBilinear = Pack(weights.ArcBilinear, weights.Architecture.Arc, weights.Architecture.Arc);
        LabelOut = Pack(weights.LabelOut, weights.Architecture.Label, Relations.Count);
    }

    /// <summary>The SHA-256 of the model file, in hexadecimal digits.</summary>
    public string Hash { get; }

    internal ModelWeights Weights { get; }

    internal FloatBuffer[] Inputs { get; }

    internal FloatBuffer[] Forward { get; }

    internal FloatBuffer[] Backward { get; }

    internal FloatBuffer Top { get; }

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

    private FloatBuffer Pack(int place, int rows, int columns)
    {
        var packed = new FloatBuffer(MatrixProduct.PackedLength(rows, columns));
        MatrixProduct.Pack(Weights.At(place), rows, columns, columns, packed.Pointer);
        return packed;
    }
}
