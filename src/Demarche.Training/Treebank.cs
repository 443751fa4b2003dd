namespace Demarche.Training;

/// <summary>The sentences of treebanks, and what can be known of them before training.</summary>
internal static class Treebank
{
    /// <summary>The sentences of a file, without the GUM documents of other genres than those asked for.</summary>
    public static List<ConlluSentence> Load(string path, IReadOnlyList<string> genres)
    {
        var taken = new List<ConlluSentence>();
        var wanted = true;
        List<ConlluSentence> all;
        try
        {
            all = Conllu.Load(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ConlluException)
        {
            throw new TrainingException(error is ConlluException ? error.Message : $"{path}: the treebank cannot be read: {error.Message}");
        }
        foreach (var sentence in all)
        {
            if (sentence.Comment("newdoc id") is { } document)
                wanted = genres.Count == 0 || !document.StartsWith("GUM_", StringComparison.Ordinal) || document.Split('_') is [_, var genre, ..] && genres.Contains(genre, StringComparer.Ordinal);
            if (wanted)
                taken.Add(sentence);
        }
        return taken;
    }

    /// <summary>The Penn Treebank tags in use, in ordinal order.</summary>
    public static string[] XposOf(IEnumerable<ConlluSentence> sentences) =>
        [.. sentences.SelectMany(s => s.Words).Select(w => w.Xpos).Where(x => x != "_").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static TrainingSentence Prepare(ConlluSentence sentence, Dictionary<string, int> xpos) => new(
        [.. sentence.Words.Select(w => w.Form)],
        [.. sentence.Words.Select((_, i) => i == 0 || sentence.Words[i - 1].SpaceAfter)],
        [.. sentence.Words.Select(w => w.Upos)],
        [.. sentence.Words.Select(w => xpos.GetValueOrDefault(w.Xpos, -1))],
        [.. sentence.Words.Select(w => w.Head)],
        [.. sentence.Words.Select(w => w.Head < 0 ? Relation.Root : Demarche.Relations.Parse(w.Relation))]);
}
