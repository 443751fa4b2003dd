namespace Demarche.Cli.Stores;

/// <summary>An answer as a table: columns and rows. Lists stand in a cell as such; how they are written is the form's affair.</summary>
internal sealed record Answer(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns that say where the words of a row stand; they end every row.</summary>
    public static readonly string[] Source = ["words", "story", "outlet", "published", "title", "url"];

    /// <summary>What is said to a reader where there are no rows.</summary>
    public string Empty { get; init; } = "Nothing in the store matches.";
}
