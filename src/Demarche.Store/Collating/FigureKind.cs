using Demarche.Codebooks;

namespace Demarche.Store.Collating;

/// <summary>What is counted, and the words that say so.</summary>
internal sealed record FigureKind(string Name, IReadOnlySet<string> Types, PhraseList Alone, IReadOnlySet<string> Passive, IReadOnlySet<string> Bare, PhraseList Before, IReadOnlyDictionary<string, IReadOnlySet<string>> Needs, IReadOnlySet<string> Nouns)
{
    public static FigureKind Read(string name, YamlNode node)
    {
        node.Allow("types", "alone", "passive", "bare", "before", "needs", "nouns");
        return new(
            name, Set(node.Require("types")), new(node.Require("alone").Texts), Set(node.Require("passive")), Set(node.Require("bare")), new(node.Require("before").Texts),
            node.Require("needs").Pairs.ToDictionary(p => p.Key.Text, p => Set(p.Value), StringComparer.Ordinal), Set(node.Require("nouns")));
    }

    private static IReadOnlySet<string> Set(YamlNode node) => node.Texts.ToHashSet(StringComparer.Ordinal);
}
