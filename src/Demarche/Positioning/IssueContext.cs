using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>
/// What a story is about, as a whole, up to each of its positions and around it: the words there that name issues. It tells what “the step” means, and decides where a
/// position's own words say little. Positions are asked for in text order.
/// </summary>
internal sealed class IssueContext
{
    private readonly IssueWeights _weights;
    private readonly Document _document;
    private readonly List<IssueHit> _hits;
    private readonly float[] _story;

    // What the sentences up to that of the position say; “the decision” is one that was spoken of before.
    private readonly Teller _teller;

    public IssueContext(Document document, List<IssueHit> hits, int issues, IssueWeights weights)
    {
        (_document, _hits, _weights) = (document, hits, weights);
        var whole = new Teller(new float[issues]);
        Tell(whole, document.Sentences.Count);
        _story = whole.Sums;
        Scale(_story, weights.Enough, 1);
        _teller = new(new float[issues]);
    }

    /// <summary>How far a story has been told, and what it said of each issue.</summary>
    private sealed class Teller(float[] sums)
    {
        private readonly Dictionary<(int Issue, string Lemma), int> _seen = [];

        public float[] Sums { get; } = sums;

        public int Next { get; set; }

        public int Body { get; set; }

        /// <summary>The same word again says less each time.</summary>
        public void Add(int issue, string lemma, float worth) => Sums[issue] += worth / (_seen[(issue, lemma)] = _seen.GetValueOrDefault((issue, lemma)) + 1);
    }

    private void Tell(Teller teller, int end)
    {
        for (; teller.Next < end; teller.Next++)
        {
            var sentence = _document.Sentences[teller.Next];
            if (sentence.Ignored)
                continue;
            var weight = sentence.Kind == BlockKind.Title ? _weights.Title : ++teller.Body <= 2 ? _weights.Lead : 1;
            for (var i = IssueFinder.FirstFrom(_hits, sentence.First); i < _hits.Count && _hits[i].First < sentence.End; i++)
                teller.Add(_hits[i].Issue, _document.Tokens[_hits[i].First].Lemma, weight * _hits[i].Worth);
        }
    }

    /// <summary>Adds to each issue what the story says of it around a position.</summary>
    /// <param name="stand">The position; what it depends on is left out.</param>
    /// <param name="sums">By issue.</param>
    public void Add(Stand stand, Span<float> sums)
    {
        var token = stand.Trigger;
        var condition = stand.Rule.ObjectIsCondition ? default : stand.Condition ?? default;
        var sentence = _document.SentenceOf(token);
        var (first, end) = _document.BlockOf(token);
        Tell(_teller, _document.IndexOfSentence(token) + 1);
        Span<float> around = sums.Length <= 256 ? stackalloc float[sums.Length] : new float[sums.Length];
        _teller.Sums.CopyTo(around);
        Scale(around, _weights.Enough, _weights.SoFar);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += around[i] + (_weights.Story * _story[i]);
        around.Clear();
        Sum(first, sentence.End, condition, 1, around);
        Sum(sentence.End, end, condition, _weights.Behind, around);
        Scale(around, _weights.Enough / 2, _weights.Paragraph);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += around[i];
        around.Clear();
        Sum(sentence.First, sentence.End, condition, 1, around);
        Scale(around, _weights.Enough / 2, _weights.Sentence);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += around[i];
    }

    private void Sum(int first, int end, Span condition, float weight, Span<float> sums)
    {
        for (var i = IssueFinder.FirstFrom(_hits, first); i < _hits.Count && _hits[i].First < end; i++)
            if (!condition.Contains(_document.Tokens[_hits[i].First].Span))
                sums[_hits[i].Issue] += weight * _hits[i].Worth;
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
