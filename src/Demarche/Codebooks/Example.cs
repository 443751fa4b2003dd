namespace Demarche.Codebooks;

/// <summary>A sentence of the codebook with the words that fill the roles marked.</summary>
/// <param name="Text">The sentence, without the marks.</param>
/// <param name="Actors">Where the actors stand in <paramref name="Text"/>.</param>
/// <param name="Recipients">Where the recipients stand.</param>
/// <param name="Line">The line of the file.</param>
public sealed record Example(string Text, IReadOnlyList<Span> Actors, IReadOnlyList<Span> Recipients, int Line)
{
    /// <summary>Reads a sentence as it is written in a codebook: “[Kenya](actor) warned [Somalia](recipient).”.</summary>
    /// <exception cref="CodebookException">A mark is not closed, or names another part.</exception>
    public static Example Parse(string marked) => Parse(new YamlNode("SENTENCE", 0, YamlKind.Text, marked, []));

    /// <summary>Reads “[Kenya](actor) warned [Somalia](recipient).”.</summary>
    public static Example Parse(YamlNode node)
    {
        var sentence = MarkedSentence.Read(node, "actor", "recipient");
        return new(sentence.Text, sentence["actor"], sentence["recipient"], node.Line);
    }
}
