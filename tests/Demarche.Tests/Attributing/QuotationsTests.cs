using Demarche.Attributing;

namespace Demarche.Tests.Attributing;

public sealed class QuotationsTests
{
    [Theory]
    [InlineData("“ Yes , ” he said .", "“ Yes , ”")]
    [InlineData("He said : \"Yes .\"", "\"Yes .\"")]
    [InlineData("''Yes ,'' he said . ''No .''", "''Yes ,''|''No .''")]
    [InlineData("‘No deal’ , says Oslo", "‘No deal’")]
    [InlineData("The states ' rights , and John 's", "")]
    [InlineData("« Oui , » dit-il .", "« Oui , »")]
    [InlineData("“ He said : ‘ Go ’ , ” she said .", "“ He said : ‘ Go ’ , ”")]
    [InlineData("“ The talks failed . We go on", "“ The talks failed . We go on")]
    [InlineData("A 6 \" pipe", "")]
    public void Finds_the_outermost_quotations(string text, string expected)
    {
        var document = Document(text);
        var found = Quotations.Find(document).All.Select(q => document.Words(document.SpanOf(q.Words.First, q.Words.End - 1)));
        Assert.Equal(expected, string.Join('|', found));
    }

    // Blanks part the tokens, and so do quotation marks; a mark that touches a word keeps doing so.
    private static Document Document(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                i++;
                continue;
            }
            var start = i;
            if (text.AsSpan(i).StartsWith("''"))
                i += 2;
            else if ("“”\"‘’'«»".Contains(text[i]) && !text.AsSpan(i).StartsWith("'s"))
                i++;
            else
                while (i < text.Length && text[i] != ' ' && (i == start || !"“”\"‘’'".Contains(text[i])))
                    i++;
            tokens.Add(new() { Span = new(start, i), Form = text[start..i], Lemma = text[start..i], Xpos = "", Head = -1, SpaceBefore = start == 0 || text[start - 1] == ' ' });
        }
        var document = new Document(new Story(text)) { Tokens = [.. tokens] };
        document.Blocks.Add(new(new(0, text.Length), BlockKind.Body));
        document.Sentences.Add(new(0, tokens.Count, new(0, text.Length), BlockKind.Body));
        return document;
    }
}
