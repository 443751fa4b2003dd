using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary>
/// Reads the event types of a codebook and of the layer over it. A type that the codebook has not is a new one; to a type that it has, a layer adds patterns,
/// puts its own in the place of those with the same id, and takes out those that it names under <c>leave_out</c>.
/// </summary>
/// <param name="forms">Reads the notation of patterns.</param>
/// <param name="known">True where the patterns were checked when the codebook was compiled.</param>
internal sealed class EventTypes(FormParser forms, bool known)
{
    private readonly List<EventType> _types = [];

    private int _ofLayer;

    public static IReadOnlyList<EventType> Load(CodebookFolder folder, FormParser forms)
    {
        var reader = new EventTypes(forms, folder.Compiled?.Whole is not null);
        foreach (var file in folder.Files(CodebookFolder.Events, ".yaml"))
            reader.Read(YamlNode.Load(file.Path, file.Name), file.OfLayer);
        return reader._types;
    }

    private void Read(YamlNode root, bool ofLayer)
    {
        root.Allow("type", "quad", "score", "definition", "confused_with", "excludes_sectors", "between_two", "with_somebody", "needs_recipient", "by_person", "by_person_except", "patterns", "about", "leave_out");
        var name = root.Require("type").Text;
        var at = _types.FindIndex(type => type.Name == name);
        if (at >= 0 && !ofLayer)
            throw root.Require("type").Error($"the type {name} has a file already");
        var below = at >= 0 ? _types[at] : null;
        var own = (below is null ? root.Require("patterns") : root.Find("patterns")) is { } entries ? Codebook.ReadPatterns(entries, known, node => Codebook.ReadPattern(node, name, forms), new(StringComparer.Ordinal), "in this file") : [];
        var kept = Kept(root, own, below);
        var type = new EventType(
            name,
            Quad(root) ?? below?.Quad ?? throw root.Error("the key quad is missing: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
            root.Find("score")?.Number ?? below?.Score,
            root.Find("definition")?.Text.Trim() ?? below?.Definition ?? throw root.Error("the key definition is missing"),
            kept.Count == 0 ? own : [.. own, .. kept])
        {
            ExcludesSectors = root.Find("excludes_sectors")?.Texts ?? below?.ExcludesSectors ?? [],
            BetweenTwo = root.Find("between_two")?.Boolean ?? below?.BetweenTwo ?? false,
            WithSomebody = root.Find("with_somebody")?.Boolean ?? below?.WithSomebody ?? false,
            NeedsRecipient = root.Find("needs_recipient")?.Boolean ?? below?.NeedsRecipient ?? false,
            ByPerson = root.Find("by_person")?.Text ?? below?.ByPerson,
            ByPersonExcept = root.Find("by_person_except")?.Texts ?? below?.ByPersonExcept ?? [],
            ConfusedWith = root.Find("confused_with") is { } confused ? Confusions(confused) : below?.ConfusedWith ?? [],
        };
        // Of patterns that fit equally well the earlier wins, and a layer comes before what is below it.
        if (at >= 0)
            _types[at] = type;
        else
            _types.Insert(ofLayer ? _ofLayer++ : _types.Count, type);
    }

    // Without LINQ, which the runtime compiles for pairs at each start.
    private static (string, string)[] Confusions(YamlNode node)
    {
        var pairs = node.Pairs;
        var confusions = new (string, string)[pairs.Count];
        for (var i = 0; i < confusions.Length; i++)
            confusions[i] = (pairs[i].Key.Text, pairs[i].Value.Text.Trim());
        return confusions;
    }

    private static int? Quad(YamlNode root)
    {
        if (root.Find("quad") is not { } quad)
            return null;
        return quad.Integer is >= 1 and <= 4 and var value ? value : throw quad.Error($"{quad.Text} is no quad; write 1, 2, 3 or 4");
    }

    private static List<Pattern> Kept(YamlNode root, IReadOnlyList<Pattern> own, EventType? below)
    {
        var leftOut = root.Find("leave_out");
        if (below is null)
            return leftOut is null ? [] : throw leftOut.Error("leave_out takes patterns out of a type of the codebook below, which has none of this name");
        var known = below.Patterns.Select(pattern => pattern.Id).ToHashSet(StringComparer.Ordinal);
        var gone = own.Select(pattern => pattern.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in leftOut?.Items ?? [])
            if (!known.Contains(id.Text))
                throw id.Error($"{below.Name} has no pattern {id.Text}{CodebookException.DidYouMean(id.Text, known)}");
            else
                gone.Add(id.Text);
        return [.. below.Patterns.Where(pattern => !gone.Contains(pattern.Id))];
    }
}
