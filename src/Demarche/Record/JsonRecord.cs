using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Record;

/// <summary>
/// The record as JSON Lines: one story a line, UTF-8 without byte order mark, lines ended by U+000A. The fields are described in <c>docs/record.md</c>.
/// A lone surrogate, which UTF-8 cannot hold, is written as U+FFFD; that is one UTF-16 unit too, so that spans keep their place.
/// </summary>
public sealed class JsonRecord : IRecordWriter
{
    // Readable: “ü” and “’” stay as they are. A page puts its story into a script element and needs < and & escaped as well.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Stream _output;
    private readonly Run _run;
    private readonly ArrayBufferWriter<byte> _line = new(1 << 14);
    private readonly Utf8JsonWriter _json;

    /// <summary>The stream stays open.</summary>
    public JsonRecord(Stream output, Run run)
    {
        _output = output;
        _run = run;
        _json = new(_line, Readable);
    }

    /// <summary>The line of one story, without the line end.</summary>
    public static byte[] Line(Document document, Run run) => Line(document, run, Readable);

    internal static byte[] Line(Document document, Run run, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 14);
        using var json = new Utf8JsonWriter(buffer, options);
        Write(json, document, run);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Write(Document document)
    {
        Write(_json, document, _run);
        _json.Flush();
        _output.Write(_line.WrittenSpan);
        _output.Write("\n"u8);
        _line.ResetWrittenCount();
        _json.Reset();
    }

    public void Finish() => _output.Flush();

    public void Dispose() => _json.Dispose();

    private static void Write(Utf8JsonWriter json, Document document, Run run)
    {
        json.WriteStartObject();
        WriteStory(json, document);

        json.WriteStartObject("run");
        json.WriteString("program", run.Program);
        json.WriteString("model", run.Model);
        json.WriteString("codebook", run.Codebook);
        json.WriteEndObject();

        json.WriteStartArray("attributions");
        foreach (var attribution in document.Attributions)
            WriteAttribution(json, document, attribution);
        json.WriteEndArray();

        json.WriteStartArray("events");
        foreach (var e in document.Events)
            WriteEvent(json, document, e);
        json.WriteEndArray();

        json.WriteStartArray("positions");
        foreach (var position in document.Positions)
            WritePosition(json, document, position);
        json.WriteEndArray();

        json.WriteStartArray("agreements");
        foreach (var agreement in document.Agreements)
            WriteAgreement(json, document, agreement);
        json.WriteEndArray();

        json.WriteStartArray("ignored");
        foreach (var ignored in document.Ignored)
        {
            json.WriteStartObject();
            WriteSpanFields(json, document, ignored.Span);
            json.WriteString("why", ignored.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStory(Utf8JsonWriter json, Document document)
    {
        var story = document.Story;
        json.WriteStartObject("story");
        json.WriteString("id", story.Id);
        json.WriteString("outlet", story.Outlet);
        json.WriteString("title", Titles.Of(document));
        json.WriteString("published", story.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("url", story.Url);
        json.WriteString("language", story.Language);
        json.WriteString("text", story.Text);
        json.WriteEndObject();
    }

    private static void WriteAttribution(Utf8JsonWriter json, Document document, Attribution attribution)
    {
        json.WriteStartObject();
        json.WriteString("id", attribution.Id);
        WriteSpans(json, document, "source", attribution.Source);
        WriteSpans(json, document, "cue", attribution.Cue);
        WriteSpans(json, document, "content", attribution.Content);
        json.WriteString("kind", LowerCase(attribution.Kind));
        WriteActor(json, document, "speaker", attribution.Speaker);
        WriteActors(json, document, "further_speakers", attribution.FurtherSpeakers);
        WriteActors(json, document, "addressees", attribution.Addressees);
        json.WriteString("medium", attribution.Medium);
        json.WriteString("date", attribution.Date?.ToString());
        json.WriteString("polarity", attribution.Polarity);
        json.WriteString("via", attribution.Via?.Id);
        WriteSpans(json, document, "repeats", attribution.Repeats);
        json.WriteString("rule", attribution.Rule);
        WriteNumber(json, "confidence", attribution.Confidence);
        json.WriteString("why", attribution.Why);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, Document document, Event e)
    {
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type);
        json.WriteString("mode", e.Mode);
        json.WriteStartArray("contexts");
        foreach (var context in e.Contexts)
            json.WriteStringValue(context);
        json.WriteEndArray();
        WriteActors(json, document, "actors", e.Actors);
        WriteActors(json, document, "recipients", e.Recipients);
        json.WriteString("date", e.Date?.ToString());
        json.WriteString("date_end", e.DateEnd?.ToString());
        json.WriteString("date_precision", e.Date?.Precision);
        json.WriteString("date_note", e.DateNote);
        WritePlace(json, document, e.Place);
        json.WriteString("status", LowerCase(e.Status));
        json.WriteBoolean("background", e.Background);
        json.WriteString("attribution", e.Attribution?.Id);
        WriteSpan(json, document, "evidence", e.Evidence);
        json.WriteStartArray("spans");
        foreach (var (role, span) in e.Spans)
        {
            json.WriteStartObject();
            json.WriteString("role", role);
            WriteSpanFields(json, document, span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteSpans(json, document, "mentions", e.Mentions);
        json.WriteNumber("quad", e.Quad);
        WriteNumber(json, "score", e.Score);
        json.WriteString("cameo", e.Cameo);
        json.WriteString("rule", e.Rule);
        json.WriteString("rung", e.Rung);
        WriteNumber(json, "confidence", e.Confidence);
        json.WriteString("why", e.Why);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, Document document, Position position)
    {
        json.WriteStartObject();
        json.WriteString("id", position.Id);
        WriteActor(json, document, "actor", position.Actor);
        json.WriteString("issue", position.Issue);
        json.WriteString("issue_from", LowerCase(position.IssueFrom));
        json.WriteString("stance", position.Stance);
        json.WriteString("direction", position.Direction == Direction.Neither ? null : LowerCase(position.Direction));
        json.WriteNumber("strength", position.Strength);
        WriteSpan(json, document, "strength_words", position.StrengthWords);
        WriteActors(json, document, "addressees", position.Addressees);
        WriteSpan(json, document, "condition", position.Condition);
        WriteSpan(json, document, "outcome", position.Outcome);
        json.WriteString("answers", position.Answers?.Id);
        json.WriteString("changes", position.Changes?.Id);
        json.WriteString("conflicts", position.Conflicts?.Id);
        json.WriteString("witness", LowerCase(position.Witness));
        json.WriteString("date", position.Date?.ToString());
        json.WriteString("attribution", position.Attribution?.Id);
        WriteSpan(json, document, "evidence", position.Evidence);
        json.WriteString("rule", position.Rule);
        WriteNumber(json, "confidence", position.Confidence);
        json.WriteString("why", position.Why);
        json.WriteEndObject();
    }

    private static void WriteAgreement(Utf8JsonWriter json, Document document, Agreement agreement)
    {
        json.WriteStartObject();
        json.WriteString("id", agreement.Id);
        WriteSpan(json, document, "name", agreement.Name);
        json.WriteString("known", agreement.Known);
        WriteActors(json, document, "parties", agreement.Parties);
        json.WriteString("claim", agreement.Claim);
        WriteActor(json, document, "by", agreement.By);
        WriteActor(json, document, "against", agreement.Against);
        WriteSpan(json, document, "provision", agreement.Provision);
        json.WriteString("attribution", agreement.Attribution?.Id);
        WriteSpan(json, document, "evidence", agreement.Evidence);
        json.WriteString("rule", agreement.Rule);
        json.WriteString("why", agreement.Why);
        json.WriteEndObject();
    }

    private static void WriteActors(Utf8JsonWriter json, Document document, string name, IReadOnlyList<Actor> actors)
    {
        json.WriteStartArray(name);
        foreach (var actor in actors)
            WriteActorValue(json, document, actor);
        json.WriteEndArray();
    }

    private static void WriteActor(Utf8JsonWriter json, Document document, string name, Actor? actor)
    {
        json.WritePropertyName(name);
        if (actor is null)
            json.WriteNullValue();
        else
            WriteActorValue(json, document, actor);
    }

    private static void WriteActorValue(Utf8JsonWriter json, Document document, Actor actor)
    {
        json.WriteStartObject();
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", LowerCase(actor.Kind));
        json.WriteString("country", actor.Country);
        json.WriteString("sector", actor.Sector);
        json.WriteString("office", actor.Office);
        json.WriteBoolean("anonymous", actor.Anonymous);
        json.WriteStartArray("members");
        foreach (var member in actor.Members)
            json.WriteStringValue(member);
        json.WriteEndArray();
        WriteSpan(json, document, "mention", actor.Mention);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Document document, Place? place)
    {
        json.WritePropertyName("place");
        if (place is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("name", place.Name);
        json.WriteString("country", place.Country);
        WriteNumber(json, "lat", place.Latitude);
        WriteNumber(json, "lon", place.Longitude);
        json.WriteString("precision", place.Precision);
        if (place.WherePrecision is { } precision)
            json.WriteNumber("where_prec", precision);
        else
            json.WriteNull("where_prec");
        WriteSpan(json, document, "mention", place.Mention);
        json.WriteString("why", place.Why);
        json.WriteEndObject();
    }

    private static void WriteSpans(Utf8JsonWriter json, Document document, string name, IReadOnlyList<Span> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.WriteStartObject();
            WriteSpanFields(json, document, span);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, Document document, string name, Span? span)
    {
        json.WritePropertyName(name);
        if (span is not { } present)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        WriteSpanFields(json, document, present);
        json.WriteEndObject();
    }

    private static void WriteSpanFields(Utf8JsonWriter json, Document document, Span span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteString("text", span.Of(document.Text));
    }

    /// <summary>JSON has no word for a number that is none.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } finite && double.IsFinite(finite))
            json.WriteNumber(name, finite);
        else
            json.WriteNull(name);
    }

    private static string LowerCase<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
