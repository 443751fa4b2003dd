using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Demarche.Parsing;

/// <summary>The numbers that are learnt, and where each matrix stands among them. What works with them once they are learnt is a <see cref="LanguageModel"/>.</summary>
internal sealed unsafe class ModelWeights
{
    public ModelWeights(Architecture architecture, Vocabulary[] vocabularies, string[] xpos)
    {
        Architecture = architecture;
        Vocabularies = vocabularies;
        Xpos = xpos;
        Columns = new(architecture, xpos.Length);
        Embeddings = [.. vocabularies.Select((v, i) => GC.AllocateArray<float>(v.Count * architecture.EmbeddingSizes[i], pinned: true))];

        var at = 0;
        int Next(int length)
        {
            var start = at;
            at += length;
            return start;
        }

        var hidden = architecture.Hidden;
        Layers = new LayerPlace[architecture.Layers];
        for (var l = 0; l < Layers.Length; l++)
        {
            var inputs = l == 0 ? architecture.Input : 2 * hidden;
            Layers[l] = new(inputs, Next(inputs * 8 * hidden), Next(8 * hidden), Next(hidden * 4 * hidden), Next(hidden * 4 * hidden));
        }
        Top = Next(2 * hidden * Columns.Count);
        TopBias = Next(Columns.Count);
        ArcBilinear = Next(architecture.Arc * architecture.Arc);
        ArcHeadBias = Next(architecture.Arc);
        ArcRoot = Next(architecture.Arc);
        LabelRoot = Next(architecture.Label);
        LabelOut = Next(architecture.Label * Relations.Count);
        LabelOutBias = Next(Relations.Count);
        Dense = GC.AllocateArray<float>(at, pinned: true);
    }

    public Architecture Architecture { get; }

    public Vocabulary[] Vocabularies { get; }

    /// <summary>The Penn Treebank tags the model knows.</summary>
    public string[] Xpos { get; }

    public TopColumns Columns { get; }

    /// <summary>A table a feature.</summary>
    public float[][] Embeddings { get; }

    /// <summary>All matrices, row-major, one after the other.</summary>
    public float[] Dense { get; }

    public LayerPlace[] Layers { get; }

    /// <summary>A place in <see cref="Dense"/>, which does not move.</summary>
    public float* At(int place) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Dense)) + place;

    /// <summary>A row of a table of <see cref="Embeddings"/>, which do not move.</summary>
    public float* Embedding(int feature, int number) =>
        (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Embeddings[feature])) + (long)number * Architecture.EmbeddingSizes[feature];

    public int Top { get; }

    public int TopBias { get; }

    public int ArcBilinear { get; }

    /// <summary>How good a head each token is, whatever the dependent.</summary>
    public int ArcHeadBias { get; }

    /// <summary>What stands for the root where a head's numbers would stand.</summary>
    public int ArcRoot { get; }

    public int LabelRoot { get; }

    public int LabelOut { get; }

    public int LabelOutBias { get; }

    /// <summary>Where the matrices of a recurrent layer start. The input matrix and its bias hold the gates of the forward direction, then of the backward one.</summary>
    public readonly record struct LayerPlace(int Inputs, int Input, int Bias, int Forward, int Backward);
}
