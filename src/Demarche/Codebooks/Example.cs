namespace Demarche.Codebooks;

/// <summary>A sentence of the codebook with the words that fill the roles marked.</summary>
/// <param name="Text">The sentence, without the marks.</param>
/// <param name="Actors">Where the actors stand in <paramref name="Text"/>.</param>
/// <param name="Recipients">Where the recipients stand.</param>
/// <param name="Line">The line of the file.</param>
public sealed record Example(string Text, IReadOnlyList<Span> Actors, IReadOnlyList<Span> Recipients, int Line)
{
    /// <summary>Reads “[Kenya](actor) warned [Somalia](recipient).”.</summary>
    public static Example Parse(YamlNode node)
    {
        var marked = node.Text;
        var text = new System.Text.StringBuilder(marked.Length);
        List<Span> actors = [], recipients = [];
        var open = -1;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[' && open < 0)
            {
                open = text.Length;
                continue;
            }
            if (marked[i] != ']' || open < 0)
            {
                text.Append(marked[i]);
                continue;
            }
            var span = new Span(open, text.Length);
            open = -1;
            if (marked.AsSpan(i + 1).StartsWith("(actor)"))
                (i, actors) = (i + "(actor)".Length, [.. actors, span]);
            else if (marked.AsSpan(i + 1).StartsWith("(recipient)"))
                (i, recipients) = (i + "(recipient)".Length, [.. recipients, span]);
            else
                throw node.Error("after […] stands (actor) or (recipient)");
        }
        return open < 0 ? new(text.ToString(), actors, recipients, node.Line) : throw node.Error("a [ is not closed");
    }
}
