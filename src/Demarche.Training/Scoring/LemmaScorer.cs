namespace Demarche.Training.Scoring;

/// <summary>
/// Dictionary forms against a treebank, on its own words and with predicted tags. The figure, <c>lemmas</c>, counts every word, punctuation too, and takes
/// the form as the treebank writes it, capitals included.
/// </summary>
public static class LemmaScorer
{
    /// <exception cref="ScoreException">The predictions do not have the gold's words.</exception>
    public static IReadOnlyList<TreeScorer.Row> Score(IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> predicted)
    {
        if (gold.Count != predicted.Count)
            throw new ScoreException($"{gold.Count} sentences, {predicted.Count} predicted");
        int words = 0, right = 0, anyCase = 0, lexical = 0, lexicalRight = 0;
        for (var s = 0; s < gold.Count; s++)
        {
            if (gold[s].Words.Count != predicted[s].Words.Count)
                throw new ScoreException($"sentence {s + 1}: the words differ");
            foreach (var (g, p) in gold[s].Words.Zip(predicted[s].Words))
            {
                if (g.Form != p.Form)
                    throw new ScoreException($"sentence {s + 1}: the words differ");
                // A word that is the broken-off half of the one before has no form of its own.
                if (g.Lemma == "_")
                    continue;
                words++;
                right += g.Lemma == p.Lemma ? 1 : 0;
                anyCase += string.Equals(g.Lemma, p.Lemma, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                if (g.Upos is Upos.PUNCT or Upos.SYM or Upos.X)
                    continue;
                lexical++;
                lexicalRight += g.Lemma == p.Lemma ? 1 : 0;
            }
        }
        return
        [
            new("lemmas", new(right, words, words)), new("lemmas in any case", new(anyCase, words, words)), new("lemmas without punctuation", new(lexicalRight, lexical, lexical)),
        ];
    }
}
