using System.Text.Json;

namespace Demarche.Tests.Cli;

public sealed class CodeCommandTests
{
    private const string Story = "Peru and Chile sign pact\n\nPeru and Chile signed a fishing agreement in Lima on Monday. Brazil condemned the deal.\n";

    [Fact]
    public void Gold_that_lacks_its_text_is_named()
    {
        using var folder = new Folder();
        var run = Run.Of("score", "positions", folder.File("gold.jsonl", "{\"id\": \"p1\", \"positions\": []}\n{\"id\": \"p2\", \"positions\": []}\n"));
        Assert.Equal(2, run.Status);
        Assert.Contains("has no text", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("code|STORY|--published|yesterday")]
    [InlineData("code|STORY|--published|2021-02-30")]
    [InlineData("code|STORY|--format|word")]
    [InlineData("code|STORY|--threads|0")]
    [InlineData("code|STORY|--threads|many")]
    [InlineData("code|STORY|--profile|no-such-profile")]
    [InlineData("code|STORY|--codebook|no-such-folder")]
    [InlineData("code|STORY|--colour")]
    [InlineData("code|STORY|--out|no-such-folder/out.jsonl")]
    [InlineData("code|STORY|--out|record.xlsx")]
    [InlineData("explain|STORY|--event|e99")]
    [InlineData("summarize|STORY")]
    public void Wrong_usage_is_said_on_standard_error_with_status_2(string words)
    {
        using var folder = new Folder();
        var run = Run.Of(words.Replace("STORY", folder.File("story.txt", Story), StringComparison.Ordinal).Split('|'));
        Assert.Equal(2, run.Status);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_to_write_instead()
    {
        using var folder = new Folder();
        var story = folder.File("story.txt", Story);
        Assert.StartsWith("--published soon is not a date; write it as 2021-12-14\n", Run.Of("code", story, "--published", "soon").Error, StringComparison.Ordinal);
        Assert.StartsWith("--format word is not known; write table, jsonl, csv, html\n", Run.Of("code", story, "--format", "word").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cod|a.txt", "cod is no command; did you mean code?\ndemarche --help says what can be written.\n")]
    [InlineData("correct|rejekt|x", "rejekt is no command; did you mean reject?\ndemarche correct --help says what can be written.\n")]
    [InlineData("correct", "a command is missing\ndemarche correct --help says what can be written.\n")]
    [InlineData("diff|first|2|--store|a", "first is not a whole number\ndemarche diff --help says what can be written.\n")]
    [InlineData("network|--least|few|--store|a", "few is not a whole number\ndemarche network --help says what can be written.\n")]
    [InlineData("runs|--drop|old|--store|a", "old is not a whole number\ndemarche runs --help says what can be written.\n")]
    [InlineData("timeline|--from|2018|--to|2017|--store|a", "--from is later than --to; exchange them\ndemarche timeline --help says what can be written.\n")]
    [InlineData("timeline|--out|t.xlsx|--store|a", "--out t.xlsx: no form is called .xlsx; end it in .txt, .csv, .json, or say --format (table, csv, json)\ndemarche timeline --help says what can be written.\n")]
    public void Wrong_usage_is_said_in_words(string words, string said) => Assert.Equal((2, said), (Run.Of(words.Split('|')).Status, Run.Of(words.Split('|')).Error));

    [Fact]
    public void A_wrong_codebook_names_file_and_line_with_status_2()
    {
        using var folder = new Folder();
        Copy(Path.Combine(AppContext.BaseDirectory, "codebook"), folder.Path);
        var file = Path.Combine(folder.Path, "events", "aid.yaml");
        File.AppendAllText(file, "\nunknown_key: yes\n");
        var run = Run.Of("code", folder.File("story.txt", Story), "--codebook", folder.Path);
        Assert.Equal(2, run.Status);
        Assert.Matches(@"^codebook/events/aid\.yaml:\d+: ", run.Error);
    }

    [Fact]
    public void Names_the_stories_that_failed_and_codes_the_others()
    {
        using var folder = new Folder();
        folder.File("a-empty.txt", "");
        folder.File("b-binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 2, 0, 0xFF, 0xFE, 0]);
        folder.File("c-story.txt", Story);
        folder.File("d-dates.jsonl", "{\"text\":\"Peru thanked Chile.\",\"published\":\"2021-13-45\"}\n{\"text\":\"Chile thanked Peru.\",\"published\":\"2021-03-04\"}\n");
        var run = Run.Of("code", folder.Path, Path.Combine(folder.Path, "missing.txt"), "--format", "jsonl");
        Assert.Equal(1, run.Status);
        Assert.Equal([Story, "Chile thanked Peru."], Lines(run.Output).Select(line => line.GetProperty("story").GetProperty("text").GetString()));
        var errors = run.Error.Trim().Split('\n');
        Assert.Equal(["a-empty.txt", "b-binary.txt", "d-dates.jsonl:1", "missing.txt"], errors.Select(error => Path.GetFileName(error[..error.IndexOf(": ", StringComparison.Ordinal)])));
    }

    [Fact]
    public void Lines_come_in_the_order_of_paths_whatever_the_threads()
    {
        using var folder = new Folder();
        for (var i = 0; i < 12; i++)
            folder.File($"{i:00}.txt", $"Story {i}\n\n" + string.Concat(Enumerable.Repeat("Peru condemned Chile over fishing. ", (13 - i) * 4)) + "\n");
        var one = Run.Of("code", folder.Path, "--format", "jsonl", "--threads", "1");
        var three = Run.Of("code", folder.Path, "--format", "jsonl", "--threads", "3");
        Assert.Equal(one.Output, three.Output);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"Story {i}"), Lines(one.Output).Select(line => line.GetProperty("story").GetProperty("text").GetString()!.Split('\n')[0]));
    }

    [Fact]
    public void Reads_standard_input()
    {
        var run = Run.Of(Story, ["code", "-", "--format", "jsonl", "--published", "2021-03-04", "--outlet", "Example Courier"]);
        Assert.Equal(0, run.Status);
        var story = Lines(run.Output).Single().GetProperty("story");
        Assert.Equal(("2021-03-04", "Example Courier", Story), (story.GetProperty("published").GetString(), story.GetProperty("outlet").GetString(), story.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("out.jsonl", "{\"story\":")]
    [InlineData("out.csv", "story,outlet,")]
    [InlineData("out.html", "<!doctype html>")]
    [InlineData("out.txt", "Peru and Chile sign pact\n")]
    public void The_ending_of_the_file_says_the_format(string name, string beginning)
    {
        using var folder = new Folder();
        var story = folder.File("story.txt", Story);
        folder.File(name, "what was there before");
        var run = Run.Of("code", story, "--out", Path.Combine(folder.Path, name));
        Assert.Equal((0, "", ""), (run.Status, run.Output, run.Error));
        Assert.StartsWith(beginning, folder.Read(name), StringComparison.Ordinal);
        Assert.Equal([name, "story.txt"], folder.Names());
    }

    [Fact]
    public void Explain_names_rule_and_line_and_what_was_left()
    {
        using var folder = new Folder();
        var run = Run.Of("explain", folder.File("story.txt", Story), "--published", "2021-03-04");
        Assert.Equal(0, run.Status);
        Assert.Matches(@"rule +\w+/[\w-]+, codebook/events/\w+\.yaml:\d+", run.Output);
        Assert.Contains("“condemned” matches", run.Output, StringComparison.Ordinal);
        var id = System.Text.RegularExpressions.Regex.Match(run.Output, @"(?m)^e(\d)  accuse").Groups[1].Value;
        var single = Run.Of("explain", folder.Path, "--event", id);
        Assert.Equal(0, single.Status);
        Assert.StartsWith($"e{id}  accuse", single.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("explain")]
    [InlineData("train")]
    [InlineData("score")]
    public void Help_stands_on_standard_output(string command)
    {
        var run = Run.Of(command, "--help");
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_without_treebanks_says_what_is_missing()
    {
        using var folder = new Folder();
        var run = Run.Of("train", Path.Combine(folder.Path, "none.conllu"), "--out", folder.Path);
        Assert.Equal(2, run.Status);
        Assert.Contains("none.conllu", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
