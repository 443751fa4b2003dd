namespace Demarche.Cli.Stores;

/// <summary>How many stories there are to read: a line of JSON Lines or any other file each.</summary>
internal static class StoryCount
{
    /// <summary>The number, or null when it cannot be known before reading, as of standard input.</summary>
    public static long? Of(IEnumerable<string> paths)
    {
        try
        {
            long count = 0;
            foreach (var path in paths)
            {
                if (Directory.Exists(path))
                    count += Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(InFile);
                else if (File.Exists(path))
                    count += InFile(path);
                else
                    return null;
            }
            return count;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long InFile(string path) => Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson" ? Lines(path) : 1;

    private static long Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var buffer = new byte[1 << 16];
        long lines = 0;
        var last = (byte)'\n';
        for (int read; (read = file.Read(buffer)) > 0; last = buffer[read - 1])
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return last == '\n' ? lines : lines + 1;
    }
}
