namespace Demarche;

/// <summary>A syntactic word of a treebank.</summary>
/// <param name="Form">The word as it stands.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Head">Index of the head in the sentence, counted from 0; −1 at the root.</param>
/// <param name="Relation">The relation as the file spells it.</param>
/// <param name="SpaceAfter">True when a blank follows.</param>
public sealed record ConlluWord(string Form, string Lemma, Upos Upos, string Xpos, int Head, string Relation, bool SpaceAfter);
