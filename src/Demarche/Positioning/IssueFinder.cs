using Demarche.Codebooks;

namespace Demarche.Positioning;

/// <summary>Finds the issue that a stretch of text is about, by the words of <c>codebook/issues</c>.</summary>
internal sealed class IssueFinder
{
    private readonly Dictionary<string, List<(string[] Phrase, int Issue)>> _byFirst = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<Issue> _issues;

    public IssueFinder(IReadOnlyList<Issue> issues)
    {
        _issues = issues;
        for (var i = 0; i < issues.Count; i++)
            foreach (var phrase in issues[i].Phrases)
            {
                if (!_byFirst.TryGetValue(phrase[0], out var list))
                    _byFirst[phrase[0]] = list = [];
                list.Add((phrase, i));
            }
    }

    /// <summary>The issue with most words in the span, the first in the text among equals; null when none is named.</summary>
    public string? Find(Document document, Span span)
    {
        Dictionary<int, int>? words = null;
        var best = -1;
        for (var t = document.FirstTokenFrom(span.Start); t < document.Tokens.Length && document.Tokens[t].Span.End <= span.End; t++)
        {
            if (!_byFirst.TryGetValue(document.Tokens[t].Lemma, out var phrases))
                continue;
            foreach (var (phrase, issue) in phrases)
            {
                if (!Follows(document, t, phrase))
                    continue;
                words ??= [];
                words[issue] = words.GetValueOrDefault(issue) + phrase.Length;
                if (best < 0 || words[issue] > words[best])
                    best = issue;
            }
        }
        return best < 0 ? null : _issues[best].Id;
    }

    private static bool Follows(Document document, int token, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++, token++)
        {
            if (token < document.Tokens.Length && document.Tokens[token].Upos == Upos.DET)
                token++;
            if (token >= document.Tokens.Length || !document.Tokens[token].Lemma.Equals(phrase[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return true;
    }
}
