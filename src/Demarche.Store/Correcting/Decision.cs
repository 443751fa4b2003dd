namespace Demarche.Store.Correcting;

/// <summary>What somebody decided about the record. Decisions are only ever added; one is taken back by a further one.</summary>
/// <param name="Number">Its place in the order.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Verb"><c>accept</c>, <c>reject</c>, <c>edit</c>, <c>add</c>, <c>note</c>, <c>merge</c>, <c>split</c>, <c>same</c>, <c>apart</c> or <c>undo</c>.</param>
/// <param name="Story">The story's key; null for what concerns all stories.</param>
/// <param name="Target">The record as it was called then, the actor, or the number of the decision that is undone.</param>
/// <param name="Anchor">The words by which the record is found, as JSON.</param>
/// <param name="Body">What was decided, as JSON.</param>
/// <param name="Undone">True when a later decision took it back.</param>
public sealed record Decision(long Number, string Time, string Author, string Verb, string? Story, string? Target, string? Anchor, string? Body, bool Undone)
{
    /// <summary>The words of the record, as they stood when it was decided.</summary>
    public string? Words => Correcting.Anchor.Read(Anchor)?.Words;
}
