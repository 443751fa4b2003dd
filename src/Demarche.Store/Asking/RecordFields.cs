using System.Text;
using System.Text.Json;

namespace Demarche.Store.Asking;

/// <summary>What an answer shows of a record, read from its JSON in one pass: looking up field after field takes three times as long.</summary>
internal sealed class RecordFields
{
    private static readonly List<string> Nobody = [];

    public string? Id { get; private set; }

    /// <summary>Type, polarity, stance or claim.</summary>
    public string? Type { get; private set; }

    /// <summary>Mode of an event, kind of a statement.</summary>
    public string? Mode { get; private set; }

    public string? Issue { get; private set; }

    public string? Direction { get; private set; }

    public string? Status { get; private set; }

    public string? Date { get; private set; }

    public string? DateEnd { get; private set; }

    /// <summary>The names of those who act or speak, each once.</summary>
    public List<string> Actors { get; private set; } = Nobody;

    /// <summary>The names of those to whom they do, each once.</summary>
    public List<string> Recipients { get; private set; } = Nobody;

    /// <summary>The attribution in which it stands: of an attribution, the one around it.</summary>
    public string? Attribution { get; private set; }

    /// <summary>Who speaks, of an attribution.</summary>
    public string? Speaker { get; private set; }

    public string? Place { get; private set; }

    public double? Confidence { get; private set; }

    public string? Review { get; private set; }

    /// <summary>The words it rests on: of a statement its cue with what was said.</summary>
    public Span? Words { get; private set; }

    /// <summary>What an agreement is called.</summary>
    public Span? Name { get; private set; }

    public string? Rule { get; private set; }

    public string? Why { get; private set; }

    /// <summary>Reads the record that begins where <paramref name="json"/> does; what stands behind it is not looked at.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static RecordFields Read(ReadOnlySpan<byte> json)
    {
        var fields = new RecordFields();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (!fields.Take(name, ref reader))
                reader.Skip();
        }
        return fields;
    }

    // Names are told apart by their length first.
    private bool Take(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                Id = Text(ref reader);
                return true;
            case 2 when name.SequenceEqual("by"u8):
                return AddActor(ref reader);
            case 3 when name.SequenceEqual("why"u8):
                Why = Text(ref reader);
                return true;
            case 3 when name.SequenceEqual("via"u8):
                Attribution ??= Text(ref reader);
                return true;
            case 3 when name.SequenceEqual("cue"u8):
                return AddWords(ref reader);
            case 4 when name.SequenceEqual("type"u8):
                Type = Text(ref reader);
                return true;
            case 4 when name.SequenceEqual("mode"u8) || name.SequenceEqual("kind"u8):
                Mode = Text(ref reader);
                return true;
            case 4 when name.SequenceEqual("date"u8):
                Date = Text(ref reader);
                return true;
            case 4 when name.SequenceEqual("rule"u8):
                Rule = Text(ref reader);
                return true;
            case 4 when name.SequenceEqual("name"u8):
                Name = Object(ref reader).Span;
                return true;
            case 5 when name.SequenceEqual("issue"u8):
                Issue = Text(ref reader);
                return true;
            case 5 when name.SequenceEqual("claim"u8):
                Type = Text(ref reader);
                return true;
            case 5 when name.SequenceEqual("actor"u8):
                return AddActor(ref reader);
            case 5 when name.SequenceEqual("place"u8):
                Place = Object(ref reader).Name;
                return true;
            case 6 when name.SequenceEqual("actors"u8):
                return AddActor(ref reader);
            case 6 when name.SequenceEqual("status"u8):
                Status = Text(ref reader);
                return true;
            case 6 when name.SequenceEqual("stance"u8):
                Type = Text(ref reader);
                return true;
            case 6 when name.SequenceEqual("review"u8):
                Review = Text(ref reader);
                return true;
            case 7 when name.SequenceEqual("speaker"u8):
                AddActor(ref reader);
                Speaker = Actors.Count > 0 ? Actors[0] : null;
                return true;
            case 7 when name.SequenceEqual("against"u8):
                return AddRecipient(ref reader);
            case 7 when name.SequenceEqual("content"u8):
                return AddWords(ref reader);
            case 8 when name.SequenceEqual("polarity"u8):
                Type = Text(ref reader);
                return true;
            case 8 when name.SequenceEqual("date_end"u8):
                DateEnd = Text(ref reader);
                return true;
            case 8 when name.SequenceEqual("evidence"u8):
                return AddWords(ref reader);
            case 9 when name.SequenceEqual("direction"u8):
                Direction = Text(ref reader);
                return true;
            case 10 when name.SequenceEqual("recipients"u8) || name.SequenceEqual("addressees"u8):
                return AddRecipient(ref reader);
            case 10 when name.SequenceEqual("confidence"u8):
                Confidence = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null;
                return true;
            case 11 when name.SequenceEqual("attribution"u8):
                Attribution = Text(ref reader) ?? Attribution;
                return true;
            case 16 when name.SequenceEqual("further_speakers"u8):
                return AddActor(ref reader);
            default:
                return false;
        }
    }

    // A field of another kind is unknown.
    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private bool AddActor(ref Utf8JsonReader reader)
    {
        Actors = Names(ref reader, Actors);
        return true;
    }

    private bool AddRecipient(ref Utf8JsonReader reader)
    {
        Recipients = Names(ref reader, Recipients);
        return true;
    }

    private bool AddWords(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                Add(Object(ref reader).Span);
        else
            Add(Object(ref reader).Span);
        return true;

        void Add(Span? span)
        {
            if (span is { } more)
                Words = Words?.To(more) ?? more;
        }
    }

    private static List<string> Names(ref Utf8JsonReader reader, List<string> names)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                Add(Object(ref reader).Name);
            return names;
        }
        Add(Object(ref reader).Name);
        return names;

        void Add(string? name)
        {
            if (name is null || names.Contains(name))
                return;
            if (names == Nobody)
                names = [];
            names.Add(name);
        }
    }

    /// <summary>The name and the place in the text that an object gives.</summary>
    private static (string? Name, Span? Span) Object(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return default;
        }
        string? name = null;
        int? start = null, end = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isName, isStart, isEnd) = (reader.ValueSpan.SequenceEqual("name"u8), reader.ValueSpan.SequenceEqual("start"u8), reader.ValueSpan.SequenceEqual("end"u8));
            reader.Read();
            if (isName && reader.TokenType == JsonTokenType.String)
                name = reader.GetString();
            else if ((isStart || isEnd) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
                (start, end) = isStart ? ((int?)number, end) : (start, number);
            else
                reader.Skip();
        }
        return (name, start is { } from && end is { } to ? new(from, to) : null);
    }
}
