using System.Text.Json;
using Demarche.Record;

namespace Demarche.Tests.Stories;

/// <summary>What holds for the record of any text.</summary>
internal static class RecordCheck
{
    private static readonly (string Layer, char Letter)[] Layers = [("attributions", 'a'), ("events", 'e'), ("positions", 'p'), ("agreements", 'g')];

    /// <summary>What is wrong with the record of a text, or null.</summary>
    public static string? Fault(Document document, Run run)
    {
        using var json = JsonDocument.Parse(JsonRecord.Line(document, run));
        var record = json.RootElement;
        // A lone surrogate is written as U+FFFD; both are one unit.
        var text = record.GetProperty("story").GetProperty("text").GetString()!;
        if (text.Length != document.Text.Length)
            return $"the text has {text.Length} units in the record, {document.Text.Length} in the story";
        return SpanFault(record, text) ?? IdFault(record) ?? TokenFault(document);
    }

    /// <summary>Each object with a start, an end and a text is a span.</summary>
    private static string? SpanFault(JsonElement node, string text)
    {
        if (node.ValueKind == JsonValueKind.Array)
            return node.EnumerateArray().Select(item => SpanFault(item, text)).FirstOrDefault(fault => fault is not null);
        if (node.ValueKind != JsonValueKind.Object)
            return null;
        if (node.TryGetProperty("start", out var start))
        {
            var (from, to, words) = (start.GetInt32(), node.GetProperty("end").GetInt32(), node.GetProperty("text").GetString()!);
            if (from < 0 || to <= from || to > text.Length)
                return $"[{from}, {to}) is no stretch of the text";
            // The words of a span that parts a pair of surrogates are written with U+FFFD.
            if (text[from..to] != words && !words.Contains('\ufffd', StringComparison.Ordinal))
                return $"[{from}, {to}) is “{text[from..to]}”, not “{words}”";
        }
        return node.EnumerateObject().Select(property => SpanFault(property.Value, text)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The ids of a layer are its letter and 1, 2, 3, …; what is referred to is there.</summary>
    private static string? IdFault(JsonElement record)
    {
        foreach (var (layer, letter) in Layers)
        {
            var number = 0;
            foreach (var item in record.GetProperty(layer).EnumerateArray())
                if (item.GetProperty("id").GetString() is var id && id != $"{letter}{++number}")
                    return $"{id} stands in the place of {letter}{number}";
        }
        foreach (var (layer, field, target) in ((string, string, string)[])[("attributions", "via", "attributions"), ("events", "attribution", "attributions"), ("positions", "attribution", "attributions"), ("positions", "answers", "positions"), ("agreements", "attribution", "attributions")])
        {
            var ids = record.GetProperty(target).EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
            foreach (var item in record.GetProperty(layer).EnumerateArray())
                if (item.GetProperty(field).GetString() is { } reference && (!ids.Contains(reference) || (layer == target && reference == item.GetProperty("id").GetString())))
                    return $"{item.GetProperty("id")} refers by {field} to {reference}";
        }
        return null;
    }

    /// <summary>Tokens stand in order, apart, and each non-blank character is in one.</summary>
    private static string? TokenFault(Document document)
    {
        var end = 0;
        foreach (var token in document.Tokens)
        {
            if (token.Span.Start < end || token.Span.Length <= 0)
                return $"the token at {token.Span.Start} overlaps the one before";
            if (!document.Text.AsSpan(end, token.Span.Start - end).IsWhiteSpace())
                return $"“{document.Text[end..token.Span.Start]}” is in no token";
            end = token.Span.End;
        }
        return document.Text.AsSpan(end).IsWhiteSpace() ? null : $"“{document.Text[end..]}” is in no token";
    }
}
