using Demarche.Codebooks;

namespace Demarche.Cli;

/// <summary>Where the rules that records name stand in the codebook, and how they are written there.</summary>
internal sealed class RuleBook(Codebook codebook)
{
    private readonly Dictionary<string, (string Place, string? Text)> _places = codebook.Patterns
        .GroupBy(pattern => pattern.Rule, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => ($"{group.First().File}:{group.First().Line}", group.First().Written is [var only] ? only : null), StringComparer.Ordinal);

    /// <summary>File and line, and the pattern where it is written in one way only; null for a rule that is not an entry of the codebook.</summary>
    public (string Place, string? Text)? Find(string rule)
    {
        if (!_places.TryGetValue(rule, out var place))
            _places[rule] = place = Search(rule);
        return place.Place is null ? null : place;
    }

    /// <summary>Rules of other files of the codebook: <c>file/id</c>, or the folder of a family of files and the id, where a line gives the id.</summary>
    private (string Place, string? Text) Search(string rule)
    {
        var slash = rule.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
            return default;
        var (file, id) = (Path.GetFileNameWithoutExtension(rule[..slash]), rule[(slash + 1)..]);
        foreach (var path in Directory.EnumerateFiles(codebook.Directory, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileNameWithoutExtension(path) != file && Path.GetFileName(Path.GetDirectoryName(path)) != file)
                continue;
            var number = 0;
            foreach (var line in File.ReadLines(path))
            {
                number++;
                var entry = line.TrimStart(' ', '-');
                var named = entry.StartsWith("id:", StringComparison.Ordinal) ? entry[3..].Trim().Trim('"', '\'') : entry.TrimEnd().EndsWith(':') ? entry.TrimEnd()[..^1].Trim('"', '\'') : null;
                if (named == id || entry.StartsWith($"{{id: {id},", StringComparison.Ordinal) || entry.StartsWith($"{id}:", StringComparison.Ordinal))
                    return ($"codebook/{Path.GetRelativePath(codebook.Directory, path).Replace('\\', '/')}:{number}", null);
            }
        }
        return default;
    }
}
