using System.Text.Json;
using Demarche.Store.Packing;
using Demarche.Store.Projecting;

namespace Demarche.Store.Asking;

/// <summary>A story's positions whose issue is their own words.</summary>
/// <param name="Story">The story.</param>
/// <param name="Positions">For each its words instead of an issue, the name of its actor, its stance, and where it stands.</param>
public sealed record OpenPositions(Story Story, IReadOnlyList<(string Label, string Actor, string Stance, Span Words)> Positions)
{
    /// <summary>Those of a stored story; null where it has none.</summary>
    internal static OpenPositions? Of(StoredStory story)
    {
        using var json = JsonDocument.Parse(story.Record);
        var positions = new List<(string, string, string, Span)>();
        foreach (var position in json.RootElement.Items("positions"))
            if (position.Text("issue_from") == "label" && position.Text("issue") is { } label && SpanText.SpanOf(position.Field("evidence")) is { } words)
                positions.Add((label, position.Field("actor").Text("name") ?? "?", position.Text("stance") ?? "", words));
        return positions.Count == 0 ? null : new(new(story.Text) { Outlet = story.Outlet, Published = story.Published }, positions);
    }
}
