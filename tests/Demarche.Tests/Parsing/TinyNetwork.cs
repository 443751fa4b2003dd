using Demarche.Parsing;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

/// <summary>A network of a few units with three sentences of odd lengths, for tests that need all its parts and no quality.</summary>
internal sealed class TinyNetwork
{
    private static readonly string[] Words = ["ministers", "met", "in", "Vienna", "and", "signed", "nothing", "."];

    private readonly TrainingSentence[] _sentences;
    private readonly int[] _numbers;
    private readonly ulong _seed;

    public TinyNetwork(ulong seed, int hidden = 3)
    {
        _seed = seed;
        var chance = new Chance(seed);
        var architecture = new Architecture { EmbeddingSizes = [3, 2, 2, 1, 2, 1], Hidden = hidden, Layers = 2, Arc = hidden + 2, Label = hidden + 1 };
        var hashes = new List<ulong>[TokenFeatures.Count];
        for (var f = 0; f < hashes.Length; f++)
            hashes[f] = [];
        var hash = new ulong[TokenFeatures.Count];
        foreach (var word in Words)
        {
            TokenFeatures.Hash(word, true, hash);
            for (var f = 0; f < hashes.Length; f++)
                if (!hashes[f].Contains(hash[f]))
                    hashes[f].Add(hash[f]);
        }
        var weights = new ModelWeights(architecture, [.. hashes.Select(h => new Vocabulary([.. h]))], ["NN", "VB", "."]);
        foreach (var table in weights.Embeddings)
            Fill(table);
        Fill(weights.Dense);
        Network = new(weights);
        Learner = new(Network);

        _sentences = [Sentence(5), Sentence(3), Sentence(1)];
        _numbers = [.. _sentences.SelectMany(s => s.Forms).SelectMany(form =>
        {
            TokenFeatures.Hash(form, true, hash);
            return Enumerable.Range(0, TokenFeatures.Count).Select(f => weights.Vocabularies[f].NumberOf(hash[f])).ToArray();
        })];

        TrainingSentence Sentence(int count)
        {
            var root = chance.Below(count);
            return new(
                [.. Enumerable.Range(0, count).Select(_ => Words[chance.Below(Words.Length)])],
                [.. Enumerable.Range(0, count).Select(_ => true)],
                [.. Enumerable.Range(0, count).Select(_ => (Upos)chance.Below(17))],
                [.. Enumerable.Range(0, count).Select(_ => chance.Below(4) - 1)],
                [.. Enumerable.Range(0, count).Select(i => i == root ? -1 : root)],
                [.. Enumerable.Range(0, count).Select(i => i == root ? Relation.Root : (Relation)(1 + chance.Below(40)))]);
        }

        void Fill(float[] values)
        {
            var scale = 2f / MathF.Sqrt(hidden);
            for (var i = 0; i < values.Length; i++)
                values[i] = scale * (chance.NextFloat() - 0.5f);
        }
    }

    public Network Network { get; }

    public Learner Learner { get; }

    public LanguageModel Model => Rounding.Round(Network.Weights);

    /// <summary>The loss of the three sentences, with the same things left out at random each time; the gradients are made anew.</summary>
    public double Learn(float dropout = 0.25f)
    {
        Learner.Gradients.Clear();
        Network.Refresh(new());
        return Learner.Learn(_sentences, _numbers, 1, dropout, dropout, new Chance(_seed)).Total;
    }
}
