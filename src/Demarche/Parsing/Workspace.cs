using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Demarche.Text;

namespace Demarche.Parsing;

/// <summary>The network at work on a few runs of tokens at a time; used by one thread, kept for the next document.</summary>
internal sealed unsafe class Workspace(LanguageModel model)
{
    /// <summary>Words whose sums are kept; when there are more, all are forgotten before the next runs are read.</summary>
#if DEBUG
    private const int MostKnown = 64;
#else
    private const int MostKnown = 1280;
#endif

    /// <summary>About as many tokens as are read at a time: enough to fill the lanes, few enough that what is worked with stays near.</summary>
    public const int TokensAtOnce = 512;

    // Rows that are multiplied at a time: few enough to stay in the nearest cache.
    private const int RowsAtOnce = 32;

    // A product reads and writes whole panels of columns; what stands behind the last row of a buffer is never looked at.
    private const int Slack = ByteMatrix.Panel;

    private readonly Architecture _sizes = model.Architecture;
    private readonly TopColumns _columns = model.Columns;
    private readonly ByteMatrix _tagColumns = model.Top.From(model.Columns.UposScores / ByteMatrix.Panel * ByteMatrix.Panel);
    private readonly ByteBuffer _features = new();
    private readonly FloatBuffer _gates = new();
    private readonly ByteBuffer _outputs = new();
    private readonly ByteBuffer _lowerOutputs = new();
    private readonly ByteBuffer _states = new();
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
    private readonly Lanes _lanes = new();
    private int[] _lengths = [];
    private int[] _slots = [];

    private int Hidden => _sizes.Hidden;

    private int FirstTagColumn => _columns.UposScores / ByteMatrix.Panel * ByteMatrix.Panel;

    private int TopStride => model.Top.PaddedColumns;

    // The bytes of a row of outputs: forward, backward, and what fills the last block.
    private int OutputStride => model.Top.PaddedRows;

    /// <summary>Tags each run of tokens as a sentence of its own, and parses it unless only tags are wanted. Longer runs come first.</summary>
    public void Annotate(ReadOnlySpan<TokenRun> runs, bool tagsOnly)
    {
        if (_lengths.Length < runs.Length)
            _lengths = new int[runs.Length];
        var rows = 0;
        for (var s = 0; s < runs.Length; s++)
            rows += _lengths[s] = runs[s].Count;
        if (_slots.Length < rows)
            _slots = new int[rows];
        _lanes.Plan(_lengths.AsSpan(0, runs.Length));

        var outputs = Encode(runs, rows);
        if (tagsOnly)
        {
            var tags = ProjectTags(outputs, rows);
            foreach (var (tokens, first, end, _) in runs)
            {
                Tag(tokens.AsSpan(first, end - first), tags, _tagColumns.PaddedColumns);
                tags += (long)(end - first) * _tagColumns.PaddedColumns;
            }
            return;
        }
        var top = Project(outputs, rows);
        var bilinear = _bilinear.Pointer;
        foreach (var (tokens, first, end, _) in runs)
        {
            Tag(tokens.AsSpan(first, end - first), top + _columns.UposScores, TopStride);
            Attach(tokens, first, end - first, top, bilinear);
            top += (long)(end - first) * TopStride;
            bilinear += (long)(end - first) * _sizes.Arc;
        }
    }

    private byte* Encode(ReadOnlySpan<TokenRun> runs, int rows)
    {
        var sums = ReadWords(runs, rows);
        var outputs = _outputs;
        var lower = _lowerOutputs;
        for (var l = 0; l < _sizes.Layers; l++)
        {
            outputs.Ensure(rows * OutputStride + Slack);
            Recur(l, backward: false, sums, lower.Pointer, outputs.Pointer);
            Recur(l, backward: true, sums, lower.Pointer, outputs.Pointer);
            (outputs, lower) = (lower, outputs);
        }
        return lower.Pointer;
    }

    // What the lowest layer makes of a word depends on the word alone, and most words come again: their sums are kept, those of new words are found all at once.
    // Puts the row of each token among the sums into _slots.
    private float* ReadWords(ReadOnlySpan<TokenRun> runs, int rows)
    {
        var columns = model.Words.PaddedColumns;
        if (_known.Count > MostKnown || rows > TokensAtOnce)
            _known.Clear();
        // Room for the case that all words are new; always the same, since a buffer that grows loses what it held.
        var sums = _knownSums.Ensure((MostKnown + Math.Max(rows, TokensAtOnce)) * columns + Slack);
        var features = _features.Ensure(rows * model.Words.PaddedRows);

        var firstNew = _known.Count;
        var row = 0;
        foreach (var run in runs)
            for (var t = run.First; t < run.End; t++)
            {
                var word = (Form: run.Form(t), run.Tokens[t].SpaceBefore || t == run.First);
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, word, out var exists);
                if (!exists)
                {
                    known = _known.Count - 1;
                    Embed(word.Form, word.Item2, new(features + (known - firstNew) * model.Words.PaddedRows, model.Words.PaddedRows));
                }
                _slots[row++] = known;
            }
        Multiply(features, model.Words.PaddedRows, _known.Count - firstNew, model.Words, model.Bias[0].Pointer, sums + (long)firstNew * columns);
        return sums;
    }

    private void Embed(string form, bool spaceBefore, Span<byte> target)
    {
        Span<ulong> hashes = stackalloc ulong[TokenFeatures.Count];
        TokenFeatures.Hash(form, spaceBefore, hashes);
        var sizes = _sizes.EmbeddingSizes;
        for (var f = 0; f < sizes.Length; f++)
        {
            model.Embeddings[f].AsSpan(model.Vocabularies[f].NumberOf(hashes[f]) * sizes[f], sizes[f]).CopyTo(target);
            target = target[sizes[f]..];
        }
    }

    // Some rows of bytes, times a matrix, and a bias.
    private static void Multiply(byte* inputs, int stride, int rows, ByteMatrix matrix, float* bias, float* result)
    {
        var targets = stackalloc float*[RowsAtOnce];
        var addends = stackalloc float*[RowsAtOnce];
        var bytes = stackalloc byte*[RowsAtOnce];
        for (var i = 0; i < RowsAtOnce; i++)
            addends[i] = bias;
        for (var from = 0; from < rows; from += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - from);
            for (var i = 0; i < count; i++)
            {
                targets[i] = result + (long)(from + i) * matrix.PaddedColumns;
                bytes[i] = inputs + (long)(from + i) * stride;
            }
            ByteProduct.AddTo(targets, addends, bytes, count, matrix);
        }
    }

    // All lanes take a step together. The lowest layer starts from the words' sums and adds its own last output;
    // the others multiply what the layer below put out together with their own last output.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Recur(int layer, bool backward, float* sums, byte* inputs, byte* outputs)
    {
        var hidden = Hidden;
        var matrix = (backward ? model.Backward : model.Forward)[layer];
        var width = MatrixProduct.Width;
        var ofInput = layer == 0 ? 0 : 2 * hidden;
        var ofDirection = backward ? hidden : 0;
        var sumsStride = model.Words.PaddedColumns;
        var bias = model.Bias[layer].Pointer + 4 * ofDirection;
        sums += 4 * ofDirection;

        var lanes = _lanes.Count;
        var gates = _gates.Ensure(lanes * matrix.PaddedColumns);
        var cell = _cell.Ensure(lanes * hidden);
        var states = _states.Ensure(lanes * matrix.PaddedRows);
        new Span<byte>(states, lanes * matrix.PaddedRows).Fill(ByteProduct.Zero);
        var targets = stackalloc float*[lanes];
        var addends = stackalloc float*[lanes];
        var sources = stackalloc byte*[lanes];
        for (var s = 0; s < lanes; s++)
        {
            targets[s] = gates + s * matrix.PaddedColumns;
            addends[s] = bias;
            sources[s] = states + s * matrix.PaddedRows;
        }

        fixed (int* first = _lanes.Rows(backward))
        {
            var rows = first;
            for (var t = 0; t < _lanes.Steps; t++, rows += lanes)
            {
                var active = _lanes.ActiveAt(t);
                for (var s = 0; s < active; s++)
                {
                    long row = rows[s];
                    if (row < 0)
                    {
                        row = ~row;
                        new Span<float>(cell + s * hidden, hidden).Clear();
                        new Span<byte>(sources[s] + ofInput, hidden).Fill(ByteProduct.Zero);
                    }
                    if (layer == 0)
                        addends[s] = sums + (long)_slots[row] * sumsStride;
                    else
                        new ReadOnlySpan<byte>(inputs + row * OutputStride, ofInput).CopyTo(new(sources[s], ofInput));
                }
                ByteProduct.AddTo(targets, addends, sources, active, matrix);
                for (var s = 0; s < active; s++)
                {
                    var state = sources[s] + ofInput;
                    long row = rows[s] < 0 ? ~rows[s] : rows[s];
                    Activation.LstmCell(targets[s], cell + s * hidden, state, hidden, width);
                    new ReadOnlySpan<byte>(state, hidden).CopyTo(new(outputs + row * OutputStride + ofDirection, hidden));
                }
            }
        }
    }

    private float* Project(byte* outputs, int rows)
    {
        var columns = TopStride;
        var arc = _sizes.Arc;
        var top = _top.Ensure(rows * columns);
        Multiply(outputs, OutputStride, rows, model.Top, model.TopBias.Pointer, top);
        for (var r = 0; r < rows; r++)
            Elementwise.Rectify(top + (long)r * columns, 2 * arc);

        var bilinear = _bilinear.Ensure(rows * arc);
        FillRows(bilinear, rows, arc, model.ArcHeadBias.Pointer);
        MatrixProduct.AddTo(bilinear, arc, top + _columns.ArcDependent, columns, rows, arc, model.ArcBilinear.Pointer, arc);
        return top;
    }

    // Only the columns of the tags; a product begins with a whole panel of columns.
    private float* ProjectTags(byte* outputs, int rows)
    {
        var first = FirstTagColumn;
        var tags = _top.Ensure(rows * _tagColumns.PaddedColumns);
        Multiply(outputs, OutputStride, rows, _tagColumns, model.TopBias.Pointer + first, tags);
        return tags + _columns.UposScores - first;
    }

    private void Tag(Span<Token> tokens, float* scores, int stride)
    {
        foreach (ref var token in tokens)
        {
            token.Upos = (Upos)Elementwise.IndexOfGreatest(scores, TopColumns.UposCount);
            token.Xpos = model.Xpos[Elementwise.IndexOfGreatest(scores + TopColumns.UposCount, model.Xpos.Length)];
            scores += stride;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Attach(Token[] tokens, int first, int count, float* top, float* bilinear)
    {
        var arc = _sizes.Arc;
        var label = _sizes.Label;
        var columns = TopStride;

        // Candidates for the head: the root, then each token.
        var heads = _heads.Ensure((count + 1) * arc);
        new ReadOnlySpan<float>(model.ArcRoot.Pointer, arc).CopyTo(new(heads, arc));
        for (var t = 0; t < count; t++)
            new ReadOnlySpan<float>(top + (long)t * columns + _columns.ArcHead, arc).CopyTo(new(heads + (t + 1) * arc, arc));
        var packed = _packedHeads.Ensure(MatrixProduct.PackedLength(arc, count + 1));
        MatrixProduct.PackTransposed(heads, arc, count + 1, arc, packed);
        var arcs = _arcs.Ensure(count * (count + 1));
        new Span<float>(arcs, count * (count + 1)).Clear();
        MatrixProduct.AddTo(arcs, count + 1, bilinear, arc, count, arc, packed, count + 1);
        var chosen = _tree.Find(new(arcs, count * (count + 1)), count);

        var hidden = _label.Ensure(count * label);
        for (var t = 0; t < count; t++)
        {
            var dependent = top + (long)t * columns + _columns.LabelDependent;
            var head = chosen[t] < 0 ? model.LabelRoot.Pointer : top + (long)chosen[t] * columns + _columns.LabelHead;
            Elementwise.AddRectified(dependent, head, hidden + t * label, label);
        }
        var scores = _labelScores.Ensure(count * Relations.Count);
        FillRows(scores, count, Relations.Count, model.LabelOutBias.Pointer);
        MatrixProduct.AddTo(scores, Relations.Count, hidden, label, count, label, model.LabelOut.Pointer, Relations.Count);
        for (var t = 0; t < count; t++)
        {
            ref var token = ref tokens[first + t];
            var row = scores + t * Relations.Count;
            row[(int)Relation.Root] = float.NegativeInfinity;
            token.Head = chosen[t] < 0 ? -1 : first + chosen[t];
            token.Relation = chosen[t] < 0 ? Relation.Root : (Relation)Elementwise.IndexOfGreatest(row, Relations.Count);
        }
    }

    private static void FillRows(float* target, int rows, int columns, float* row)
    {
        for (var r = 0; r < rows; r++)
            new ReadOnlySpan<float>(row, columns).CopyTo(new(target + (long)r * columns, columns));
    }
}
