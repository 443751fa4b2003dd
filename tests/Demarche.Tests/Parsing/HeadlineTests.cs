using System.Runtime.CompilerServices;
using Demarche.Parsing;
using Demarche.Recognizing;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Parsing;

/// <summary>What is read of headlines, whose capitals are not those of careful writing.</summary>
public sealed class HeadlineTests(ITestOutputHelper output)
{
    private static readonly HeadlineCase Headlines = new(Gazetteer.Load(Project.In("codebook")), ParsingWords.Load(Project.In("codebook")));

    /// <summary>A sentence, and how it is read.</summary>
    [Theory]
    [InlineData("Iran Warns London Over Tanker", "Iran warns London over tanker")]
    [InlineData("IRAN WARNS LONDON OVER TANKER", "Iran warns London over tanker")]
    [InlineData("Riga Breaks Talks with Oslo over Ferry", "Riga breaks talks with Oslo over ferry")]
    [InlineData("Ministers Back Ban on Russian Oil", "Ministers back ban on Russian oil")]
    [InlineData("Botswana Unfreezes and Reopens Mines", "Botswana unfreezes and reopens mines")]
    [InlineData("Villagers Applaud McCallum, Denying NATO Report", "Villagers applaud McCallum, denying NATO report")]
    [InlineData("NATO AND UNESCO WARN ZORBANIA", "NATO and Unesco warn Zorbania")]
    [InlineData("Theresa May Visits Saudi Arabia", "Theresa May visits Saudi Arabia")]
    [InlineData("Iran warns London over a tanker", "Iran warns London over a tanker")]
    [InlineData("The United Nations said so.", "The United Nations said so.")]
    [InlineData("", "")]
    public void Reads_as_careful_writing_has_it(string sentence, string expected)
    {
        var document = Project.Coder.Analyse(new Story(sentence), Layers.Tokens, asBody: true);
        var read = new System.Text.StringBuilder();
        foreach (var part in document.Sentences)
        {
            var forms = Headlines.Read(document, part);
            for (var t = part.First; t < part.End; t++)
                read.Append(document.Tokens[t].SpaceBefore && read.Length > 0 ? " " : "").Append(forms?[t - part.First] ?? document.Tokens[t].Form);
        }
        Assert.Equal(expected, read.ToString());
    }

    [Fact]
    public void Leaves_forms_and_offsets_as_they_are()
    {
        const string Headline = "Iran Warns London Over Tanker";
        var document = Project.Coder.Analyse(new Story(Headline), Layers.Names, asBody: true);
        Assert.Equal(Headline, string.Join(' ', document.Tokens.Select(token => document.Words(token.Span))));
        Assert.Equal(Headline, string.Join(' ', document.Tokens.Select(token => token.Form)));
        Assert.Equal("warn", document.Tokens[1].Lemma);
    }

    /// <summary>The verb at the root of the tree, and the names, of headlines from many regions and decades.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Finds_verbs_and_names_of_headlines(bool capitals)
    {
        var (headlines, roots, right, found, expected) = (0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(Beside("headlines.txt")).Where(line => !line.StartsWith('#')))
        {
            var cells = (capitals ? Capitals(line) : line).Split('|');
            var document = Project.Coder.Analyse(new Story(cells[0]), Layers.Names, asBody: true);
            var names = cells[2].Split(';', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
            var marked = document.Names.Select(name => $"{document.Words(document.SpanOf(name.First, name.End - 1))}={(name.Kind == NameKind.Person ? 'P' : name.Kind == NameKind.Place ? 'L' : 'O')}").ToHashSet();
            var root = Array.Find(document.Tokens, token => token.Head < 0);
            headlines++;
            roots += root.Form == cells[1] && root.Upos == Upos.VERB ? 1 : 0;
            (right, found, expected) = (right + marked.Count(names.Contains), found + marked.Count, expected + names.Count);
            if (root.Form != cells[1] || root.Upos != Upos.VERB || !marked.SetEquals(names))
                output.WriteLine($"{cells[0]}: {root.Form}/{root.Upos}; {string.Join("; ", marked)}");
        }
        var f1 = 200.0 * right / (found + expected);
        output.WriteLine($"{headlines} headlines: root right in {100.0 * roots / headlines:0.0}, names F1 {f1:0.0}");
        Assert.True(headlines >= 100);
        Assert.True(100.0 * roots / headlines >= 90, $"roots {100.0 * roots / headlines:0.0}");
        Assert.True(f1 >= 97, $"names {f1:0.0}");
    }

    // The kinds of the names are written with capitals as it is.
    private static string Capitals(string line) => line.ToUpperInvariant();

    private static string Beside(string file, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, file);
}
