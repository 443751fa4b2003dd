namespace Demarche.Codebooks;

/// <summary>What the codes of PETRARCH dictionaries mean here: <c>codebook/actors/phoenix.yaml</c>.</summary>
internal sealed class PhoenixRules
{
    private const string File = "actors/phoenix.yaml";

    private readonly Dictionary<string, (string Sector, string Kind, HashSet<string> Narrows)> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _persons;
    private readonly HashSet<string> _nobody;
    private readonly HashSet<string> _small;

    private PhoenixRules(YamlNode root)
    {
        root.Allow("codes", "persons", "nobody", "small_words");
        foreach (var item in root.Require("codes").Items)
        {
            item.Allow("code", "sector", "kind", "narrows");
            var narrows = item.Find("narrows")?.Texts.ToHashSet(StringComparer.Ordinal) ?? [];
            if (!_codes.TryAdd(item.Require("code").Text, (item.Require("sector").Text, item.Require("kind").Text, narrows)))
                throw item.Error($"the code {item.Require("code").Text} stands here twice; delete one");
        }
        _persons = [.. root.Require("persons").Texts];
        _nobody = [.. root.Require("nobody").Texts];
        _small = [.. root.Require("small_words").Texts];
    }

    public static PhoenixRules Load(string directory) => new(YamlNode.Load(Path.Combine(directory, File), File));

    public bool IsNobody(string code) => _nobody.Contains(code);

    public bool IsSmall(string word) => _small.Contains(word);

    /// <summary>What a code says: the country if it begins with one, the sector, the kind, and whether it marks a person.</summary>
    public (string? Country, string? Sector, string Kind, bool Person) Read(string code, Func<string, bool> isCountry)
    {
        string? country = null, part = null;
        var person = false;
        for (var i = 0; i + 3 <= code.Length; i += 3)
        {
            var next = code.Substring(i, 3);
            if (i == 0 && isCountry(next))
                country = next;
            else if (_codes.TryGetValue(next, out var meaning) && (part is null || meaning.Narrows.Contains(part)))
                part = next;
            person |= _persons.Contains(next);
        }
        return part is null ? (country, null, "organization", person) : (country, _codes[part].Sector, _codes[part].Kind, person);
    }
}
