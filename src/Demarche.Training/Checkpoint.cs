using System.Runtime.InteropServices;
using Demarche.Parsing;

namespace Demarche.Training;

/// <summary>The state of a training between two epochs, from which it can go on as if it had never stopped.</summary>
internal static class Checkpoint
{
    private static ReadOnlySpan<byte> Letters => "DEMARCP1"u8;

    public static void Write(string path, ModelWeights weights, Optimizer optimizer, int epochs)
    {
        var unfinished = path + ".part";
        using (var file = File.Create(unfinished))
        {
            file.Write(Letters);
            file.Write(MemoryMarshal.AsBytes<int>([weights.Dense.Length, weights.Embeddings.Sum(t => t.Length), epochs, optimizer.Steps]));
            foreach (var values in All(weights, optimizer))
                file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Returns how many epochs were done.</summary>
    public static int Read(string path, ModelWeights weights, Optimizer optimizer)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> letters = stackalloc byte[Letters.Length];
            file.ReadExactly(letters);
            if (!letters.SequenceEqual(Letters))
                throw new TrainingException($"{path}: is not the state of a training; remove it to start anew");
            var header = new int[4];
            file.ReadExactly(MemoryMarshal.AsBytes(header.AsSpan()));
            if (header[0] != weights.Dense.Length || header[1] != weights.Embeddings.Sum(t => t.Length))
                throw new TrainingException($"{path}: is the state of a training on other treebanks or genres; remove it to start anew");
            foreach (var values in All(weights, optimizer))
                file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            optimizer.Steps = header[3];
            return header[2];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"{path}: the state of the training cannot be read ({error.Message}); remove it to start anew");
        }
    }

    private static IEnumerable<float[]> All(ModelWeights weights, Optimizer optimizer) =>
        [weights.Dense, optimizer.DenseFirst, optimizer.DenseSecond, .. weights.Embeddings, .. optimizer.First, .. optimizer.Second];
}
