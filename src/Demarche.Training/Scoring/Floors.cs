using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Demarche.Training.Scoring;

/// <summary>
/// The floors of a project, <c>eval/floors.json</c>: a floor stands a point below what was measured, is tied to the gold by a hash, and is
/// only ever raised by command. To begin one, write its entry with <c>value</c> 0; to lower one, edit it and say why.
/// </summary>
public sealed class Floors
{
    /// <summary>Where floors lie in a project.</summary>
    public const string Place = "eval/floors.json";

    private const double Margin = 1;

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly string _root;
    private readonly List<Floor> _entries;

    private Floors(string root, List<Floor> entries)
    {
        _root = root;
        _entries = entries;
    }

    public IReadOnlyList<Floor> Entries => _entries;

    /// <summary>The folder of the project.</summary>
    public string Root => _root;

    /// <summary>The floors of the project in which a folder lies.</summary>
    /// <exception cref="ScoreException">There are none, or the file cannot be read.</exception>
    public static Floors Find(string folder)
    {
        for (var root = Path.GetFullPath(folder); root is not null; root = Path.GetDirectoryName(root))
            if (File.Exists(Path.Combine(root, Place)))
                return Load(root);
        throw new ScoreException($"{folder}: no {Place} here or above");
    }

    private static Floors Load(string root)
    {
        var path = Path.Combine(root, Place);
        try
        {
            return new(root, JsonSerializer.Deserialize<List<Floor>>(File.ReadAllText(path), Form) ?? []);
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            throw new ScoreException($"{path}: {error.Message}");
        }
    }

    /// <summary>The floors that hold for a gold file or folder, scored in one way.</summary>
    public IEnumerable<Floor> Of(string layer, string gold, bool raw = false, string? split = null) =>
        _entries.Where(floor => floor.Layer == layer && floor.Raw == raw && floor.Split == split && IsFor(floor, gold));

    /// <summary>Raises floors to a point below the figures; where the gold is another than it was, sets them there.</summary>
    /// <returns>What was changed, a line each.</returns>
    public IReadOnlyList<string> Raise(string layer, string gold, bool raw, string? split, IReadOnlyList<LayerScorer.Figure> figures)
    {
        var changes = new List<string>();
        var hash = layer == "codebook" ? null : Hash(gold);
        foreach (var floor in Of(layer, gold, raw, split).ToList())
        {
            var figure = figures.FirstOrDefault(f => f.Measure == floor.Measure) ?? throw new ScoreException($"{Place}: {floor.Measure} is not a measure of {layer}");
            var value = Math.Max(0, Math.Floor(10 * (figure.Value - Margin)) / 10);
            if (floor.Hash == hash && value <= floor.Value)
                continue;
            _entries[_entries.IndexOf(floor)] = floor with { Hash = hash, Value = value, Measured = Math.Round(figure.Value, 2) };
            changes.Add(FormattableString.Invariant($"{floor.Measure}: floor {floor.Value:0.0} is now {value:0.0}"));
        }
        return changes;
    }

    /// <summary>Writes the file, an entry a line.</summary>
    public void Save() =>
        File.WriteAllText(Path.Combine(_root, Place), $"[\n{string.Join(",\n", _entries.Select(entry => $"  {JsonSerializer.Serialize(entry, Form)}"))}\n]\n");

    /// <summary>The first 16 hexadecimal digits of SHA-256 over a file, or over the names and contents of the files of a folder.</summary>
    public static string Hash(string gold)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (!Directory.Exists(gold))
        {
            sha.AppendData(File.ReadAllBytes(gold));
        }
        else
        {
            foreach (var path in Directory.GetFiles(gold).OrderBy(p => Path.GetFileName(p), StringComparer.Ordinal))
            {
                sha.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\n"));
                sha.AppendData(File.ReadAllBytes(path));
            }
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset())[..16];
    }

    private bool IsFor(Floor floor, string gold)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(gold));
        var inside = path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return floor.Outside
            ? !inside && Path.GetFileName(path) == floor.Gold
            : path == Path.GetFullPath(Path.Combine(_root, floor.Gold));
    }
}
