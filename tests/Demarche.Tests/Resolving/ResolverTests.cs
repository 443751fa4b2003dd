using CsCheck;
using Demarche.Recognizing;
using Demarche.Resolving;

namespace Demarche.Tests.Resolving;

public class ResolverTests
{
    private static readonly string Codebook = Path.Combine(AppContext.BaseDirectory, "codebook");
    private static readonly Gazetteer Gazetteer = Gazetteer.Load(Codebook);
    private static readonly Recognizer Recognizer = new(Gazetteer, Calendar.Load(Codebook));
    private static readonly Resolver Resolver = new(Gazetteer);

    public static IEnumerable<TheoryDataRow<string>> Stories() => Documents.Load("stories.conllu").Select(story => new TheoryDataRow<string>(story.Title));

    /// <summary>The comments of each sentence in stories.conllu say whom its words mean, where and when.</summary>
    [Theory]
    [MemberData(nameof(Stories))]
    public void Resolves(string title)
    {
        var (_, published, sentences) = Documents.Load("stories.conllu").Single(story => story.Title == title);
        var document = Documents.From(sentences, published);
        Recognizer.Process(document);
        Resolver.Process(document);

        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = document.Sentences[i];
            var expected = string.Join('\n', sentences[i].Comment("actors"), sentences[i].Comment("places"), sentences[i].Comment("times")).Trim();
            var actors = document.Mentions.Where(m => In(m.Head)).Select(m => $"{document.Words(document.SpanOf(m.First, m.End - 1))} = {Show(m.Actor)}");
            var places = document.Places.Where(p => In(p.Head)).Select(p => $"{document.Words(p.Mention)} = {p.Name} {p.Country ?? "-"} {p.Precision}");
            var times = document.Times.Where(t => In(t.Head)).Select(t => $"{document.Words(document.SpanOf(t.First, t.End - 1))} = {Show(t)}");
            Assert.Equal(expected, string.Join('\n', string.Join(" | ", actors), string.Join(" | ", places), string.Join(" | ", times)).Trim());

            bool In(int token) => sentence.First <= token && token < sentence.End;
        }
    }

    [Fact]
    public void A_mention_is_its_words_and_says_why()
    {
        var (_, published, sentences) = Documents.Load("stories.conllu").First();
        var document = Documents.From(sentences, published);
        Recognizer.Process(document);
        Resolver.Process(document);

        foreach (var mention in document.Mentions)
        {
            Assert.Equal(document.SpanOf(mention.First, mention.End - 1), mention.Actor.Mention);
            Assert.InRange(mention.Head, mention.First, mention.End - 1);
            Assert.StartsWith("“", mention.Why);
        }
    }

    /// <summary>Whatever tokens and trees come, nothing is thrown; and the same comes out twice.</summary>
    [Fact]
    public void Takes_any_tokens() => AnyDocument.Sample(make =>
    {
        var (first, second) = (make(), make());
        foreach (var document in (Document[])[first, second])
        {
            Recognizer.Process(document);
            Resolver.Process(document);
        }
        return first.Mentions.Select(m => m.Why).SequenceEqual(second.Mentions.Select(m => m.Why)) && first.Names.SequenceEqual(second.Names);
    }, iter: 500);

    private static readonly string[] Words =
    [
        "the", "The", "Russian", "president", "Putin", ",", "of", "NATO", "'s", "his", "counterpart", "it", "they", "Tuesday", "on", "May", "two", "2014", "in", "Moscow", "and", "Mrs", "countries",
        "both", "Kim", "Jong", "Un", "UN", "-", "elect", "former", "Bank", "army", "whose", "ago", "years", "last", "\ud800", "\u0301", "", "ß", "December", "14", "Union", "secretary", "said",
    ];

    private static readonly string[] Xpos = ["", "NNS", "NNP", "PRP$", "PRP", "VBZ", "WP$", "VB"];

    private static readonly Gen<Func<Document>> AnyDocument =
        from forms in Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.String).Array[1, 40]
        from heads in Gen.Int[-1, 39].Array[40]
        from tags in Gen.Int[0, (int)Upos.VERB].Array[40]
        from relations in Gen.Int[0, Relations.Count - 1].Array[40]
        from xpos in Gen.Int[0, Xpos.Length - 1].Select(i => Xpos[i]).Array[40]
        from published in Gen.Date
        select (Func<Document>)(() => Make(forms, heads, tags, relations, xpos, DateOnly.FromDateTime(published)));

    private static Document Make(string[] forms, int[] heads, int[] tags, int[] relations, string[] xpos, DateOnly published)
    {
        var text = string.Join(' ', forms);
        var tokens = new Token[forms.Length];
        for (int i = 0, at = 0; i < forms.Length; at += forms[i].Length + 1, i++)
            tokens[i] = new()
            {
                Span = new(at, at + forms[i].Length),
                Form = forms[i],
                Lemma = forms[i],
                SpaceBefore = i > 0,
                Upos = (Upos)tags[i],
                Xpos = xpos[i],
                // Any head to the left or the root to the right: a forest, as a parser gives.
                Head = heads[i] < i ? heads[i] : -1,
                Relation = (Relation)relations[i],
            };
        var document = new Document(new Story(text) { Published = published }) { Tokens = tokens };
        document.Sentences.Add(new(0, tokens.Length, new(0, text.Length), BlockKind.Body));
        return document;
    }

    private static string Show(TimeExpression time) => time.IsRelative ? "relative" : $"{time.Date}{(time.DateEnd is { } end ? $"..{end}" : "")}{(time.Future ? " ahead" : "")}";

    // The id; of an actor without one, of a part of a state and of an official whom nobody names, what is known.
    private static string Show(Actor actor)
    {
        if (actor.Id is { } id && (actor.Kind != ActorKind.State || actor.Sector == "GOV") && !(actor.Kind == ActorKind.Person && id == actor.Country))
            return id;
        var members = actor.Members.Count > 0 && actor.Id is null ? $"{{{string.Join(',', actor.Members)}}}" : "";
        string?[] known = [actor.Kind.ToString().ToLowerInvariant(), actor.Country, actor.Sector, actor.Office, actor.Anonymous ? "anonymous" : null];
        return $"{actor.Id ?? "?"}{members} {string.Join(' ', known.Where(x => x is not null))}";
    }
}
