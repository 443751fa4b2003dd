using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Demarche.Parsing;

namespace Demarche.Training;

/// <summary>How the loss would change with each weight. Of the embedding tables only the rows that were met are kept track of.</summary>
internal sealed unsafe class Gradients
{
    private readonly int[] _sizes;
    private readonly bool[][] _isMet;

    public Gradients(ModelWeights weights)
    {
        _sizes = weights.Architecture.EmbeddingSizes;
        Dense = GC.AllocateArray<float>(weights.Dense.Length, pinned: true);
        Embeddings = [.. weights.Embeddings.Select(table => new float[table.Length])];
        _isMet = [.. weights.Vocabularies.Select(v => new bool[v.Count])];
        Met = [.. weights.Vocabularies.Select(_ => new List<int>())];
    }

    public float[] Dense { get; }

    public float[][] Embeddings { get; }

    /// <summary>For each feature the rows that were met, in the order of meeting.</summary>
    public List<int>[] Met { get; }

    public float* At(int place) => (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Dense)) + place;

    public Span<float> Row(int feature, int number) => Embeddings[feature].AsSpan(number * _sizes[feature], _sizes[feature]);

    public void Meet(int feature, int number)
    {
        if (_isMet[feature][number])
            return;
        _isMet[feature][number] = true;
        Met[feature].Add(number);
    }

    public void Clear()
    {
        Array.Clear(Dense);
        ClearEmbeddings();
    }

    public void ClearEmbeddings()
    {
        for (var f = 0; f < Met.Length; f++)
        {
            foreach (var number in Met[f])
            {
                Row(f, number).Clear();
                _isMet[f][number] = false;
            }
            Met[f].Clear();
        }
    }
}
