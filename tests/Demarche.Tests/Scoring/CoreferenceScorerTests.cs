using Demarche.Tests.Cli;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

public sealed class CoreferenceScorerTests
{
    // Ines Almada came. She spoke of its (the league's, never named) plan.
    private const string Gold = """
        # newdoc id = one
        1	Ines	Ines	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2-coref
        2	Almada	Almada	PROPN	NNP	_	1	flat	_	Entity=1)
        3	came	come	VERB	VBD	_	0	root	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	3	punct	_	_

        1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
        2	spoke	speak	VERB	VBD	_	0	root	_	_
        3	of	of	ADP	IN	_	5	case	_	_
        4	its	its	PRON	PRP$	_	5	nmod:poss	_	Entity=(3-object-new-nnnnn-cf2-2-coref(2-organization-new-nnnnn-cf3-1-sgl)
        5	plan	plan	NOUN	NN	_	2	obl	_	Entity=3)|SpaceAfter=No
        6	.	.	PUNCT	.	_	2	punct	_	_


        """;

    [Fact]
    public void Reads_pronouns_of_whom_was_named_before()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "gold.conllu");
        File.WriteAllText(path, Gold);
        var document = Assert.Single(CoreferenceGold.Load(path));
        var pronoun = Assert.Single(document.Pronouns);
        Assert.Equal(4, pronoun.Token);
        Assert.Equal([(0, 2, 0)], pronoun.Phrases);
    }

    [Theory]
    [InlineData("Ines Almada", 100, 100)]
    [InlineData("Rosa Almada", 0, 100)]
    [InlineData(null, null, 0)]
    public void Compares_with_the_phrases_before_it(string? answer, int? right, int answered)
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "gold.conllu");
        File.WriteAllText(path, Gold);
        var gold = CoreferenceGold.Load(path)[0];
        var document = Conllu.ToDocument(gold.Sentences);
        document.Mentions.Add(new(0, 2, 0, MentionKind.Name, new("Ines Almada", ActorKind.Person), "“Ines Almada”"));
        if (answer is not null)
            document.Mentions.Add(new(4, 5, 4, MentionKind.Pronoun, new(answer, ActorKind.Person), "“She”"));

        var figures = CoreferenceScorer.Score([(gold, document)]).Figures.ToDictionary(figure => figure.Measure, figure => figure.Value, StringComparer.Ordinal);
        Assert.Equal(right, figures.TryGetValue("right", out var value) ? (int)value : null);
        Assert.Equal(answered, (int)figures["answered"]);
    }

    [Fact]
    public void Says_when_nobody_is_marked()
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "gold.conllu");
        File.WriteAllText(path, "1\tCome\tcome\tVERB\tVB\t_\t0\troot\t_\t_\n\n");
        Assert.Contains("no pronoun of a person or organization is marked", Assert.Throws<ScoreException>(() => CoreferenceGold.Load(path)).Message, StringComparison.Ordinal);
    }
}
