namespace Demarche.Training.Scoring;

/// <summary>The 15 roots of the older PLOVER gold data, in which CONCEDE and RETREAT are one, and their quad classes.</summary>
public static class Roots
{
    public const string Unknown = "-";

    private static readonly Dictionary<string, int> Quads = new(StringComparer.Ordinal)
    {
        ["AGREE"] = 1, ["CONSULT"] = 1, ["SUPPORT"] = 1,
        ["COOPERATE"] = 2, ["AID"] = 2, ["YIELD"] = 2,
        ["REQUEST"] = 3, ["ACCUSE"] = 3, ["REJECT"] = 3, ["THREATEN"] = 3,
        ["PROTEST"] = 4, ["SANCTION"] = 4, ["MOBILIZE"] = 4, ["COERCE"] = 4, ["ASSAULT"] = 4,
    };

    /// <summary>The root that a name stands for; <see cref="Unknown"/> when it is none.</summary>
    public static string Of(string? name)
    {
        var root = (name ?? "").Trim().ToUpperInvariant() switch
        {
            "CONCEDE" or "RETREAT" => "YIELD",
            "DEMAND" => "REQUEST",
            "DISAPPROVE" or "INVESTIGATE" => "ACCUSE",
            "FIGHT" => "ASSAULT",
            var other => other,
        };
        return Quads.ContainsKey(root) ? root : Unknown;
    }

    /// <summary>0 for <see cref="Unknown"/>.</summary>
    public static int Quad(string root) => Quads.GetValueOrDefault(root);
}
