namespace Demarche.Codebooks;

/// <summary>A sentence of the codebook in which words are marked with the part they play: “[Kenya](actor) warned [Somalia](recipient).”.</summary>
internal sealed class MarkedSentence
{
    private readonly Dictionary<string, List<Span>> _parts;

    private MarkedSentence(string text, Dictionary<string, List<Span>> parts)
    {
        Text = text;
        _parts = parts;
    }

    /// <summary>The sentence, without the marks.</summary>
    public string Text { get; }

    /// <summary>Where the words of a part stand in <see cref="Text"/>, in text order.</summary>
    public IReadOnlyList<Span> this[string part] => _parts[part];

    /// <summary>Reads a sentence in which only these parts may be marked.</summary>
    /// <exception cref="CodebookException">Another part is marked, or a bracket is not closed.</exception>
    public static MarkedSentence Read(YamlNode node, params string[] known)
    {
        var marked = node.Text;
        var text = new System.Text.StringBuilder(marked.Length);
        var parts = known.ToDictionary(part => part, _ => new List<Span>(), StringComparer.Ordinal);
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
            if (close < 0 || !parts.TryGetValue(marked[(i + 2)..close], out var part))
                throw node.Error($"after […] stands {string.Join(", ", known[..^1].Select(p => $"({p})"))} or ({known[^1]})");
            part.Add(new(open, text.Length));
            open = -1;
            i = close;
        }
        return open < 0 ? new(text.ToString(), parts) : throw node.Error("a [ is not closed");
    }
}
