namespace Demarche.Training.Scoring;

/// <summary>
/// A sentence in which names of persons, places and organizations are marked, as files in the IOB2 form give it: a word a line with its number and tag
/// (<c>B-PER</c> begins a name, <c>I-PER</c> goes on with it, <c>O</c> is none), above it comments with <c>sent_id</c>, <c>text</c> and, where a document begins, <c>newdoc id</c>.
/// </summary>
public sealed class NameGold
{
    private NameGold(string id, string document, ConlluSentence sentence, List<Name> names)
    {
        Id = id;
        Document = document;
        Sentence = sentence;
        Names = names;
    }

    /// <summary>Its <c>sent_id</c>.</summary>
    public string Id { get; }

    /// <summary>The <c>newdoc id</c> of the document it stands in.</summary>
    public string Document { get; }

    /// <summary>Its words, without tags or tree.</summary>
    public ConlluSentence Sentence { get; }

    /// <summary>Its names; tokens are counted from the start of the sentence.</summary>
    public IReadOnlyList<Name> Names { get; }

    /// <exception cref="ScoreException">The file cannot be read or is not in that form.</exception>
    public static List<NameGold> Load(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ScoreException($"{path}: the gold cannot be read: {error.Message}");
        }

        var sentences = new List<NameGold>();
        var (document, id, text) = ("", "", "");
        List<(string Form, string Tag)> words = [];
        for (var i = 0; i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i] : "";
            if (line.Length == 0)
            {
                if (words.Count > 0)
                    sentences.Add(new(id.Length > 0 ? id : $"{sentences.Count + 1}", document, WordsOf(words, text), NamesOf(words)));
                (id, text, words) = ("", "", []);
                continue;
            }
            if (line[0] == '#' && !line.Contains('\t'))
            {
                document = Comment(line, "newdoc id") ?? document;
                id = Comment(line, "sent_id") ?? id;
                text = Comment(line, "text") ?? text;
                continue;
            }
            var cells = line.Split('\t');
            if (cells.Length < 3 || cells[1].Length == 0 || cells[2] is not ("O" or ['B' or 'I', '-', ..]))
                throw new ScoreException($"{path}:{i + 1}: a word's number, the word and a tag such as B-PER or O are expected, with tabs between them");
            words.Add((cells[1], cells[2]));
        }
        return sentences;
    }

    /// <summary>The tag of the IOB2 form for a kind of name.</summary>
    public static string TagOf(NameKind kind) => kind switch { NameKind.Person => "PER", NameKind.Place => "LOC", _ => "ORG" };

    private static string? Comment(string line, string key) =>
        line.AsSpan(1).TrimStart().StartsWith($"{key} =", StringComparison.Ordinal) ? line[(line.IndexOf('=') + 1)..].Trim() : null;

    private static ConlluSentence WordsOf(List<(string Form, string Tag)> words, string text)
    {
        var sentence = new ConlluSentence();
        var at = 0;
        foreach (var (form, _) in words)
        {
            // Where a word was corrected, its text is not found; then a blank is assumed.
            var found = text.IndexOf(form, at, StringComparison.Ordinal);
            var spaceAfter = true;
            if (found >= 0 && found - at <= 2)
            {
                at = found + form.Length;
                spaceAfter = at < text.Length && char.IsWhiteSpace(text[at]);
            }
            sentence.Words.Add(new(form, form, Upos.X, "", -1, "root", spaceAfter));
        }
        return sentence;
    }

    private static List<Name> NamesOf(List<(string Form, string Tag)> words)
    {
        var names = new List<Name>();
        for (var i = 0; i < words.Count;)
        {
            if (words[i].Tag is not ['B' or 'I', '-', .. var kind])
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < words.Count && words[end].Tag == $"I-{kind}")
                end++;
            if (KindOf(kind) is { } known)
                names.Add(new(i, end, known));
            i = end;
        }
        return names;
    }

    private static NameKind? KindOf(string tag) => tag switch { "PER" => NameKind.Person, "LOC" => NameKind.Place, "ORG" => NameKind.Organization, _ => null };
}
