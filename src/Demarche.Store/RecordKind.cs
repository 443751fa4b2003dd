namespace Demarche.Store;

/// <summary>The four lists of a record; the letter of its ids is <c>a</c>, <c>e</c>, <c>p</c>, <c>g</c>.</summary>
public enum RecordKind : byte
{
    Statement,
    Event,
    Position,
    Agreement,
}
