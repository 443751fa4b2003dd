using System.Runtime.InteropServices;
using Demarche.Text;

namespace Demarche.Codebooks;

/// <summary>
/// What single words say of issues, counted in passages that readers have given an issue: for each word stem the logarithm of how much likelier it makes an issue than all others together.
/// The model is complement naive Bayes (Rennie, Shih, Teevan and Karger, “Tackling the poor assumptions of naive Bayes text classifiers”, ICML 2003), words weighed by how rare they are and without the length norm.
/// </summary>
internal sealed class IssueVotes
{
    /// <summary>How many passages with a word are taken to stand in each issue beforehand.</summary>
    private const double Prior = 0.3;

    /// <summary>A stem has so many letters at most: <c>negotiat</c> of negotiators and negotiations.</summary>
    private const int LongestStem = 8;

    private Texts _stems = new();

    // By the hash of a stem.
    private Rows<int> _slots;

    // For each stem where its votes begin, and the end of the last.
    private Rows<int> _starts;
    private Rows<IssueVote> _votes;

    // For each issue whether any passage tells of it.
    private Rows<byte> _taught;

    /// <summary>How many stems there are.</summary>
    public int Count => _stems.Count;

    public static IssueVotes Of(IReadOnlyList<IssuePassage> passages, IReadOnlyList<Issue> issues)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < issues.Count; i++)
            indexes.TryAdd(issues[i].Id, i);
        var stems = new OrderedDictionary<string, double[]>(StringComparer.Ordinal);
        var totals = new double[issues.Count];
        foreach (var passage in passages)
            foreach (var stem in StemsOf(passage.Text))
            {
                if (!stems.TryGetValue(stem, out var counts))
                    stems.Add(stem, counts = new double[issues.Count]);
                // Where several issues are right, each is so in part.
                foreach (var id in passage.Issues)
                {
                    counts[indexes[id]] += 1.0 / passage.Issues.Length;
                    totals[indexes[id]] += 1.0 / passage.Issues.Length;
                }
            }
        var mean = totals.Sum() / Math.Max(1, totals.Count(total => total > 0));
        var pool = new TextPool();
        var (starts, votes) = (new List<int> { 0 }, new List<IssueVote>());
        foreach (var (stem, counts) in stems)
        {
            _ = pool[stem];
            var all = counts.Sum();
            // “Government” stands in passages of every issue, and by chance more often in those of one.
            // What was met once may be chance too.
            var rarity = Math.Log(passages.Count / all) / Math.Log(passages.Count) * all / (all + 1);
            for (var issue = 0; issue < counts.Length; issue++)
            {
                if (counts[issue] == 0)
                    continue;
                var vote = rarity * (Math.Log(1 + (counts[issue] * mean / totals[issue] / Prior)) + Math.Log((all + Prior) / (all - counts[issue] + Prior)));
                votes.Add(new(issue, (float)vote));
            }
            starts.Add(votes.Count);
        }
        return new()
        {
            _taught = totals.Select(total => (byte)(total > 0 ? 1 : 0)).ToArray(),
            _slots = Slots.Of([.. stems.Keys.Select(stem => Slots.Hash(stem))]),
            _starts = (int[])[.. starts],
            _votes = (IssueVote[])[.. votes],
            _stems = pool.Freeze(),
        };
    }

    /// <summary>The number of the stem of a word; −1 when no passage has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (_slots.Length == 0 || word.Length < 2)
            return -1;
        Span<char> room = stackalloc char[LongestStem];
        var stem = StemOf(word, room);
        for (var at = Slots.First(Slots.Hash(stem), _slots.Length); _slots[at] >= 0; at = Slots.Next(at, _slots.Length))
            if (stem.SequenceEqual(_stems[_slots[at]]))
                return _slots[at];
        return -1;
    }

    /// <summary>True for an issue, by its place in the codebook, of which passages tell.</summary>
    public bool Taught(int issue) => issue < _taught.Length && _taught[issue] != 0;

    /// <summary>What a stem says of the issues in whose passages it stands.</summary>
    public ReadOnlySpan<IssueVote> Of(int stem) => _votes[_starts[stem].._starts[stem + 1]];

    public void Visit(Sections sections)
    {
        _stems.Visit(sections);
        sections.Take(ref _slots);
        sections.Take(ref _starts);
        sections.Take(ref _votes);
        sections.Take(ref _taught);
    }

    private static HashSet<string> StemsOf(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        Span<char> room = stackalloc char[LongestStem];
        for (int i = 0, end; i < text.Length; i = end + 1)
        {
            for (end = i; end < text.Length && char.IsLetter(text[end]);)
                end++;
            if (end - i > 1)
                stems.Add(StemOf(text.AsSpan(i, end - i), room).ToString());
        }
        return stems;
    }

    /// <summary>
    /// A word without capitals and without what inflects it, cut where words of one family part. Coarser than <see cref="Reading.Stems"/>, which keeps words apart that
    /// tell of one matter; and it makes no string of every word of a story.
    /// </summary>
    private static ReadOnlySpan<char> StemOf(ReadOnlySpan<char> word, Span<char> room)
    {
        var length = word.Length;
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "s"])
            if (length - ending.Length >= (ending.Length == 1 ? 3 : 4) && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                length -= ending.Length;
                break;
            }
        length = Math.Min(length, LongestStem);
        for (var i = 0; i < length; i++)
            room[i] = char.ToLowerInvariant(word[i]);
        return room[..length];
    }
}

/// <summary>What a word says of an issue.</summary>
/// <param name="Issue">The place of the issue in the codebook.</param>
/// <param name="Worth">A logarithm, above nothing.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct IssueVote(int Issue, float Worth);
