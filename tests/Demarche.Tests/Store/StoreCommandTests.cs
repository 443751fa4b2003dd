using System.Text.Json;
using Demarche.Store;
using Demarche.Tests.Cli;
using Demarche.Tests.Record;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Store;

using Run = Demarche.Tests.Cli.Run;

/// <summary>The commands of a store, from adding stories to correcting what was made of them.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    private string Store => Path.Combine(_folder.Path, "crisis.demarche");

    [Fact]
    public void Adding_and_exporting_gives_what_coding_gives_whatever_the_order()
    {
        _folder.File("a.txt", "Peru and Chile sign pact\n\nPeru and Chile signed a fishing agreement in Lima on Monday. Brazil condemned the deal.\n");
        _folder.File("b.txt", "Brazil warns Peru\n\nBrazil warned Peru on Tuesday that it would close the border if the deal stands.\n");
        var coded = Run.Of("code", _folder.Path, "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

        Assert.Equal($"{Store}: 1 story added\n", Run.Of("add", Path.Combine(_folder.Path, "b.txt"), "--store", Store).Error);
        Assert.Equal($"{Store}: 1 story added, 1 was there\n", Run.Of("add", Path.Combine(_folder.Path, "a.txt"), Path.Combine(_folder.Path, "b.txt"), "--store", Store).Error);
        var exported = Run.Of("export", "jsonl", "--store", Store);
        Assert.Equal(0, exported.Status);
        Assert.Equal(coded, exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

        var other = Path.Combine(_folder.Path, "other.demarche");
        var lines = _folder.File("lines.jsonl", exported.Output);
        Assert.Equal(0, Run.Of("add", "--coded", lines, "--store", other).Status);
        Assert.Equal(exported.Output, Run.Of("export", "jsonl", "--store", other).Output);
        Assert.Equal($"{Store}: 2 stories, all is well\n", Run.Of("check", Store).Output);

        var threats = Run.Of("search", "--type", "THREATEN", "--actor", "Brazil", "--recipient", "Peru", "--said-by", "self", "--store", Store, "--format", "json");
        var row = Assert.Single(JsonDocument.Parse(threats.Output).RootElement.EnumerateArray());
        Assert.Equal("Brazil warns Peru", row.GetProperty("words").GetString());
    }

    [Theory]
    [InlineData("search|reservoir")]
    [InlineData("timeline|--actor|Lusonia|--recipient|Tiberia")]
    [InlineData("positions")]
    [InlineData("network")]
    [InlineData("agreements")]
    [InlineData("compare|--these|Example Courier|--those|Other Post")]
    [InlineData("silence|--type|REJECT|--among|LUS,TIB")]
    public void Every_answer_comes_as_table_csv_and_json_with_words_and_story(string command)
    {
        Fill();
        foreach (var format in new[] { "table", "csv", "json" })
        {
            var run = Run.Of([.. command.Split('|'), "--store", Store, "--format", format]);
            Assert.Equal((0, ""), (run.Status, run.Error));
            Assert.Contains(format == "table" ? "“" : "words", run.Output, StringComparison.Ordinal);
            if (format != "json")
                continue;
            foreach (var row in JsonDocument.Parse(run.Output).RootElement.EnumerateArray())
            {
                Assert.Contains(row.GetProperty("words").GetString()!, Recorded.Story().Text, StringComparison.Ordinal);
                Assert.Equal(16, row.GetProperty("story").GetString()!.Length);
            }
        }
    }

    [Fact]
    public void A_search_gives_records_first_and_then_stories_that_have_the_words_elsewhere()
    {
        Fill();
        Assert.Equal(["story", "story"], Types(Run.Of("search", "share", "story", "--store", Store, "--format", "json").Output));
        Assert.Empty(Types(Run.Of("search", "share", "--kind", "event", "--store", Store, "--format", "json").Output));
        Assert.Equal(["THREATEN", "THREATEN"], Types(Run.Of("search", "reservoir", "--type", "THREATEN", "--store", Store, "--format", "json").Output));
        Assert.Contains("“Share this story”", Run.Of("search", "share", "--store", Store).Output, StringComparison.Ordinal);

        static IEnumerable<string> Types(string json) => JsonDocument.Parse(json).RootElement.EnumerateArray().Select(row => row.GetProperty("type").GetString()!);
    }

    [Theory]
    [InlineData("diff|1|1", "Runs 1 and 1 made the same of all 2 stories that both have coded.\n")]
    [InlineData("correct|history", "Nothing has been decided yet.\n")]
    [InlineData("correct|lost", "Every decision has its record.\n")]
    [InlineData("search|--type|RETREAT", "Nothing in the store matches: no record has the type RETREAT\n")]
    [InlineData("network|--type|threatn", "Nothing in the store matches: no record has the type threatn; did you mean THREATEN?\n")]
    [InlineData("search|--type|THREATEN|--in|1990", "Nothing in the store matches.\n")]
    [InlineData("timeline|--type|threatn", "Nothing in the store matches: no record has the type threatn; did you mean THREATEN?\n")]
    [InlineData("incidents|--status|asserte", "Nothing in the store matches: no record has the status asserte; did you mean asserted?\n")]
    [InlineData("silence|--type|threatn", "Nothing in the store matches: no record has the type threatn; did you mean THREATEN?\n")]
    [InlineData("silence|--in|1990", "Nobody is silent: whoever is addressed or heard has reacted.\n")]
    public void An_empty_answer_says_what_it_means(string command, string said)
    {
        Fill();
        Assert.Equal(said, Run.Of([.. command.Split('|'), "--store", Store]).Output);
    }

    [Fact]
    public void A_fault_in_the_rules_of_comparing_is_said_before_anything_is_added()
    {
        var codebook = Path.Combine(_folder.Path, "codebook");
        foreach (var file in Directory.EnumerateFiles(Project.In("codebook"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(codebook, Path.GetRelativePath(Project.In("codebook"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var rules = Path.Combine(codebook, "collating.yaml");
        File.WriteAllText(rules, File.ReadAllText(rules).Replace("  mean: 2.5", "  means: 2.5", StringComparison.Ordinal));
        var run = Run.Of("add", _folder.File("a.txt", "Brazil warns Peru\n\nBrazil warned Peru.\n"), "--codebook", codebook, "--store", Store);
        Assert.Equal(2, run.Status);
        Assert.Matches(@"collating\.yaml:\d+: the key means is not known here", run.Error);
        using var store = RecordStore.Open(Store);
        Assert.Equal(0, store.Stories);
    }

    [Theory]
    [InlineData("search")]
    [InlineData("timeline")]
    [InlineData("network")]
    [InlineData("incidents")]
    [InlineData("positions")]
    public void A_table_has_headings_and_fits_the_line(string command)
    {
        Fill();
        var lines = Run.Of(command, "--store", Store).Output.Split('\n');
        Assert.Matches("(?:^|  )(?:actors?|date)(?:  |$)", lines[0]);
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        // Rows begin at the edge; all else stands below them.
        Assert.All(lines.Skip(1).Where(line => line.Length > 0 && line[0] != ' '), row => Assert.Equal(lines[0].IndexOf("type", StringComparison.Ordinal) > 0 ? ' ' : row[0], lines[0].IndexOf("type", StringComparison.Ordinal) is > 0 and var at ? row[at - 1] : row[0]));
    }

    [Fact]
    public void History_says_in_words_what_was_decided()
    {
        Fill();
        var address = Recorded.Story().Story.Id + "/e1";
        Run.Of("correct", "edit", address, "type=COERCE", "actors=Tiberia; person:Jan Kos", "--author", "ann", "--store", Store);
        Run.Of("correct", "note", address, "is it?", "--author", "ann", "--store", Store);
        Run.Of("correct", "same", address, Recorded.Story().Story.Id + "/e2", "--author", "ann", "--store", Store);
        var rows = JsonDocument.Parse(Run.Of("correct", "history", "--store", Store, "--format", "json").Output).RootElement.EnumerateArray().Select(row => row.GetProperty("value").GetString()!).ToList();
        Assert.Equal(["type=COERCE", "actors=TIB; Jan Kos", "is it?", Recorded.Story().Story.Id + "/e2"], rows);
    }

    [Fact]
    public void Corrections_go_by_the_address_that_answers_show()
    {
        Fill();
        var address = Recorded.Story().Story.Id[..8] + "/e1";
        Assert.Equal("1\n", Run.Of("correct", "edit", address, "status=denied", "--author", "ann", "--store", Store).Output);
        Assert.Equal("2\n", Run.Of("correct", "reject", Recorded.Story().Story.Id + "/e2", "--author", "bob", "--store", Store).Output);
        Assert.Equal(Recorded.Story().Story.Id + "/e+1\n", Run.Of("correct", "add", Recorded.Story().Story.Id, "event", "type=REJECT", "--words", "no breach", "--store", Store).Output);
        Assert.Equal(["e1", "e+1"], JsonDocument.Parse(Run.Of("record", Recorded.Story().Story.Id, "--store", Store, "--format", "json").Output).RootElement.EnumerateArray()
            .Select(row => row.GetProperty("record").GetString()!).Where(id => id[0] == 'e'));
        Assert.Contains("\"review\":\"reviewed\"", Run.Of("export", "jsonl", "--store", Store).Output, StringComparison.Ordinal);
        Assert.Contains("ann,edit,e1", Run.Of("correct", "history", "--store", Store, "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "Option '--store' is required.")]
    [InlineData("search|--store|missing.demarche", "missing.demarche does not exist; demarche add PATH --store missing.demarche makes it")]
    [InlineData("search|--kind|rumour|--store|STORE", "--kind rumour is not known; write statement, event, position, agreement")]
    [InlineData("search|--from|soon|--store|STORE", "--from soon is not a date; write 2022-03-01, 2022-03 or 2022")]
    [InlineData("search|--in|2022-02-31|--store|STORE", "--in 2022-02-31 is not a date")]
    [InlineData("search|--most|0|--store|STORE", "--most 0 is not a number of rows")]
    [InlineData("search|--actor|Nobody|--store|STORE", "no actor of the store is called Nobody")]
    [InlineData("search|--outlet|Example|--store|STORE", "no outlet of the store is called Example; there is Example Courier")]
    [InlineData("search|?!|--store|STORE", "“?!” has no word to search for")]
    [InlineData("record|ffff|--store|STORE", "STORE has no story ffff")]
    [InlineData("correct|undo|7|--store|STORE", "STORE has no decision 7")]
    [InlineData("diff|1|2|--store|STORE", "STORE has no run 2; demarche runs --store STORE lists them")]
    [InlineData("export|word|--store|STORE", "word is not a known format; write jsonl")]
    public void Wrong_usage_says_what_would_be_right(string command, string problem)
    {
        Fill();
        var run = Run.Of([.. command.Replace("STORE", Store, StringComparison.Ordinal).Split('|')]);
        Assert.Equal(2, run.Status);
        Assert.StartsWith(problem.Replace("STORE", Store, StringComparison.Ordinal), run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Fill() => Stores.Of(_folder, Recorded.Story(), Recorded.Story(Recorded.Story().Text, "Other Post")).Dispose();
}
