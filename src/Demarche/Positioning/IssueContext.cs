using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>What a story is about, as a whole and around each of its positions: the words there that name issues. It tells what “the step” means, and decides where a position's own words say little.</summary>
internal sealed class IssueContext
{
    private readonly IssueWeights _weights;
    private readonly Document _document;
    private readonly List<IssueHit> _hits;
    private readonly float[] _story;

    public IssueContext(Document document, List<IssueHit> hits, int issues, IssueWeights weights)
    {
        (_document, _hits, _weights) = (document, hits, weights);
        _story = new float[issues];
        var seen = new Dictionary<(int Issue, string Lemma), int>();
        var body = 0;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            var weight = sentence.Kind == BlockKind.Title ? weights.Title : ++body <= 2 ? weights.Lead : 1;
            for (var i = IssueFinder.FirstFrom(hits, sentence.First); i < hits.Count && hits[i].First < sentence.End; i++)
            {
                // The same word again says less each time.
                var key = (hits[i].Issue, document.Tokens[hits[i].First].Lemma);
                seen[key] = seen.GetValueOrDefault(key) + 1;
                _story[hits[i].Issue] += weight * hits[i].Worth / seen[key];
            }
        }
        Scale(_story, weights.Enough, 1);
    }

    /// <summary>Adds to each issue what the story says of it around a position.</summary>
    /// <param name="stand">The position; what it depends on is left out.</param>
    /// <param name="sums">By issue.</param>
    public void Add(Stand stand, Span<float> sums)
    {
        var token = stand.Trigger;
        var condition = stand.Rule.ObjectIsCondition ? default : stand.Condition ?? default;
        var sentence = _document.SentenceOf(token);
        var (first, end) = (sentence.First, sentence.End);
        foreach (var block in _document.Blocks)
            if (block.Span.Contains(_document.Tokens[token].Span))
            {
                (first, end) = (_document.FirstTokenFrom(block.Span.Start), _document.FirstTokenFrom(block.Span.End));
                break;
            }
        Span<float> around = sums.Length <= 256 ? stackalloc float[sums.Length] : new float[sums.Length];
        around.Clear();
        Sum(first, end, condition, around);
        Scale(around, _weights.Enough / 2, _weights.Paragraph);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += around[i] + (_weights.Story * _story[i]);
        around.Clear();
        Sum(sentence.First, sentence.End, condition, around);
        Scale(around, _weights.Enough / 2, _weights.Sentence);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += around[i];
    }

    private void Sum(int first, int end, Span condition, Span<float> sums)
    {
        for (var i = IssueFinder.FirstFrom(_hits, first); i < _hits.Count && _hits[i].First < end; i++)
            if (!condition.Contains(_document.Tokens[_hits[i].First].Span))
                sums[_hits[i].Issue] += _hits[i].Worth;
    }

    private static void Scale(Span<float> sums, float enough, float most)
    {
        var highest = enough;
        foreach (var sum in sums)
            highest = Math.Max(highest, sum);
        for (var i = 0; i < sums.Length; i++)
            sums[i] *= most / highest;
    }
}
