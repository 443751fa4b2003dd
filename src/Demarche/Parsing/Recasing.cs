namespace Demarche.Parsing;

/// <summary>How careful writing would have a word that a headline gives capitals.</summary>
internal enum Recasing : byte
{
    /// <summary>As it stands.</summary>
    None,

    /// <summary>“Iran <em>Warns</em> London”: the capital is the headline's and not the word's own.</summary>
    Small,

    /// <summary>“IRAN WARNS LONDON”: a name, with one capital.</summary>
    Capital,
}
