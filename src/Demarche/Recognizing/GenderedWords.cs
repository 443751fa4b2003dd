using Demarche.Codebooks;

namespace Demarche.Recognizing;

/// <summary>Words of men, of women and of both.</summary>
internal sealed class GenderedWords
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _male = new(StringComparer.Ordinal);
    private readonly HashSet<string> _female = new(StringComparer.Ordinal);

    public GenderedWords(YamlNode node)
    {
        node.Allow("male", "female", "either");
        foreach (var (key, list) in node.Pairs)
        {
            var gender = Of(key);
            foreach (var word in list.Texts)
            {
                var isNew = _known.Add(word);
                // A name that both bear says nothing about which.
                if (gender != Gender.Male)
                    _male.Remove(word);
                else if (isNew)
                    _male.Add(word);
                if (gender != Gender.Female)
                    _female.Remove(word);
                else if (isNew)
                    _female.Add(word);
            }
        }
    }

    public IEnumerable<string> Words => _known;

    public bool TryGet(string word, out Gender gender)
    {
        gender = _male.Contains(word) ? Gender.Male : _female.Contains(word) ? Gender.Female : Gender.Unknown;
        return gender != Gender.Unknown || _known.Contains(word);
    }

    /// <summary>What a key or value of the codebook says.</summary>
    public static Gender Of(YamlNode node) => node.Text switch
    {
        "male" => Gender.Male,
        "female" => Gender.Female,
        "either" => Gender.Unknown,
        _ => throw node.Error($"{node.Text} is not male, female or either"),
    };
}
