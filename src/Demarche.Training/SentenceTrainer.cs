using Demarche.Codebooks;
using Demarche.Text;
using Demarche.Tokenizing;
using Demarche.Training.Scoring;

namespace Demarche.Training;

/// <summary>
/// Learns where sentences end from the raw text of treebanks, by logistic regression over what <see cref="SentenceContext"/> sees. The same files and seed give the
/// same weights.
/// </summary>
internal sealed class SentenceTrainer
{
    private const int Epochs = 8;
    private const float Rate = 0.06f;

    // Weights are whole numbers in the file: this many to one.
    private const float Scale = 1000;

    private readonly List<uint[]> _features = [];
    private readonly List<bool> _isEnd = [];

    /// <summary>Learns from the treebanks of a training and writes the model beside that of the network.</summary>
    /// <exception cref="TrainingException">A treebank or the shipped codebook cannot be used.</exception>
    public static void Run(TrainingOptions options, TextWriter log)
    {
        Abbreviations abbreviations;
        try
        {
            abbreviations = Abbreviations.Load(Path.Combine(AppContext.BaseDirectory, "codebook", "abbreviations.txt"));
        }
        catch (CodebookException error)
        {
            throw new TrainingException(error.Message);
        }
        var model = Train(options.TrainFiles.Select(file => Treebank.Load(file, options.Genres)), abbreviations, options.Seed);
        var hash = model.Save(Path.Combine(options.OutputDirectory, SentenceModel.Name));
        log.WriteLine($"{SentenceModel.Name}, SHA-256 {hash}: where sentences end");
    }

    /// <summary>Learns from the sentences of treebanks, each the whole of its text.</summary>
    public static SentenceModel Train(IEnumerable<IReadOnlyList<ConlluSentence>> treebanks, Abbreviations abbreviations, ulong seed)
    {
        var trainer = new SentenceTrainer();
        foreach (var treebank in treebanks)
            trainer.Read(treebank, abbreviations);
        return trainer.Learn(seed);
    }

    private void Read(IReadOnlyList<ConlluSentence> gold, Abbreviations abbreviations)
    {
        var text = TreeScorer.RawText(gold);
        var goldEnds = EndsOf(gold);
        var document = new Document(new Story(text));
        document.TakeAsBody();
        var pieces = new List<WordSplitter.Piece>();
        var context = new SentenceContext();
        Span<uint> features = stackalloc uint[SentenceContext.Count];
        var characters = 0;
        foreach (var block in document.Blocks)
        {
            pieces.Clear();
            context.Verdicts.Clear();
            WordSplitter.Split(text, block.Span.Start, block.Span.End, abbreviations, pieces);
            new SentenceRules(text, abbreviations, pieces).Find(context.Verdicts);
            context.Read(text, pieces);
            int first = 0, before = 0;
            for (var next = 1; next <= pieces.Count; next++)
            {
                characters += TreeScorer.Characters(text.AsSpan(pieces[next - 1].Start, pieces[next - 1].End - pieces[next - 1].Start));
                if (next == pieces.Count)
                    break;
                var isEnd = goldEnds.Contains(characters);
                var verdict = context.Verdicts.BinarySearch(next) >= 0;
                if (context.IsBlankBefore(next))
                {
                    context.Fill(features, before, first, next, verdict);
                    _features.Add(features.ToArray());
                    _isEnd.Add(isEnd);
                }
                if (!isEnd)
                    continue;
                before = first;
                first = next;
            }
        }
    }

    /// <summary>After how many non-blank characters of the whole text sentences end.</summary>
    private static HashSet<int> EndsOf(IReadOnlyList<ConlluSentence> sentences)
    {
        var ends = new HashSet<int>();
        var characters = 0;
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var multiword = sentence.Multiwords.Find(m => m.First <= i && i < m.End);
                if (multiword is null || multiword.First == i)
                    characters += TreeScorer.Characters(multiword?.Form ?? sentence.Words[i].Form);
            }
            ends.Add(characters);
        }
        return ends;
    }

    private SentenceModel Learn(ulong seed)
    {
        var weights = new float[SentenceModel.Size];
        var squares = new float[SentenceModel.Size];
        var means = new float[SentenceModel.Size];
        var order = Enumerable.Range(0, _features.Count).ToArray();
        var chance = new Chance(seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            chance.Shuffle<int>(order);
            foreach (var example in order)
            {
                var features = _features[example];
                var sum = 0f;
                foreach (var feature in features)
                    sum += weights[SentenceModel.Place(feature)];
                var error = 1 / (1 + Activation.Exp(Math.Clamp(-sum, -30, 30))) - (_isEnd[example] ? 1 : 0);
                if (Math.Abs(error) < 1e-4f)
                    continue;
                foreach (var feature in features)
                {
                    var place = SentenceModel.Place(feature);
                    squares[place] += error * error;
                    weights[place] -= Rate * error / (MathF.Sqrt(squares[place]) + 0.1f);
                }
            }
            // The mean over the later epochs depends less on the order of the last one.
            if (epoch >= Epochs / 2)
                for (var i = 0; i < weights.Length; i++)
                    means[i] += weights[i] / (Epochs - Epochs / 2);
        }
        return new([.. means.Select(w => (short)Math.Clamp(MathF.Round(Scale * w), short.MinValue, short.MaxValue))]);
    }
}
