using System.Globalization;
using Demarche.Training.Scoring;

namespace Demarche.Tests.Scoring;

/// <summary>When a mention, a place and a date are right.</summary>
public sealed class ActorScorerTests
{
    private const string Conllu = """
        # text = British envoy Ann Lee and troops met on Friday in Cork.
        1	British	British	ADJ	JJ	_	2	amod	_	_
        2	envoy	envoy	NOUN	NN	_	3	nmod:desc	_	_
        3	Ann	Ann	PROPN	NNP	_	7	nsubj	_	_
        4	Lee	Lee	PROPN	NNP	_	3	flat	_	_
        5	and	and	CCONJ	CC	_	6	cc	_	_
        6	troops	troop	NOUN	NNS	_	3	conj	_	_
        7	met	meet	VERB	VBD	_	0	root	_	_
        8	on	on	ADP	IN	_	9	case	_	_
        9	Friday	Friday	PROPN	NNP	_	7	obl	_	_
        10	in	in	ADP	IN	_	11	case	_	_
        11	Cork	Cork	PROPN	NNP	_	7	obl	_	SpaceAfter=No
        12	.	.	PUNCT	.	_	7	punct	_	_

        """;

    private static readonly ActorScorer Scorer = new(["ann-lee"]);

    [Theory]
    // Whom the mention means: its first word, its last, its head, then id and country.
    [InlineData("British envoy Ann Lee", "peter-lee", "0-3-2 peter-lee GBR", true)]
    [InlineData("British envoy Ann Lee", "Peter-Lee|GBR", "2-3-2 peter-lee GBR", true)]
    [InlineData("British envoy Ann Lee", "peter-lee", "2-3-2 - GBR", false)]
    [InlineData("British envoy Ann Lee", "ann-lee", "2-3-2 - GBR", true)]
    [InlineData("British envoy Ann Lee", "ann-lee", "2-3-2 - FRA", false)]
    [InlineData("British envoy Ann Lee", "ann-lee", "2-3-2 - GBR, 0-0-0 FRA FRA", true)]
    [InlineData("British envoy Ann Lee", "ann-lee", "", false)]
    [InlineData("British envoy", "GBR", "0-0-0 GBR GBR", true)]
    [InlineData("British envoy", null, "0-0-0 GBR GBR", true)]
    [InlineData("British envoy", null, "0-1-1 GBR GBR", false)]
    [InlineData("British envoy", null, "0-1-1 envoy GBR", true)]
    [InlineData("Ann Lee and troops", "ann-lee&IRL", "2-3-2 ann-lee GBR, 5-5-5 IRL IRL", true)]
    [InlineData("Ann Lee and troops", "ann-lee&IRL", "2-3-2 ann-lee GBR", false)]
    [InlineData("troops", null, "", true)]
    public void Resolves_to_a_right_id(string words, string? id, string mentions, bool right)
    {
        var document = Documents.From(Conllu);
        foreach (var mention in mentions.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = mention.Split(' ');
            var at = parts[0].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            var actor = new Actor("someone", ActorKind.Person) { Id = parts[1] == "-" ? null : parts[1], Country = parts[2] };
            document.Mentions.Add(new(at[0], at[1] + 1, at[2], at[1] == 0 ? MentionKind.Adjective : MentionKind.Description, actor, ""));
        }
        Assert.Equal(right ? "actors 100" : "actors 0", Show(document, "actors", words, $"\"id\": {(id is null ? "null" : $"\"{id}\"")}, \"country\": \"GBR\"", "actors"));
    }

    [Theory]
    [InlineData("null|IRL", null, 100)]
    [InlineData("null|IRL", "IRL", 100)]
    [InlineData("null|IRL", "GBR", 0)]
    public void Lets_an_actor_stay_unknown_where_the_gold_does(string ids, string? id, int share)
    {
        var document = Documents.From(Conllu);
        document.Mentions.Add(new(5, 6, 5, MentionKind.Description, new Actor("troops", ActorKind.Group) { Id = id }, ""));
        Assert.Equal($"actors {share}", Show(document, "actors", "troops", $"\"id\": \"{ids}\"", "actors"));
        Assert.Equal("actors 100", Show(Documents.From(Conllu), "actors", "troops", $"\"id\": \"{ids}\"", "actors"));
    }

    [Theory]
    [InlineData("IRL", "IRL", "countries 100")]
    [InlineData("IRL", null, "countries 0")]
    [InlineData("IRL", "GBR", "countries 0")]
    [InlineData("IRL|null", null, "countries 100")]
    [InlineData("null", "IRL", "countries 0")]
    [InlineData("IRL&GBR", "IRL", "")]
    public void Judges_the_country_alone(string countries, string? country, string expected)
    {
        var document = Documents.From(Conllu);
        document.Mentions.Add(new(5, 6, 5, MentionKind.Description, new Actor("troops", ActorKind.Group) { Country = country }, ""));
        Assert.Equal(expected, Show(document, "actors", "troops", $"\"id\": null, \"country\": \"{countries}\"", "countries"));
    }

    [Theory]
    [InlineData("\"GOV|MIL\"", "sectors 100")]
    [InlineData("\"BUS\"", "sectors 0")]
    [InlineData("null", "")]
    public void Judges_the_sector_where_the_gold_does(string sector, string expected)
    {
        var document = Documents.From(Conllu);
        document.Mentions.Add(new(5, 6, 5, MentionKind.Description, new Actor("troops", ActorKind.Group) { Sector = "MIL" }, ""));
        Assert.Equal(expected, Show(document, "actors", "troops", $"\"id\": null, \"sector\": {sector}", "sectors"));
    }

    [Theory]
    [InlineData("\"country\": \"IRL\", \"lat\": 51.9, \"lon\": -8.5", 100)]
    [InlineData("\"country\": \"IRL\", \"lat\": 51.9, \"lon\": -9.1", 0)]
    [InlineData("\"country\": \"GBR\", \"lat\": 51.9, \"lon\": -8.5", 0)]
    [InlineData("\"country\": null, \"lat\": null, \"lon\": null", 100)]
    public void Places_by_country_and_coordinates(string gold, int share)
    {
        var document = Documents.From(Conllu);
        document.Places.Add(new("Cork", "IRL", 51.8979, -8.4706, "city", GoldRecords.In(document.Text, "Cork"), 10));
        Assert.Equal($"places {share}", Show(document, "places", "Cork", gold, "places"));
    }

    [Theory]
    [InlineData("2020-05-01", null, "\"2020-05-01\"", "null", 100)]
    [InlineData("2020-05", null, "\"2020-05-01\"", "null", 0)]
    [InlineData("2020-05-01", "2020-05-03", "\"2020-05-01\"", "null", 0)]
    [InlineData("2020-05-01", "2020-05-03", "\"2020-05-01\"", "\"2020-05-03\"", 100)]
    [InlineData("2020-05-01", null, "null", "null", 0)]
    [InlineData(null, null, "null", "null", 100)]
    public void Dates_are_equal_as_they_are_cut(string? from, string? to, string goldFrom, string goldTo, int share)
    {
        var document = Documents.From(Conllu);
        if (PartialDate.TryParse(from, out var start))
            document.Times.Add(new(8, 9, 8, start, PartialDate.TryParse(to, out var end) ? end : null, false));
        Assert.Equal($"dates {share}", Show(document, "dates", "on Friday", $"\"from\": {goldFrom}, \"to\": {goldTo}", "dates"));
    }

    private static string Show(Document document, string list, string words, string gold, string measure)
    {
        var span = GoldRecords.In(document.Text, words);
        return GoldRecords.Show(Scorer.Score([(GoldRecords.Of($$"""{"id": "a", "{{list}}": [{"start": {{span.Start}}, "end": {{span.End}}, "text": "{{words}}", {{gold}}}]}"""), document)]), measure);
    }
}
