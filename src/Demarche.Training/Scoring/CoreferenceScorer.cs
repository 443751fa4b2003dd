namespace Demarche.Training.Scoring;

/// <summary>
/// Whom pronouns of the third person mean. A pronoun is <c>answered</c> when it is a mention, and <c>right</c> when a phrase of the gold that stands before it and means the
/// same is a mention of the same actor. Right is counted among those answered, by pronoun too.
/// </summary>
internal static class CoreferenceScorer
{
    public static ScoreSheet Score(IReadOnlyList<(CoreferenceGold Gold, Document Document)> documents)
    {
        var sheet = new ScoreSheet("right", "answered", "right of all");
        foreach (var (gold, document) in documents)
        {
            foreach (var (token, phrases) in gold.Pronouns)
            {
                var mention = document.Mentions.FirstOrDefault(m => m.Head == token && m.Kind == MentionKind.Pronoun);
                var right = mention is not null && document.Mentions.Any(m => m.Kind != MentionKind.Pronoun && m.Actor.Is(mention.Actor) && phrases.Any(p => p.First <= m.First && m.End <= p.End && m.First <= p.Head && p.Head < m.End));
                sheet.Count("answered", mention is not null);
                sheet.Count("right of all", right);
                if (mention is not null)
                {
                    sheet.Count("right", right);
                    sheet.Count($"right {Family(document.Tokens[token].Form)}", right);
                }
                if (!right)
                    sheet.Miss($"{gold.Id}, “{Around(document, token)}”: {mention?.Actor.Name ?? "nobody"}, not {document.Words(document.SpanOf(phrases[^1].First, phrases[^1].End - 1))}");
            }
        }
        return sheet;
    }

    private static string Family(string pronoun) => pronoun.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => "he",
        "she" or "her" or "hers" or "herself" => "she",
        "it" or "its" or "itself" => "it",
        _ => "they",
    };

    private static string Around(Document document, int token) =>
        document.Words(document.SpanOf(Math.Max(0, token - 4), token)) + " ⟵ " + document.Words(document.SpanOf(token, Math.Min(document.Tokens.Length - 1, token + 3)));
}
