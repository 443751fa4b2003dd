using System.Globalization;
using System.Text.Json;
using Demarche.Store.Collating;
using Demarche.Tests.Stories;

namespace Demarche.Tests.Collating;

/// <summary>When an event may have taken place, from its date, from the words around it and from the day of its story, 12 March 2021.</summary>
public sealed class ReportDaysTests
{
    private static readonly CollatingRules Rules = CollatingRules.Load(Project.In("codebook"));

    [Theory]
    [InlineData("Gunmen [attacked](2021-03-11) a post on Thursday, eight days after the {bombing} of the market.", "2021-03-02 to 2021-03-04")]
    // The coder has given the second event the day of the first.
    [InlineData("He [returned](2021-03-10) on Wednesday, a day after a telephone {call}(2021-03-10) with the president.", "2021-03-09 to 2021-03-09")]
    [InlineData("Troops withdrew a week after rebels {shelled} the town.", "2021-03-04 to 2021-03-06")]
    // A day of its own.
    [InlineData("He [returned](2021-03-10) a day after rebels {shelled}(2021-03-08) the town.", "2021-03-08 to 2021-03-08")]
    // Something else comes after the comma.
    [InlineData("A day after he [returned](2021-03-10), rebels {shelled}(2021-03-11) the town.", "2021-03-11 to 2021-03-11")]
    [InlineData("Rebels {shelled} the town.", "2021-03-02 to 2021-03-12")]
    [InlineData("Its navy had {seized} the vessel.", "2021-01-11 to 2021-03-12")]
    [InlineData("He spoke of the {expulsion} of 25 envoys.", "2021-01-11 to 2021-03-12")]
    [InlineData("He spoke of the gas {attack} on the town.", "2021-01-11 to 2021-03-12")]
    [InlineData("He said the army {attacked} a town.", "2021-03-02 to 2021-03-12")]
    // A week may be two days off, a month is one.
    [InlineData("Rebels had {seized}(2021-02-15/2021-02-21) the town three weeks ago.", "2021-02-13 to 2021-02-23")]
    [InlineData("Rebels had {seized}(2021-03-05) the town a week ago.", "2021-03-03 to 2021-03-07")]
    [InlineData("Rebels had {seized}(2021-03-05) the town seven days ago.", "2021-03-05 to 2021-03-05")]
    [InlineData("Rebels {seized}(2021-02) the town in February.", "2021-02-01 to 2021-02-28")]
    public void Reads(string marked, string expected)
    {
        var (text, events) = Unmarked(marked);
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(new { events = events.Select(e => new
        {
            date = e.Date?.Split('/')[0], date_end = e.Date?.Split('/') is [_, var end] ? end : null, evidence = new { start = e.Word.Start, end = e.Word.End },
            spans = new[] { new Role("trigger", e.Word.Start, e.Word.End), Ago(text) }.Select(role => new { role = role.Name, start = role.Start, end = role.End }),
        }) }));
        var list = json.RootElement.GetProperty("events");
        var asked = events.FindIndex(e => e.Asked);
        var days = new ReportDays(Rules).Of(list[asked], list.EnumerateArray(), new(2021, 3, 12), text, new(0, text.Length))!.Value;
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{days.First:yyyy-MM-dd} to {days.Last:yyyy-MM-dd}"));
    }

    [Fact]
    public void Without_any_day_nothing_is_known()
    {
        using var json = JsonDocument.Parse("""[{"evidence":{"start":0,"end":4}}]""");
        Assert.Null(new ReportDays(Rules).Of(json.RootElement[0], json.RootElement.EnumerateArray(), null, "Rain fell.", new(0, 10)));
    }

    private sealed record Role(string Name, int Start, int End);

    // “A week ago”; an empty span where the text has no such words.
    private static Role Ago(string text)
    {
        var end = text.IndexOf(" ago", StringComparison.Ordinal) + 4;
        return new("date", end < 4 ? 0 : text.LastIndexOf(' ', text.LastIndexOf(' ', end - 5) - 1) + 1, end < 4 ? 0 : end);
    }

    // [words](date) is another event, {words}(date) the one that is asked about.
    private static (string Text, List<(Span Word, string? Date, bool Asked)> Events) Unmarked(string marked)
    {
        var text = "";
        var events = new List<(Span, string?, bool)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] is not ('[' or '{'))
            {
                text += marked[i];
                continue;
            }
            var close = marked.IndexOf(marked[i] == '[' ? ']' : '}', i);
            var (start, asked) = (text.Length, marked[i] == '{');
            text += marked[(i + 1)..close];
            var date = close + 1 < marked.Length && marked[close + 1] == '(' ? marked[(close + 2)..marked.IndexOf(')', close)] : null;
            events.Add((new(start, text.Length), date, asked));
            i = date is null ? close : marked.IndexOf(')', close);
        }
        return (text, events);
    }
}
