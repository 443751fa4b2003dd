namespace Demarche;

/// <summary>A line of a treebank that CoNLL-U does not allow.</summary>
public sealed class ConlluException(string file, int line, string message) : Exception($"{file}:{line}: {message}");
