using System.Diagnostics;
using Demarche.Tests.Cli;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Parsing;

/// <summary>
/// The same text gives the same bytes on machines with narrower registers. The runtime plays such a machine when it is told to leave instructions out;
/// on a processor that lacks them anyway, or is no x86, the rows repeat what is the case. ARM's own instructions are not tried here.
/// </summary>
public sealed class MachineTests
{
    private const int FewSentences = 10;

    [Theory]
    [InlineData("DOTNET_EnableAVX512", true)]
    [InlineData("DOTNET_EnableAVX2", true)]
    // Without any of them the runtime is slow: a few sentences must do.
    [InlineData("DOTNET_EnableHWIntrinsic", false)]
    public void Gives_the_same_trees_and_records_without(string instructions, bool all)
    {
        using var folder = new Folder();
        var gold = Project.In("eval/own/ud.conllu");
        var stories = Project.In("samples");
        if (!all)
        {
            gold = folder.File("few.conllu", string.Join("\n\n", File.ReadAllText(gold).Split("\n\n").Take(FewSentences)) + "\n\n");
            stories = folder.File("few.txt", string.Join("\n\n", Project.Stories[0].Text.Split("\n\n").Take(FewSentences / 3)));
        }
        string[] parse = ["score", "ud", gold, "--raw", "--model", Project.In("models/en/model.bin"), "--codebook", Project.In("codebook"), "--predictions"];
        string[] code = ["code", stories, "--model", Project.In("models/en/model.bin"), "--codebook", Project.In("codebook"), "--format", "jsonl", "--threads", "1", "--out"];
        foreach (var command in (string[][])[parse, code])
        {
            var (expected, found) = (Path.Combine(folder.Path, "expected"), Path.Combine(folder.Path, "found"));
            Assert.Equal(0, Cli.Run.Of([.. command, expected]).Status);
            Run(instructions, [.. command, found]);
            Assert.NotEqual(0, new FileInfo(expected).Length);
            Assert.Equal(File.ReadAllText(expected), File.ReadAllText(found));
        }
    }

    private static void Run(string without, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[without] = "0";
        foreach (var argument in (string[])["exec", typeof(Demarche.Cli.Program).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
    }
}
