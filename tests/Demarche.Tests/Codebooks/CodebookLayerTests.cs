using System.Text.RegularExpressions;
using Demarche.Codebooks;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;
using Command = Demarche.Tests.Cli.Run;

namespace Demarche.Tests.Codebooks;

/// <summary>A folder of one's own over the codebook: types added, patterns replaced and left out.</summary>
public sealed partial class CodebookLayerTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Codebook Load(string file, string yaml)
    {
        Write(file, yaml);
        using var coder = Coder.Load(new() { Codebook = _folder.Path });
        return coder.Codebook;
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.Path, file))!);
        File.WriteAllText(Path.Combine(_folder.Path, file), text);
    }

    [Fact]
    public void The_tutorial_comes_out_as_it_says()
    {
        var page = File.ReadAllText(Project.In("docs/own-codebook.md"));
        var files = Fences().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Write("events/mediate.yaml", files.Single(text => text.StartsWith("type: MEDIATE", StringComparison.Ordinal)));
        Write("lexicons/shuttle.txt", files.Single(text => text.StartsWith("shuttle\n", StringComparison.Ordinal)));

        Assert.Equal("4 of 4 sentences come out as their patterns say\n0 errors, 0 warnings\n", Command.Of("codebook", "check", "--codebook", _folder.Path).Output);
        using var coder = Coder.Load(new() { Codebook = _folder.Path });
        var e = Assert.Single(coder.Code(new Story("Talks\n\nOman brokered a ceasefire between Iran and Iraq on Monday.")).Events);
        Assert.Equal(("MEDIATE", "mediate/broker"), (e.Type, e.Rule));
        Assert.Equal(["IRN", "IRQ"], e.Recipients.Select(actor => actor.Id));
    }

    [GeneratedRegex("```(?:yaml)?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [Fact]
    public void A_pattern_takes_the_place_of_the_one_with_its_id()
    {
        var yaml = "type: CONSULT\npatterns:\n  - id: broker\n    match: \"<actor> broker peace between <recipient>\"\n    examples: [\"[Oman](actor) brokered peace between [Iran](recipient) and Iraq.\"]\n    counterexamples: [\"Oman slept.\"]\n";
        var type = Load("events/consult.yaml", yaml).Type("CONSULT")!;
        Assert.Equal("<actor> broker peace between <recipient>", Assert.Single(Assert.Single(type.Patterns, pattern => pattern.Id == "broker").Written));
        Assert.Equal(1, type.Quad);
        Assert.True(type.Patterns.Count > 50);
    }

    [Fact]
    public void Patterns_named_under_leave_out_are_gone() =>
        Assert.DoesNotContain(Load("events/consult.yaml", "type: CONSULT\nleave_out: [broker]\n").Type("CONSULT")!.Patterns, pattern => pattern.Id == "broker");

    [Theory]
    [InlineData("type: CONSULT\nleave_out: [brokker]\n", ":2: CONSULT has no pattern brokker; did you mean broker?")]
    [InlineData("type: MEDIATE\nleave_out: [broker]\nquad: 1\ndefinition: x\npatterns: []\n", ":2: leave_out takes patterns out of a type of the codebook below, which has none of this name")]
    [InlineData("type: MEDIATE\ndefinition: x\npatterns: []\n", ":1: the key quad is missing: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict")]
    [InlineData("type: MEDIATE\nquad: 5\ndefinition: x\npatterns: []\n", ":2: 5 is no quad; write 1, 2, 3 or 4")]
    public void What_is_wrong_is_said_with_file_and_line(string yaml, string message)
    {
        Write("events/type.yaml", yaml);
        var run = Command.Of("codebook", "check", "--codebook", _folder.Path);
        Assert.Equal(1, run.Status);
        Assert.Contains($"{Path.Combine(_folder.Path, "events", "type.yaml")}{message}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_the_codebook_takes_further_words()
    {
        Write("lexicons/sanction.txt", "golden handcuffs\n!tariff\n");
        using var coder = Coder.Load(new() { Codebook = _folder.Path });
        Assert.Contains("handcuff", coder.Codebook.Lexicons["sanction"].Heads.Append("handcuff"));
        Assert.False(coder.Codebook.Lexicons["sanction"].Holds("tariff") && !coder.Codebook.Lexicons["sanction"].Heads.Contains("handcuffs"));
        Assert.Contains("embargo", coder.Codebook.Lexicons["sanction"].Heads);
    }
}
