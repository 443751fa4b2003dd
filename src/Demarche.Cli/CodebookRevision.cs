using System.Diagnostics;
using System.Formats.Tar;
using Demarche.Codebooks;

namespace Demarche.Cli;

/// <summary>An earlier state of a codebook's folder, taken out of git into a folder of its own for as long as it is looked at.</summary>
internal sealed class CodebookRevision : IDisposable
{
    private readonly bool _temporary;

    private CodebookRevision(string path, bool temporary) => (Path, _temporary) = (path, temporary);

    public string Path { get; }

    /// <summary>Opens a revision of <paramref name="directory"/>, or the folder that <paramref name="revision"/> is.</summary>
    /// <exception cref="CodebookException">There is no such revision, or the folder is in no git repository.</exception>
    public static CodebookRevision Open(string revision, string directory)
    {
        if (Directory.Exists(revision))
            return new(revision, temporary: false);
        if (!Directory.Exists(directory))
            throw new CodebookException(directory, 0, "is not a folder");
        var target = Directory.CreateTempSubdirectory("demarche-").FullName;
        var start = new ProcessStartInfo("git") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (ReadOnlySpan<string>)["archive", "--format=tar", "--end-of-options", revision, "."])
            start.ArgumentList.Add(argument);
        try
        {
            using var git = Process.Start(start)!;
            var said = git.StandardError.ReadToEndAsync();
            using (var tar = new MemoryStream())
            {
                git.StandardOutput.BaseStream.CopyTo(tar);
                git.WaitForExit();
                if (git.ExitCode != 0)
                    throw new CodebookException(revision, 0, $"is neither a folder nor a revision of {directory}: {said.GetAwaiter().GetResult().Trim()}");
                tar.Position = 0;
                TarFile.ExtractToDirectory(tar, target, overwriteFiles: true);
            }
            return new(target, temporary: true);
        }
        catch (Exception error)
        {
            Directory.Delete(target, recursive: true);
            if (error is System.ComponentModel.Win32Exception)
                throw new CodebookException(revision, 0, "cannot be looked up: git is not installed; name a folder instead");
            throw;
        }
    }

    public void Dispose()
    {
        if (_temporary)
            Directory.Delete(Path, recursive: true);
    }
}
