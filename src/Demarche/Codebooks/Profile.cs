namespace Demarche.Codebooks;

/// <summary>
/// Conventions of coding that differ from the shipped ones: what operators make of the acts inside them, and patterns that count as another type.
/// A file of <c>codebook/profiles</c>.
/// </summary>
public sealed class Profile
{
    /// <summary>The conventions of the codebook itself.</summary>
    public static Profile Default { get; } = new();

    /// <summary>By operator: the type of the whole by the type of the act inside.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Becomes { get; init; } = new Dictionary<string, Dictionary<string, string>>();

    /// <summary>By rule (<c>coerce/blockade</c>): the type it counts as.</summary>
    public IReadOnlyDictionary<string, string> Types { get; init; } = new Dictionary<string, string>();

    /// <summary>True where the place of an act stands for whom it is done to, if nobody else does: “declared martial law in Thailand”.</summary>
    public bool PlaceAsRecipient { get; init; }

    /// <summary>Below this confidence the coder abstains; null where the codebook's own threshold holds.</summary>
    public double? Threshold { get; init; }

    public static Profile Load(string path, string file)
    {
        var root = YamlNode.Load(path, file).Allow("about", "operators", "types", "place_as_recipient", "threshold");
        return new()
        {
            Becomes = root.Find("operators")?.Pairs.ToDictionary(
                p => p.Key.Text,
                p => p.Value.Pairs.ToDictionary(q => q.Key.Text, q => q.Value.Text, StringComparer.Ordinal),
                StringComparer.Ordinal) ?? [],
            Types = root.Find("types")?.Pairs.ToDictionary(p => p.Key.Text, p => p.Value.Text, StringComparer.Ordinal) ?? [],
            Threshold = root.Find("threshold")?.Number,
            PlaceAsRecipient = root.Find("place_as_recipient")?.Boolean ?? false,
        };
    }
}
