using System.Globalization;
using System.Runtime.CompilerServices;

namespace Demarche.Tests;

/// <summary>Documents with tokens, tags and trees from CoNLL-U, for tests of the stages behind the parser.</summary>
internal static class Documents
{
    /// <summary>One document of all sentences; words are joined by blanks but where <c>SpaceAfter=No</c> stands.</summary>
    public static Document From(string conllu, DateOnly? published = null) =>
        From([.. Conllu.Read(new StringReader(conllu), "test")], published);

    public static Document From(IReadOnlyList<ConlluSentence> sentences, DateOnly? published = null)
    {
        var read = Conllu.ToDocument(sentences);
        var document = new Document(new Story(read.Text) { Published = published }) { Tokens = read.Tokens };
        document.Blocks.AddRange(read.Blocks);
        document.Sentences.AddRange(read.Sentences);
        return document;
    }

    /// <summary>
    /// The documents of a file beside the test: each begins with a comment <c># newdoc = title</c> and may have <c># published = date</c>;
    /// further comments at a sentence say what is expected of it.
    /// </summary>
    public static IEnumerable<(string Title, DateOnly? Published, List<ConlluSentence> Sentences)> Load(string file, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, file);
        var title = "";
        DateOnly? published = null;
        var sentences = new List<ConlluSentence>();
        foreach (var sentence in Conllu.Load(path))
        {
            if (sentence.Comment("newdoc") is { } next)
            {
                if (sentences.Count > 0)
                    yield return (title, published, sentences);
                title = next;
                published = sentence.Comment("published") is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;
                sentences = [];
            }
            sentences.Add(sentence);
        }
        yield return (title, published, sentences);
    }
}
