namespace Demarche.Store.Projecting;

/// <summary>What the index keeps of one record.</summary>
internal sealed class ProjectedRecord
{
    public required RecordId Id { get; init; }

    public required string Type { get; init; }

    public string? Mode { get; init; }

    public string? Issue { get; init; }

    public string? Status { get; init; }

    public Voice Voice { get; init; }

    /// <summary>The first day it may mean, as <see cref="Days"/> counts.</summary>
    public int Day { get; init; }

    public int Last { get; init; }

    /// <summary>True when the day is its own, not the story's.</summary>
    public bool Dated { get; init; }

    public bool Background { get; init; }

    public string? Country { get; init; }

    public double? Confidence { get; init; }

    public int Quad { get; init; }

    public Review Review { get; init; }

    /// <summary>Who takes part, each once in a role.</summary>
    public required IReadOnlyList<(ActorRow Actor, PartRole Role)> Parts { get; init; }

    /// <summary>What a search for words looks at.</summary>
    public string Words => _words ??= WordsOf();

    private string? _words;

    /// <summary>Makes the words, from a record that must be open.</summary>
    public required Func<string> WordsOf { get; init; }

    /// <summary>Makes the words now, since the record will be closed.</summary>
    public void Keep() => _ = Words;

    /// <summary>True when the index would keep the same of both.</summary>
    public bool IsSame(ProjectedRecord other) => Id == other.Id && Type == other.Type && Mode == other.Mode && Issue == other.Issue && Status == other.Status && Voice == other.Voice && Day == other.Day
        && Last == other.Last && Dated == other.Dated && Background == other.Background && Country == other.Country && Confidence.Equals(other.Confidence) && Quad == other.Quad && Review == other.Review
        && Parts.SequenceEqual(other.Parts) && Words == other.Words;

    public IEnumerable<ActorRow> In(PartRole role) => Parts.Where(part => part.Role == role).Select(part => part.Actor);
}
