namespace Demarche.Recognizing;

/// <summary>Takes one folded piece of a word.</summary>
internal delegate void PieceTaker<in TState>(TState state, ReadOnlySpan<char> piece, Casing casing);
