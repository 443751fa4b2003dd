using Spectre.Console;

namespace Demarche.Cli;

/// <summary>Lines in the colours of the terminal, as far as it has any. Nothing else knows the library that draws them, so that it is loaded only where a person watches.</summary>
internal sealed class ColourScreen : IScreen
{
    private static readonly Style[] Styles =
    [
        Style.Plain,
        new(decoration: Decoration.Bold),
        new(decoration: Decoration.Bold | Decoration.Underline),
        new(decoration: Decoration.Dim),
        new(Color.Blue),
        new(Color.Red),
        new(Color.Purple),
        new(Color.Teal),
    ];

    private readonly IAnsiConsole _console;

    private ColourScreen(IAnsiConsole console, int width)
    {
        _console = console;
        Width = width;
        // One column more than the lines have: a full line is not broken again.
        console.Profile.Width = width + 1;
    }

    public int Width { get; }

    public static IScreen Create(TextWriter output, int width) =>
        new ColourScreen(AnsiConsole.Create(new AnsiConsoleSettings { Out = new Out(output) }), width);

    public void WriteLine(IReadOnlyList<Words> line)
    {
        foreach (var words in line)
            _console.Write(new Spectre.Console.Text(words.Text, Styles[(int)words.Tone]));
        _console.WriteLine();
    }

    private sealed class Out(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => 80;

        public int Height => 25;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
