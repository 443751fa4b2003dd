using Demarche.Codebooks;

namespace Demarche.Training.Scoring;

/// <summary>
/// What names in the gold are called in the codebook: a table <c>gold,codebook</c> beside the gold or in the folder above, several rows for a name that
/// stands for several. A name is always its own, whether it has rows or not; <c>_</c> is a blank.
/// </summary>
internal sealed class GoldNames
{
    /// <summary>The name for what none of the other names fits.</summary>
    private const string Other = "other";

    private readonly ILookup<string, string> _names;
    private readonly HashSet<string> _taken;

    public GoldNames(IEnumerable<(string Gold, string Codebook)> rows)
    {
        var all = rows.ToList();
        _names = all.ToLookup(row => row.Gold, row => row.Codebook, StringComparer.Ordinal);
        _taken = [.. all.Select(row => row.Codebook), .. all.Select(row => row.Gold)];
    }

    /// <summary>Every name is called the same in both.</summary>
    public static GoldNames Same { get; } = new([]);

    /// <summary>The table of this file name that is nearest to the gold; empty when there is none.</summary>
    public static GoldNames Beside(string gold, string file) =>
        Find(gold, file) is { } path ? new(CsvTable.Load(path, path, "gold", "codebook").Rows.Select(row => (row["gold"], row["codebook"]))) : Same;

    /// <summary>The lines of a file beside the gold or in the folder above; none when there is no file.</summary>
    public static IReadOnlyList<string> ListBeside(string gold, string file) =>
        Find(gold, file) is { } path ? [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)] : [];

    /// <summary>True when a name of the codebook is one of those that the gold takes.</summary>
    public bool Take(Alternatives gold, string name) =>
        gold.Names.Any(expected => expected.Replace('_', ' ') == name || _names[expected].Contains(name) || expected == Other && !_taken.Contains(name));

    private static string? Find(string gold, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(gold))!;
        return new[] { folder, Path.GetDirectoryName(folder) }.OfType<string>().Select(place => Path.Combine(place, file)).FirstOrDefault(File.Exists);
    }
}
