namespace Demarche.Record;

/// <summary>What a story is called: the title it came with, else its headline.</summary>
internal static class Titles
{
    public static string? Of(Document document) =>
        document.Story.Title ?? (document.Blocks.Find(block => block.Kind == BlockKind.Title) is { } headline ? document.Words(headline.Span).Trim() : null);
}
