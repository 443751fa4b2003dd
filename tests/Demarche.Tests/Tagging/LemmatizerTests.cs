using Demarche.Codebooks;
using Demarche.Tagging;

namespace Demarche.Tests.Tagging;

public sealed class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load(Path.Combine(AppContext.BaseDirectory, "codebook", "lemmas.csv"));

    [Theory]
    [InlineData("imposed", Upos.VERB, "VBD", "impose")]
    [InlineData("visited", Upos.VERB, "VBD", "visit")]
    [InlineData("stopped", Upos.VERB, "VBN", "stop")]
    [InlineData("controlled", Upos.VERB, "VBD", "control")]
    [InlineData("called", Upos.VERB, "VBD", "call")]
    [InlineData("denied", Upos.VERB, "VBD", "deny")]
    [InlineData("died", Upos.VERB, "VBD", "die")]
    [InlineData("agreed", Upos.VERB, "VBN", "agree")]
    [InlineData("negotiating", Upos.VERB, "VBG", "negotiate")]
    [InlineData("threatening", Upos.VERB, "VBG", "threaten")]
    [InlineData("withdrawing", Upos.VERB, "VBG", "withdraw")]
    [InlineData("condemning", Upos.VERB, "VBG", "condemn")]
    [InlineData("required", Upos.VERB, "VBN", "require")]
    [InlineData("exchanged", Upos.VERB, "VBD", "exchange")]
    [InlineData("belonged", Upos.VERB, "VBD", "belong")]
    [InlineData("reiterates", Upos.VERB, "VBZ", "reiterate")]
    [InlineData("vetoes", Upos.VERB, "VBZ", "veto")]
    [InlineData("withdrew", Upos.VERB, "VBD", "withdraw")]
    [InlineData("sought", Upos.VERB, "VBN", "seek")]
    [InlineData("found", Upos.VERB, "VBD", "find")]
    [InlineData("found", Upos.VERB, "VB", "found")]
    [InlineData("founded", Upos.VERB, "VBD", "found")]
    [InlineData("lying", Upos.VERB, "VBG", "lie")]
    [InlineData("n’t", Upos.PART, "RB", "not")]
    [InlineData("’re", Upos.AUX, "VBP", "be")]
    [InlineData("wo", Upos.AUX, "MD", "will")]
    [InlineData("countries", Upos.NOUN, "NNS", "country")]
    [InlineData("crises", Upos.NOUN, "NNS", "crisis")]
    [InlineData("spokeswomen", Upos.NOUN, "NNS", "spokeswoman")]
    [InlineData("embargoes", Upos.NOUN, "NNS", "embargo")]
    [InlineData("sanctions", Upos.NOUN, "NNS", "sanction")]
    [InlineData("viruses", Upos.NOUN, "NNS", "virus")]
    [InlineData("clauses", Upos.NOUN, "NNS", "clause")]
    [InlineData("1970s", Upos.NOUN, "NNS", "1970s")]
    [InlineData("Americans", Upos.PROPN, "NNPS", "American")]
    [InlineData("Philippines", Upos.PROPN, "NNPS", "Philippines")]
    [InlineData("Russia", Upos.PROPN, "NNP", "Russia")]
    [InlineData("United", Upos.VERB, "NNP", "United")]
    [InlineData("bigger", Upos.ADJ, "JJR", "big")]
    [InlineData("heaviest", Upos.ADJ, "JJS", "heavy")]
    [InlineData("worse", Upos.ADJ, "JJR", "bad")]
    [InlineData("them", Upos.PRON, "PRP", "they")]
    [InlineData("her", Upos.PRON, "PRP$", "her")]
    [InlineData("”", Upos.PUNCT, "''", "\"")]
    [InlineData("unfroze", Upos.VERB, "VBD", "unfreeze")]
    [InlineData("froze", Upos.VERB, "VB", "freeze")]
    [InlineData("boycotted", Upos.VERB, "VBN", "boycott")]
    [InlineData("forestalled", Upos.VERB, "VBD", "forestall")]
    [InlineData("overthrew", Upos.VERB, "VBD", "overthrow")]
    [InlineData("unwilling", Upos.ADJ, "JJ", "unwilling")]
    [InlineData("unwilling", Upos.VERB, "VBG", "unwilling")]
    [InlineData("dossier", Upos.ADJ, "JJR", "dossier")]
    [InlineData("further", Upos.ADV, "RB", "further")]
    [InlineData("further", Upos.ADV, "RBR", "far")]
    [InlineData("'d", Upos.AUX, "VBD", "have")]
    [InlineData("'d", Upos.AUX, "MD", "would")]
    [InlineData("Gunmen", Upos.PROPN, "NNP", "Gunman")]
    [InlineData("Yemen", Upos.PROPN, "NNP", "Yemen")]
    [InlineData("Kenyan", Upos.ADJ, "JJ", "Kenyan")]
    [InlineData("kenyan", Upos.ADJ, "JJ", "Kenyan")]
    [InlineData("Naval", Upos.ADJ, "JJ", "naval")]
    [InlineData("KHARTOUM", Upos.PROPN, "NNP", "Khartoum")]
    [InlineData("UNESCO", Upos.PROPN, "NNP", "UNESCO")]
    [InlineData("NATO", Upos.PROPN, "NNP", "NATO")]
    [InlineData("1,250", Upos.NUM, "CD", "1250")]
    [InlineData("2,5", Upos.NUM, "CD", "2,5")]
    [InlineData("Twelve", Upos.NUM, "CD", "twelve")]
    [InlineData("XIV", Upos.NUM, "CD", "XIV")]
    [InlineData("B", Upos.NOUN, "NN", "B")]
    [InlineData("–", Upos.PUNCT, ":", "-")]
    [InlineData("—", Upos.PUNCT, ":", "—")]
    [InlineData("", Upos.VERB, "VBD", "")]
    [InlineData("", Upos.NUM, "CD", "")]
    [InlineData("ing", Upos.VERB, "VBG", "ing")]
    [InlineData("s", Upos.NOUN, "NNS", "s")]
    [InlineData("\ud800ed", Upos.VERB, "VBD", "\ud800ed")]
    public void Finds_the_dictionary_form(string form, Upos upos, string xpos, string lemma) => Assert.Equal(lemma, Lemmatizer.LemmaOf(form, upos, xpos));

    [Fact]
    public void Takes_any_word()
    {
        foreach (var upos in Enum.GetValues<Upos>())
            foreach (var xpos in new[] { "", "NNS", "NNPS", "VBZ", "VBD", "VBG", "JJR", "JJS" })
                CsCheck.Check.Sample(CsCheck.Gen.String, form => Lemmatizer.LemmaOf(form, upos, xpos) is not null, iter: 20);
    }

    [Theory]
    [InlineData("form,upos,lemma\nwent,VERBS,go\n", "lemmas.csv:2: VERBS is not a universal part of speech; did you mean VERB?")]
    [InlineData("form,upos,lemma\nwent,VERB,go\nwent,VERB,gone\n", "lemmas.csv:3: went as VERB stands in an earlier row already")]
    [InlineData("form,upos,lemma\nfound,VERB/VB,found\nfound,VERB/VB,find\n", "lemmas.csv:3: found as VERB/VB stands in an earlier row already")]
    [InlineData("form,upos,lemma\nwent,VERB,\n", "lemmas.csv:2: a form and its lemma are expected")]
    public void Names_the_row_that_is_wrong(string table, string message)
    {
        var error = Assert.Throws<CodebookException>(() => Lemmatizer.FromTable(CsvTable.Read(new StringReader(table), "lemmas.csv", "form", "upos", "lemma")));
        Assert.Equal(message, error.Message);
    }
}
