namespace Demarche.Recognizing;

/// <summary>How a word is written.</summary>
internal enum Casing : byte
{
    /// <summary>“of”, “al”, “1990”.</summary>
    Small,

    /// <summary>“Russia”, “McCain”.</summary>
    Capital,

    /// <summary>“NATO”, “U.S.”; a headline that shouts.</summary>
    Capitals,
}
