using System.Text;
using System.Text.Json;
using CsCheck;
using Demarche.Record;

namespace Demarche.Tests.Record;

public sealed class JsonRecordTests
{
    [Fact]
    public void Writes_the_fields_in_their_order()
    {
        var line = Encoding.UTF8.GetString(JsonRecord.Line(Recorded.Story(), Recorded.Run));
        using var record = JsonDocument.Parse(line);
        Assert.Equal("story run attributions events positions agreements ignored", Names(record.RootElement));
        Assert.Equal("id outlet title published url language text", Names(record.RootElement.GetProperty("story")));
        Assert.Equal("program model codebook", Names(record.RootElement.GetProperty("run")));
        Assert.Equal("id source cue content kind speaker further_speakers addressees medium date polarity via repeats rule confidence why", NamesOf("attributions"));
        Assert.Equal("id type mode contexts actors recipients date date_end date_precision date_note place status background attribution evidence spans mentions quad score cameo rule rung confidence why", NamesOf("events"));
        Assert.Equal("id actor issue issue_from stance direction strength strength_words addressees condition outcome answers changes conflicts witness date attribution evidence rule confidence why", NamesOf("positions"));
        Assert.Equal("id name known parties claim by against provision attribution evidence rule why", NamesOf("agreements"));
        Assert.Equal("start end text why", NamesOf("ignored"));

        string NamesOf(string layer) => Names(record.RootElement.GetProperty(layer)[0]);
    }

    [Fact]
    public void Writes_an_event()
    {
        using var record = Read(Recorded.Story());
        Assert.Equal(
            """{"id":"e2","type":"REJECT","mode":"deny","contexts":[],"actors":[{"id":null,"name":"Tiberia's envoy","kind":"person","country":"TIB","sector":null,"office":null,"anonymous":true,"members":[],"mention":{"start":187,"end":202,"text":"Tiberia's envoy"}}],"recipients":[],"date":"1994","date_end":"1995","date_precision":"year","date_note":null,"place":null,"status":"reported","background":true,"attribution":"a2","evidence":{"start":187,"end":226,"text":"Tiberia's envoy had \"denied any breach\""},"spans":[{"role":"trigger","start":208,"end":214,"text":"denied"}],"mentions":[],"quad":3,"score":null,"cameo":"121","rule":"reject/deny","rung":"clause","confidence":1,"why":"“denied” matches reject/deny"}""",
            record.RootElement.GetProperty("events")[1].GetRawText());
    }

    [Fact]
    public void Writes_what_stands_inside_and_what_answers_by_id()
    {
        using var record = Read(Recorded.Story());
        var root = record.RootElement;
        Assert.Equal("a2", root.GetProperty("attributions")[2].GetProperty("via").GetString());
        Assert.Equal("a1", root.GetProperty("events")[0].GetProperty("attribution").GetString());
        Assert.Equal("p1", root.GetProperty("positions")[1].GetProperty("answers").GetString());
        Assert.Equal("2021-03", root.GetProperty("positions")[0].GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("positions")[1].GetProperty("condition").ValueKind);
    }

    [Fact]
    public void Every_span_slices_to_its_text()
    {
        using var record = Read(Recorded.Story("Žofie 🕊 spoke.\n" + Recorded.Story().Text));
        var text = record.RootElement.GetProperty("story").GetProperty("text").GetString()!;
        var spans = Spans(record.RootElement).ToList();
        Assert.True(spans.Count > 30);
        Assert.All(spans, span => Assert.Equal(text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], span.GetProperty("text").GetString()));
    }

    [Fact]
    public void Is_lines_of_plain_UTF8()
    {
        var stream = new MemoryStream();
        using (var record = new JsonRecord(stream, Recorded.Run))
        {
            record.Write(Recorded.Story());
            record.Write(Recorded.Story());
            record.Finish();
        }
        var bytes = stream.ToArray();
        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal(2, bytes.Count(b => b == '\n'));
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Contains("Ana Kovač", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Equal(lines[0], lines[1]);
    }

    [Fact]
    public void Any_text_makes_valid_lines_whose_offsets_hold() =>
        Gen.Char.Array[0, 40].Select(characters => new string(characters)).Sample(text =>
        {
            var document = new Document(new Story(text) { Title = text, Outlet = text });
            for (var i = 0; i < text.Length; i++)
                document.Ignored.Add(new(new(i, i + 1), text));
            var line = JsonRecord.Line(document, Recorded.Run);
            Assert.DoesNotContain((byte)'\n', line);
            using var record = JsonDocument.Parse(line);
            var written = record.RootElement.GetProperty("story").GetProperty("text").GetString()!;
            Assert.Equal(text.Length, written.Length);
            // A lone surrogate is U+FFFD; all else is as it was.
            for (var i = 0; i < text.Length; i++)
                Assert.True(written[i] == text[i] || char.IsSurrogate(text[i]) && written[i] == '\uFFFD');
        });

    [Theory]
    [InlineData("quote \" and \\ and \u0001 and \u2028", "quote \" and \\ and \u0001 and \u2028")]
    [InlineData("", "")]
    public void Writes_strange_text(string text, string read)
    {
        using var record = Read(new(new(text)));
        Assert.Equal(read, record.RootElement.GetProperty("story").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, record.RootElement.GetProperty("story").GetProperty("outlet").ValueKind);
    }

    [Fact]
    public void A_lone_surrogate_is_one_replacement_character()
    {
        using var record = Read(new(new("a\ud800b\udc00")));
        Assert.Equal("a\ufffdb\ufffd", record.RootElement.GetProperty("story").GetProperty("text").GetString());
    }

    internal static JsonDocument Read(Document document) => JsonDocument.Parse(JsonRecord.Line(document, Recorded.Run));

    private static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(property => property.Name));

    private static IEnumerable<JsonElement> Spans(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Spans),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Spans(property.Value)).Concat(element.TryGetProperty("start", out _) ? [element] : []),
        _ => [],
    };
}
