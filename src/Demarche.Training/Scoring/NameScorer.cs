namespace Demarche.Training.Scoring;

/// <summary>Names of persons, places and organizations: a predicted name is right when the gold has one of the same words and kind.</summary>
public static class NameScorer
{
    /// <summary>A kind of names (<c>all</c>; <c>words</c> when the kind is not asked for) with its score.</summary>
    public sealed record Row(string Kind, Score Score);

    /// <param name="gold">The gold's sentences.</param>
    /// <param name="predicted">By <c>sent_id</c>, tokens counted from the start of the sentence; a sentence that is missing has no names.</param>
    /// <exception cref="ScoreException">A predicted sentence is not in the gold.</exception>
    public static IReadOnlyList<Row> Score(IReadOnlyList<NameGold> gold, IReadOnlyDictionary<string, IReadOnlyList<Name>> predicted)
    {
        var known = gold.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        if (predicted.Keys.FirstOrDefault(id => !known.Contains(id)) is { } extra)
            throw new ScoreException($"the predicted sentence {extra} is not in the gold file");

        var goldNames = gold.SelectMany(g => g.Names.Select(name => (g.Id, name))).ToHashSet();
        var predictedNames = gold.SelectMany(g => predicted.GetValueOrDefault(g.Id, []).Select(name => (g.Id, name))).ToHashSet();
        var rows = new List<Row> { new("all", Of(goldNames, predictedNames)) };
        foreach (var kind in Enum.GetValues<NameKind>())
            rows.Add(new(NameGold.TagOf(kind), Of([.. goldNames.Where(x => x.name.Kind == kind)], [.. predictedNames.Where(x => x.name.Kind == kind)])));
        rows.Add(new("words", Of([.. goldNames.Select(AnyKind)], [.. predictedNames.Select(AnyKind)])));
        return rows;

        static (string, Name) AnyKind((string Id, Name Name) found) => (found.Id, found.Name with { Kind = default });
    }

    private static Score Of(HashSet<(string, Name)> gold, HashSet<(string, Name)> predicted) => new(predicted.Count(gold.Contains), predicted.Count, gold.Count);
}
