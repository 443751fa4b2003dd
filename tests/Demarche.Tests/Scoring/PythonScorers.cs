using System.Diagnostics;
using System.Text.Json;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Scoring;

/// <summary>The scorers that come with the outside data. They are another's programs; ours must give what they give.</summary>
internal static class PythonScorers
{
    /// <summary>Runs one on a gold file and predictions and reads what it prints; the test is skipped where it or Python is absent.</summary>
    public static JsonElement Run(string script, string gold, string predictions, params string[] options)
    {
        var path = Project.OutsideFile($"eval/{script}");
        using var file = new TemporaryFile(predictions);
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[path, gold, file.Path, "--json", .. options])
            start.ArgumentList.Add(argument);
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
        }
        using (process)
        {
            var error = process!.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{script} {gold}: {error.Result}");
            using var json = JsonDocument.Parse(output);
            return json.RootElement.Clone();
        }
    }

    /// <summary>A file that is gone afterwards.</summary>
    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string content) => File.WriteAllText(Path, content);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
