namespace Demarche.Codebooks;

/// <summary>A passage of news with the issue that a reader finds in it: a line of <c>issues/passages/*.tsv</c>.</summary>
/// <param name="Issues">The ids of issues, the best first; several where a reader would take either.</param>
/// <param name="Text">Its words.</param>
internal sealed record IssuePassage(string[] Issues, string Text)
{
    /// <summary>The passages of a codebook, file by file.</summary>
    /// <exception cref="CodebookException">A line is no passage, or its issue is none of the codebook's.</exception>
    public static List<IssuePassage> Load(CodebookFolder folder, IReadOnlyList<Issue> issues)
    {
        var ids = issues.Select(issue => issue.Id).ToHashSet(StringComparer.Ordinal);
        var passages = new List<IssuePassage>();
        foreach (var file in folder.Files(CodebookFolder.Passages, ".tsv"))
        {
            var line = 0;
            foreach (var text in Lexicon.Lines(file.Path, file.Name))
            {
                line++;
                if (text.Length == 0 || text[0] == '#')
                    continue;
                if (text.Split('\t') is not [var named, { Length: > 0 } words])
                    throw new CodebookException(file.Name, line, "a passage is the id of an issue, a tab and the passage");
                var found = named.Split(',');
                if (Array.Find(found, id => !ids.Contains(id)) is { } unknown)
                    throw new CodebookException(file.Name, line, $"there is no issue “{unknown}”");
                passages.Add(new(found, words));
            }
        }
        return passages;
    }
}
