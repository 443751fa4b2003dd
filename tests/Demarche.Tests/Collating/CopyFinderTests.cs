using System.Globalization;
using Demarche.Store.Collating;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Collating;

/// <summary>Copies are found among stories, and nothing else is taken for one.</summary>
public sealed class CopyFinderTests(ITestOutputHelper output)
{
    private static readonly CopyRules Rules = CollatingRules.Load(Project.In("codebook")).Copies;

    [Fact]
    public void Finds_copies_under_the_edits_that_editors_make()
    {
        var make = new EditedStories(7);
        var texts = new List<(string Text, int Group)>();
        for (var group = 0; group < 300; group++)
        {
            var story = make.Story();
            texts.Add((story, group));
            for (var n = make.Draw(5); n > 0; n--)
                texts.Add((make.Copy(story), group));
            // Another outlet tells it in its own words, with a sentence or two of the first.
            texts.Add((make.OtherReport(story), 1000 + group));
        }
        var shelf = Found([.. texts.Select((t, i) => Text(i, t.Text, i))]);

        long right = 0, found = 0, gold = 0;
        for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
            {
                var (same, joined) = (texts[i].Group == texts[j].Group, shelf.RootOf(i) == shelf.RootOf(j));
                (right, found, gold) = (right + (same && joined ? 1 : 0), found + (joined ? 1 : 0), gold + (same ? 1 : 0));
            }
        var (precision, recall) = ((double)right / found, (double)right / gold);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Count} stories, {gold} pairs: precision {100 * precision:0.00}, recall {100 * recall:0.00}"));
        Assert.True(gold > 500);
        Assert.True(precision >= 0.99, $"precision {precision}");
        Assert.True(recall >= 0.95, $"recall {recall}");
    }

    [Fact]
    public void Does_not_depend_on_the_order()
    {
        var make = new EditedStories(11);
        var stories = new List<CopyText>();
        for (var group = 0; group < 12; group++)
        {
            var text = make.Story();
            for (var n = 0; n < 8; n++)
            {
                stories.Add(Text(stories.Count, text, make.Draw(4)));
                text = make.Draw(2) == 0 ? text : make.Copy(text);
            }
        }
        var expected = Shown(Found(stories));
        for (var turn = 0; turn < 5; turn++)
            Assert.Equal(expected, Shown(Found([.. stories.OrderBy(_ => make.Draw(1 << 30))])));

        string Shown(MemoryShelf shelf) => string.Join(" ", stories.Select(story => shelf.LinkOf(story.Key) is { } link ? $"{story.Key}<{link.Parent}:{link.Shared}/{link.Either}" : $"{story.Key}"));
    }

    [Fact]
    public void Says_of_which_story_each_is_a_copy()
    {
        const string Agency = "Envoys of both states met in the port on Monday. They spoke for three hours about the bridge and the toll. No date was set for another round of talks between them.";
        const string Longer = Agency + " A local official said that the ferry would go on running until the end of the summer.";
        const string Taken = "Toll talks end. " + Longer + " Read more on our pages.";
        var shelf = Found([Text(3, Taken, 3), Text(1, Agency, 1), Text(2, Longer, 2)]);
        Assert.Null(shelf.LinkOf(1));
        Assert.Equal(1, shelf.LinkOf(2)?.Parent);
        Assert.Equal(2, shelf.LinkOf(3)?.Parent);
    }

    [Theory]
    [InlineData("the same words", "One two three four five six seven eight nine ten.", "One two three four five six seven eight nine ten.", true)]
    [InlineData("capitals and marks", "One two three four, five six: “seven” eight nine ten.", "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN", true)]
    [InlineData("short texts that differ", "The army denied it on Monday.", "The army denied it on Tuesday.", false)]
    [InlineData("no words", "", "…", false)]
    [InlineData("one word", "Denied.", "Denied!", true)]
    public void Compares(string what, string first, string second, bool areCopies)
    {
        var shelf = Found([Text(1, first, 1), Text(2, second, 2)]);
        Assert.True(areCopies == shelf.LinkOf(2) is not null, what);
    }

    [Fact]
    public void Takes_no_retelling_for_a_copy()
    {
        // Four texts about one happening: a report and three retellings of it by others.
        string[] names = ["report-1", "retelling-1", "retelling-2", "retelling-3"];
        var shelf = Found([.. names.Select((name, i) => Text(i, File.ReadAllText(Project.In($"eval/own/stories/{name}.txt")), i))]);
        Assert.All(Enumerable.Range(0, names.Length), i => Assert.Null(shelf.LinkOf(i)));
    }

    [Fact]
    public void Looks_at_few_of_many()
    {
        var make = new EditedStories(13);
        var stories = Enumerable.Range(0, 1500).Select(i => Text(i, make.Story(6), i)).ToList();
        var shelf = Found(stories);
        Assert.True(shelf.Looked < stories.Count, $"{shelf.Looked} comparisons");
    }

    [Theory]
    [InlineData("The envoy left on Monday after talks with the king.", "The envoy left on Friday after talks with the king.", "Friday", "Monday")]
    [InlineData("The envoy left on Monday after talks with the king.", "The envoy left on Monday after talks with the king. He will be back.", "He will be back", "")]
    [InlineData("Calm returned. The envoy left on Monday after talks.", "The envoy left on Monday after talks.", "", "Calm returned")]
    [InlineData("One.", "Two.", "Two", "One")]
    [InlineData("", "Two.", "Two", "")]
    public void Says_what_was_added_and_cut(string earlier, string copy, string added, string cut)
    {
        var change = CopyChange.Between(earlier, copy);
        Assert.Equal(added, string.Join(" / ", change.Added.Select(span => span.Of(copy).ToString())));
        Assert.Equal(cut, string.Join(" / ", change.Cut.Select(span => span.Of(earlier).ToString())));
    }

    private static CopyText Text(long key, string text, int day) => new(key, key.ToString("x16", CultureInfo.InvariantCulture), new DateOnly(2020, 1, 1).AddDays(day), Shingles.Of(text));

    private static MemoryShelf Found(IReadOnlyList<CopyText> texts)
    {
        var shelf = new MemoryShelf();
        var finder = new CopyFinder(Rules, shelf);
        foreach (var text in texts)
            finder.Add(text);
        return shelf;
    }
}
