namespace Demarche.Tests.Parsing;

public sealed class ConlluTests
{
    private const string Two =
        "# sent_id = 1\n1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n"
        + "# sent_id = 2\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No\n2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";

    [Fact]
    public void Comes_back_as_it_was_read()
    {
        using var writer = new StringWriter();
        Conllu.Write(writer, Conllu.Read(new StringReader(Two), "two"));
        Assert.Equal(Two, writer.ToString());
    }

    [Fact]
    public void Becomes_a_document()
    {
        var document = Conllu.ToDocument([.. Conllu.Read(new StringReader(Two), "two")]);
        Assert.Equal("didn't. No! ", document.Text);
        Assert.Equal(["did", "n't", ".", "No", "!"], document.Tokens.Select(t => document.Words(t.Span)));
        Assert.Equal([-1, 0, 0, -1, 3], document.Tokens.Select(t => t.Head));
        Assert.True(document.Tokens[1].Continues);
        Assert.Equal(["didn't.", "No!"], document.Sentences.Select(s => document.Words(s.Span)));
    }

    [Theory]
    [InlineData("1\tYes\tyes\tINTJ\n", "gold:1: 4 columns where 10 are expected, with tabs between them")]
    [InlineData("2\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n", "gold:1: the word's number is 2, expected 1")]
    [InlineData("1\tYes\tyes\tYES\tUH\t_\t0\troot\t_\t_\n", "gold:1: YES is not a universal part of speech")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\tx\troot\t_\t_\n", "gold:1: x is not the number of a head")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\t7\troot\t_\t_\n\n", "gold:2: in the sentence that ends here, word 1 has the head 7")]
    [InlineData("1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n\n", "gold:3: in the sentence that ends here, a multiword token lacks its words")]
    public void Names_the_line_that_is_wrong(string text, string message)
    {
        var error = Assert.Throws<ConlluException>(() => Conllu.Read(new StringReader(text), "gold").ToList());
        Assert.Equal(message, error.Message);
    }
}
