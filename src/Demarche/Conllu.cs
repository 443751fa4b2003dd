using System.Globalization;

namespace Demarche;

/// <summary>Reads and writes CoNLL-U, the text form of Universal Dependencies (universaldependencies.org/format.html).</summary>
public static class Conllu
{
    /// <summary>Reads sentence by sentence; <paramref name="name"/> is what errors call the file.</summary>
    /// <exception cref="ConlluException">A line that the format does not allow.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader, string name)
    {
        var sentence = new ConlluSentence();
        var multiwordEnd = 0;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (sentence.Words.Count > 0)
                    yield return Checked(sentence, name, number);
                sentence = new();
                multiwordEnd = 0;
                continue;
            }
            if (line[0] == '#')
            {
                sentence.Comments.Add(line[1..].Trim());
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 10)
                throw new ConlluException(name, number, $"{cells.Length} columns where 10 are expected, with tabs between them");
            // “Empty nodes” (8.1) belong to enhanced dependencies, which are not read.
            if (cells[0].Contains('.'))
                continue;
            if (cells[0].IndexOf('-') is > 0 and var dash)
            {
                if (!TryNumber(cells[0][..dash], out var first) || !TryNumber(cells[0][(dash + 1)..], out multiwordEnd) || first != sentence.Words.Count + 1 || multiwordEnd < first)
                    throw new ConlluException(name, number, $"{cells[0]} is not the range of a multiword token that starts here");
                sentence.Multiwords.Add(new(first - 1, multiwordEnd, cells[1], !NoSpaceAfter(cells[9])));
                continue;
            }
            if (!TryNumber(cells[0], out var id) || id != sentence.Words.Count + 1)
                throw new ConlluException(name, number, $"the word's number is {cells[0]}, expected {sentence.Words.Count + 1}");
            if (cells[1].Length == 0)
                throw new ConlluException(name, number, "the word has no form");
            var head = 0;
            if (cells[6] != "_" && !TryNumber(cells[6], out head))
                throw new ConlluException(name, number, $"{cells[6]} is not the number of a head");
            if (!Enum.TryParse<Upos>(cells[3] == "_" ? "X" : cells[3], out var upos))
                throw new ConlluException(name, number, $"{cells[3]} is not a universal part of speech");

            // Within a multiword token no blank is written; after it, its own line says.
            var spaceAfter = id < multiwordEnd ? false : id == multiwordEnd ? sentence.Multiwords[^1].SpaceAfter : !NoSpaceAfter(cells[9]);
            sentence.Words.Add(new(cells[1], cells[2], upos, cells[4], head - 1, cells[7], spaceAfter));
        }
        if (sentence.Words.Count > 0)
            yield return Checked(sentence, name, number);
    }

    /// <summary>Reads a whole file.</summary>
    public static List<ConlluSentence> Load(string path)
    {
        using var reader = new StreamReader(path);
        return [.. Read(reader, path)];
    }

    /// <summary>Writes sentences with LF line ends; columns that are not known are <c>_</c>.</summary>
    public static void Write(TextWriter writer, IEnumerable<ConlluSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            foreach (var comment in sentence.Comments)
                writer.Write($"# {comment}\n");
            var multiwords = sentence.Multiwords.GetEnumerator();
            var waiting = multiwords.MoveNext();
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var inside = false;
                if (waiting && multiwords.Current.First == i)
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{multiwords.Current.End}\t{multiwords.Current.Form}\t_\t_\t_\t_\t_\t_\t_\t{(multiwords.Current.SpaceAfter ? "_" : "SpaceAfter=No")}\n"));
                if (waiting && multiwords.Current.First <= i)
                {
                    inside = true;
                    if (multiwords.Current.End == i + 1)
                        waiting = multiwords.MoveNext();
                }
                var word = sentence.Words[i];
                var misc = word.SpaceAfter || inside ? "_" : "SpaceAfter=No";
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{word.Form}\t{Cell(word.Lemma)}\t{word.Upos}\t{Cell(word.Xpos)}\t_\t{word.Head + 1}\t{Cell(word.Relation)}\t_\t{misc}\n"));
            }
            writer.Write('\n');
        }
    }

    /// <summary>
    /// A document whose text is the sentences' words, joined as their blanks say, one sentence after the other with a blank between them, in one block.
    /// Tags and trees are filled in.
    /// </summary>
    public static Document ToDocument(IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new System.Text.StringBuilder();
        var tokens = new List<Token>();
        var spans = new List<(int First, int End, Span Span)>();
        foreach (var sentence in sentences)
        {
            if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
            var first = tokens.Count;
            var start = text.Length;
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var word = sentence.Words[i];
                var continues = sentence.Multiwords.Exists(m => m.First < i && i < m.End);
                tokens.Add(new()
                {
                    Span = new(text.Length, text.Length + word.Form.Length),
                    Form = word.Form,
                    Lemma = word.Lemma,
                    Continues = continues,
                    SpaceBefore = text.Length == 0 || text[^1] == ' ',
                    Upos = word.Upos,
                    Xpos = word.Xpos,
                    Head = word.Head < 0 ? -1 : first + word.Head,
                    Relation = Relations.Parse(word.Relation),
                });
                text.Append(word.Form);
                if (word.SpaceAfter)
                    text.Append(' ');
            }
            spans.Add((first, tokens.Count, new(start, tokens[^1].Span.End)));
        }

        var document = new Document(new Story(text.ToString())) { Tokens = [.. tokens] };
        if (tokens.Count > 0)
            document.Blocks.Add(new(new(0, tokens[^1].Span.End), BlockKind.Body));
        foreach (var (first, end, span) in spans)
            document.Sentences.Add(new(first, end, span, BlockKind.Body));
        return document;
    }

    /// <summary>The sentences of an analysed document; those that stand in what is ignored too.</summary>
    public static List<ConlluSentence> FromDocument(Document document)
    {
        var sentences = new List<ConlluSentence>();
        foreach (var sentence in document.Sentences)
        {
            var read = new ConlluSentence();
            for (var t = sentence.First; t < sentence.End; t++)
            {
                ref readonly var token = ref document.Tokens[t];
                var spaceAfter = t + 1 >= document.Tokens.Length || document.Tokens[t + 1].SpaceBefore;
                read.Words.Add(new(token.Form, token.Lemma, token.Upos, token.Xpos, token.Head < 0 ? -1 : token.Head - sentence.First, token.Head < 0 ? "root" : token.Relation.Name(), spaceAfter));
                if (!token.Continues || t == sentence.First)
                    continue;
                var at = t - sentence.First;
                var first = document.Tokens[t - 1].Continues && read.Multiwords.Count > 0 && read.Multiwords[^1].End == at ? read.Multiwords[^1].First : at - 1;
                if (read.Multiwords.Count > 0 && read.Multiwords[^1].First == first)
                    read.Multiwords.RemoveAt(read.Multiwords.Count - 1);
                read.Multiwords.Add(new(first, at + 1, document.Words(document.SpanOf(sentence.First + first, t)), spaceAfter));
            }
            sentences.Add(read);
        }
        return sentences;
    }

    private static string Cell(string text) => text.Length == 0 ? "_" : text;

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool NoSpaceAfter(string misc) => misc.Contains("SpaceAfter=No", StringComparison.Ordinal);

    private static ConlluSentence Checked(ConlluSentence sentence, string name, int line)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
            if (sentence.Words[i].Head >= sentence.Words.Count || sentence.Words[i].Head == i)
                throw new ConlluException(name, line, $"in the sentence that ends here, word {i + 1} has the head {sentence.Words[i].Head + 1}");
        if (sentence.Multiwords.Count > 0 && sentence.Multiwords[^1].End > sentence.Words.Count)
            throw new ConlluException(name, line, "in the sentence that ends here, a multiword token lacks its words");
        return sentence;
    }
}
