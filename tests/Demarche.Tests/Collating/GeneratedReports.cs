using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Demarche.Tests.Collating;

/// <summary>
/// Writes sets of short reports about happenings that it draws: who, to whom, where, when. Each happening is told by two to four outlets in words of their own, some without the day or the place, some with other figures;
/// each set has the same thing elsewhere on the same day, the same place a week later, and the sides turned round. The marks are those of <c>eval/own/incidents.jsonl</c>.
/// </summary>
internal sealed class GeneratedReports(ulong seed)
{
    private static readonly (string State, string Adjective, string Capital, string Second)[] States =
    [
        ("Turkey", "Turkish", "Ankara", "Izmir"), ("Pakistan", "Pakistani", "Islamabad", "Karachi"), ("Ethiopia", "Ethiopian", "Addis Ababa", "Gondar"), ("Peru", "Peruvian", "Lima", "Cusco"),
        ("Poland", "Polish", "Warsaw", "Gdansk"), ("Kenya", "Kenyan", "Nairobi", "Mombasa"), ("Vietnam", "Vietnamese", "Hanoi", "Haiphong"), ("Morocco", "Moroccan", "Rabat", "Casablanca"),
        ("Armenia", "Armenian", "Yerevan", "Gyumri"), ("Colombia", "Colombian", "Bogota", "Cali"), ("Greece", "Greek", "Athens", "Thessaloniki"), ("Iraq", "Iraqi", "Baghdad", "Basra"),
    ];

    private static readonly string[] Outlets = ["Wire East", "Morning Ledger", "Harbour Post", "Plain Dispatch", "Evening Courier", "Lake Tribune"];

    private readonly EditedStories _draw = new(seed);

    /// <summary>Sets of reports with their marks, as gold.</summary>
    public IReadOnlyList<JsonElement> Sets(int count) => [.. Enumerable.Range(0, count).Select(Set)];

    private JsonElement Set(int number)
    {
        var kind = number % 7;
        var (a, b) = (_draw.Pick(States), _draw.Pick(States));
        while (b == a)
            b = _draw.Pick(States);
        var day = new DateOnly(1990 + _draw.Draw(34), 1 + _draw.Draw(12), 1 + _draw.Draw(20));
        List<Happening> happenings =
        [
            new("a", kind, a, b, b.Second, day, 5 + _draw.Draw(40)),
            new("b", kind, a, b, b.Second, day.AddDays(7 + _draw.Draw(4)), 5 + _draw.Draw(40)),
            new("c", kind, b, a, a.Second, day.AddDays(_draw.Draw(2)), 5 + _draw.Draw(40)),
        ];
        var stories = new List<object>();
        foreach (var happening in happenings)
        {
            var outlets = Outlets.OrderBy(_ => _draw.Draw(1 << 20)).Take(2 + _draw.Draw(3)).ToList();
            for (var i = 0; i < outlets.Count; i++)
                stories.Add(Story(happening, outlets[i], i, happening.Mark == "b" && _draw.Draw(2) == 0 ? happenings[0] : null));
        }
        return JsonSerializer.SerializeToElement(new { id = $"generated-{seed}-{number}", stories });
    }

    private object Story(Happening happening, string outlet, int wording, Happening? recalled)
    {
        var published = happening.Day.AddDays(_draw.Draw(2));
        var text = new StringBuilder();
        var events = new List<object>();
        text.Append(CultureInfo.InvariantCulture, $"News from {happening.A.Capital} and {happening.B.Capital}\n\n");
        Add(Lead(happening, wording), happening.Mark, happening.Kind);
        text.Append(' ').Append(_draw.Pick([$"The two neighbours have been at odds for years.", $"Nobody in {happening.A.Capital} would say more.", "Markets took little notice.", "Diplomats in the region said that they had been told beforehand."]));
        if (recalled is not null)
        {
            text.Append(' ');
            Add(Recall(recalled, published), recalled.Mark, recalled.Kind);
        }
        return new { outlet, published = Day(published), title = $"News from {happening.A.Capital} and {happening.B.Capital}", text = text.ToString(), events };

        void Add((string Before, string Words, string Behind) sentence, string incident, int kind)
        {
            text.Append(sentence.Before);
            var start = text.Length;
            text.Append(sentence.Words);
            events.Add(new { start, end = text.Length, text = sentence.Words, type = Type(kind), incident });
            text.Append(sentence.Behind);
        }
    }

    private static string Type(int kind) => kind switch { 0 => "ASSAULT", 1 => "CONSULT", 2 => "SANCTION|COERCE", 3 => "PROTEST", 4 => "COERCE", 5 => "ACCUSE", _ => "AID|COOPERATE|AGREE" };

    private (string, string, string) Lead(Happening h, int wording)
    {
        // Some do not give the day.
        var on = _draw.Draw(4) == 0 ? "" : $" on {h.Day.DayOfWeek}";
        var (a, b) = (h.A, h.B);
        return (h.Kind, wording) switch
        {
            (0, 0) => ("", $"{a.Adjective} jets bombed the {b.Adjective} city of {h.City}{on}", $", killing {h.Number} people."),
            (0, 1) => ("", $"{a.State} struck {h.City} from the air{on}", $". At least {h.Number} people were killed, doctors said."),
            (0, _) => ($"{h.Number + 3} people died when ", $"{a.Adjective} warplanes attacked {h.City} in {b.State}{on}", "."),
            (1, 0) => ("", $"The {a.Adjective} foreign minister visited {b.Capital}{on}", "."),
            (1, 1) => ("", $"{a.State}'s foreign minister arrived in {b.Capital}{on}", " for talks about trade."),
            (1, _) => ("", $"The foreign minister of {a.State} travelled to {b.State}{on}", "."),
            (2, 0) => ("", $"{a.State} expelled two {b.Adjective} diplomats{on}", "."),
            (2, 1) => ("", $"The government of {a.State} ordered two {b.Adjective} envoys out of the country{on}", " over a spy affair."),
            (2, _) => ("", $"{a.Capital} expelled two diplomats of {b.State}{on}", ", the foreign ministry said."),
            (3, 0) => ("", $"Thousands of students marched through {h.City} in {b.State}{on}", " against higher fares."),
            (3, 1) => ("", $"Students demonstrated in the {b.Adjective} city of {h.City}{on}", ", and the police looked on."),
            (3, _) => ("", $"A crowd of students protested in {h.City}{on}", $", as {b.State} raised its fares."),
            (4, 0) => ("", $"{b.Adjective} police arrested {h.Number} fishermen from {a.State}{on}", "."),
            (4, 1) => ("", $"{b.State} detained {h.Number} {a.Adjective} fishermen{on}", " off its coast."),
            (4, _) => ("", $"The {b.Adjective} coast guard arrested {h.Number + 1} {a.Adjective} fishermen{on}", ", their families said."),
            (5, 0) => ("", $"{a.State} accused {b.State} of arming rebels{on}", "."),
            (5, 1) => ("", $"The {a.Adjective} government accused {b.Capital} of sending arms to rebels{on}", "."),
            (5, _) => ("", $"{a.Capital} blamed {b.State} for arming the rebels{on}", "."),
            (_, 0) => ("", $"{a.State} sent {h.Number} tons of food to {b.State}{on}", "."),
            (_, 1) => ("", $"{a.Adjective} aircraft delivered food aid to {b.State}{on}", ", where the harvest has failed."),
            _ => ("", $"{a.State} gave {b.State} food aid{on}", ", a spokesman said."),
        };
    }

    private static (string, string, string) Recall(Happening then, DateOnly now)
    {
        var (a, b) = (then.A, then.B);
        var days = (now.DayNumber - then.Day.DayNumber).ToString(CultureInfo.InvariantCulture);
        return then.Kind switch
        {
            0 => ($"{days} days ago ", $"{a.State} bombed the city of {then.City}", "."),
            1 => ($"{days} days ago ", $"the {a.Adjective} minister visited {b.Capital}", "."),
            2 => ($"{days} days ago ", $"{a.State} expelled two other {b.Adjective} diplomats", "."),
            3 => ($"{days} days ago ", $"students marched through {then.City}", "."),
            4 => ($"{days} days ago ", $"{b.State} arrested other {a.Adjective} fishermen", "."),
            5 => ($"{days} days ago ", $"{a.State} accused {b.State} of the same", "."),
            _ => ($"{days} days ago ", $"{a.State} delivered food to {b.State}", "."),
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Happening(string Mark, int Kind, (string State, string Adjective, string Capital, string Second) A, (string State, string Adjective, string Capital, string Second) B, string City, DateOnly Day, int Number);
}
