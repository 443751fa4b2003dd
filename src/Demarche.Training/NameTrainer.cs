using System.Globalization;
using System.Runtime.InteropServices;
using Demarche.Parsing;
using Demarche.Recognizing;
using Demarche.Text;
using Demarche.Training.Scoring;

namespace Demarche.Training;

/// <summary>
/// Trains the tagger of names: a conditional random field over chains of tags, by stochastic gradients with a rate of its own for each weight (AdaGrad).
/// One thread, fixed order: the same seed, files and options give the same bytes.
/// </summary>
public sealed class NameTrainer
{
    private const int Tags = NameModel.Tags;

    private readonly NameTrainingOptions _options;
    private readonly TextWriter _log;
    private readonly Coder _coder;
    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<int> _counts = [];
    private readonly float[] _transitions = new float[(Tags + 1) * Tags];
    private readonly float[] _transitionSquares = new float[(Tags + 1) * Tags];
    private float[] _weights = [];
    private float[] _squares = [];

    private NameTrainer(NameTrainingOptions options, CoderOptions coding, TextWriter log)
    {
        (_options, _log) = (options, log);
        _coder = Coder.Load(coding);
        _gazetteer = _coder.Gazetteer;
    }

    /// <summary>Trains and writes a model; returns the hash of the file.</summary>
    /// <param name="options">What to learn from, and how.</param>
    /// <param name="coding">The model that tags the treebanks' words and finds their trees, and the codebook.</param>
    /// <param name="log">Where the learning curve is written.</param>
    /// <exception cref="TrainingException">A treebank cannot be read, or none marks entities.</exception>
    public static string Train(NameTrainingOptions options, CoderOptions coding, TextWriter log) => new NameTrainer(options, coding, log).Run();

    private string Run()
    {
        var conventions = new NameConventions(_gazetteer);
        var train = _options.TrainFiles.SelectMany(file => Load(file, _options.Genres)).Select(conventions.Mend).ToList();
        var dev = _options.DevFiles.SelectMany(file => Load(file, _options.Genres)).Select(conventions.Mend).Where(d => d.Names[0] is not null).ToList();
        var marked = train.Where(d => d.Names[0] is not null).ToList();
        var plain = train.Where(d => d.Names[0] is null).ToList();
        if (marked.Count == 0)
            throw new TrainingException($"{string.Join(", ", _options.TrainFiles)}: no entities are marked; a treebank with Entity= annotation is needed, such as GUM");

        var varied = new List<Example>();
        varied.AddRange(Examples([.. marked.Select(d => Rewritten(d, word => word.ToLowerInvariant()))], _options.SmallWeight));
        varied.AddRange(Examples([.. marked.Select(d => Rewritten(d, word => word.ToUpperInvariant()))], _options.CapitalsWeight));
        List<Example> examples = [.. Examples(marked, 1), .. varied];
        Log($"{marked.Count} documents, {examples.Count} sentences, {marked.Sum(d => d.Names.Sum(n => n!.Count))} names; {plain.Count} documents without");
        Learn(examples, dev, "");
        // Where the treebank's own tags and trees are known, they help to guess.
        for (var round = 1; round <= _options.Rounds && plain.Count > 0; round++)
        {
            var tagger = new NameTagger(Quantised(), _gazetteer);
            var agreement = new NameAgreement(_gazetteer);
            var guessed = plain.Select(d => new EntityDocument(d.Id, d.Sentences, [.. Guess(Conllu.ToDocument(d.Sentences), tagger).Select((names, s) => agreement.Mend(d.Sentences[s].Words, names))])).ToList();
            Log($"round {round}: {guessed.Sum(d => d.Names.Sum(n => n!.Count))} names guessed");
            examples = [.. Examples(marked, 1), .. varied, .. Examples(guessed, _options.GuessWeight)];
            Learn(examples, dev, $"round {round} ");
        }
        var model = Quantised();
        Log($"{model.Features.Length} features kept of {_numbers.Count}");
        return model.Write(_options.Output);
    }

    // As people write who spare the shift key, and headlines that shout.
    private static EntityDocument Rewritten(EntityDocument document, Func<string, string> rewrite) =>
        document with { Sentences = [.. document.Sentences.Select(s => Rewritten(s, rewrite))] };

    private static ConlluSentence Rewritten(ConlluSentence sentence, Func<string, string> rewrite)
    {
        var rewritten = new ConlluSentence();
        rewritten.Comments.AddRange(sentence.Comments);
        rewritten.Words.AddRange(sentence.Words.Select(w => w with { Form = rewrite(w.Form) }));
        rewritten.Multiwords.AddRange(sentence.Multiwords.Select(m => m with { Form = rewrite(m.Form) }));
        return rewritten;
    }

    private static List<EntityDocument> Load(string path, IReadOnlyList<string> genres)
    {
        try
        {
            return EntityTreebank.Load(path, genres);
        }
        catch (IOException error)
        {
            throw new TrainingException($"{path}: the treebank cannot be read: {error.Message}");
        }
    }

    private void Log(FormattableString line)
    {
        _log.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        _log.Flush();
    }

    private Document Analysed(EntityDocument document)
    {
        var read = Conllu.ToDocument(document.Sentences);
        _coder.Analyse(read, Layers.Trees);
        return read;
    }

    private IEnumerable<List<Name>> Guess(Document read, NameTagger tagger)
    {
        var names = new List<Name>();
        tagger.Tag(read, _gazetteer.Fold(read.Tokens), names);
        foreach (var sentence in read.Sentences)
            yield return [.. names.Where(n => sentence.First <= n.First && n.End <= sentence.End).Select(n => n with { First = n.First - sentence.First, End = n.End - sentence.First })];
    }

    /// <summary>A sentence to learn from.</summary>
    /// <param name="Gold">The tag of each token.</param>
    /// <param name="Features">The numbers of the features of each token; null where no name can be.</param>
    /// <param name="Groups">How many of them are of the word's letters, and how many of those or of its tags.</param>
    /// <param name="Weight">What it counts.</param>
    private sealed record Example(int[] Gold, int[]?[] Features, (int Letters, int Tags)[] Groups, float Weight);

    private List<Example> Examples(List<EntityDocument> documents, float weight)
    {
        var examples = new List<Example>();
        if (weight <= 0)
            return examples;
        var reading = new NameFeatures(_gazetteer);
        Span<ulong> hashes = stackalloc ulong[NameFeatures.Most];
        foreach (var document in documents)
        {
            var read = Analysed(document);
            reading.Read(read, _gazetteer.Fold(read.Tokens));
            for (var s = 0; s < read.Sentences.Count; s++)
            {
                var sentence = read.Sentences[s];
                var example = new Example(new int[sentence.Count], new int[]?[sentence.Count], new (int, int)[sentence.Count], weight);
                foreach (var name in document.Names[s]!)
                    for (var t = name.First; t < name.End; t++)
                        example.Gold[t] = NameModel.TagOf(name.Kind, t == name.First);
                for (var t = 0; t < sentence.Count; t++)
                {
                    if (!reading.MayBeName(sentence.First + t) && example.Gold[t] == 0)
                        continue;
                    var (count, letters, tags) = reading.Of(sentence.First + t, hashes);
                    var numbers = new int[count];
                    for (var f = 0; f < count; f++)
                        numbers[f] = NumberOf(NameModel.Key(hashes[f]));
                    example.Features[t] = numbers;
                    example.Groups[t] = (letters, tags);
                }
                if (Array.Exists(example.Features, f => f is not null))
                    examples.Add(example);
            }
        }
        return examples;
    }

    private int NumberOf(uint key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var known);
        if (!known)
        {
            number = _counts.Count;
            _counts.Add(0);
        }
        _counts[number]++;
        return number;
    }

    private void Learn(List<Example> examples, List<EntityDocument> dev, string round)
    {
        var (weights, transitions) = (new float[_counts.Count * Tags], new float[_transitions.Length]);
        for (var order = 0; order < _options.Orders; order++)
        {
            Learn(examples, _options.Seed + (ulong)order * 1000, $"{round}order {order + 1} ");
            Add(weights, _weights);
            Add(transitions, _transitions);
        }
        // In which order sentences come makes three or four names of a thousand; the mean of several orders swings less.
        _weights = Array.ConvertAll(weights, sum => sum / _options.Orders);
        Array.ConvertAll(transitions, sum => sum / _options.Orders).CopyTo(_transitions, 0);
        if (dev.Count > 0)
            Log($"{round}{Measured(dev)}");
    }

    private void Learn(List<Example> examples, ulong seed, string round)
    {
        _weights = new float[_counts.Count * Tags];
        _squares = new float[_counts.Count * Tags];
        Array.Clear(_transitions);
        Array.Clear(_transitionSquares);
        var (sum, transitionSum, summed) = (new float[_weights.Length], new float[_transitions.Length], 0);
        var order = examples.ToArray();
        var lattice = new Lattice();
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            var chance = new Chance(seed * 0x2545F4914F6CDD1DUL + (ulong)epoch + 1);
            chance.Shuffle<Example>(order);
            var rate = _options.LearningRate * (1 - 0.8f * epoch / _options.Epochs);
            var loss = 0.0;
            foreach (var example in order)
                loss += Step(example, lattice, rate, chance);
            // The mean over the later epochs swings less than where the last one ends.
            if (2 * epoch >= _options.Epochs)
            {
                Add(sum, _weights);
                Add(transitionSum, _transitions);
                summed++;
            }
            if (epoch % 3 == 2 || epoch == _options.Epochs - 1)
                Log($"{round}epoch {epoch + 1}/{_options.Epochs}  loss {loss / examples.Count:F4}");
        }
        _weights = Array.ConvertAll(sum, value => value / summed);
        Array.ConvertAll(transitionSum, value => value / summed).CopyTo(_transitions, 0);
    }

    private static void Add(float[] sum, float[] values)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += values[i];
    }

    private string Measured(List<EntityDocument> dev)
    {
        if (dev.Count == 0)
            return "";
        var tagger = new NameTagger(Quantised(), _gazetteer);
        var (gold, predicted) = (new HashSet<(int, Name)>(), new HashSet<(int, Name)>());
        var number = 0;
        foreach (var document in dev)
            foreach (var (marked, guessed) in document.Names.Zip(Guess(Analysed(document), tagger)))
            {
                number++;
                gold.UnionWith(marked!.Select(n => (number, n)));
                predicted.UnionWith(guessed.Select(n => (number, n)));
            }
        var text = "";
        foreach (var kind in (NameKind?[])[null, NameKind.Person, NameKind.Place, NameKind.Organization])
        {
            var (g, p) = (gold.Where(x => kind is null || x.Item2.Kind == kind).ToHashSet(), predicted.Where(x => kind is null || x.Item2.Kind == kind).ToHashSet());
            var score = new Score(p.Count(g.Contains), p.Count, g.Count);
            text += string.Create(CultureInfo.InvariantCulture, $"  {(kind is { } k ? NameGold.TagOf(k) : "F1")} {100 * score.F1:F2}{(kind is null ? $" ({100 * score.Precision:F2} of found, {100 * score.Recall:F2} of gold)" : "")}");
        }
        return text;
    }

    /// <summary>The sums over all ways to tag a sentence.</summary>
    private sealed class Lattice
    {
        public float[] Scores = [];
        public float[] Forward = [];
        public float[] Backward = [];
        public bool[] Off = [];
        public List<int>[] Active = [];

        public void Reserve(int length)
        {
            if (Scores.Length >= length * Tags)
                return;
            (Scores, Forward, Backward) = (new float[length * Tags], new float[length * Tags], new float[length * Tags]);
            Active = [.. Enumerable.Range(0, length).Select(_ => new List<int>())];
        }
    }

    private float Step(Example example, Lattice lattice, float rate, Chance chance)
    {
        var length = example.Gold.Length;
        lattice.Reserve(length);
        var (scores, forward, backward) = (lattice.Scores, lattice.Forward, lattice.Backward);
        for (var t = 0; t < length; t++)
        {
            var active = lattice.Active[t];
            active.Clear();
            var row = scores.AsSpan(t * Tags, Tags);
            row.Clear();
            if (example.Features[t] is not { } features)
            {
                row[1..].Fill(float.NegativeInfinity);
                continue;
            }
            var (letters, tags) = example.Groups[t];
            var from = chance.Happens(_options.LetterDropout) ? letters : 0;
            var noTags = chance.Happens(_options.TagDropout);
            for (var f = from; f < features.Length; f++)
            {
                if (noTags && f >= letters && f < tags || _counts[features[f]] < _options.LeastCount || chance.Happens(_options.Dropout))
                    continue;
                active.Add(features[f]);
                var weights = _weights.AsSpan(features[f] * Tags, Tags);
                for (var tag = 0; tag < Tags; tag++)
                    row[tag] += weights[tag];
            }
        }

        // A name overlooked is to cost more than a name too many: what is learnt from here is to be used on other kinds of text, where names look strange.
        for (var t = 0; t < length; t++)
            if (example.Gold[t] != 0)
                scores[t * Tags] += _options.CostOfMissing;

        // Forward and backward, in logarithms.
        Span<float> terms = stackalloc float[Tags];
        for (var tag = 0; tag < Tags; tag++)
            forward[tag] = NameModel.Follows(NameModel.Start, tag) ? _transitions[NameModel.Start * Tags + tag] + scores[tag] : float.NegativeInfinity;
        for (var t = 1; t < length; t++)
            for (var tag = 0; tag < Tags; tag++)
            {
                if (tag > 0 && example.Features[t] is null)
                {
                    forward[t * Tags + tag] = float.NegativeInfinity;
                    continue;
                }
                for (var before = 0; before < Tags; before++)
                    terms[before] = NameModel.Follows(before, tag) ? forward[(t - 1) * Tags + before] + _transitions[before * Tags + tag] : float.NegativeInfinity;
                forward[t * Tags + tag] = LogSum(terms) + scores[t * Tags + tag];
            }
        backward.AsSpan((length - 1) * Tags, Tags).Clear();
        for (var t = length - 2; t >= 0; t--)
            for (var tag = 0; tag < Tags; tag++)
            {
                if (tag > 0 && example.Features[t] is null)
                    continue;
                for (var after = 0; after < Tags; after++)
                    terms[after] = NameModel.Follows(tag, after) ? _transitions[tag * Tags + after] + scores[(t + 1) * Tags + after] + backward[(t + 1) * Tags + after] : float.NegativeInfinity;
                backward[t * Tags + tag] = LogSum(terms);
            }
        var total = LogSum(forward.AsSpan((length - 1) * Tags, Tags));

        // What is expected less what is so.
        Span<float> slope = stackalloc float[(Tags + 1) * Tags];
        slope.Clear();
        var path = 0f;
        for (var t = 0; t < length; t++)
        {
            var before = t == 0 ? NameModel.Start : example.Gold[t - 1];
            path += _transitions[before * Tags + example.Gold[t]] + scores[t * Tags + example.Gold[t]];
            slope[before * Tags + example.Gold[t]] -= 1;
            if (t == 0)
            {
                for (var tag = 0; tag < Tags; tag++)
                    slope[NameModel.Start * Tags + tag] += Activation.Exp(forward[tag] + backward[tag] - total);
                continue;
            }
            var (last, end) = (example.Features[t - 1] is null ? 1 : Tags, example.Features[t] is null ? 1 : Tags);
            for (var a = 0; a < last; a++)
                for (var b = 0; b < end; b++)
                    if (NameModel.Follows(a, b) && !float.IsNegativeInfinity(forward[(t - 1) * Tags + a]) && !float.IsNegativeInfinity(scores[t * Tags + b]))
                        slope[a * Tags + b] += Activation.Exp(forward[(t - 1) * Tags + a] + _transitions[a * Tags + b] + scores[t * Tags + b] + backward[t * Tags + b] - total);
        }
        for (var i = 0; i < slope.Length; i++)
            Move(ref _transitions[i], ref _transitionSquares[i], example.Weight * slope[i], rate);
        for (var t = 0; t < length; t++)
        {
            if (example.Features[t] is null)
                continue;
            for (var tag = 0; tag < Tags; tag++)
            {
                var expected = float.IsNegativeInfinity(forward[t * Tags + tag]) ? 0 : Activation.Exp(forward[t * Tags + tag] + backward[t * Tags + tag] - total);
                var change = example.Weight * (expected - (example.Gold[t] == tag ? 1 : 0));
                if (Math.Abs(change) < 1e-4f)
                    continue;
                foreach (var feature in lattice.Active[t])
                    Move(ref _weights[feature * Tags + tag], ref _squares[feature * Tags + tag], change + _options.Decay * _weights[feature * Tags + tag], rate);
            }
        }
        return total - path;
    }

    private static void Move(ref float weight, ref float squares, float slope, float rate)
    {
        squares += slope * slope;
        weight -= rate * slope / MathF.Sqrt(squares + 0.1f);
    }

    private static float LogSum(ReadOnlySpan<float> terms)
    {
        var most = float.NegativeInfinity;
        foreach (var term in terms)
            most = Math.Max(most, term);
        if (float.IsNegativeInfinity(most))
            return most;
        var sum = 0f;
        foreach (var term in terms)
            if (!float.IsNegativeInfinity(term))
                sum += Activation.Exp(term - most);
        return most + MathF.Log(sum);
    }

    // The weights in whole numbers; of the features those that weigh most.
    private NameModel Quantised()
    {
        var keys = new uint[_counts.Count];
        foreach (var (key, number) in _numbers)
            keys[number] = (uint)key;
        var weights = new sbyte[_weights.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (sbyte)Math.Clamp(MathF.Round(_weights[i] * NameModel.Unit), -127, 127);
        var kept = Enumerable.Range(0, _counts.Count)
            .Where(n => _counts[n] >= _options.LeastCount)
            .Select(n => (Number: n, Size: weights.AsSpan(n * Tags, Tags).ToArray().Max(w => Math.Abs((int)w))))
            .Where(x => x.Size > 1)
            .OrderByDescending(x => x.Size).ThenBy(x => x.Number)
            .Take(_options.MostFeatures)
            .Select(x => x.Number)
            .Order()
            .ToList();
        return new([.. kept.Select(n => keys[n])], [.. kept.SelectMany(n => weights[(n * Tags)..(n * Tags + Tags)])], [.. _transitions.Select(w => (short)MathF.Round(w * NameModel.Unit))]);
    }
}
