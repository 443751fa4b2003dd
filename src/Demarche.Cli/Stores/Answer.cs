using Demarche.Store.Asking;

namespace Demarche.Cli.Stores;

/// <summary>An answer as a table: columns and rows. Lists stand in a cell as such; how they are written is the form's affair.</summary>
internal sealed record Answer(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns that say where the words of a row stand; they end every row.</summary>
    public static readonly string[] Source = ["words", "story", "outlet", "published", "title", "url"];

    /// <summary>What is said to a reader where there are no rows.</summary>
    public string Empty { get; init; } = "Nothing in the store matches.";

    /// <summary>
    /// The answer, or, where what is asked for has a value that no record has, one that says so: “threatn” is no type, and whoever mistyped it should think neither that nothing took place
    /// nor that nobody reacted.
    /// </summary>
    public Answer OrUnknown(Answers answers, Question question, bool always = false) =>
        (always || Rows.Count == 0) && answers.Unknown(question) is { Count: > 0 } unknown ? this with { Rows = [], Empty = $"Nothing in the store matches: {string.Join("; ", unknown)}" } : this;
}
