namespace Demarche.Attributing;

/// <summary>The part of speech of a cue.</summary>
internal enum CueClass : byte
{
    Verb,
    Noun,
    Adjective,
    Preposition,
    Adverb,
    Phrase,
    Mark,
}
