namespace Demarche.Cli;

/// <summary>Where a command reads from and writes to, and whether a person watches.</summary>
internal sealed class Terminal
{
    public required Func<Stream> OpenInput { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>True when a person sees what goes to <see cref="Output"/>; false when it goes to a file or another program.</summary>
    public bool OutputIsWatched { get; init; }

    /// <summary>True when a person sees what goes to <see cref="Error"/>.</summary>
    public bool ErrorIsWatched { get; init; }

    /// <summary>What time it is when somebody decides something; no clock enters a record.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Columns of text.</summary>
    public int Width { get; init; } = PlainWidth;

    // What goes to a file has the same lines whatever window it was made in.
    private const int PlainWidth = 100;

    private const int NarrowestWidth = 40;

    public static Terminal Standard()
    {
        var watched = !Console.IsOutputRedirected;
        return new()
        {
            OpenInput = Console.OpenStandardInput,
            Output = Console.OpenStandardOutput(),
            Error = Console.Error,
            OutputIsWatched = watched,
            ErrorIsWatched = !Console.IsErrorRedirected,
            Width = watched ? Math.Max(NarrowestWidth, WindowWidth()) : PlainWidth,
        };
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : PlainWidth;
        }
        catch (IOException)
        {
            return PlainWidth;
        }
    }
}
