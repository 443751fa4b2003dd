namespace Demarche.Cli;

/// <summary>Lines without colours, for files and other programs.</summary>
internal sealed class PlainScreen(TextWriter output, int width) : IScreen
{
    public int Width => width;

    public void WriteLine(IReadOnlyList<Words> line)
    {
        foreach (var words in line)
            output.Write(words.Text);
        output.Write('\n');
    }
}
