namespace Demarche.Codebooks;

/// <summary>Something in a codebook file that cannot be read or does not hold, with the place and what would be right.</summary>
public sealed class CodebookException(string file, int line, string message) : Exception($"{file}{(line > 0 ? $":{line}" : "")}: {message}")
{
    public string File { get; } = file;

    /// <summary>Counted from 1; 0 when the whole file is meant.</summary>
    public int Line { get; } = line;

    /// <summary>“; did you mean X?” for the known name nearest to what was written, or nothing when none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> known)
    {
        var nearest = known.Select(name => (name, distance: Distance(written, name))).OrderBy(x => x.distance).ThenBy(x => x.name, StringComparer.Ordinal).FirstOrDefault();
        return nearest.name is not null && nearest.distance <= Math.Max(1, written.Length / 3) ? $"; did you mean {nearest.name}?" : "";
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
