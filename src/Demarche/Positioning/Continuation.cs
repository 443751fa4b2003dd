using Demarche.Parsing;

namespace Demarche.Positioning;

/// <summary>Whose words a sentence goes on with that names nobody for them: “The city must be given back, he said. There could be no talks before that.”</summary>
internal static class Continuation
{
    /// <summary>What was said last in the sentence before, in the same paragraph and told in the past; null where nothing was, or where the words are ascribed themselves.</summary>
    public static Attribution? Of(Document document, int token)
    {
        if (document.AttributionAt(token) is not null || document.IndexOfSentence(token) is not (> 0 and var index))
            return null;
        var (sentence, before) = (document.Sentences[index], document.Sentences[index - 1]);
        if (before.Ignored || before.Kind == BlockKind.Title || !document.InOneBlock(sentence.Span, before.Span))
            return null;
        for (var t = before.End - 1; t >= before.First; t--)
            if (document.AttributionByCue(t) is { Via: null, Speaker: not null, Content: [_, ..] } said)
                return document.Tokens[t].Xpos is "VBD" or "VBN" ? said : null;
        return null;
    }
}
