namespace Demarche.Store.Asking;

/// <summary>A story whose text has the words that were searched for.</summary>
/// <param name="Story">The story's key.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Url">Where.</param>
/// <param name="Times">How often the words stand in it.</param>
/// <param name="Span">Where in its text most of them stand together.</param>
/// <param name="Words">The text there.</param>
public sealed record StoryHit(string Story, string? Outlet, string? Title, DateOnly? Published, string? Url, int Times, Span Span, string Words);
