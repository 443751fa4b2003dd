using System.Runtime.CompilerServices;
using System.Text;

namespace Demarche.Tests.Attributing;

/// <summary>Documents from <c>quoted.conllu</c>: short texts with their trees, each with the attributions that it should give.</summary>
internal static class QuotedSentences
{
    /// <summary>Each text of the file with its expected attributions, written “source | cue | content | polarity”.</summary>
    public static IEnumerable<(string Text, string[] Expected, List<ConlluSentence> Sentences)> All()
    {
        var documents = new List<List<ConlluSentence>>();
        foreach (var sentence in Conllu.Load(Path.Combine(Folder(), "quoted.conllu")))
        {
            if (sentence.Comments.Contains("newdoc") || documents.Count == 0)
                documents.Add([]);
            documents[^1].Add(sentence);
        }
        foreach (var sentences in documents)
            yield return (
                sentences[0].Comment("text")!,
                [.. sentences[0].Comments.Where(c => c.StartsWith("attribution = ", StringComparison.Ordinal)).Select(c => c["attribution = ".Length..])],
                sentences);
    }

    public static List<ConlluSentence> Of(string text) => All().First(document => document.Text == text).Sentences;

    /// <summary>One block of the given kind for each group of sentences.</summary>
    public static Document Document(params (BlockKind Kind, List<ConlluSentence> Sentences)[] blocks)
    {
        var text = new StringBuilder();
        var tokens = new List<Token>();
        var sentences = new List<(int First, int End, BlockKind Kind)>();
        var spans = new List<Block>();
        foreach (var (kind, group) in blocks)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            var start = text.Length;
            var space = false;
            foreach (var sentence in group)
            {
                var first = tokens.Count;
                foreach (var word in sentence.Words)
                {
                    if (space)
                        text.Append(' ');
                    var at = text.Length;
                    text.Append(word.Form);
                    tokens.Add(new()
                    {
                        Span = new(at, text.Length),
                        Form = word.Form,
                        Lemma = word.Lemma,
                        Upos = word.Upos,
                        Xpos = word.Xpos,
                        Head = word.Head < 0 ? -1 : first + word.Head,
                        Relation = Relations.Parse(word.Relation),
                        SpaceBefore = space,
                    });
                    space = word.SpaceAfter;
                }
                space = true;
                sentences.Add((first, tokens.Count, kind));
            }
            spans.Add(new(new(start, text.Length), kind));
        }
        var document = new Document(new Story(text.ToString())) { Tokens = [.. tokens] };
        document.Blocks.AddRange(spans);
        foreach (var (first, end, kind) in sentences)
            document.Sentences.Add(new(first, end, document.SpanOf(first, end - 1), kind));
        return document;
    }

    /// <summary>An attribution as the file writes it.</summary>
    public static string Show(Document document, Attribution attribution)
    {
        string Words(IReadOnlyList<Span> spans) => string.Join(" … ", spans.Select(document.Words));
        return $"{Words(attribution.Source)} | {Words(attribution.Cue)} | {Words(attribution.Content)} | {attribution.Polarity}{(attribution.Via is { } via ? $" via {via.Id}" : "")}";
    }

    public static string Codebook([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../codebook/attribution.yaml"));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
