namespace Demarche;

/// <summary>Universal part of speech (universaldependencies.org/u/pos), in the names of the standard.</summary>
public enum Upos : byte
{
    X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB,
}
