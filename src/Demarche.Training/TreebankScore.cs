using Demarche.Parsing;

namespace Demarche.Training;

/// <summary>
/// The share of words, punctuation counted, that a model gets right on a treebank's own tokens: part of speech, Penn tag, head, head and universal relation, dictionary form.
/// </summary>
public sealed record TreebankScore(string File, int Words, double Upos, double Xpos, double Uas, double Las, double Lemmas)
{
    /// <summary>Parses the sentences anew and compares.</summary>
    internal static TreebankScore Of(string file, IReadOnlyList<ConlluSentence> gold, Parser parser)
    {
        int words = 0, upos = 0, xpos = 0, heads = 0, labelled = 0, lemmas = 0;
        // Some sentences at a time, as in a story.
        foreach (var part in gold.Chunk(50))
        {
            var document = Conllu.ToDocument(part);
            parser.Process(document);
            var at = 0;
            foreach (var sentence in part)
            {
                var first = at;
                foreach (var word in sentence.Words)
                {
                    ref var token = ref document.Tokens[at++];
                    words++;
                    upos += token.Upos == word.Upos ? 1 : 0;
                    xpos += token.Xpos == word.Xpos ? 1 : 0;
                    lemmas += token.Lemma == word.Lemma ? 1 : 0;
                    if (token.Head != (word.Head < 0 ? -1 : first + word.Head))
                        continue;
                    heads++;
                    labelled += token.Relation.Universal() == Relations.Parse(word.Relation).Universal() ? 1 : 0;
                }
            }
        }
        return new(file, words, Share(upos), Share(xpos), Share(heads), Share(labelled), Share(lemmas));

        double Share(int right) => words == 0 ? 0 : 100.0 * right / words;
    }
}
