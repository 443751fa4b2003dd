namespace Demarche.Training.Scoring;

/// <summary>
/// Names that are equally right, as gold writes them: <c>RUS|sergei-lavrov</c>, <c>asserted|reported</c>. <c>null</c> among the ids of an actor says that he may
/// stay unknown or be missing. How a name is spelt makes no difference: capitals, blanks, hyphens and an article before it do not count (<c>Boko Haram</c>, <c>BokoHaram</c>).
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

    public bool Take(string? name) => name is not null && Names.Any(accepted => Same(accepted, name));

    /// <summary>By identifier, or by the usual name that would be one, for gold knows no tables; somebody whom the tables do not have also by his country.</summary>
    public bool Take(Actor actor) => Take(actor.Id ?? actor.Country) || Take(actor.Name) || actor is { Kind: ActorKind.Person, Id: { } id } && Take(actor.Country) && Names.Any(accepted => IsShorter(accepted, id));

    // “george-bush” of the gold is “george-h-w-bush” of the tables, where both have him in one country.
    private static bool IsShorter(string accepted, string id) => accepted.Split('-').All(id.Split('-').Contains);

    /// <summary>By any of the speakers.</summary>
    public bool Take(Attribution attribution) => attribution.Speaker is { } speaker && Take(speaker) || attribution.FurtherSpeakers.Any(Take);

    private static bool Same(string a, string b) => Letters(a).SequenceEqual(Letters(b));

    private static IEnumerable<char> Letters(string name) => WithoutArticle(name).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant);

    private static string WithoutArticle(string name) =>
        Array.Find(["the ", "a ", "an "], article => name.StartsWith(article, StringComparison.OrdinalIgnoreCase)) is { } article ? name[article.Length..] : name;
}
