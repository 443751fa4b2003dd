using System.Runtime.Intrinsics;
using Demarche.Parsing;
using Demarche.Text;

namespace Demarche.Training;

/// <summary>
/// Runs sentences forward through the network, compares with the gold, and carries the error back to every weight.
/// Each method that goes back undoes the one that went forward, in reverse order.
/// </summary>
internal sealed unsafe class Learner
{
    private readonly Network _network;
    private readonly ModelWeights _weights;
    private readonly LayerState[] _layers;
    private readonly FloatBuffer _topMask = new();
    private readonly FloatBuffer _arcMask = new();
    private readonly FloatBuffer _labelMask = new();
    private readonly FloatBuffer _topInput = new();
    private readonly FloatBuffer _top = new();
    private readonly FloatBuffer _topError = new();
    private readonly FloatBuffer _bilinear = new();
    private readonly FloatBuffer _bilinearError = new();
    private readonly FloatBuffer _candidates = new();
    private readonly FloatBuffer _candidatesError = new();
    private readonly FloatBuffer _arcs = new();
    private readonly FloatBuffer _label = new();
    private readonly FloatBuffer _labelError = new();
    private readonly FloatBuffer _labelScores = new();
    private readonly FloatBuffer _outputError = new();
    private readonly FloatBuffer _inputError = new();
    private readonly FloatBuffer _transposed = new();
    private readonly FloatBuffer _packed = new();
    private readonly FloatBuffer _step = new();
    private readonly FloatBuffer _state = new();
    private readonly FloatBuffer _cell = new();
    private int[] _starts = [];
    private int[] _lengths = [];
    private int[] _numbers = [];
    private int _sentences;
    private int _rows;

    public Learner(Network network)
    {
        _network = network;
        _weights = network.Weights;
        _layers = [.. _weights.Layers.Select(_ => new LayerState())];
        Gradients = new(_weights);
    }

    public Gradients Gradients { get; }

    /// <summary>
    /// Adds what the sentences teach to <see cref="Gradients"/>. Longer sentences come first; <paramref name="numbers"/> has the feature numbers of all words;
    /// the error of each word counts <paramref name="weight"/>.
    /// </summary>
    public Losses Learn(ReadOnlySpan<TrainingSentence> sentences, int[] numbers, float weight, float dropout, float recurrentDropout, Chance chance)
    {
        Place(sentences, numbers);
        DrawMasks(dropout, recurrentDropout, chance);
        Embed();
        for (var l = 0; l < _layers.Length; l++)
            LayerForward(l);
        TopForward();
        var losses = new Losses { Words = _rows };
        new Span<float>(_topError.Ensure(_rows * _weights.Columns.Count), _rows * _weights.Columns.Count).Clear();
        Tags(sentences, weight, ref losses);
        Arcs(sentences, weight, ref losses);
        Labels(sentences, weight, ref losses);
        TopBackward();
        for (var l = _layers.Length - 1; l >= 0; l--)
            LayerBackward(l);
        EmbedBackward();
        return losses;
    }

    private void Place(ReadOnlySpan<TrainingSentence> sentences, int[] numbers)
    {
        _sentences = sentences.Length;
        if (_starts.Length < _sentences)
        {
            _starts = new int[_sentences];
            _lengths = new int[_sentences];
        }
        _rows = 0;
        for (var s = 0; s < _sentences; s++)
        {
            _starts[s] = _rows;
            _lengths[s] = sentences[s].Count;
            _rows += sentences[s].Count;
        }
        _numbers = numbers;
    }

    // What is left out stays the same through a sentence.
    private void DrawMasks(float dropout, float recurrentDropout, Chance chance)
    {
        var hidden = _weights.Architecture.Hidden;
        for (var l = 0; l < _layers.Length; l++)
        {
            Draw(_layers[l].InputMask, _sentences * _weights.Layers[l].Inputs, dropout);
            Draw(_layers[l].StateMask, _sentences * 2 * hidden, recurrentDropout);
        }
        Draw(_topMask, _sentences * 2 * hidden, dropout);
        Draw(_arcMask, _sentences * 2 * _weights.Architecture.Arc, dropout);
        Draw(_labelMask, _sentences * _weights.Architecture.Label, dropout);

        void Draw(FloatBuffer mask, int length, float rate)
        {
            mask.Ensure(length);
            chance.FillMask(mask.Span[..length], rate);
        }
    }

    private void Embed()
    {
        var sizes = _weights.Architecture.EmbeddingSizes;
        var at = _layers[0].Input.Ensure(_rows * _weights.Architecture.Input);
        for (var r = 0; r < _rows; r++)
            for (var f = 0; f < sizes.Length; f++)
            {
                new ReadOnlySpan<float>(_weights.Embedding(f, _numbers[r * sizes.Length + f]), sizes[f]).CopyTo(new(at, sizes[f]));
                at += sizes[f];
            }
        Mask(_layers[0].Input.Pointer, _weights.Architecture.Input, _layers[0].InputMask.Pointer);
    }

    private void EmbedBackward()
    {
        var sizes = _weights.Architecture.EmbeddingSizes;
        Mask(_inputError.Pointer, _weights.Architecture.Input, _layers[0].InputMask.Pointer);
        var at = _inputError.Pointer;
        for (var r = 0; r < _rows; r++)
            for (var f = 0; f < sizes.Length; f++)
            {
                var number = _numbers[r * sizes.Length + f];
                Gradients.Meet(f, number);
                var row = Gradients.Row(f, number);
                for (var i = 0; i < row.Length; i++)
                    row[i] += at[i];
                at += sizes[f];
            }
    }

    private void LayerForward(int l)
    {
        var hidden = _weights.Architecture.Hidden;
        var place = _weights.Layers[l];
        var layer = _layers[l];
        if (l > 0)
        {
            Copy(_layers[l - 1].Output.Pointer, layer.Input.Ensure(_rows * place.Inputs), _rows * place.Inputs);
            Mask(layer.Input.Pointer, place.Inputs, layer.InputMask.Pointer);
        }
        var gates = layer.Gates.Ensure(_rows * 8 * hidden);
        FillRows(gates, _rows, 8 * hidden, _weights.At(place.Bias));
        MatrixProduct.AddTo(gates, 8 * hidden, layer.Input.Pointer, place.Inputs, _rows, place.Inputs, _network.Inputs[l].Straight.Pointer, 8 * hidden);
        layer.Output.Ensure(_rows * 2 * hidden);
        layer.Cells.Ensure(_rows * 2 * hidden);
        layer.States.Ensure(_rows * 2 * hidden);
        Recur(layer, 0, _network.Forward[l].Straight.Pointer);
        Recur(layer, 1, _network.Backward[l].Straight.Pointer);
    }

    private void Recur(LayerState layer, int direction, float* packed)
    {
        var hidden = _weights.Architecture.Hidden;
        var step = _step.Ensure(_sentences * 4 * hidden);
        var state = _state.Ensure(_sentences * hidden);
        var cell = _cell.Ensure(_sentences * hidden);
        new Span<float>(cell, _sentences * hidden).Clear();
        new Span<float>(state, _sentences * hidden).Clear();
        var width = MatrixProduct.Width;
        for (var t = 0; t < _lengths[0]; t++)
        {
            var active = Active(t);
            for (var s = 0; s < active; s++)
            {
                var row = Row(s, t, direction);
                Copy(layer.Gates.Pointer + row * 8 * hidden + direction * 4 * hidden, step + s * 4 * hidden, 4 * hidden);
                Copy(state + s * hidden, layer.States.Pointer + row * 2 * hidden + direction * hidden, hidden);
            }
            if (t > 0)
                MatrixProduct.AddTo(step, 4 * hidden, state, hidden, active, hidden, packed, 4 * hidden);
            for (var s = 0; s < active; s++)
            {
                var row = Row(s, t, direction);
                var output = layer.Output.Pointer + row * 2 * hidden + direction * hidden;
                Activation.LstmCell(step + s * 4 * hidden, cell + s * hidden, output, hidden, width);
                Copy(step + s * 4 * hidden, layer.Gates.Pointer + row * 8 * hidden + direction * 4 * hidden, 4 * hidden);
                Copy(cell + s * hidden, layer.Cells.Pointer + row * 2 * hidden + direction * hidden, hidden);
                var mask = layer.StateMask.Pointer + s * 2 * hidden + direction * hidden;
                for (var i = 0; i < hidden; i++)
                    state[s * hidden + i] = output[i] * mask[i];
            }
        }
    }

    // Takes _outputError, leaves _inputError.
    private void LayerBackward(int l)
    {
        var hidden = _weights.Architecture.Hidden;
        var place = _weights.Layers[l];
        var layer = _layers[l];
        RecurBackward(layer, 0, _network.Forward[l].Transposed.Pointer);
        RecurBackward(layer, 1, _network.Backward[l].Transposed.Pointer);

        var errors = layer.Gates.Pointer;
        AddProductOfTransposed(Gradients.At(place.Forward), layer.States.Pointer, 2 * hidden, hidden, errors, 8 * hidden, 4 * hidden, _rows);
        AddProductOfTransposed(Gradients.At(place.Backward), layer.States.Pointer + hidden, 2 * hidden, hidden, errors + 4 * hidden, 8 * hidden, 4 * hidden, _rows);
        AddProductOfTransposed(Gradients.At(place.Input), layer.Input.Pointer, place.Inputs, place.Inputs, errors, 8 * hidden, 8 * hidden, _rows);
        AddRows(Gradients.At(place.Bias), errors, 8 * hidden, 8 * hidden, _rows);

        var inputError = _inputError.Ensure(_rows * place.Inputs);
        new Span<float>(inputError, _rows * place.Inputs).Clear();
        MatrixProduct.AddTo(inputError, place.Inputs, errors, 8 * hidden, _rows, 8 * hidden, _network.Inputs[l].Transposed.Pointer, place.Inputs);
        if (l == 0)
            return;
        Mask(inputError, place.Inputs, layer.InputMask.Pointer);
        Copy(inputError, _outputError.Ensure(_rows * place.Inputs), _rows * place.Inputs);
    }

    // Puts the error of the gates' sums where their activations were.
    private void RecurBackward(LayerState layer, int direction, float* packedTransposed)
    {
        var hidden = _weights.Architecture.Hidden;
        var step = _step.Ensure(_sentences * 4 * hidden);
        var stateError = _state.Ensure(_sentences * hidden);
        var cellError = _cell.Ensure(_sentences * hidden);
        new Span<float>(stateError, _sentences * hidden).Clear();
        new Span<float>(cellError, _sentences * hidden).Clear();
        for (var t = _lengths[0] - 1; t >= 0; t--)
        {
            var active = Active(t);
            for (var s = 0; s < active; s++)
            {
                var row = Row(s, t, direction);
                var gates = layer.Gates.Pointer + row * 8 * hidden + direction * 4 * hidden;
                var cells = layer.Cells.Pointer + direction * hidden;
                var before = t > 0 ? cells + Row(s, t - 1, direction) * 2 * hidden : null;
                CellBackward(
                    gates, cells + row * 2 * hidden, before, _outputError.Pointer + row * 2 * hidden + direction * hidden,
                    stateError + s * hidden, cellError + s * hidden, hidden);
                Copy(gates, step + s * 4 * hidden, 4 * hidden);
            }
            if (t == 0)
                continue;
            new Span<float>(stateError, active * hidden).Clear();
            MatrixProduct.AddTo(stateError, hidden, step, 4 * hidden, active, 4 * hidden, packedTransposed, hidden);
            for (var s = 0; s < active; s++)
            {
                var mask = layer.StateMask.Pointer + s * 2 * hidden + direction * hidden;
                for (var i = 0; i < hidden; i++)
                    stateError[s * hidden + i] *= mask[i];
            }
        }
    }

    private static void CellBackward(float* gates, float* cell, float* before, float* outputError, float* stateError, float* cellError, int hidden)
    {
        var vectors = hidden / 16 * 16;
        var one = Vector512.Create(1f);
        var tanh = stackalloc float[hidden];
        for (var i = 0; i < hidden; i++)
            tanh[i] = cell[i];
        Activation.Tanh(tanh, hidden, MatrixProduct.Width);
        for (var i = 0; i < vectors; i += 16)
        {
            var input = Vector512.Load(gates + i);
            var forget = Vector512.Load(gates + hidden + i);
            var candidate = Vector512.Load(gates + 2 * hidden + i);
            var exposed = Vector512.Load(gates + 3 * hidden + i);
            var squashed = Vector512.Load(tanh + i);
            var error = Vector512.Load(outputError + i) + Vector512.Load(stateError + i);
            var inCell = Vector512.Load(cellError + i) + error * exposed * (one - squashed * squashed);
            var former = before == null ? Vector512<float>.Zero : Vector512.Load(before + i);
            (inCell * candidate * input * (one - input)).Store(gates + i);
            (inCell * former * forget * (one - forget)).Store(gates + hidden + i);
            (inCell * input * (one - candidate * candidate)).Store(gates + 2 * hidden + i);
            (error * squashed * exposed * (one - exposed)).Store(gates + 3 * hidden + i);
            (inCell * forget).Store(cellError + i);
        }
        for (var i = vectors; i < hidden; i++)
        {
            float input = gates[i], forget = gates[hidden + i], candidate = gates[2 * hidden + i], exposed = gates[3 * hidden + i];
            var error = outputError[i] + stateError[i];
            var inCell = cellError[i] + error * exposed * (1 - tanh[i] * tanh[i]);
            var former = before == null ? 0 : before[i];
            gates[i] = inCell * candidate * input * (1 - input);
            gates[hidden + i] = inCell * former * forget * (1 - forget);
            gates[2 * hidden + i] = inCell * input * (1 - candidate * candidate);
            gates[3 * hidden + i] = error * tanh[i] * exposed * (1 - exposed);
            cellError[i] = inCell * forget;
        }
    }

    private void TopForward()
    {
        var hidden = _weights.Architecture.Hidden;
        var arc = _weights.Architecture.Arc;
        var columns = _weights.Columns.Count;
        var input = _topInput.Ensure(_rows * 2 * hidden);
        Copy(_layers[^1].Output.Pointer, input, _rows * 2 * hidden);
        Mask(input, 2 * hidden, _topMask.Pointer);
        var top = _top.Ensure(_rows * columns);
        FillRows(top, _rows, columns, _weights.At(_weights.TopBias));
        MatrixProduct.AddTo(top, columns, input, 2 * hidden, _rows, 2 * hidden, _network.Top.Straight.Pointer, columns);
        for (var s = 0; s < _sentences; s++)
            for (var t = 0; t < _lengths[s]; t++)
                for (var i = 0; i < 2 * arc; i++)
                {
                    ref var value = ref top[(long)(_starts[s] + t) * columns + i];
                    value = value > 0 ? value * _arcMask.Pointer[s * 2 * arc + i] : 0;
                }
    }

    // Takes _topError, leaves _outputError.
    private void TopBackward()
    {
        var hidden = _weights.Architecture.Hidden;
        var arc = _weights.Architecture.Arc;
        var columns = _weights.Columns.Count;
        var error = _topError.Pointer;
        for (var s = 0; s < _sentences; s++)
            for (var t = 0; t < _lengths[s]; t++)
            {
                var row = (long)(_starts[s] + t) * columns;
                for (var i = 0; i < 2 * arc; i++)
                    error[row + i] = _top.Pointer[row + i] > 0 ? error[row + i] * _arcMask.Pointer[s * 2 * arc + i] : 0;
            }
        AddProductOfTransposed(Gradients.At(_weights.Top), _topInput.Pointer, 2 * hidden, 2 * hidden, error, columns, columns, _rows);
        AddRows(Gradients.At(_weights.TopBias), error, columns, columns, _rows);
        var outputError = _outputError.Ensure(_rows * 2 * hidden);
        new Span<float>(outputError, _rows * 2 * hidden).Clear();
        MatrixProduct.AddTo(outputError, 2 * hidden, error, columns, _rows, columns, _network.Top.Transposed.Pointer, 2 * hidden);
        Mask(outputError, 2 * hidden, _topMask.Pointer);
    }

    private void Tags(ReadOnlySpan<TrainingSentence> sentences, float weight, ref Losses losses)
    {
        var columns = _weights.Columns.Count;
        for (var s = 0; s < _sentences; s++)
            for (var t = 0; t < _lengths[s]; t++)
            {
                var row = (long)(_starts[s] + t) * columns;
                var upos = row + _weights.Columns.UposScores;
                Copy(_top.Pointer + upos, _topError.Pointer + upos, columns - _weights.Columns.UposScores);
                losses.Upos += SoftmaxError(_topError.Pointer + upos, TopColumns.UposCount, (int)sentences[s].Upos[t], -1, weight);
                losses.Xpos += SoftmaxError(_topError.Pointer + row + _weights.Columns.XposScores, _weights.Xpos.Length, sentences[s].Xpos[t], -1, weight);
            }
    }

    private void Arcs(ReadOnlySpan<TrainingSentence> sentences, float weight, ref Losses losses)
    {
        var arc = _weights.Architecture.Arc;
        var columns = _weights.Columns.Count;
        var bilinear = _bilinear.Ensure(_rows * arc);
        FillRows(bilinear, _rows, arc, _weights.At(_weights.ArcHeadBias));
        MatrixProduct.AddTo(bilinear, arc, _top.Pointer + _weights.Columns.ArcDependent, columns, _rows, arc, _network.ArcBilinear.Straight.Pointer, arc);
        var bilinearError = _bilinearError.Ensure(_rows * arc);
        new Span<float>(bilinearError, _rows * arc).Clear();

        for (var s = 0; s < _sentences; s++)
        {
            var count = _lengths[s];
            var top = _top.Pointer + (long)_starts[s] * columns;
            var own = bilinear + _starts[s] * arc;
            var candidates = _candidates.Ensure((count + 1) * arc);
            Copy(_weights.At(_weights.ArcRoot), candidates, arc);
            for (var t = 0; t < count; t++)
                Copy(top + (long)t * columns + _weights.Columns.ArcHead, candidates + (t + 1) * arc, arc);
            var packed = _packed.Ensure(MatrixProduct.PackedLength(arc, count + 1));
            MatrixProduct.PackTransposed(candidates, arc, count + 1, arc, packed);
            var arcs = _arcs.Ensure(count * (count + 1));
            new Span<float>(arcs, count * (count + 1)).Clear();
            MatrixProduct.AddTo(arcs, count + 1, own, arc, count, arc, packed, count + 1);
            for (var t = 0; t < count; t++)
                losses.Arc += SoftmaxError(arcs + t * (count + 1), count + 1, sentences[s].Heads[t] + 1, t + 1, weight);

            packed = _packed.Ensure(MatrixProduct.PackedLength(count + 1, arc));
            MatrixProduct.Pack(candidates, count + 1, arc, arc, packed);
            MatrixProduct.AddTo(bilinearError + _starts[s] * arc, arc, arcs, count + 1, count, count + 1, packed, arc);

            var candidatesError = _candidatesError.Ensure((count + 1) * arc);
            new Span<float>(candidatesError, (count + 1) * arc).Clear();
            AddProductOfTransposed(candidatesError, arcs, count + 1, count + 1, own, arc, arc, count);
            AddRows(Gradients.At(_weights.ArcRoot), candidatesError, arc, arc, 1);
            for (var t = 0; t < count; t++)
                Copy(candidatesError + (t + 1) * arc, _topError.Pointer + (long)(_starts[s] + t) * columns + _weights.Columns.ArcHead, arc);
        }

        AddProductOfTransposed(Gradients.At(_weights.ArcBilinear), _top.Pointer + _weights.Columns.ArcDependent, columns, arc, bilinearError, arc, arc, _rows);
        AddRows(Gradients.At(_weights.ArcHeadBias), bilinearError, arc, arc, _rows);
        MatrixProduct.AddTo(_topError.Pointer + _weights.Columns.ArcDependent, columns, bilinearError, arc, _rows, arc, _network.ArcBilinear.Transposed.Pointer, arc);
    }

    private void Labels(ReadOnlySpan<TrainingSentence> sentences, float weight, ref Losses losses)
    {
        var label = _weights.Architecture.Label;
        var columns = _weights.Columns.Count;
        var hidden = _label.Ensure(_rows * label);
        for (var s = 0; s < _sentences; s++)
            for (var t = 0; t < _lengths[s]; t++)
            {
                var row = _starts[s] + t;
                var dependent = _top.Pointer + (long)row * columns + _weights.Columns.LabelDependent;
                var head = HeadOf(sentences[s], s, t, _top.Pointer, _weights.At(_weights.LabelRoot));
                var mask = _labelMask.Pointer + s * label;
                for (var i = 0; i < label; i++)
                    hidden[row * label + i] = dependent[i] + head[i] is > 0 and var sum ? sum * mask[i] : 0;
            }
        var relations = Relations.Count;
        var scores = _labelScores.Ensure(_rows * relations);
        FillRows(scores, _rows, relations, _weights.At(_weights.LabelOutBias));
        MatrixProduct.AddTo(scores, relations, hidden, label, _rows, label, _network.LabelOut.Straight.Pointer, relations);
        for (var s = 0; s < _sentences; s++)
            for (var t = 0; t < _lengths[s]; t++)
            {
                // “Root” is no choice for a word that has a head, nor anything else for one that has none.
                var isRoot = sentences[s].Heads[t] < 0;
                var error = scores + (_starts[s] + t) * relations;
                if (isRoot)
                    new Span<float>(error, relations).Clear();
                else
                    losses.Label += SoftmaxError(error, relations, (int)sentences[s].Relations[t], (int)Relation.Root, weight);
            }

        AddProductOfTransposed(Gradients.At(_weights.LabelOut), hidden, label, label, scores, relations, relations, _rows);
        AddRows(Gradients.At(_weights.LabelOutBias), scores, relations, relations, _rows);
        var hiddenError = _labelError.Ensure(_rows * label);
        new Span<float>(hiddenError, _rows * label).Clear();
        MatrixProduct.AddTo(hiddenError, label, scores, relations, _rows, relations, _network.LabelOut.Transposed.Pointer, label);
        for (var s = 0; s < _sentences; s++)
            for (var t = 0; t < _lengths[s]; t++)
            {
                var row = _starts[s] + t;
                var dependent = _topError.Pointer + (long)row * columns + _weights.Columns.LabelDependent;
                var head = HeadOf(sentences[s], s, t, _topError.Pointer, Gradients.At(_weights.LabelRoot));
                var mask = _labelMask.Pointer + s * label;
                for (var i = 0; i < label; i++)
                {
                    if (hidden[row * label + i] <= 0)
                        continue;
                    var error = hiddenError[row * label + i] * mask[i];
                    dependent[i] += error;
                    head[i] += error;
                }
            }
    }

    private float* HeadOf(TrainingSentence sentence, int s, int t, float* rows, float* root) =>
        sentence.Heads[t] < 0 ? root : rows + (long)(_starts[s] + sentence.Heads[t]) * _weights.Columns.Count + _weights.Columns.LabelHead;

    // Scores become the error of their softmax against the gold; without gold there is none. One choice may be forbidden.
    private static double SoftmaxError(float* scores, int count, int gold, int forbidden, float weight)
    {
        if (gold < 0)
        {
            new Span<float>(scores, count).Clear();
            return 0;
        }
        var most = float.NegativeInfinity;
        for (var i = 0; i < count; i++)
            if (i != forbidden && scores[i] > most)
                most = scores[i];
        var goldScore = scores[gold] - most;
        var sum = 0f;
        for (var i = 0; i < count; i++)
        {
            scores[i] = i == forbidden ? 0 : Activation.Exp(scores[i] - most);
            sum += scores[i];
        }
        var scale = weight / sum;
        for (var i = 0; i < count; i++)
            scores[i] *= scale;
        scores[gold] -= weight;
        return Math.Log(sum) - goldScore;
    }

    private int Active(int step)
    {
        var active = _sentences;
        while (_lengths[active - 1] <= step)
            active--;
        return active;
    }

    private long Row(int sentence, int step, int direction) => _starts[sentence] + (direction == 0 ? step : _lengths[sentence] - 1 - step);

    private void Mask(float* values, int columns, float* mask)
    {
        for (var s = 0; s < _sentences; s++, mask += columns)
            for (var t = 0; t < _lengths[s]; t++, values += columns)
            {
                var i = 0;
                for (; i + 16 <= columns; i += 16)
                    (Vector512.Load(values + i) * Vector512.Load(mask + i)).Store(values + i);
                for (; i < columns; i++)
                    values[i] *= mask[i];
            }
    }

    // target (aColumns × bColumns) += aᵀ · b
    private void AddProductOfTransposed(float* target, float* a, int aStride, int aColumns, float* b, int bStride, int bColumns, int rows)
    {
        var transposed = _transposed.Ensure(rows * aColumns);
        MatrixProduct.Transpose(a, rows, aColumns, aStride, transposed);
        var packed = _packed.Ensure(MatrixProduct.PackedLength(rows, bColumns));
        MatrixProduct.Pack(b, rows, bColumns, bStride, packed);
        MatrixProduct.AddTo(target, bColumns, transposed, rows, aColumns, rows, packed, bColumns);
    }

    private static void AddRows(float* target, float* values, int stride, int columns, int rows)
    {
        for (var r = 0; r < rows; r++, values += stride)
        {
            var i = 0;
            for (; i + 16 <= columns; i += 16)
                (Vector512.Load(target + i) + Vector512.Load(values + i)).Store(target + i);
            for (; i < columns; i++)
                target[i] += values[i];
        }
    }

    private static void Copy(float* source, float* target, int count) => new ReadOnlySpan<float>(source, count).CopyTo(new(target, count));

    private static void FillRows(float* target, int rows, int columns, float* row)
    {
        for (var r = 0; r < rows; r++)
            Copy(row, target + (long)r * columns, columns);
    }

    /// <summary>What the way back must know of a recurrent layer's way forward; both directions lie side by side.</summary>
    private sealed class LayerState
    {
        public FloatBuffer InputMask { get; } = new();

        public FloatBuffer StateMask { get; } = new();

        public FloatBuffer Input { get; } = new();

        public FloatBuffer Gates { get; } = new();

        public FloatBuffer Cells { get; } = new();

        /// <summary>What each word was handed by its neighbour.</summary>
        public FloatBuffer States { get; } = new();

        public FloatBuffer Output { get; } = new();
    }
}
