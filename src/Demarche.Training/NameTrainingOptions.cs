namespace Demarche.Training;

/// <summary>How a tagger of names is trained.</summary>
public sealed record NameTrainingOptions
{
    /// <summary>Treebanks to learn from, in CoNLL-U; those with <c>Entity=</c> annotation say what is a name, the others only lend their words.</summary>
    public required IReadOnlyList<string> TrainFiles { get; init; }

    /// <summary>Treebanks with <c>Entity=</c> annotation to measure on; nothing is learnt from them.</summary>
    public IReadOnlyList<string> DevFiles { get; init; } = [];

    /// <summary>The model file to write.</summary>
    public required string Output { get; init; }

    /// <summary>Genres of the GUM treebank to learn from; empty for all.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Start of all chance: the same seed, files and options give the same model, byte for byte.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often the sentences are gone through.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>How often names are guessed in the treebanks that mark none, and learnt from.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>In how many orders the sentences are gone through, each from the start; the model is the mean.</summary>
    public int Orders { get; init; } = 4;

    public float LearningRate { get; init; } = 0.15f;

    /// <summary>How strongly large weights are drawn to nothing.</summary>
    public float Decay { get; init; } = 0.00002f;

    /// <summary>How often a word's letters, its tags and each of its other features are left out at random.</summary>
    public float LetterDropout { get; init; } = 0.25f;

    public float TagDropout { get; init; } = 0.15f;

    public float Dropout { get; init; } = 0.1f;

    /// <summary>What sentences with guessed names count beside the others.</summary>
    public float GuessWeight { get; init; } = 0.15f;

    /// <summary>What a copy of each sentence in small letters counts.</summary>
    public float SmallWeight { get; init; } = 0.2f;

    /// <summary>What a copy of each sentence in capitals counts.</summary>
    public float CapitalsWeight { get; init; } = 0.1f;

    /// <summary>How much more it costs to overlook a name than to mark one too many.</summary>
    public float CostOfMissing { get; init; } = 0.8f;

    /// <summary>Features seen less often are left out.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>The most features the model keeps.</summary>
    public int MostFeatures { get; init; } = 100_000;
}
