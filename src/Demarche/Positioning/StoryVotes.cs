using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>What the words of a story say of issues as passages have taught it: those of a position, and around it.</summary>
internal sealed class StoryVotes
{
    private readonly Document _document;
    private readonly IssueVotes _votes;
    private readonly int[] _stems;
    private readonly float[] _story;
    private readonly float _storyWords;

    public StoryVotes(Document document, IssueVotes votes, int issues, IssueWeights weights)
    {
        (_document, _votes) = (document, votes);
        _stems = new int[document.Tokens.Length];
        for (var t = 0; t < _stems.Length; t++)
            _stems[t] = Speaks(document, t) ? votes.Find(document.Tokens[t].Form) : -1;
        _story = new float[issues];
        foreach (var sentence in document.Sentences)
            if (!sentence.Ignored)
                for (var t = sentence.First; t < sentence.End; t++)
                {
                    var weight = sentence.Kind == BlockKind.Title ? weights.Title : 1;
                    Add(t, weight, _story);
                    _storyWords += _stems[t] >= 0 ? weight : 0;
                }
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
        var weight = words / Math.Max(words / Share, _storyWords);
        for (var i = 0; i < sums.Length; i++)
            sums[i] += weight * _story[i];
    }

    /// <summary>Which words of a stretch say most that it is about an issue, the strongest first; none where none does.</summary>
    public List<int> Strongest(int issue, int first, int last)
    {
        const int Most = 3;
        var words = new List<(int Token, float Worth)>();
        for (var t = first; t <= last; t++)
            if (_stems[t] is >= 0 and var stem)
                foreach (var vote in _votes.Of(stem))
                    if (vote.Issue == issue && words.TrueForAll(word => !_document.Tokens[word.Token].Form.Equals(_document.Tokens[t].Form, StringComparison.OrdinalIgnoreCase)))
                        words.Add((t, vote.Worth));
        return [.. words.OrderByDescending(word => word.Worth).Take(Most).Select(word => word.Token)];
    }
}
