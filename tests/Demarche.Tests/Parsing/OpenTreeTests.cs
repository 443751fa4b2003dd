using Demarche.Codebooks;
using Demarche.Parsing;
using Demarche.Training;

namespace Demarche.Tests.Parsing;

public sealed class OpenTreeTests
{
    private static readonly ParsingWords Words = ParsingWords.Load(Path.Combine(AppContext.BaseDirectory, "codebook"));

    [Fact]
    public void Has_the_dependents_at_hand_whatever_was_hung_where()
    {
        var tree = new OpenTree(Words);
        for (var seed = 0UL; seed < 200; seed++)
        {
            var chance = new Chance(seed);
            // Other sentences stand before and behind.
            var (first, end) = (chance.Below(5), 5 + chance.Below(20));
            var tokens = Enumerable.Range(0, end + 3).Select(t => new Token { Form = "w", Head = t < first || t >= end ? -1 : Head(chance, first, end) }).ToArray();
            tree.Open(tokens, new(first, end, new(0, 0), BlockKind.Body));
            for (var step = 0; step < 30; step++)
            {
                Agree(tree, tokens, first, end);
                tree.Hang(first + chance.Below(end - first), Head(chance, first, end));
            }
        }
    }

    [Fact]
    public void Lets_the_dependent_at_hand_be_hung_elsewhere()
    {
        var tree = new OpenTree(Words);
        var tokens = new[] { -1, 0, 0, 0 }.Select(head => new Token { Form = "w", Head = head }).ToArray();
        tree.Open(tokens, new(0, 4, new(0, 0), BlockKind.Body));
        foreach (var d in tree.Of(0))
            if (d > 1)
                tree.Hang(d, 1, Relation.Obl);
        Assert.Equal([-1, 0, 1, 1], tokens.Select(t => t.Head));
        Agree(tree, tokens, 0, 4);
    }

    // A head that is found by looking through the sentence takes the square of its length.
    [Fact]
    public void A_long_sentence_is_mended_as_fast_as_many_short_ones()
    {
        const int Words = 40_000;
        // All hang on one verb, the worst case for whoever looks through its dependents.
        var tokens = Enumerable.Range(0, Words).Select(t => new Token { Form = "men", Upos = Upos.NOUN, Xpos = "NNS", Head = t % 200 == 0 ? -1 : t / 200 * 200, Relation = t % 200 == 0 ? Relation.Root : Relation.Obl }).ToArray();
        var tree = new OpenTree(OpenTreeTests.Words);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        TreeMender.Mend(tree, tokens, [new(0, Words, new(0, 0), BlockKind.Body)]);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("headlines: {}\nmending: {}\n", "parsing.yaml:1: the key small is missing")]
    [InlineData("headline: {}\n", "parsing.yaml:1: the key headline is not known here; did you mean headlines?")]
    public void Says_what_is_wrong_with_its_words(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<CodebookException>(() => ParsingWords.Parse(yaml, "parsing.yaml")).Message);

    private static int Head(Chance chance, int first, int end) => chance.Below(5) == 0 ? -1 : first + chance.Below(end - first);

    private static void Agree(OpenTree tree, Token[] tokens, int first, int end)
    {
        for (var head = first; head < end; head++)
        {
            var found = new List<int>();
            foreach (var d in tree.Of(head))
                found.Add(d);
            Assert.Equal(Enumerable.Range(first, end - first).Where(t => tokens[t].Head == head), found);
        }
    }
}
