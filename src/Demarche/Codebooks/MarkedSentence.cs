namespace Demarche.Codebooks;

/// <summary>A sentence of the codebook in which words are marked with the part they play: “[Kenya](actor) warned [Somalia](recipient).”.</summary>
internal sealed class MarkedSentence
{
    private readonly List<(string Part, Span Words)> _marks;

    private MarkedSentence(string text, List<(string, Span)> marks)
    {
        Text = text;
        _marks = marks;
    }

    /// <summary>The sentence, without the marks.</summary>
    public string Text { get; }

    /// <summary>Where the words of a part stand in <see cref="Text"/>, in text order.</summary>
    public IReadOnlyList<Span> this[string part] => _marks.Count == 0 ? [] : [.. _marks.Where(mark => mark.Part == part).Select(mark => mark.Words)];

    /// <summary>Reads a sentence in which only these parts may be marked.</summary>
    /// <exception cref="CodebookException">Another part is marked, or a bracket is not closed.</exception>
    public static MarkedSentence Read(YamlNode node, params string[] known)
    {
        var marked = node.Text;
        var text = new System.Text.StringBuilder(marked.Length);
        var marks = new List<(string, Span)>();
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
            var close = i + 1 < marked.Length && marked[i + 1] == '(' ? marked.IndexOf(')', i) : -1;
            var part = close < 0 ? -1 : Array.IndexOf(known, marked[(i + 2)..close]);
            if (part < 0)
                throw node.Error($"after […] stands {string.Join(", ", known[..^1].Select(p => $"({p})"))} or ({known[^1]})");
            marks.Add((known[part], new(open, text.Length)));
            open = -1;
            i = close;
        }
        return open < 0 ? new(text.ToString(), marks) : throw node.Error("a [ is not closed");
    }
}
