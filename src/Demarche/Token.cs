using Demarche.Parsing;

namespace Demarche;

/// <summary>
/// A syntactic word in the sense of Universal Dependencies: an orthographic word, a part of one (“do|n't”, “Iran|'s”) or a punctuation mark.
/// The tokens of a document cover each non-blank character exactly once.
/// </summary>
public struct Token
{
    /// <summary>Where it stands in the story.</summary>
    public Span Span;

    /// <summary>Its characters.</summary>
    public string Form;

    /// <summary>Its dictionary form, lower-cased unless it is a proper noun; the form itself until tagging has run.</summary>
    public string Lemma;

    /// <summary>True for the second and later parts of an orthographic word (“n't” in “don't”).</summary>
    public bool Continues;

    /// <summary>True when a blank or line end stands before it.</summary>
    public bool SpaceBefore;

    /// <summary>How it would be written but for the capitals of a headline; by <c>Parsing</c>.</summary>
    internal Recasing Recasing;

    /// <summary>Universal part of speech.</summary>
    public Upos Upos;

    /// <summary>Penn Treebank tag; empty until tagging has run.</summary>
    public string Xpos;

    /// <summary>The governing token's index in <see cref="Document.Tokens"/>; −1 at the root of a sentence.</summary>
    public int Head;

    /// <summary>The relation to the head, with its English subtype.</summary>
    public Relation Relation;
}
