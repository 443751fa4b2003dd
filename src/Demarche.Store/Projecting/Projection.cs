using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Store.Packing;

namespace Demarche.Store.Projecting;

/// <summary>Makes of a story's record, whose words are taken out, what the index keeps. The same record gives the same rows.</summary>
internal sealed class Projection
{
    private readonly string _text;
    private readonly int _published;
    private readonly Dictionary<string, JsonElement> _attributions = new(StringComparer.Ordinal);
    private readonly List<ProjectedRecord> _records = [];

    /// <param name="attributions">The attributions of the story, which other records name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="published">When it was published.</param>
    public Projection(JsonElement attributions, string text, DateOnly? published)
    {
        _text = text;
        _published = Days.Number(published);
        if (attributions.ValueKind != JsonValueKind.Array)
            return;
        foreach (var attribution in attributions.EnumerateArray())
            if (attribution.Text("id") is { } id)
                _attributions[id] = attribution;
    }

    /// <summary>What the index keeps of all records of a story, with all that it takes from the record read.</summary>
    public static IReadOnlyList<ProjectedRecord> Of(byte[] record, string text, DateOnly? published)
    {
        using var json = JsonDocument.Parse(record);
        var all = Of(json.RootElement, text, published);
        foreach (var one in all)
            one.Keep();
        return all;
    }

    /// <summary>What the index keeps of all records of a story.</summary>
    public static List<ProjectedRecord> Of(JsonElement record, string text, DateOnly? published)
    {
        var projection = new Projection(record.Field("attributions"), text, published);
        for (var kind = RecordKind.Statement; kind <= RecordKind.Agreement; kind++)
            foreach (var element in record.Items(RecordId.Lists[(int)kind]))
                projection.Add(kind, element);
        return projection._records;
    }

    private void Add(RecordKind kind, JsonElement element)
    {
        switch (kind)
        {
            case RecordKind.Statement:
                AddStatement(element);
                break;
            case RecordKind.Event:
                AddEvent(element);
                break;
            case RecordKind.Position:
                AddPosition(element);
                break;
            default:
                AddAgreement(element);
                break;
        }
    }

    private void AddStatement(JsonElement statement)
    {
        if (!RecordId.TryParse(statement.Text("id"), out var id))
            return;
        var parts = new Parts();
        parts.Add(statement.Field("speaker"), PartRole.Actor);
        parts.Add(statement.Items("further_speakers"), PartRole.Actor);
        parts.Add(statement.Items("addressees"), PartRole.Recipient);
        var outer = Attribution(statement.Text("via"));
        AddChain(statement, parts);
        var (day, last, dated) = When(statement.Text("date"), null);
        _records.Add(new()
        {
            Id = id, Type = statement.Text("polarity") ?? "says", Mode = statement.Text("kind"), Day = day, Last = last, Dated = dated,
            Voice = outer is null ? Voice.Self : Voice.Relayed, Confidence = statement.Real("confidence"), Review = ReviewOf(statement), Parts = parts.All,
            WordsOf = Words(parts, [.. statement.Items("source"), .. statement.Items("cue"), .. statement.Items("content")]),
        });
    }

    private void AddEvent(JsonElement e)
    {
        if (!RecordId.TryParse(e.Text("id"), out var id))
            return;
        var parts = new Parts();
        parts.Add(e.Items("actors"), PartRole.Actor);
        parts.Add(e.Items("recipients"), PartRole.Recipient);
        var saying = OwnWords(e, parts) ?? Attribution(e.Text("attribution"));
        AddChain(saying, parts);
        var (day, last, dated) = When(e.Text("date"), e.Text("date_end"));
        _records.Add(new()
        {
            Id = id, Type = e.Text("type") ?? "", Mode = e.Text("mode"), Status = e.Text("status"), Day = day, Last = last, Dated = dated, Background = e.IsTrue("background"),
            Country = e.Field("place").Text("country"), Confidence = e.Real("confidence"), Quad = (int)(e.Real("quad") ?? 0),
            Voice = VoiceOf(saying, parts), Review = ReviewOf(e), Parts = parts.All, WordsOf = Words(parts, e.Field("evidence")),
        });
    }

    private void AddPosition(JsonElement position)
    {
        if (!RecordId.TryParse(position.Text("id"), out var id))
            return;
        var parts = new Parts();
        parts.Add(position.Field("actor"), PartRole.Actor);
        parts.Add(position.Items("addressees"), PartRole.Recipient);
        var saying = OwnWords(position, parts) ?? Attribution(position.Text("attribution"));
        AddChain(saying, parts);
        var (day, last, dated) = When(position.Text("date"), null);
        _records.Add(new()
        {
            Id = id, Type = position.Text("stance") ?? "", Issue = position.Text("issue"), Day = day, Last = last, Dated = dated, Confidence = position.Real("confidence"),
            Voice = VoiceOf(saying, parts), Review = ReviewOf(position), Parts = parts.All,
            WordsOf = Words(parts, position.Field("evidence"), position.Field("condition"), position.Field("outcome")),
        });
    }

    private void AddAgreement(JsonElement agreement)
    {
        if (!RecordId.TryParse(agreement.Text("id"), out var id))
            return;
        var parts = new Parts();
        parts.Add(agreement.Field("by"), PartRole.Actor);
        parts.Add(agreement.Field("against"), PartRole.Recipient);
        parts.Add(agreement.Items("parties"), PartRole.Party);
        var saying = Attribution(agreement.Text("attribution"));
        AddChain(saying, parts);
        var (day, last, _) = When(null, null);
        _records.Add(new()
        {
            Id = id, Type = agreement.Text("claim") ?? "", Issue = SliceOf(agreement.Field("name")), Day = day, Last = last,
            Voice = VoiceOf(saying, parts), Review = ReviewOf(agreement), Parts = parts.All, WordsOf = Words(parts, agreement.Field("name"), agreement.Field("evidence")),
        });
    }

    private JsonElement? Attribution(string? id) => id is not null && _attributions.TryGetValue(id, out var attribution) ? attribution : null;

    // “Iran warned that …” is an event of Iran's and an attribution with the same cue: the words are its own. A headline has none; the sentence that repeats it may.
    private JsonElement? OwnWords(JsonElement record, Parts parts)
    {
        if (_attributions.Count == 0)
            return null;
        foreach (var place in PlacesOf(record))
            foreach (var attribution in _attributions.Values)
                if (attribution.Items("cue").Any(cue => SpanText.SpanOf(cue)?.Overlaps(place) == true) && Speakers(attribution).Any(parts.Acts))
                    return attribution;
        return null;
    }

    private static IEnumerable<Span> PlacesOf(JsonElement record)
    {
        var trigger = default(Span?);
        foreach (var role in record.Items("spans"))
            if (role.Text("role") == "trigger")
                trigger = SpanText.SpanOf(role);
        if ((trigger ?? SpanText.SpanOf(record.Field("evidence"))) is { } first)
            yield return first;
        foreach (var mention in record.Items("mentions"))
            if (SpanText.SpanOf(mention) is { } further)
                yield return further;
    }

    private void AddChain(JsonElement? saying, Parts parts)
    {
        var role = PartRole.Speaker;
        foreach (var attribution in Chain(saying))
        {
            foreach (var speaker in Speakers(attribution))
                parts.Add(speaker, role);
            role = PartRole.Relayer;
        }
    }

    private Voice VoiceOf(JsonElement? saying, Parts parts)
    {
        if (saying is not { } innermost)
            return Voice.Story;
        if (!Speakers(innermost).Any(parts.Acts))
            return Voice.Other;
        // An agency that passes on a speaker's words is no voice of its own.
        return Chain(innermost).Skip(1).SelectMany(Speakers).All(outer => parts.Acts(outer) || outer.Sector == "JRN") ? Voice.Self : Voice.Relayed;
    }

    /// <summary>An attribution and those around it, outwards. A chain that bites its tail, which no coder makes, ends there.</summary>
    private IEnumerable<JsonElement> Chain(JsonElement? innermost)
    {
        var left = _attributions.Count;
        for (var next = innermost; next is { } attribution && left-- > 0; next = Attribution(attribution.Text("via")))
            yield return attribution;
    }

    private static IEnumerable<ActorRow> Speakers(JsonElement attribution)
    {
        if (ActorRow.Of(attribution.Field("speaker")) is { } speaker)
            yield return speaker;
        foreach (var further in attribution.Items("further_speakers"))
            if (ActorRow.Of(further) is { } actor)
                yield return actor;
    }

    private (int Day, int Last, bool Dated) When(string? date, string? end)
    {
        if (!PartialDate.TryParse(date, out var first))
            return (_published, _published, false);
        var last = PartialDate.TryParse(end, out var until) && until.Latest > first.Latest ? until : first;
        return (Days.Number(first.Earliest), Days.Number(last.Latest), true);
    }

    // Only who adds to the index needs them.
    private Func<string> Words(Parts parts, params IEnumerable<JsonElement> spans) => () =>
    {
        var words = new StringBuilder();
        foreach (var span in spans)
            if (SliceOf(span) is { } slice)
                words.Append(slice).Append('\n');
        var spoken = words.ToString();
        foreach (var name in parts.All.Select(part => part.Actor.Name).Distinct(StringComparer.Ordinal))
            if (!spoken.Contains(name, StringComparison.Ordinal))
                words.Append(name).Append('\n');
        return words.ToString();
    };

    private string? SliceOf(JsonElement span) => SpanText.SpanOf(span) is { } present && present.Start >= 0 && present.End <= _text.Length ? present.Of(_text).ToString() : null;

    private static Review ReviewOf(JsonElement record) => ReviewOf(record.Text("review"));

    /// <summary>What the field says of the state of review.</summary>
    public static Review ReviewOf(string? review) => review switch
    {
        "reviewed" => Review.Reviewed,
        "added" => Review.Added,
        _ => Review.Machine,
    };
}
