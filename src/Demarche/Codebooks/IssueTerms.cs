using System.Collections;

namespace Demarche.Codebooks;

/// <summary>
/// The terms of an issue, and behind them its hints. Those of the compiled codebook, which were checked when it was built, are read when somebody asks; those of a
/// file are read at once, so that what is wrong in them is said with file and line.
/// </summary>
internal sealed class IssueTerms : IReadOnlyList<IssueTerm>
{
    private readonly Lazy<List<IssueTerm>> _read;

    public IssueTerms(YamlNode terms, YamlNode? hints)
    {
        _read = new(() => [.. terms.Items.Select(term => Read(term, isHint: false)), .. hints?.Items.Select(term => Read(term, isHint: true)) ?? []]);
        if (!terms.Compiled)
            _ = _read.Value;
    }

    public int Count => _read.Value.Count;

    public IssueTerm this[int index] => _read.Value[index];

    public IEnumerator<IssueTerm> GetEnumerator() => _read.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IssueTerm Read(YamlNode node, bool isHint)
    {
        var places = node.Text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('|')).ToList();
        if (places.Count == 0 || places.Exists(place => place.Any(word => word.Length == 0)))
            throw node.Error("a term is words, with | between those that may stand for each other");
        return new(places, isHint);
    }
}
