namespace Demarche.Positioning;

/// <summary>A position whose words name no issue of the codebook.</summary>
/// <param name="Label">The words that stand for the issue.</param>
/// <param name="Actor">Whose position it is.</param>
/// <param name="Stance">What he does: demand, refuse, ….</param>
/// <param name="Story">What a reader knows the story by: outlet and day.</param>
/// <param name="Words">The words the position rests on.</param>
/// <param name="Sentence">The sentence they stand in.</param>
public sealed record OpenPosition(string Label, string Actor, string Stance, string Story, string Words, string Sentence)
{
    /// <summary>The open positions of a story, in text order.</summary>
    public static IEnumerable<OpenPosition> Of(Document document) =>
        document.Positions.Where(position => position.IssueFrom == IssueOrigin.Label)
            .Select(position => new OpenPosition(position.Issue, position.Actor.Name, position.Stance, NameOf(document.Story), document.Words(position.Evidence), SentenceAt(document, position.Evidence)));

    /// <summary>“Example Courier, 2021-03-02”, as far as it is known.</summary>
    public static string NameOf(Story story) =>
        string.Join(", ", new[] { story.Outlet, story.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), story.Outlet is null && story.Published is null ? story.Id : null }.OfType<string>());

    /// <summary>The whole sentences in which words stand.</summary>
    public static string SentenceAt(Document document, Span words)
    {
        var first = document.SentenceOf(document.FirstTokenFrom(words.Start));
        return document.Words(document.SpanOf(first.First, first.End - 1).To(words));
    }
}
