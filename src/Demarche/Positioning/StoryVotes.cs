using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>What the words of a story say of issues as passages have taught it: those of a position, and around it.</summary>
internal sealed class StoryVotes
{
    private readonly Document _document;
    private readonly IssueVotes _votes;
    private readonly IssueWeights _weights;
    private readonly int[] _stems;

    // What the whole story says, and of how many words; asked for by positions whose matter no term names outright.
    private (float[] Sums, float Words)? _story;

    public StoryVotes(Document document, IssueVotes votes, IssueWeights weights)
    {
        (_document, _votes, _weights) = (document, votes, weights);
        _stems = new int[document.Tokens.Length];
        for (var t = 0; t < _stems.Length; t++)
            _stems[t] = Speaks(document, t) ? votes.Find(document.Tokens[t].Form) : -1;
    }

    /// <summary>Words with a meaning of their own, and names, that are no day: where the crisis is known, they tell much.</summary>
    private static bool Speaks(Document document, int token) =>
        document.Tokens[token].Upos is Upos.NOUN or Upos.VERB or Upos.ADJ or Upos.PROPN or Upos.ADV && document.TimeAt(token) is null;

    /// <summary>Adds what a token says.</summary>
    public void Add(int token, float weight, Span<float> sums)
    {
        if (_stems[token] is not (>= 0 and var stem))
            return;
        foreach (var (issue, worth) in _votes.Of(stem))
            sums[issue] += weight * worth;
    }

    /// <summary>Adds what the whole story says, as much as some words do.</summary>
    public void AddStory(float words, Span<float> sums)
    {
        // A story of one sentence says nothing that the position has not said.
        const float Share = 0.25f;
        var story = _story ??= Story(sums.Length);
        var weight = words / Math.Max(words / Share, story.Words);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += weight * story.Sums[i];
    }

    private (float[] Sums, float Words) Story(int issues)
    {
        var (sums, words) = (new float[issues], 0f);
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.Ignored)
                continue;
            var weight = sentence.Kind == BlockKind.Title ? _weights.Title : 1;
            for (var t = sentence.First; t < sentence.End; t++)
            {
                Add(t, weight, sums);
                words += _stems[t] >= 0 ? weight : 0;
            }
        }
        return (sums, words);
    }

    /// <summary>Which words of a stretch say most that it is about an issue, the strongest first; none where none does.</summary>
    public List<IssueHit> Strongest(int issue, int first, int last)
    {
        const int Most = 3;
        var words = new List<IssueHit>();
        for (var t = first; t <= last; t++)
            if (_stems[t] is >= 0 and var stem)
                foreach (var vote in _votes.Of(stem))
                    if (vote.Issue == issue && words.TrueForAll(word => !_document.Tokens[word.First].Form.Equals(_document.Tokens[t].Form, StringComparison.OrdinalIgnoreCase)))
                        words.Add(new(t, t, issue, vote.Worth));
        return [.. words.OrderByDescending(word => word.Worth).Take(Most)];
    }
}
