using Demarche.Tests.Stories;

namespace Demarche.Tests.Coding;

/// <summary>The rows of <c>wordings.txt</c>: what the words around an act make of it, in many wordings.</summary>
public sealed class WordingTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows() => File.ReadLines(Path.Combine(Project.Root, "tests", "Demarche.Tests", "Coding", "wordings.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split("##", StringSplitOptions.TrimEntries))
        .Select(cells => new TheoryDataRow<string, string>(cells[0], cells[1]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Comes_out(string sentence, string expected)
    {
        var missed = sentence.StartsWith('~');
        var text = sentence.TrimStart('~', ' ');
        var events = Events(text);
        var unmet = expected.Split(';', StringSplitOptions.TrimEntries).Where(row => !Holds(row, events)).ToList();
        if (missed)
            Assert.True(unmet.Count > 0, $"“{text}” comes out now; take its “~” away");
        else
            Assert.True(unmet.Count == 0, $"“{text}”: no {string.Join("; ", unmet)} in {string.Join("; ", events.Select(e => $"{e.Type} {e.Status} {Ids(e.Actors)}>{Ids(e.Recipients)}"))}");
    }

    private static List<Event> Events(string text) =>
        text.StartsWith("H:", StringComparison.Ordinal)
            ? Project.Coder.Analyse(new Story($"{text[2..].Trim()}\n\nNothing else was known.") { Title = text[2..].Trim() }, Layers.Events).Events
            : Project.Coder.Analyse(new Story(text), Layers.Events, asBody: true).Events;

    private static bool Holds(string row, List<Event> events)
    {
        var cells = row.TrimStart('!').Split(' ');
        var (types, statuses) = (cells[0].Split('|'), (cells.Length > 1 ? cells[1] : "asserted|reported").Split('|'));
        var sides = cells.Length > 2 ? cells[2].Split('>') : ["?", "?"];
        var found = events.Exists(e => types.Contains(e.Type) && statuses.Contains(e.Status.ToString(), StringComparer.OrdinalIgnoreCase) && Has(e.Actors, sides[0]) && Has(e.Recipients, sides[1])
            && (cells.Length < 4 || cells[3].TrimStart('@') is var by && (e.Attribution?.Speaker?.Id == by || e.Attribution?.Speaker?.Country == by)));
        return found != row.StartsWith('!');
    }

    private static bool Has(IReadOnlyList<Actor> actors, string wanted) =>
        wanted == "?" || wanted.Split('+').All(one => actors.Any(actor => actor.Id == one || actor.Country == one || actor.Name.Contains(one, StringComparison.Ordinal)));

    private static string Ids(IReadOnlyList<Actor> actors) => string.Join('+', actors.Select(actor => actor.Id ?? actor.Name));
}
