namespace Demarche.Recognizing;

/// <summary>A text that can mean an actor or a place.</summary>
internal sealed class KnownName
{
    internal KnownName(string text, NameUse use, KnownActor? actor, KnownPlace? place, Casing[] casings)
    {
        Text = text;
        Use = use;
        Actor = actor;
        Place = place;
        Casings = casings;
    }

    public string Text { get; }

    public NameUse Use { get; }

    public KnownActor? Actor { get; }

    public KnownPlace? Place { get; }

    public PartialDate? From { get; init; }

    public PartialDate? To { get; init; }

    /// <summary>How each of its pieces is written.</summary>
    internal Casing[] Casings { get; }

    /// <summary>True when the name can be meant by a story of this day; a story without a date may mean any.</summary>
    public bool On(DateOnly? day) =>
        day is not { } date || ((From is null || From.Value.Earliest <= date) && (To is null || date <= To.Value.Latest));
}
