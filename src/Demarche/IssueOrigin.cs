namespace Demarche;

/// <summary>How the issue of a position was found.</summary>
public enum IssueOrigin
{
    /// <summary>Its own words name an issue of the codebook.</summary>
    Words,

    /// <summary>Its words point to a matter named elsewhere in the story (“rejected the step”), whose issue it takes over.</summary>
    Context,

    /// <summary>Neither its words nor the story name it outright: passages that readers have given this issue are about such words.</summary>
    Passages,

    /// <summary>No issue of the codebook is named: the words themselves.</summary>
    Label,
}
