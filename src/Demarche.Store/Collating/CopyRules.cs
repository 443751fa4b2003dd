using Demarche.Codebooks;

namespace Demarche.Store.Collating;

/// <summary>From when on two stories are copies: the part <c>copies</c> of <c>codebook/collating.yaml</c>.</summary>
/// <param name="OfShorter">The share of the shorter text that must stand in the longer.</param>
/// <param name="OfLonger">The share of the longer text that must stand in the shorter.</param>
/// <param name="FewShingles">A text with fewer shingles is a copy only when all of it stands in the other.</param>
internal sealed record CopyRules(double OfShorter, double OfLonger, int FewShingles)
{
    public static CopyRules Read(YamlNode node)
    {
        node.Allow("of_shorter", "of_longer", "few_shingles");
        return new(Share(node.Require("of_shorter")), Share(node.Require("of_longer")), node.Require("few_shingles").Integer);
    }

    private static double Share(YamlNode node) => node.Number is >= 0 and <= 1 and var share ? share : throw node.Error($"{node.Text} is no share; 0.5 would be one");
}
