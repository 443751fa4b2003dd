namespace Demarche.Training.Scoring;

/// <summary>
/// Names that are equally right, as gold writes them: <c>RUS|sergei-lavrov</c>, <c>asserted|reported</c>. <c>null</c> among the ids of an actor says that he may
/// stay unknown or be missing; capital letters make no difference.
/// </summary>
internal sealed class Alternatives
{
    public Alternatives(string? names)
    {
        var all = names?.Split('|') ?? ["null"];
        MayBeUnknown = all.Contains("null");
        Names = [.. all.Where(name => name != "null")];
    }

    public bool MayBeUnknown { get; }

    public IReadOnlyList<string> Names { get; }

    public bool Take(string? name) => name is not null && Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>By identifier; somebody whom the tables do not have by his country, or by the name that would be his identifier.</summary>
    public bool Take(Actor actor) => Take(actor.Id ?? actor.Country) || actor.Id is null && Take(IdOf(actor.Name));

    /// <summary>By any of the speakers.</summary>
    public bool Take(Attribution attribution) => attribution.Speaker is { } speaker && Take(speaker) || attribution.FurtherSpeakers.Any(Take);

    /// <summary>The identifier that a name makes.</summary>
    public static string IdOf(string name) => name.Replace(' ', '-').ToLowerInvariant();
}
