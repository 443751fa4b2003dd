using System.Text.Json;

namespace Demarche.Training.Scoring;

/// <summary>Something that a careful reader would insist on finding in the record of a story, or on not finding there. A key that is left out does not matter.</summary>
public sealed record Expectation
{
    private static readonly string[] Kinds = ["event", "position", "agreement", "attribution", "ignored", "nothing", "once", "own", "sentence"];

    private static readonly string[] Keys =
    [
        "expect", "type", "mode", "status", "date", "background", "actors", "recipients", "attributed", "by", "actor", "stance", "addressees", "condition", "speaker", "kind", "via",
        "issue", "depends", "claim", "against", "words", "start", "end", "hash", "known",
    ];

    /// <summary>
    /// <c>event</c>, <c>position</c>, <c>agreement</c> (a claim about one) or <c>attribution</c> that is there; <c>ignored</c> words; <c>nothing</c>, no event from the words; <c>once</c>, exactly one event
    /// (with a speaker: one attribution) however often the words state it; <c>own</c>, words of the outlet and of nobody quoted; <c>sentence</c>, words of one sentence.
    /// </summary>
    public required string Expect { get; init; }

    /// <summary>The line of the file.</summary>
    public required int Line { get; init; }

    /// <summary>The words on which it must rest.</summary>
    public required Span Span { get; init; }

    public string? Type { get; init; }

    /// <summary><c>!phone</c> for any but that.</summary>
    public string? Mode { get; init; }

    public string? Status { get; init; }

    public string? Date { get; init; }

    public bool? Background { get; init; }

    /// <summary>Each must be among the event's actors; <c>|</c> separates ids that are equally right.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Whether the event or position stands inside an attribution.</summary>
    public bool? Attributed { get; init; }

    /// <summary>Whose attribution that is.</summary>
    public string? By { get; init; }

    /// <summary>Whose position it is.</summary>
    public string? Actor { get; init; }

    public string? Stance { get; init; }

    public IReadOnlyList<string> Addressees { get; init; } = [];

    public bool? Condition { get; init; }

    /// <summary>The issue of the position.</summary>
    public string? Issue { get; init; }

    /// <summary>Exactly the words on which the position depends.</summary>
    public Span? Depends { get; init; }

    /// <summary>What is claimed about the agreement.</summary>
    public string? Claim { get; init; }

    /// <summary>Against whom.</summary>
    public string? Against { get; init; }

    public string? Speaker { get; init; }

    public string? Kind { get; init; }

    /// <summary>Whose attribution stands around the attribution.</summary>
    public string? Via { get; init; }

    /// <summary>Why it is known not to be met yet.</summary>
    public string? Known { get; init; }

    /// <summary>Reads a line. Its place is given by <c>words</c>, which occur once in the story, or by <c>start</c>, <c>end</c> and <c>hash</c> (<see cref="ExpectedStory.Hash"/> of the words).</summary>
    /// <exception cref="ScoreException">The line does not fit the story.</exception>
    public static Expectation Read(JsonElement record, string text, string file, int line)
    {
        foreach (var property in record.EnumerateObject())
            if (!Keys.Contains(property.Name))
                throw new ScoreException($"{file}:{line}: the key {property.Name} is not known here");
        if (record.Text("expect") is not { } expect || !Kinds.Contains(expect))
            throw new ScoreException($"{file}:{line}: expect is one of {string.Join(", ", Kinds)}");
        return new()
        {
            Expect = expect,
            Line = line,
            Span = PlaceOf(record, text, file, line),
            Type = record.Text("type"),
            Mode = record.Text("mode"),
            Status = record.Text("status"),
            Date = record.Text("date"),
            Background = Flag(record, "background"),
            Actors = Texts(record, "actors"),
            Recipients = Texts(record, "recipients"),
            Attributed = Flag(record, "attributed"),
            By = record.Text("by"),
            Actor = record.Text("actor"),
            Stance = record.Text("stance"),
            Addressees = Texts(record, "addressees"),
            Condition = Flag(record, "condition"),
            Issue = record.Text("issue"),
            Depends = record.TryGetProperty("depends", out var depends) ? PlaceOf(depends, text, file, line) : null,
            Claim = record.Text("claim"),
            Against = record.Text("against"),
            Speaker = record.Text("speaker"),
            Kind = record.Text("kind"),
            Via = record.Text("via"),
            Known = record.Text("known"),
        };
    }

    /// <summary>What is expected, in one line, without the words.</summary>
    public override string ToString()
    {
        var parts = new List<string?>
        {
            Expect, Type, Stance, Claim, Kind, Status, Mode, Date, Background is true ? "background" : null,
            Actors.Count > 0 ? $"by {string.Join(" + ", Actors)}" : Actor is not null ? $"of {Actor}" : Speaker is not null ? $"of {Speaker}" : null,
            Recipients.Count > 0 ? $"to {string.Join(" + ", Recipients)}" : Addressees.Count > 0 ? $"to {string.Join(" + ", Addressees)}" : null,
            Condition is true ? "with a condition" : null,
            Issue is not null ? $"on {Issue}" : Against is not null ? $"against {Against}" : null,
            By is not null ? $"said by {By}" : Attributed is true ? "said by somebody" : null,
            Via is not null ? $"reported by {Via}" : null,
        };
        return string.Join(' ', parts.Where(part => part is not null));
    }

    private static Span PlaceOf(JsonElement record, string text, string file, int line)
    {
        if (record.Text("words") is { } words)
        {
            var at = text.IndexOf(words, StringComparison.Ordinal);
            if (at < 0 || text.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0)
                throw new ScoreException($"{file}:{line}: “{words}” occurs {(at < 0 ? "nowhere" : "more than once")} in the story");
            return new(at, at + words.Length);
        }
        var span = new Span(record.Number("start") ?? -1, record.Number("end") ?? -1);
        if (span.Start < 0 || span.End <= span.Start || span.End > text.Length)
            throw new ScoreException($"{file}:{line}: words, or start and end, must say where");
        return record.Text("hash") is { } hash && hash != ExpectedStory.Hash(text[span.Start..span.End]) ? throw new ScoreException($"{file}:{line}: the words at {span.Start} are others") : span;
    }

    private static bool? Flag(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static List<string> Texts(JsonElement record, string name) =>
        [.. record.Items(name).Select(item => item.GetString() ?? "")];
}
