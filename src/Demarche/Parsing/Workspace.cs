using System.Runtime.CompilerServices;
using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>The network at work on a few runs of tokens at a time; used by one thread, kept for the next document.</summary>
internal sealed unsafe class Workspace(LanguageModel model)
{
    /// <summary>Words whose sums are kept; when there are more, all are forgotten.</summary>
#if DEBUG
    private const int MostKnown = 64;
#else
    private const int MostKnown = 2048;
#endif

    private readonly ModelWeights _weights = model.Weights;
    private readonly FloatBuffer _features = new();
    private readonly FloatBuffer _gates = new();
    private readonly FloatBuffer _outputs = new();
    private readonly FloatBuffer _lowerOutputs = new();
    private readonly FloatBuffer _step = new();
    private readonly FloatBuffer _state = new();
    private readonly FloatBuffer _cell = new();
    private readonly FloatBuffer _top = new();
    private readonly FloatBuffer _bilinear = new();
    private readonly FloatBuffer _heads = new();
    private readonly FloatBuffer _packedHeads = new();
    private readonly FloatBuffer _arcs = new();
    private readonly FloatBuffer _label = new();
    private readonly FloatBuffer _labelScores = new();
    private readonly SpanningTree _tree = new();
    private readonly Dictionary<(string Form, bool SpaceBefore), int> _known = [];
    private readonly FloatBuffer _knownSums = new();
    private int[] _starts = [];
    private int[] _slots = [];

    /// <summary>Tags and parses each run of tokens as a sentence of its own. Longer runs come first.</summary>
    public void Annotate(Token[] tokens, ReadOnlySpan<(int First, int End)> runs)
    {
        if (_starts.Length < runs.Length)
            _starts = new int[runs.Length];
        var rows = 0;
        for (var s = 0; s < runs.Length; s++)
        {
            _starts[s] = rows;
            rows += runs[s].End - runs[s].First;
        }

        var outputs = Encode(tokens, runs, rows);
        var top = Project(outputs, rows);
        for (var s = 0; s < runs.Length; s++)
        {
            var (first, end) = runs[s];
            var rowsOfRun = top + (long)_starts[s] * _weights.TopColumns;
            Tag(tokens.AsSpan(first, end - first), rowsOfRun);
            Attach(tokens, first, end - first, rowsOfRun, _starts[s]);
        }
    }

    private float* Encode(Token[] tokens, ReadOnlySpan<(int First, int End)> runs, int rows)
    {
        var hidden = _weights.Architecture.Hidden;
        float* inputs = null;
        var outputs = _outputs;
        var lower = _lowerOutputs;
        for (var l = 0; l < _weights.Layers.Length; l++)
        {
            var place = _weights.Layers[l];
            var gates = _gates.Ensure(rows * 8 * hidden);
            if (l == 0)
                ReadWords(tokens, runs, gates);
            else
            {
                FillRows(gates, rows, 8 * hidden, _weights.At(place.Bias));
                MatrixProduct.AddTo(gates, 8 * hidden, inputs, place.Inputs, rows, place.Inputs, model.Inputs[l].Pointer, 8 * hidden);
            }
            var target = outputs.Ensure(rows * 2 * hidden);
            Recur(runs, gates, target, model.Forward[l].Pointer, backward: false);
            Recur(runs, gates + 4 * hidden, target + hidden, model.Backward[l].Pointer, backward: true);
            inputs = target;
            (outputs, lower) = (lower, outputs);
        }
        return inputs;
    }

    // What the lowest layer makes of a word depends on the word alone, and most words come again: their sums are kept, those of new words are found all at once.
    private void ReadWords(Token[] tokens, ReadOnlySpan<(int First, int End)> runs, float* gates)
    {
        var place = _weights.Layers[0];
        var columns = 8 * _weights.Architecture.Hidden;
        var rows = 0;
        foreach (var (first, end) in runs)
            rows += end - first;
        if (_known.Count + rows > MostKnown)
            _known.Clear();
        var sums = _knownSums.Ensure(Math.Max(MostKnown, rows) * columns);
        var features = _features.Ensure(rows * place.Inputs);
        if (_slots.Length < rows)
            _slots = new int[rows];

        var firstNew = _known.Count;
        var row = 0;
        foreach (var (first, end) in runs)
            for (var t = first; t < end; t++)
            {
                var word = (tokens[t].Form, tokens[t].SpaceBefore || t == first);
                if (!_known.TryGetValue(word, out var slot))
                {
                    slot = _known.Count;
                    _known.Add(word, slot);
                    Embed(word.Form, word.Item2, features + (slot - firstNew) * place.Inputs);
                }
                _slots[row++] = slot;
            }

        var added = _known.Count - firstNew;
        var target = sums + (long)firstNew * columns;
        FillRows(target, added, columns, _weights.At(place.Bias));
        MatrixProduct.AddTo(target, columns, features, place.Inputs, added, place.Inputs, model.Inputs[0].Pointer, columns);
        for (var r = 0; r < rows; r++)
            new ReadOnlySpan<float>(sums + (long)_slots[r] * columns, columns).CopyTo(new(gates + (long)r * columns, columns));
    }

    private void Embed(string form, bool spaceBefore, float* target)
    {
        var sizes = _weights.Architecture.EmbeddingSizes;
        Span<ulong> hashes = stackalloc ulong[TokenFeatures.Count];
        TokenFeatures.Hash(form, spaceBefore, hashes);
        for (var f = 0; f < sizes.Length; f++)
        {
            var number = _weights.Vocabularies[f].NumberOf(hashes[f]);
            new ReadOnlySpan<float>(_weights.Embedding(f, number), sizes[f]).CopyTo(new(target, sizes[f]));
            target += sizes[f];
        }
    }

    // All runs take their t-th step together; since longer runs come first, those that still have one are the first “active” ones.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Recur(ReadOnlySpan<(int First, int End)> runs, float* gates, float* outputs, float* packed, bool backward)
    {
        var hidden = _weights.Architecture.Hidden;
        var step = _step.Ensure(runs.Length * 4 * hidden);
        var state = _state.Ensure(runs.Length * hidden);
        var cell = _cell.Ensure(runs.Length * hidden);
        new Span<float>(cell, runs.Length * hidden).Clear();
        var width = MatrixProduct.Width;
        var active = runs.Length;
        for (var t = 0; ; t++)
        {
            while (active > 0 && runs[active - 1].End - runs[active - 1].First <= t)
                active--;
            if (active == 0)
                return;
            for (var s = 0; s < active; s++)
                new ReadOnlySpan<float>(gates + Row(runs, s, t, backward) * 8 * hidden, 4 * hidden).CopyTo(new(step + s * 4 * hidden, 4 * hidden));
            if (t > 0)
                MatrixProduct.AddTo(step, 4 * hidden, state, hidden, active, hidden, packed, 4 * hidden);
            for (var s = 0; s < active; s++)
            {
                Activation.LstmCell(step + s * 4 * hidden, cell + s * hidden, state + s * hidden, hidden, width);
                new ReadOnlySpan<float>(state + s * hidden, hidden).CopyTo(new(outputs + Row(runs, s, t, backward) * 2 * hidden, hidden));
            }
        }
    }

    private long Row(ReadOnlySpan<(int First, int End)> runs, int run, int step, bool backward) =>
        _starts[run] + (backward ? runs[run].End - runs[run].First - 1 - step : step);

    private float* Project(float* outputs, int rows)
    {
        var hidden = _weights.Architecture.Hidden;
        var columns = _weights.TopColumns;
        var arc = _weights.Architecture.Arc;
        var top = _top.Ensure(rows * columns);
        FillRows(top, rows, columns, _weights.At(_weights.TopBias));
        MatrixProduct.AddTo(top, columns, outputs, 2 * hidden, rows, 2 * hidden, model.Top.Pointer, columns);
        for (var r = 0; r < rows; r++)
            Rectify(top + (long)r * columns, 2 * arc);

        var bilinear = _bilinear.Ensure(rows * arc);
        FillRows(bilinear, rows, arc, _weights.At(_weights.ArcHeadBias));
        MatrixProduct.AddTo(bilinear, arc, top + _weights.ArcDependent, columns, rows, arc, model.ArcBilinear.Pointer, arc);
        return top;
    }

    private void Tag(Span<Token> tokens, float* top)
    {
        foreach (ref var token in tokens)
        {
            token.Upos = (Upos)Best(top + _weights.UposScores, ModelWeights.UposCount);
            token.Xpos = _weights.Xpos[Best(top + _weights.XposScores, _weights.Xpos.Length)];
            top += _weights.TopColumns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Attach(Token[] tokens, int first, int count, float* top, int start)
    {
        var arc = _weights.Architecture.Arc;
        var label = _weights.Architecture.Label;
        var columns = _weights.TopColumns;

        // Candidates for the head: the root, then each token.
        var heads = _heads.Ensure((count + 1) * arc);
        new ReadOnlySpan<float>(_weights.At(_weights.ArcRoot), arc).CopyTo(new(heads, arc));
        for (var t = 0; t < count; t++)
            new ReadOnlySpan<float>(top + (long)t * columns + _weights.ArcHead, arc).CopyTo(new(heads + (t + 1) * arc, arc));
        var packed = _packedHeads.Ensure(MatrixProduct.PackedLength(arc, count + 1));
        MatrixProduct.PackTransposed(heads, arc, count + 1, arc, packed);
        var arcs = _arcs.Ensure(count * (count + 1));
        new Span<float>(arcs, count * (count + 1)).Clear();
        MatrixProduct.AddTo(arcs, count + 1, _bilinear.Pointer + start * arc, arc, count, arc, packed, count + 1);
        var chosen = _tree.Find(new(arcs, count * (count + 1)), count);

        var hidden = _label.Ensure(count * label);
        for (var t = 0; t < count; t++)
        {
            var dependent = top + (long)t * columns + _weights.LabelDependent;
            var head = chosen[t] < 0 ? _weights.At(_weights.LabelRoot) : top + (long)chosen[t] * columns + _weights.LabelHead;
            for (var i = 0; i < label; i++)
                hidden[t * label + i] = dependent[i] + head[i];
        }
        Rectify(hidden, count * label);
        var scores = _labelScores.Ensure(count * Relations.Count);
        FillRows(scores, count, Relations.Count, _weights.At(_weights.LabelOutBias));
        MatrixProduct.AddTo(scores, Relations.Count, hidden, label, count, label, model.LabelOut.Pointer, Relations.Count);
        for (var t = 0; t < count; t++)
        {
            ref var token = ref tokens[first + t];
            var row = scores + t * Relations.Count;
            row[(int)Relation.Root] = float.NegativeInfinity;
            token.Head = chosen[t] < 0 ? -1 : first + chosen[t];
            token.Relation = chosen[t] < 0 ? Relation.Root : (Relation)Best(row, Relations.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Best(float* scores, int count)
    {
        var best = 0;
        for (var i = 1; i < count; i++)
            if (scores[i] > scores[best])
                best = i;
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rectify(float* values, int count)
    {
        for (var i = 0; i < count; i++)
            values[i] = values[i] > 0 ? values[i] : 0;
    }

    private static void FillRows(float* target, int rows, int columns, float* row)
    {
        for (var r = 0; r < rows; r++)
            new ReadOnlySpan<float>(row, columns).CopyTo(new(target + (long)r * columns, columns));
    }
}
