using System.Runtime.InteropServices;
using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>Brings open labels that are alike together, and proposes each group as one new issue. The same positions in the same order give the same proposals.</summary>
public sealed class IssueProposer
{
    private readonly Coder _coder;
    private readonly PositionRules _rules;
    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _terms;

    public IssueProposer(Coder coder)
    {
        _coder = coder;
        _rules = coder.Codebook.Positions;
        _ids = coder.Codebook.Issues.Select(issue => issue.Id).ToHashSet(StringComparer.Ordinal);
        _terms = coder.Codebook.Issues.SelectMany(issue => issue.Terms).Where(term => term.Places.Count == 1).SelectMany(term => term.Places[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The proposals, those with the most positions first.</summary>
    /// <param name="positions">Positions with an open label.</param>
    /// <param name="least">How many statements a proposal needs.</param>
    public IReadOnlyList<IssueProposal> Propose(IReadOnlyList<OpenPosition> positions, int least)
    {
        var labels = new Dictionary<string, Label>(StringComparer.OrdinalIgnoreCase);
        var said = new HashSet<(string Story, string Words)>();
        foreach (var position in positions)
        {
            if (!labels.TryGetValue(position.Label, out var label))
                labels[position.Label] = label = new(WordsOf(position.Label), labels.Count);
            // A joint statement is one.
            if (said.Add((position.Story, position.Words)))
                label.Count++;
        }
        var told = labels.Values.Where(label => label.Count > 0 && label.Words.Exists(word => word.IsNoun)).ToList();
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var label in told)
            foreach (var word in label.Words.Select(word => word.Lemma).Distinct(StringComparer.Ordinal))
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, word, out _) += label.Count;
        var total = told.Sum(label => label.Count);
        foreach (var label in told)
            label.Weigh(word => Math.Log(1 + (double)total / frequencies[word]));

        var groups = new List<Group>();
        foreach (var label in told.OrderByDescending(label => label.Count).ThenBy(label => label.Order))
            Nearest(groups, label).Add(label);
        var proposals = new List<IssueProposal>();
        foreach (var group in groups.Where(group => group.Labels.Sum(label => label.Count) >= least).OrderByDescending(group => group.Labels.Sum(label => label.Count)).ThenBy(group => group.Labels[0].Order))
            if (TermsOf(group) is { Count: > 0 } terms)
                proposals.Add(Proposal(group, terms, labels, positions));
        return proposals;
    }

    /// <summary>A word of a label in dictionary form.</summary>
    private readonly record struct Word(string Lemma, bool IsNoun, int Place);

    private sealed class Label(List<Word> words, int order)
    {
        private readonly Dictionary<string, double> _vector = new(StringComparer.Ordinal);

        public List<Word> Words { get; } = words;

        public int Order { get; } = order;

        public int Count { get; set; }

        public IReadOnlyDictionary<string, double> Vector => _vector;

        /// <summary>Rare words tell labels apart, and nouns more than what describes them.</summary>
        public void Weigh(Func<string, double> rarity)
        {
            const double OfOthers = 0.5;
            foreach (var word in Words)
                CollectionsMarshal.GetValueRefOrAddDefault(_vector, word.Lemma, out _) += rarity(word.Lemma) * (word.IsNoun ? 1 : OfOthers);
            var length = Math.Sqrt(_vector.Values.Sum(weight => weight * weight));
            foreach (var word in _vector.Keys.ToList())
                _vector[word] /= length;
        }
    }

    private sealed class Group
    {
        private readonly Dictionary<string, double> _sum = new(StringComparer.Ordinal);

        public List<Label> Labels { get; } = [];

        public void Add(Label label)
        {
            Labels.Add(label);
            foreach (var (word, weight) in label.Vector)
                CollectionsMarshal.GetValueRefOrAddDefault(_sum, word, out _) += weight * label.Count;
        }

        /// <summary>Between the cosine to the sum of those that are here and that to the nearest of them.</summary>
        public double Likeness(Label label)
        {
            var length = Math.Sqrt(_sum.Values.Sum(weight => weight * weight));
            return (label.Vector.Sum(pair => pair.Value * _sum.GetValueOrDefault(pair.Key)) / length + Labels.Max(other => label.Vector.Sum(pair => pair.Value * other.Vector.GetValueOrDefault(pair.Key)))) / 2;
        }
    }

    private Group Nearest(List<Group> groups, Label label)
    {
        Group? best = null;
        var likeness = _rules.LeastLikeness;
        foreach (var group in groups)
            if (group.Likeness(label) is var found && found >= likeness && (best is null || found > likeness))
                (best, likeness) = (group, found);
        if (best is null)
            groups.Add(best = new());
        return best;
    }

    /// <summary>The words of a label that say what it is about: no names of sides, no nouns that only point to a matter.</summary>
    private List<Word> WordsOf(string label)
    {
        var document = _coder.Analyse(new Story(label), Layers.Actors, asBody: true);
        var words = new List<Word>();
        for (var t = 0; t < document.Tokens.Length; t++)
        {
            ref readonly var token = ref document.Tokens[t];
            if (token.Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.VERB && char.IsLetter(token.Form[0]) && document.MentionAt(t) is null && !_rules.GeneralNouns.Holds(document, t) && !_rules.Asides.Holds(document, t))
                words.Add(new(token.Lemma.ToLowerInvariant(), token.Upos is Upos.NOUN or Upos.PROPN, t));
        }
        return words;
    }

    /// <summary>Pairs of neighbouring words that labels share, else the nouns they share, until each label that can be told has a term; none that an issue has already.</summary>
    private List<string> TermsOf(Group group)
    {
        var terms = new List<string>();
        var left = new HashSet<Label>(group.Labels);
        Take(label => label.Words.Zip(label.Words.Skip(1)).Where(pair => pair.Second.Place == pair.First.Place + 1 && pair.Second.IsNoun).Select(pair => $"{pair.First.Lemma} {pair.Second.Lemma}"), 2);
        Take(label => label.Words.Where(word => word.IsNoun && !_terms.Contains(word.Lemma)).Select(word => word.Lemma), 2);
        Take(label => [string.Join(' ', label.Words.TakeLast(3).Select(word => word.Lemma))], 1);
        return [.. terms.Where(term => !_terms.Contains(term))];

        void Take(Func<Label, IEnumerable<string>> read, int least)
        {
            var counted = group.Labels.SelectMany(label => read(label).Distinct(StringComparer.Ordinal).Select(term => (term, label))).GroupBy(pair => pair.term, StringComparer.Ordinal)
                .Select(pairs => (Term: pairs.Key, Labels: pairs.Select(pair => pair.label).ToList()))
                .Where(term => term.Labels.Sum(label => label.Count) >= least)
                .OrderByDescending(term => term.Labels.Sum(label => label.Count)).ThenBy(term => term.Term, StringComparer.Ordinal);
            foreach (var (term, labels) in counted)
            {
                if (!labels.Exists(left.Contains))
                    continue;
                terms.Add(term);
                left.ExceptWith(labels);
            }
        }
    }

    private IssueProposal Proposal(Group group, List<string> terms, Dictionary<string, Label> labels, IReadOnlyList<OpenPosition> positions)
    {
        var members = positions.Where(position => group.Labels.Contains(labels[position.Label])).ToList();
        var name = members.GroupBy(position => position.Label, StringComparer.OrdinalIgnoreCase).OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Length).First().Key;
        var id = string.Join('-', labels[name].Words.TakeLast(3).Select(word => word.Lemma.Replace(' ', '-')));
        var free = id;
        for (var i = 2; !_ids.Add(free); i++)
            free = $"{id}-{i}";
        return new(free, char.ToUpperInvariant(name[0]) + name[1..], terms, members);
    }
}
