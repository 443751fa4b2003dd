using Demarche.Codebooks;

namespace Demarche.Attributing;

/// <summary>A sentence of the codebook with the three parts of its attribution marked.</summary>
/// <param name="Text">The sentence, without the marks.</param>
/// <param name="Source">Where the source stands in <paramref name="Text"/>; empty when nobody is named.</param>
/// <param name="Cue">Where the cue stands.</param>
/// <param name="Content">Where the content stands.</param>
internal sealed record AttributionExample(string Text, IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content)
{
    /// <summary>Reads “[The envoy](source) [said](cue) [that it was over](content).”.</summary>
    public static AttributionExample Read(YamlNode node)
    {
        var sentence = MarkedSentence.Read(node, "source", "cue", "content");
        if (sentence["cue"].Count == 0 || sentence["content"].Count == 0)
            throw node.Error("an example marks at least its (cue) and its (content)");
        return new(sentence.Text, sentence["source"], sentence["cue"], sentence["content"]);
    }

    /// <summary>True when the attribution has the marked parts, punctuation at their edges aside.</summary>
    public bool Fits(Attribution attribution) =>
        Same(attribution.Source, Source) && Same(attribution.Cue, Cue) && Same(attribution.Content, Content);

    private bool Same(IReadOnlyList<Span> found, IReadOnlyList<Span> marked) =>
        found.Count == marked.Count && found.Zip(marked).All(pair => Core(pair.First) == Core(pair.Second));

    private Span Core(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(Text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(Text[end - 1]))
            end--;
        return start < end ? new(start, end) : span;
    }
}
