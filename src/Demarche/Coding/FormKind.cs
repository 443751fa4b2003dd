namespace Demarche.Coding;

/// <summary>The shape of a form.</summary>
public enum FormKind : byte
{
    Verb,
    Predicate,
    Noun,
}
