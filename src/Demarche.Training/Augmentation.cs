namespace Demarche.Training;

/// <summary>
/// Makes treebank sentences look now and then as news prints them: typographic quotation marks, headlines without articles and final stop, lines in capitals.
/// </summary>
internal static class Augmentation
{
    private const float Typographic = 0.5f;
    private const float WithoutStop = 0.06f;
    private const float Headline = 0.04f;
    private const float Capitals = 0.02f;

    /// <summary>The sentence as it is, or a variant.</summary>
    /// <param name="opening">The number of the tag of opening quotation marks.</param>
    /// <param name="closing">The number of the tag of closing quotation marks.</param>
    public static TrainingSentence Vary(TrainingSentence sentence, int opening, int closing, Chance chance)
    {
        // All dice are thrown for every sentence, so that one sentence's outcome does not move the next one's.
        var typographic = chance.Happens(Typographic);
        var withoutStop = chance.Happens(WithoutStop);
        var headline = chance.Happens(Headline);
        var capitals = chance.Happens(Capitals);

        if (headline)
            sentence = Without(sentence, i => EndsWithStop(sentence, i) || IsArticle(sentence, i));
        else if (withoutStop)
            sentence = Without(sentence, i => EndsWithStop(sentence, i));
        if (typographic)
            sentence = Curl(sentence, opening, closing);
        if (capitals)
            sentence = sentence with { Forms = [.. sentence.Forms.Select(form => form.ToUpperInvariant())] };
        return sentence;
    }

    /// <summary>With typographic quotation marks, apostrophes and dashes.</summary>
    public static TrainingSentence Curl(TrainingSentence sentence, int opening, int closing) =>
        sentence with { Forms = [.. sentence.Forms.Select((form, i) => Curl(form, sentence.Xpos[i], opening, closing))] };

    private static bool EndsWithStop(TrainingSentence sentence, int i) => i == sentence.Count - 1 && sentence.Forms[i] == ".";

    private static bool IsArticle(TrainingSentence sentence, int i) =>
        sentence.Relations[i] == Relation.Det && (sentence.Forms[i].ToLowerInvariant() is "the" or "a" or "an");

    private static string Curl(string form, int xpos, int opening, int closing) => form switch
    {
        "\"" or "''" or "``" when xpos == opening => "“",
        "\"" or "''" or "``" when xpos == closing => "”",
        "'" when xpos == opening => "‘",
        "--" => "—",
        _ => form.Replace('\'', '’'),
    };

    // Only words on which no other hangs are left out, so that what stays is still a tree.
    private static TrainingSentence Without(TrainingSentence sentence, Func<int, bool> leaveOut)
    {
        var kept = new List<int>();
        var place = new int[sentence.Count];
        for (var i = 0; i < sentence.Count; i++)
        {
            place[i] = kept.Count;
            if (!leaveOut(i) || sentence.Heads[i] < 0 || Array.IndexOf(sentence.Heads, i) >= 0)
                kept.Add(i);
        }
        return kept.Count == sentence.Count ? sentence : new(
            [.. kept.Select(i => sentence.Forms[i])],
            [.. kept.Select((i, place) => place == 0 || sentence.SpaceBefore[i])],
            [.. kept.Select(i => sentence.Upos[i])],
            [.. kept.Select(i => sentence.Xpos[i])],
            [.. kept.Select(i => sentence.Heads[i] < 0 ? sentence.Heads[i] : place[sentence.Heads[i]])],
            [.. kept.Select(i => sentence.Relations[i])]);
    }
}
