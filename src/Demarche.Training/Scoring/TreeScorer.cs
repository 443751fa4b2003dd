namespace Demarche.Training.Scoring;

/// <summary>
/// Tags and trees against a treebank. On the gold's own words: shares of all words, punctuation counted, relations without subtype (LAS) and with it.
/// From raw text: F1 as the CoNLL 2018 shared task defines it.
/// </summary>
public static class TreeScorer
{
    // The relations between content words, whose score leaves function words and punctuation out.
    private static readonly HashSet<string> Content =
    [
        "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod", "discourse", "nmod", "appos", "nummod", "acl", "amod",
        "conj", "fixed", "flat", "compound", "list", "parataxis", "orphan", "goeswith", "reparandum", "root", "dep",
    ];

    /// <summary>A measure with its score; on gold words precision and recall are the same.</summary>
    public sealed record Row(string Measure, Score Score);

    /// <exception cref="ScoreException">The predictions do not have the gold's words.</exception>
    public static IReadOnlyList<Row> OnGoldWords(IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> predicted)
    {
        if (gold.Count != predicted.Count)
            throw new ScoreException($"{gold.Count} sentences, {predicted.Count} predicted; from raw text score with --raw");
        int words = 0, upos = 0, xpos = 0, uas = 0, las = 0, full = 0, content = 0, contentRight = 0, trees = 0;
        for (var s = 0; s < gold.Count; s++)
        {
            var (g, p) = (gold[s].Words, predicted[s].Words);
            if (!g.Select(w => w.Form).SequenceEqual(p.Select(w => w.Form)))
                throw new ScoreException($"sentence {s + 1}: the words differ; from raw text score with --raw");
            var right = true;
            for (var i = 0; i < g.Count; i++)
            {
                var head = g[i].Head == p[i].Head;
                var labelled = head && Base(g[i].Relation) == Base(p[i].Relation);
                words++;
                upos += Count(g[i].Upos == p[i].Upos);
                xpos += Count(g[i].Xpos == p[i].Xpos);
                uas += Count(head);
                las += Count(labelled);
                full += Count(head && g[i].Relation == p[i].Relation);
                if (Content.Contains(Base(g[i].Relation)))
                {
                    content++;
                    contentRight += Count(labelled);
                }
                right &= labelled;
            }
            trees += Count(right);
        }
        return
        [
            new("upos", new(upos, words, words)), new("xpos", new(xpos, words, words)), new("uas", new(uas, words, words)), new("las", new(las, words, words)),
            new("las_full", new(full, words, words)), new("content_las", new(contentRight, content, content)), new("whole_trees", new(trees, gold.Count, gold.Count)),
        ];
    }

    /// <exception cref="ScoreException">The two texts differ in more than blanks.</exception>
    public static IReadOnlyList<Row> OnRawText(IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> predicted)
    {
        var g = Flat.Of(gold);
        var p = Flat.Of(predicted);
        if (g.Characters != p.Characters)
        {
            var at = g.Characters.AsSpan().CommonPrefixLength(p.Characters);
            throw new ScoreException($"the texts differ at non-blank character {at}: gold “{Excerpt(g.Characters, at)}”, predicted “{Excerpt(p.Characters, at)}”");
        }
        var pairs = Align(g.Words, p.Words);
        var to = pairs.ToDictionary(pair => pair.Predicted, pair => pair.Gold);
        int upos = 0, uas = 0, las = 0, full = 0;
        foreach (var (x, y) in pairs)
        {
            var head = y.Parent is null ? x.Parent is null : to.TryGetValue(y.Parent, out var aligned) && ReferenceEquals(aligned, x.Parent);
            upos += Count(x.Word.Upos == y.Word.Upos);
            uas += Count(head);
            las += Count(head && Base(x.Word.Relation) == Base(y.Word.Relation));
            full += Count(head && x.Word.Relation == y.Word.Relation);
        }
        return
        [
            new("tokens", new(g.Tokens.Intersect(p.Tokens).Count(), p.Tokens.Count, g.Tokens.Count)),
            new("sents", new(g.Sentences.Intersect(p.Sentences).Count(), p.Sentences.Count, g.Sentences.Count)),
            new("words", new(pairs.Count, p.Words.Count, g.Words.Count)),
            new("upos", new(upos, p.Words.Count, g.Words.Count)), new("uas", new(uas, p.Words.Count, g.Words.Count)),
            new("las", new(las, p.Words.Count, g.Words.Count)), new("las_full", new(full, p.Words.Count, g.Words.Count)),
        ];
    }

    /// <summary>The text from which a treebank's words are to be found again: words joined as their blanks say, sentences by a blank, paragraphs (<c>newpar</c>) by a blank line.</summary>
    public static string RawText(IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new System.Text.StringBuilder();
        foreach (var sentence in sentences)
        {
            if (text.Length > 0)
                text.Append(sentence.Comments.Exists(c => c.StartsWith("newpar", StringComparison.Ordinal) || c.StartsWith("newdoc", StringComparison.Ordinal)) ? "\n\n" : " ");
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var multiword = sentence.Multiwords.Find(m => m.First <= i && i < m.End);
                if (multiword is not null && i > multiword.First)
                    continue;
                text.Append(multiword?.Form ?? sentence.Words[i].Form);
                var last = multiword?.End ?? i + 1;
                if (last < sentence.Words.Count && (multiword?.SpaceAfter ?? sentence.Words[i].SpaceAfter))
                    text.Append(' ');
            }
        }
        return text.ToString();
    }

    /// <summary>How many characters of a form are not blank: places in texts whose blanks may differ are counted in these.</summary>
    internal static int Characters(ReadOnlySpan<char> form)
    {
        var count = 0;
        foreach (var c in form)
            count += IsSpace(c) ? 0 : 1;
        return count;
    }

    private static bool IsSpace(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.SpaceSeparator;

    private sealed class FlatWord(ConlluWord word, Span span, bool multiword)
    {
        public ConlluWord Word { get; } = word;

        /// <summary>In non-blank characters of the whole file; that of the whole token for a word of a multiword token.</summary>
        public Span Span { get; } = span;

        public bool Multiword { get; } = multiword;

        public FlatWord? Parent { get; set; }
    }

    private sealed record Flat(string Characters, HashSet<Span> Tokens, List<FlatWord> Words, HashSet<Span> Sentences)
    {
        public static Flat Of(IReadOnlyList<ConlluSentence> sentences)
        {
            var characters = new System.Text.StringBuilder();
            var flat = new Flat("", [], [], []);
            foreach (var sentence in sentences)
            {
                var start = characters.Length;
                var first = flat.Words.Count;
                Span token = default;
                for (var i = 0; i < sentence.Words.Count; i++)
                {
                    var multiword = sentence.Multiwords.Find(m => m.First <= i && i < m.End);
                    if (multiword is null || multiword.First == i)
                    {
                        var form = Squeeze(multiword?.Form ?? sentence.Words[i].Form);
                        token = new(characters.Length, characters.Length + form.Length);
                        characters.Append(form);
                        flat.Tokens.Add(token);
                    }
                    flat.Words.Add(new(sentence.Words[i], token, multiword is not null));
                }
                for (var i = 0; i < sentence.Words.Count; i++)
                    if (sentence.Words[i].Head >= 0)
                        flat.Words[first + i].Parent = flat.Words[first + sentence.Words[i].Head];
                flat.Sentences.Add(new(start, characters.Length));
            }
            return flat with { Characters = characters.ToString() };
        }

        private static string Squeeze(string form) => string.Concat(form.Where(c => !IsSpace(c)));
    }

    /// <summary>Words outside multiword tokens pair by their span, the words of a multiword region by the longest common subsequence of lower-cased forms.</summary>
    private static List<(FlatWord Gold, FlatWord Predicted)> Align(List<FlatWord> gold, List<FlatWord> predicted)
    {
        var regions = new List<Span>();
        foreach (var span in gold.Concat(predicted).Where(w => w.Multiword).Select(w => w.Span).Distinct().OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (regions.Count > 0 && span.Start < regions[^1].End)
                regions[^1] = new(regions[^1].Start, Math.Max(regions[^1].End, span.End));
            else
                regions.Add(span);
        }
        var (goldFree, goldInside) = Bucket(gold, regions);
        var (predictedFree, predictedInside) = Bucket(predicted, regions);
        var bySpan = predictedFree.GroupBy(w => w.Span).ToDictionary(g => g.Key, g => g.Last());
        var pairs = new List<(FlatWord, FlatWord)>();
        foreach (var word in goldFree)
            if (bySpan.TryGetValue(word.Span, out var same))
                pairs.Add((word, same));
        for (var r = 0; r < regions.Count; r++)
            LongestCommon(goldInside[r], predictedInside[r], pairs);
        return pairs;
    }

    private static (List<FlatWord> Free, List<FlatWord>[] Inside) Bucket(List<FlatWord> words, List<Span> regions)
    {
        var free = new List<FlatWord>();
        var inside = regions.Select(_ => new List<FlatWord>()).ToArray();
        var k = 0;
        foreach (var word in words)
        {
            while (k < regions.Count && regions[k].End <= word.Span.Start)
                k++;
            if (k < regions.Count && regions[k].Contains(word.Span))
                inside[k].Add(word);
            else
                free.Add(word);
        }
        return (free, inside);
    }

    private static void LongestCommon(List<FlatWord> gold, List<FlatWord> predicted, List<(FlatWord, FlatWord)> pairs)
    {
        int n = gold.Count, m = predicted.Count;
        var length = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
            for (var j = m - 1; j >= 0; j--)
                length[i, j] = Math.Max(Math.Max(length[i + 1, j], length[i, j + 1]), Same(i, j) ? length[i + 1, j + 1] + 1 : 0);
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (Same(i, j))
                pairs.Add((gold[i++], predicted[j++]));
            else if (length[i, j] == length[i + 1, j])
                i++;
            else
                j++;
        }

        bool Same(int i, int j) => string.Equals(gold[i].Word.Form, predicted[j].Word.Form, StringComparison.OrdinalIgnoreCase);
    }

    private static string Base(string relation) => relation.Split(':')[0];

    private static int Count(bool right) => right ? 1 : 0;

    private static string Excerpt(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at));
}
