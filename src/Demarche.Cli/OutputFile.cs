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
