namespace Demarche.Tests.Stories;

/// <summary>The rows of <c>who-is-described.txt</c>: descriptions and forms of names over regions and decades, with whom they mean.</summary>
public sealed class DescriptionTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Rows() => File.ReadLines(Path.Combine(Project.Root, "tests", "Demarche.Tests", "Stories", "who-is-described.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | "))
        .Select(cells => new TheoryDataRow<string, string, string>(cells[0], cells[1], cells[2]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Means(string published, string text, string expected)
    {
        var document = Project.Coder.Analyse(new Story(text) { Published = DateOnly.ParseExact(published, "yyyy-MM-dd") }, Layers.Actors, asBody: true);
        foreach (var row in expected.Split("; "))
        {
            var (words, whom) = row.Split(" = ") is [var left, var right] ? (left, right) : throw new FormatException($"“{row}” is not WORDS = WHOM");
            var start = text.IndexOf(words, StringComparison.Ordinal);
            Assert.True(start >= 0, $"“{words}” is not in the sentence");
            var span = new Span(start, start + words.Length);
            // Of what overlaps the words, the longest: “the Russian president”, not “Russian”.
            var mention = document.Mentions.Where(m => document.SpanOf(m.First, m.End - 1).Overlaps(span)).OrderByDescending(m => document.SpanOf(m.First, m.End - 1).Length).FirstOrDefault();
            Assert.True(mention is not null, $"“{words}” is nobody");
            var actor = mention.Actor;
            var known = whom[0] == '@' ? $"@{actor.Country ?? "-"} {actor.Sector}" : actor.Id ?? "";
            Assert.True(whom[0] == '@' ? Accepts(whom, known) : whom == known, $"“{words}” is {known}, not {whom}: {mention.Why}");
        }
    }

    // “@SYR OPP|CVL”: the country, then the sectors that will do.
    private static bool Accepts(string whom, string known)
    {
        var (expected, found) = (whom[1..].Split(' '), known[1..].Split(' '));
        return expected[0].Split('|').Contains(found[0]) && (expected.Length == 1 || expected[1].Split('|').Contains(found[1]));
    }
}
