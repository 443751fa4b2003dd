using System.Text.Json;
using Demarche.Record;

namespace Demarche.Tests.Record;

public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs", "record.md"));

    public static TheoryData<string, string> Fields()
    {
        var data = new TheoryData<string, string>();
        using var record = JsonRecordTests.Read(Recorded.Story());
        foreach (var (section, field) in Walk("Record", record.RootElement).Distinct())
            data.Add(section, field);
        return data;
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_is_in_the_table_of_its_section(string section, string field)
    {
        var from = Page.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(from >= 0, $"docs/record.md has no section “{section}”");
        var to = Page.IndexOf("\n## ", from + 4, StringComparison.Ordinal);
        Assert.Contains($"\n| `{field}` |", Page[from..(to < 0 ? Page.Length : to)], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_of_the_table_of_events_is_there()
    {
        var columns = Recorded.Written(output => new CsvRecord(output)).Trim().Split(',');
        var section = Page[Page.IndexOf("\n## Events as CSV\n", StringComparison.Ordinal)..];
        Assert.All(columns, column => Assert.Contains($"`{column}`", section, StringComparison.Ordinal));
    }

    // Objects of one shape have one section: the actor, wherever it stands.
    private static IEnumerable<(string Section, string Field)> Walk(string section, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(item => Walk(section, item));
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        return element.EnumerateObject().SelectMany(property => Walk(SectionOf(property.Name, section), property.Value).Prepend((section, property.Name)));
    }

    private static string SectionOf(string field, string within) => field switch
    {
        "story" => "Story",
        "run" => "Run",
        "attributions" => "Attribution",
        "events" => "Event",
        "positions" => "Position",
        "agreements" => "Agreement",
        "ignored" => "Ignored",
        "spans" => "Role span",
        "place" => "Place",
        "speaker" or "further_speakers" or "addressees" or "actor" or "actors" or "recipients" or "parties" or "by" or "against" => "Actor",
        "evidence" or "mention" or "mentions" or "source" or "cue" or "content" or "repeats" or "condition" or "strength_words" or "outcome" or "name" or "provision" => "Span",
        _ => within,
    };
}
