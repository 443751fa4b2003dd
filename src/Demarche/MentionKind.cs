namespace Demarche;

/// <summary>How a mention refers.</summary>
public enum MentionKind : byte
{
    /// <summary>By a name: “Moscow”, “Vladimir Putin”, “the Atlantic Alliance”.</summary>
    Name,

    /// <summary>By a description: “the French president”, “his German counterpart”, “two officials”.</summary>
    Description,

    /// <summary>By a pronoun or possessive: “he”, “their”.</summary>
    Pronoun,

    /// <summary>By an adjective of nationality before a noun: “Israeli” in “Israeli strikes”.</summary>
    Adjective,
}
