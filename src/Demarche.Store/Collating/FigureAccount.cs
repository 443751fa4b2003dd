namespace Demarche.Store.Collating;

/// <summary>One report's figure.</summary>
/// <param name="Low">The least that the words allow; null when they do not say.</param>
/// <param name="Best">The number they give.</param>
/// <param name="High">The most that they allow.</param>
/// <param name="Words">The words.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Story"><c>story.id</c>.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Speakers">Who says so in the story, the outermost first.</param>
public sealed record FigureAccount(long? Low, long? Best, long? High, string Words, Span Span, string Story, string? Outlet, IReadOnlyList<string> Speakers);
