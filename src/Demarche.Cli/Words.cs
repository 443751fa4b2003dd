namespace Demarche.Cli;

/// <summary>Words of one tone.</summary>
internal readonly record struct Words(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Words(string text) => new(text);
}
