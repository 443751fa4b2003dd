namespace Demarche.Training;

/// <summary>What a model is trained on, and for how long.</summary>
public sealed record TrainingOptions
{
    /// <summary>Treebanks to learn from, in CoNLL-U.</summary>
    public required IReadOnlyList<string> TrainFiles { get; init; }

    /// <summary>Treebanks that the learning curve is measured on; nothing is learnt from them.</summary>
    public IReadOnlyList<string> DevFiles { get; init; } = [];

    /// <summary>Where the model, its learning curve and the state to resume from are written.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>
    /// Genres of the GUM treebank to learn from, as its document ids name them (<c>newdoc id = GUM_genre_name</c>); empty for all.
    /// Documents whose id does not start with <c>GUM_</c> are always taken.
    /// </summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A table of words that now and then take the place of the treebanks' own, see <c>training/en/news-words.csv</c>; null for none.</summary>
    public string? WordsFile { get; init; }

    /// <summary>A codebook whose sentences and passages are learnt from too, as <see cref="Tutors"/> read them; null for none.</summary>
    public string? Texts { get; init; }

    /// <summary>Models that read <see cref="Texts"/>: three or more, each trained with another seed.</summary>
    public IReadOnlyList<string> Tutors { get; init; } = [];

    /// <summary>The number of epochs in which <see cref="Texts"/> are gone through once; treebanks are gone through in each.</summary>
    public int EpochsOfTexts { get; init; } = 3;

    /// <summary>How often the treebanks are gone through.</summary>
    public int Epochs { get; init; } = 28;

    /// <summary>Start of all chance: the same seed, files and options give the same model, byte for byte.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads at work; the model does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Words that are learnt from between two changes of the weights.</summary>
    public int WordsPerStep { get; init; } = 900;

    public float LearningRate { get; init; } = 0.002f;

    /// <summary>The share of the training after which the learning rate falls in a straight line to nothing.</summary>
    public double AnnealingStart { get; init; } = 0.45;

    /// <summary>The share of the network's inputs and outputs that is left out at random.</summary>
    public float Dropout { get; init; } = 0.33f;

    /// <summary>The share of what a layer hands on to its next word that is left out at random.</summary>
    public float RecurrentDropout { get; init; } = 0.2f;

    /// <summary>True to go on from the state a former run left in <see cref="OutputDirectory"/>, when there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>Sizes of the network.</summary>
    internal Parsing.Architecture Architecture { get; init; } = new();
}
