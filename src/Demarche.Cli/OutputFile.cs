using System.Runtime.InteropServices;

namespace Demarche.Cli;

/// <summary>A file that is there whole or not at all: written beside its place and moved there at the end.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private readonly PosixSignalRegistration[] _interrupts;
    private bool _kept;

    public OutputFile(string path)
    {
        _path = Path.GetFullPath(path);
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Environment.ProcessId}.tmp");
        _stream = new(_temporary, FileMode.Create, FileAccess.Write);
        // Whoever stops the run gets the prompt back, and no half-written file.
        _interrupts = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, _ => File.Delete(_temporary)))];
    }

    /// <summary>Writes to a file, whole or not at all, or to standard output where the path is null or “-”; gives the exit status.</summary>
    public static int Write(Terminal terminal, string? path, Func<Stream, int> write)
    {
        OutputFile? file = null;
        try
        {
            if (path is not null and not "-")
                file = new(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Error.WriteLine($"--out {path} cannot be written{error switch
            {
                DirectoryNotFoundException => $": there is no folder {Path.GetDirectoryName(path)}",
                UnauthorizedAccessException => ": its folder may not be written to",
                _ => $" ({error.Message})",
            }}");
            return Exit.Usage;
        }

        using (file)
        {
            try
            {
                var status = write(file?.Stream ?? terminal.Output);
                file?.Keep();
                return status;
            }
            catch (IOException error)
            {
                // Whoever read our output has gone (“| head”): there is nobody to write to.
                if (file is null)
                    return Exit.Done;
                terminal.Error.WriteLine($"{path}: cannot be written ({error.Message})");
                return Exit.SomeFailed;
            }
        }
    }

    public Stream Stream => _stream;

    /// <summary>Puts the file into its place, over one that is there.</summary>
    public void Keep()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _kept = true;
    }

    public void Dispose()
    {
        foreach (var interrupt in _interrupts)
            interrupt.Dispose();
        _stream.Dispose();
        if (!_kept)
            File.Delete(_temporary);
    }
}
