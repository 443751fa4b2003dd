using Demarche.Codebooks;

namespace Demarche.Reading;

/// <summary>A line of the page in the notation of <c>codebook/page.yaml</c>: words, word lists, names, numbers, optional elements, any words.</summary>
internal sealed class LinePattern
{
    /// <summary>Words of a line in capitals that is more than a name.</summary>
    private const int LongLine = 5;

    private readonly Element[] _elements;

    private LinePattern(Element[] elements) => _elements = elements;

    /// <param name="Words">The words that fit; null when any does, or when the kind says it.</param>
    private readonly record struct Element(HashSet<string>? Words, bool Name, bool Number, bool Code, bool Any, bool Optional, bool Repeats)
    {
        public bool Fits(LineWord word)
        {
            if (Any || Name && word.Capital || Number && word.Number || Code && word.Code)
                return true;
            return Words is not null && (Words.Contains(word.Text) || word.Colon && Words.Contains(word.Text + ":"));
        }
    }

    /// <summary>Reads a pattern; <paramref name="node"/> is where it stands and <paramref name="lists"/> the word lists that it may name.</summary>
    public static LinePattern Parse(YamlNode node, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var parts = node.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            throw node.Error("a line has at least one word");
        return new([.. parts.Select(part => ParseElement(part, node, lists))]);
    }

    private static Element ParseElement(string part, YamlNode node, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        if (part == "*")
            return new(null, false, false, false, true, true, true);
        var optional = part.Length > 2 && part[0] == '(' && part[^1] == ')';
        if (optional)
            part = part[1..^1];
        var repeats = part.Length > 1 && part[^1] == '+';
        if (repeats)
            part = part[..^1];

        // “photo|image:” asks for the colon after either.
        var colon = part.Length > 1 && part[^1] == ':';
        if (colon)
            part = part[..^1];

        bool name = false, number = false, code = false;
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in part.Split('|'))
        {
            var bare = choice.TrimEnd('+');
            repeats |= bare.Length < choice.Length;
            if (bare == "<name>")
                name = true;
            else if (bare == "<code>")
                code = true;
            else if (bare == "#")
                number = true;
            else if (bare.Length > 2 && bare[0] == '{' && bare[^1] == '}')
                words.UnionWith(lists.TryGetValue(bare[1..^1], out var list) ? list : throw node.Error($"the list {bare} does not exist{CodebookException.DidYouMean(bare, lists.Keys.Select(key => $"{{{key}}}"))}"));
            else if (bare.Length == 0 || bare.Any(c => c is '(' or ')' or '<' or '>' or '{' or '}' or '*'))
                throw node.Error($"{part} cannot be read; write word, a|b, {{list}}, <name>, <code>, #, (optional) or *");
            else
                words.Add(colon ? bare + ":" : bare);
        }
        return new(words, name, number, code, false, optional, repeats);
    }

    /// <summary>True when the whole line fits. Steps through all ways at once, so that no line takes long.</summary>
    public bool Fits(List<LineWord> line)
    {
        // In a line all in capitals a capital makes no name: “MINISTERS MEET AGAIN IN OSLO” is no byline.
        if (_elements[0].Name && line.Count >= LongLine && line.TrueForAll(word => word.Shouted))
            return false;
        var states = new bool[_elements.Length + 1];
        var next = new bool[_elements.Length + 1];
        states[0] = true;
        Skip(states);
        foreach (var word in line)
        {
            Array.Clear(next);
            var alive = false;
            for (var i = 0; i < _elements.Length; i++)
            {
                if (!states[i] || !_elements[i].Fits(word))
                    continue;
                alive = next[i + 1] = true;
                if (_elements[i].Repeats)
                    next[i] = true;
            }
            if (!alive)
                return false;
            Skip(next);
            (states, next) = (next, states);
        }
        return states[^1];
    }

    private void Skip(bool[] states)
    {
        for (var i = 0; i < _elements.Length; i++)
            if (states[i] && _elements[i].Optional)
                states[i + 1] = true;
    }
}
