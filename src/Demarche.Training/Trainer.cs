using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Demarche.Parsing;
using Demarche.Tagging;

namespace Demarche.Training;

/// <summary>Trains a language model from treebanks. The same files, options and seed give the same model, byte for byte, with any number of threads.</summary>
public sealed class Trainer
{
    /// <summary>The name of the model in the output directory.</summary>
    public const string ModelName = "model.bin";

    private const string CheckpointName = "checkpoint.bin";

    // The sentences of a step are always shared between this many learners, however many threads there are, so that sums are always added in one order.
    private const int Learners = 2;

    // A word seen once is unknown in half of the cases or more, so that the network learns what to make of unknown words.
    private const float UnknownWeight = 0.4f;

    private const int LeastCount = 2;

    private const int WarmUpSteps = 200;

    private readonly TrainingOptions _options;
    private readonly TextWriter _log;
    private readonly ParallelOptions _threads;
    private readonly List<TrainingSentence> _sentences = [];
    private readonly List<TrainingSentence> _read = [];
    private readonly List<(string File, List<ConlluSentence> Sentences)> _dev = [];
    private readonly Dictionary<(string Form, bool SpaceBefore), int[]> _numbers = [];
    private readonly Dictionary<ulong, int> _wordCounts = [];
    private readonly Network _network;
    private readonly Learner[] _learners;
    private readonly Optimizer _optimizer;
    private readonly NewsWords? _words;
    private readonly int _opening;
    private readonly int _closing;

    private Trainer(TrainingOptions options, TextWriter log)
    {
        _options = options;
        _log = log;
        _threads = new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads) };

        var gold = options.TrainFiles.SelectMany(file => Treebank.Load(file, options.Genres)).ToList();
        if (gold.Count == 0)
            throw new TrainingException("there is no sentence to learn from; name at least one treebank, and genres that it has");
        foreach (var file in options.DevFiles)
            _dev.Add((file, Treebank.Load(file, [])));

        var tags = Treebank.XposOf(gold);
        var numberOfTag = tags.Select((tag, i) => (tag, i)).ToDictionary(x => x.tag, x => x.i, StringComparer.Ordinal);
        _opening = numberOfTag.GetValueOrDefault("``", -2);
        _closing = numberOfTag.GetValueOrDefault("''", -2);
        _words = options.WordsFile is { } words ? NewsWords.Load(words, numberOfTag) : null;
        _sentences.AddRange(gold.Select(sentence => Treebank.Prepare(sentence, numberOfTag)));
        if (options.Texts is { } texts)
            _read.AddRange(Tutors.Read(texts, options.Tutors, numberOfTag, gold.Concat(_dev.SelectMany(dev => dev.Sentences))));

        var weights = new ModelWeights(options.Architecture, Vocabularies(), tags);
        Initialize(weights, new Chance(options.Seed));
        _network = new(weights);
        _learners = [.. Enumerable.Range(0, Learners).Select(_ => new Learner(_network))];
        _optimizer = new(weights, _learners);
    }

    private ModelWeights Weights => _network.Weights;

    /// <summary>Trains, writes the model and the state to resume from after each epoch, and a line of the learning curve to <paramref name="log"/>.</summary>
    /// <exception cref="TrainingException">A treebank or the state to resume from cannot be used.</exception>
    public static TrainingReport Train(TrainingOptions options, TextWriter log, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.OutputDirectory);
        SentenceTrainer.Run(options, log);
        return new Trainer(options, log).Run(cancellation);
    }

    private TrainingReport Run(CancellationToken cancellation)
    {
        var checkpointPath = Path.Combine(_options.OutputDirectory, CheckpointName);
        var first = _options.Resume && File.Exists(checkpointPath) ? Checkpoint.Read(checkpointPath, Weights, _optimizer) : 0;
        var words = _sentences.Sum(s => s.Count);
        _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_sentences.Count} sentences, {words} words, {Weights.Dense.Length + Weights.Embeddings.Sum(t => t.Length)} weights"));

        if (_read.Count > 0)
        {
            var ofRead = _read.Sum(s => s.Count);
            var unknown = _read.Sum(s => s.Heads.Count(head => head == TrainingSentence.Unknown));
            _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_read.Count} sentences as {_options.Tutors.Count} models read them, {ofRead} words, {100.0 * unknown / ofRead:F1} % without a head"));
        }

        var report = new TrainingReport(Path.Combine(_options.OutputDirectory, ModelName), "", words, _sentences.Count, []);
        for (var epoch = first; epoch < _options.Epochs; epoch++)
        {
            var watch = Stopwatch.StartNew();
            var losses = Epoch(epoch, cancellation);
            var learning = watch.Elapsed.TotalSeconds;
            Checkpoint.Write(checkpointPath, Weights, _optimizer, epoch + 1);
            report = Write(report);
            _log.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}/{_options.Epochs}  loss {losses.Total / losses.Words:F3} (arcs {losses.Arc / losses.Words:F3}, relations {losses.Label / losses.Words:F3}, UPOS {losses.Upos / losses.Words:F3}){Show(report.Scores)}  {learning:F1} s"));
            _log.Flush();
        }
        if (first == 0 || first < _options.Epochs)
            return report;
        // A training that had ended already is written once more, in the form that models have now.
        report = Write(report);
        _log.WriteLine($"written once more{Show(report.Scores)}");
        return report;
    }

    // What is measured is what was written, with its weights rounded.
    private TrainingReport Write(TrainingReport report)
    {
        var hash = ModelFile.Write(Rounding.Round(Weights), report.ModelPath);
        var parser = new Parser(LanguageModel.Load(report.ModelPath), Lemmatizer.None, ParsingWords.Load(Path.Combine(AppContext.BaseDirectory, "codebook")));
        return report with { ModelHash = hash, Scores = [.. _dev.Select(dev => TreebankScore.Of(dev.File, dev.Sentences, parser))] };
    }

    private static string Show(IEnumerable<TreebankScore> scores) => string.Concat(scores.Select(score => string.Create(
        CultureInfo.InvariantCulture,
        $"  {Path.GetFileNameWithoutExtension(score.File)} UPOS {score.Upos:F2} XPOS {score.Xpos:F2} UAS {score.Uas:F2} LAS {score.Las:F2}")));

    private Losses Epoch(int epoch, CancellationToken cancellation)
    {
        var chance = new Chance(Mix(_options.Seed, (ulong)epoch + 1));
        var steps = Steps(epoch, chance);
        var total = new Losses();
        var part = new Losses[Learners];
        for (var step = 0; step < steps.Count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var shares = steps[step];
            var weight = 1f / shares.Sum(share => share.Sum(s => s.Count));
            _network.Refresh(_threads);
            var seed = chance.Next();
            Parallel.For(0, Learners, _threads, i =>
            {
                var own = new Chance(Mix(seed, (ulong)i));
                part[i] = shares[i].Length == 0 ? default : _learners[i].Learn(shares[i], Numbers(shares[i], own), weight, _options.Dropout, _options.RecurrentDropout, own);
            });
            foreach (var losses in part)
                total.Add(losses);
            _optimizer.Step(Rate(epoch + (double)step / steps.Count), _threads);
        }
        return total;
    }

    private float Rate(double epochs)
    {
        var done = epochs / _options.Epochs;
        var rate = done < _options.AnnealingStart ? 1 : (1 - done) / (1 - _options.AnnealingStart);
        return (float)(_options.LearningRate * rate * Math.Min(1, (_optimizer.Steps + 1.0) / WarmUpSteps));
    }

    // The sentences of the epoch, varied, in steps of about equal length; each step is shared between the learners, long sentences first.
    private List<TrainingSentence[][]> Steps(int epoch, Chance chance)
    {
        var part = _read.Where((_, i) => i % _options.EpochsOfTexts == epoch % _options.EpochsOfTexts);
        var varied = _sentences.Concat(part).Select(s => Augmentation.Vary(_words?.Vary(s, chance) ?? s, _opening, _closing, chance)).ToArray();
        chance.Shuffle<TrainingSentence>(varied);
        // A little noise on the lengths mixes neighbours anew in each epoch.
        var keys = varied.Select(s => s.Count + 3 * chance.NextFloat()).ToArray();
        Array.Sort(keys, varied);

        var steps = new List<TrainingSentence[][]>();
        for (var at = 0; at < varied.Length;)
        {
            var from = at;
            for (var words = 0; at < varied.Length && words < _options.WordsPerStep; at++)
                words += varied[at].Count;
            var step = varied[from..at];
            Array.Sort(step.Select(s => -s.Count).ToArray(), step);
            steps.Add([.. Enumerable.Range(0, Learners).Select(i => step.Where((_, s) => s % Learners == i).ToArray())]);
        }
        chance.Shuffle(CollectionsMarshal.AsSpan(steps));
        return steps;
    }

    private int[] Numbers(TrainingSentence[] sentences, Chance chance)
    {
        var numbers = new int[sentences.Sum(s => s.Count) * TokenFeatures.Count];
        var at = 0;
        foreach (var sentence in sentences)
            for (var t = 0; t < sentence.Count; t++)
            {
                var word = (sentence.Forms[t], sentence.SpaceBefore[t]);
                int[] known;
                lock (_numbers)
                {
                    if (!_numbers.TryGetValue(word, out known!))
                        _numbers.Add(word, known = NumbersOf(word));
                }
                known.AsSpan(0, TokenFeatures.Count).CopyTo(numbers.AsSpan(at));
                if (chance.Happens(UnknownWeight / (UnknownWeight + known[^1])))
                    numbers[at + TokenFeatures.Word] = 0;
                at += TokenFeatures.Count;
            }
        return numbers;
    }

    // The numbers of a word's features, and how often the word was seen.
    private int[] NumbersOf((string Form, bool SpaceBefore) word)
    {
        Span<ulong> hashes = stackalloc ulong[TokenFeatures.Count];
        TokenFeatures.Hash(word.Form, word.SpaceBefore, hashes);
        var numbers = new int[TokenFeatures.Count + 1];
        for (var f = 0; f < TokenFeatures.Count; f++)
            numbers[f] = Weights.Vocabularies[f].NumberOf(hashes[f]);
        numbers[^1] = _wordCounts.GetValueOrDefault(hashes[TokenFeatures.Word]);
        return numbers;
    }

    private Vocabulary[] Vocabularies()
    {
        var counts = Enumerable.Range(0, TokenFeatures.Count).Select(_ => new Dictionary<ulong, int>()).ToArray();
        var order = Enumerable.Range(0, TokenFeatures.Count).Select(_ => new List<ulong>()).ToArray();
        var hashes = new ulong[TokenFeatures.Count];
        foreach (var sentence in _sentences.Concat(_read))
        {
            for (var i = 0; i < sentence.Count; i++)
                Count(sentence.Forms[i], sentence.SpaceBefore[i]);
            // Typographic variants have shapes of their own.
            var always = Augmentation.Curl(sentence, _opening, _closing);
            for (var i = 0; i < sentence.Count; i++)
                if (always.Forms[i] != sentence.Forms[i])
                {
                    TokenFeatures.Hash(always.Forms[i], sentence.SpaceBefore[i], hashes);
                    CountFeature(TokenFeatures.Count - 1);
                }
        }
        // A word put in by chance is met about as often as a common one of the treebanks.
        foreach (var form in _words?.Forms ?? [])
            for (var i = 0; i < LeastCount; i++)
                Count(form, spaceBefore: true);
        foreach (var hash in order[TokenFeatures.Word])
            _wordCounts[hash] = counts[TokenFeatures.Word][hash];
        return [.. Enumerable.Range(0, TokenFeatures.Count).Select(f => new Vocabulary([.. order[f].Where(hash => counts[f][hash] >= LeastCount)]))];

        void Count(string form, bool spaceBefore)
        {
            TokenFeatures.Hash(form, spaceBefore, hashes);
            for (var f = 0; f < TokenFeatures.Count; f++)
                CountFeature(f);
        }

        void CountFeature(int f)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts[f], hashes[f], out var seen);
            count++;
            if (!seen)
                order[f].Add(hashes[f]);
        }
    }

    private static void Initialize(ModelWeights weights, Chance chance)
    {
        var architecture = weights.Architecture;
        var hidden = architecture.Hidden;
        foreach (var table in weights.Embeddings)
            Fill(table, 0.1);
        foreach (var place in weights.Layers)
        {
            Fill(weights.Dense.AsSpan(place.Input, place.Inputs * 8 * hidden), Bound(place.Inputs, hidden));
            Fill(weights.Dense.AsSpan(place.Forward, hidden * 4 * hidden), Bound(hidden, hidden));
            Fill(weights.Dense.AsSpan(place.Backward, hidden * 4 * hidden), Bound(hidden, hidden));
            // A cell starts by remembering: the forget gates are open.
            weights.Dense.AsSpan(place.Bias + hidden, hidden).Fill(1);
            weights.Dense.AsSpan(place.Bias + 5 * hidden, hidden).Fill(1);
        }
        Fill(weights.Dense.AsSpan(weights.Top, 2 * hidden * weights.Columns.Count), Bound(2 * hidden, architecture.Arc));
        Fill(weights.Dense.AsSpan(weights.ArcBilinear, architecture.Arc * architecture.Arc), Bound(architecture.Arc, architecture.Arc) / 2);
        Fill(weights.Dense.AsSpan(weights.ArcRoot, architecture.Arc), 0.1);
        Fill(weights.Dense.AsSpan(weights.LabelRoot, architecture.Label), 0.1);
        Fill(weights.Dense.AsSpan(weights.LabelOut, architecture.Label * Relations.Count), Bound(architecture.Label, Relations.Count));

        static double Bound(int inputs, int outputs) => Math.Sqrt(6.0 / (inputs + outputs));

        void Fill(Span<float> values, double bound)
        {
            foreach (ref var value in values)
                value = (float)(bound * (2.0 * chance.NextFloat() - 1));
        }
    }

    private static ulong Mix(ulong a, ulong b) => new Chance(a * 0x2545F4914F6CDD1DUL + b).Next();
}
