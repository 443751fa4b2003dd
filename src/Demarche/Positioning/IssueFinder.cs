using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>Finds the terms of <c>codebook/issues</c> in a story, once, with the issue each names.</summary>
internal sealed class IssueFinder
{
    /// <summary>How many words that are no part of a term may stand between two of its words.</summary>
    private const int MostBetween = 2;

    /// <summary>By word the terms that begin with it.</summary>
    private readonly Dictionary<int, List<Entry>> _byFirst = [];

    /// <summary>By word the terms of two words that end with it, for where the tree puts that first: “that the hostages be released”.</summary>
    private readonly Dictionary<int, List<Entry>> _bySecond = [];

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Issue> _issues;

    public IssueFinder(IReadOnlyList<Issue> issues, IssueWeights weights, WordNumbers numbers)
    {
        _issues = issues;
        for (var i = 0; i < issues.Count; i++)
            _indexes.TryAdd(issues[i].Id, i);
        // “board” hints at many issues, “trawler” at one.
        var shared = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in issues.SelectMany(issue => issue.Terms).Where(term => term.IsHint && term.Places.Count == 1).SelectMany(term => term.Places[0]))
            shared[word] = shared.GetValueOrDefault(word) + 1;
        for (var i = 0; i < issues.Count; i++)
            foreach (var term in issues[i].Terms.SelectMany(Spellings))
            {
                var worth = 1 + (weights.FurtherWord * (term.Places.Count - 1));
                if (term.IsHint)
                    worth *= weights.Hint / MathF.Pow(term.Places.Count == 1 ? shared[term.Places[0][0]] : 1, weights.Shared);
                var places = numbers.Number(term.Places);
                var entry = new Entry(places, BitsOf(places[0]), places.Length > 1 ? BitsOf(places[1]) : UInt128.Zero, term.IsHint, i, worth);
                foreach (var word in entry.Places[0])
                    Add(_byFirst, word, entry);
                if (entry.Places.Length == 2)
                    foreach (var word in entry.Places[1])
                        Add(_bySecond, word, entry);
            }
    }

    private static void Add(Dictionary<int, List<Entry>> entries, int word, Entry entry)
    {
        if (!entries.TryGetValue(word, out var those))
            entries[word] = those = [];
        those.Add(entry);
    }

    /// <param name="Places">For each word of the term the numbers of its alternatives.</param>
    /// <param name="First">Bits of the alternatives of its first word.</param>
    /// <param name="Second">Bits of those of its second word; none where it has one.</param>
    /// <param name="IsHint">As in <see cref="IssueTerm"/>.</param>
    /// <param name="Issue">The issue it names.</param>
    /// <param name="Worth">How much it says.</param>
    private sealed record Entry(int[][] Places, UInt128 First, UInt128 Second, bool IsHint, int Issue, float Worth);

    // Most terms that begin with a common verb fail at their second word: a bit for each word tells that at once.
    private static UInt128 BitsOf(int[] words)
    {
        var bits = UInt128.Zero;
        foreach (var word in words)
            bits |= UInt128.One << (word & 127);
        return bits;
    }

    private static UInt128 BitsOf(NumberedWord word) =>
        (word.Lemma < 0 ? UInt128.Zero : UInt128.One << (word.Lemma & 127)) | (word.Form < 0 ? UInt128.Zero : UInt128.One << (word.Form & 127));

    /// <summary>The words at which the second word of a term may stand whose first is this.</summary>
    private static UInt128 Reach(Document document, NumberedWord[] words, int token)
    {
        var (bits, between) = (UInt128.Zero, 0);
        for (var at = token + 1; at < words.Length; at++)
        {
            bits |= BitsOf(words[at]);
            if (Ends(document, at, ref between))
                break;
        }
        return bits;
    }

    /// <summary>True where a word ends a term that goes on: adjectives, names and particles may stand between, a verb or a stop may not.</summary>
    private static bool Ends(Document document, int at, ref int between)
    {
        ref readonly var word = ref document.Tokens[at];
        return word.Form is not ("-" or "–") && word.Upos is not (Upos.DET or Upos.ADJ or Upos.PROPN or Upos.NUM or Upos.PART or Upos.ADP or Upos.NOUN or Upos.AUX or Upos.PRON or Upos.CCONJ) || word.Upos is not (Upos.DET or Upos.PUNCT) && ++between > MostBetween;
    }

    /// <summary>“self-rule” may be one word of the text or two: the term as it stands, and with each hyphenated alternative taken apart.</summary>
    private static IEnumerable<IssueTerm> Spellings(IssueTerm term)
    {
        yield return term;
        for (var i = 0; i < term.Places.Count; i++)
            foreach (var word in term.Places[i])
                if (word.Contains('-', StringComparison.Ordinal))
                    yield return term with { Places = [.. term.Places.Take(i), .. word.Split('-').Select(part => new[] { part }), .. term.Places.Skip(i + 1)] };
    }

    /// <summary>All terms in text order; of two in the same words the longer one.</summary>
    public List<IssueHit> Find(Document document, NumberedWord[] words)
    {
        var hits = new List<IssueHit>();
        for (var t = 0; t < words.Length; t++)
        {
            var (lemma, form) = words[t];
            if (lemma >= 0 && _bySecond.TryGetValue(lemma, out var seconds) && VerbAfter(document, t) is >= 0 and var verb && words[verb] is { Lemma: >= 0 } or { Form: >= 0 } && BitsOf(words[verb]) is var bits)
                foreach (var entry in seconds)
                    if ((entry.First & bits) != UInt128.Zero && words[verb].Is(entry.Places[0]))
                        hits.Add(new(t, t, entry.Issue, entry.Worth));
            var terms = (lemma >= 0 ? _byFirst.GetValueOrDefault(lemma) : null) ?? (form >= 0 ? _byFirst.GetValueOrDefault(form) : null);
            // “in March” marches nowhere.
            if (terms is null || document.TimeAt(t) is not null)
                continue;
            // “accused the alliance”: who is named is no matter.
            var isSide = document.MentionAt(t) is { Kind: MentionKind.Name or MentionKind.Description, Actor.Id: not null };
            // “the commerce secretary”: an office is no matter either.
            var isOffice = isSide && document.MentionAt(t) is { Actor.Kind: ActorKind.Person } && document.Tokens[t].Relation.Universal() is Relation.Compound or Relation.Amod;
            var reach = Reach(document, words, t);
            foreach (var entry in terms)
                if ((entry.Places.Length == 1 || (entry.Second & reach) != UInt128.Zero) && !(isSide && entry.IsHint) && !(isOffice && entry.Places.Length == 1) && EndOf(document, words, t, entry.Places) is >= 0 and var last)
                    hits.Add(new(t, last, entry.Issue, entry.Worth));
        }
        return Longest(hits);
    }

    /// <summary>The verb that a noun before it is the subject or object of, or the participle or infinitive behind it: “hostages to be freed”; −1 where there is none.</summary>
    private static int VerbAfter(Document document, int noun)
    {
        var tokens = document.Tokens;
        if (tokens[noun].Upos is not (Upos.NOUN or Upos.PROPN))
            return -1;
        if (tokens[noun].Relation.Universal() is Relation.Nsubj or Relation.Obj && tokens[noun].Head > noun)
            return tokens[noun].Head;
        if (document.Tree.Dependent(noun, Relation.Acl) is >= 0 and var clause && clause > noun && tokens[clause].Upos == Upos.VERB)
            return clause;
        // “asked for the reactor to be halted”
        return tokens[noun] is { Relation: Relation.Obj or Relation.Obl, Head: >= 0 and var over } && document.Tree.Dependent(over, Relation.Xcomp) is >= 0 and var infinitive && infinitive > noun ? infinitive : -1;
    }

    public int Count => _issues.Count;

    public string IdOf(int issue) => _issues[issue].Id;

    /// <summary>The number of an issue; −1 when the codebook has none of this id.</summary>
    public int IndexOf(string id) => _indexes.GetValueOrDefault(id, -1);

    public static int FirstFrom(List<IssueHit> hits, int token)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>“arms embargo” is no embargo on trade: what stands inside a longer term says nothing of its own.</summary>
    private static List<IssueHit> Longest(List<IssueHit> hits)
    {
        var kept = new List<IssueHit>(hits.Count);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var inside = false;
            for (var j = i - 1; j >= 0 && hits[j].First >= hit.First - 8 && !inside; j--)
                inside = Covers(hits[j], hit) || Repeats(hits[j], hit);
            for (var j = i + 1; j < hits.Count && hits[j].First <= hit.First && !inside; j++)
                inside = Covers(hits[j], hit) || Repeats(hits[j], hit) && hits[j].Worth > hit.Worth;
            if (!inside)
                kept.Add(hit);
        }
        return kept;

        // Two terms of one issue in the same words count once.
        static bool Repeats(IssueHit one, IssueHit other) => one.Issue == other.Issue && one.First <= other.First && one.Last >= other.Last && one.Worth >= other.Worth;

        static bool Covers(IssueHit longer, IssueHit shorter) =>
            longer.First <= shorter.First && longer.Last >= shorter.Last && longer.Last - longer.First > shorter.Last - shorter.First && longer.Worth > shorter.Worth;
    }

    private static int EndOf(Document document, NumberedWord[] words, int token, int[][] places)
    {
        var at = token;
        for (var i = 1; i < places.Length; i++)
        {
            at++;
            var between = 0;
            while (at < words.Length && !words[at].Is(places[i]))
            {
                if (Ends(document, at, ref between))
                    return -1;
                at++;
            }
            if (at >= words.Length)
                return -1;
        }
        return at;
    }
}
