using Demarche.Codebooks;

namespace Demarche.Training;

/// <summary>
/// Sentences that nobody annotated, as several models read them (tri-training, Zhou and Li 2005): of each word what more than half of the models say.
/// Where they do not agree on head and relation nothing is learnt of them. A model that learns from what it and others make of news knows how the words of news stand,
/// which treebanks of the web seldom show.
/// </summary>
internal sealed class Tutors
{
    private readonly Coder[] _models;
    private readonly Dictionary<string, int> _numberOfTag;

    private Tutors(IReadOnlyList<string> models, Dictionary<string, int> numberOfTag)
    {
        _models = [.. models.Select(model => Coder.Load(new() { Model = model }))];
        _numberOfTag = numberOfTag;
    }

    /// <summary>What the models read in the sentences of a codebook: those of its events and issues, and the passages.</summary>
    /// <param name="codebook">The folder of the codebook.</param>
    /// <param name="models">Model files, of different seeds; they have the tags of the treebanks.</param>
    /// <param name="numberOfTag">The number of each Penn Treebank tag.</param>
    /// <param name="annotated">Sentences of treebanks, to learn from or to measure on; they are left out.</param>
    /// <exception cref="TrainingException">There is no model to read, or the codebook or a model cannot be read.</exception>
    public static List<TrainingSentence> Read(string codebook, IReadOnlyList<string> models, Dictionary<string, int> numberOfTag, IEnumerable<ConlluSentence> annotated)
    {
        if (models.Count == 0)
            throw new TrainingException("nobody reads the texts; name models with --tutor, best three that were trained with other seeds");
        try
        {
            var folder = CodebookFolder.At(codebook) with { ReadsFiles = true };
            var tutors = new Tutors(models, numberOfTag);
            var known = annotated.Select(sentence => Words(sentence.Words.Select(word => word.Form))).ToHashSet(StringComparer.Ordinal);
            return [.. Texts(folder).SelectMany(tutors.Read).Where(sentence => known.Add(Words(sentence.Forms)))];
        }
        catch (Exception error) when (error is CodebookException or Parsing.ModelException)
        {
            throw new TrainingException(error.Message);
        }
    }

    private static string Words(IEnumerable<string> forms) => string.Join(' ', forms);

    private static IEnumerable<string> Texts(CodebookFolder folder)
    {
        var codebook = Codebook.Load(folder, null);
        foreach (var pattern in codebook.Patterns)
        {
            foreach (var example in pattern.Examples)
                yield return example.Text;
            foreach (var counterexample in pattern.Counterexamples)
                yield return counterexample.Text;
        }
        foreach (var text in codebook.Issues.SelectMany(issue => issue.Examples))
            yield return text;
        foreach (var passage in IssuePassage.Load(folder, codebook.Issues))
            yield return passage.Text;
    }

    private IEnumerable<TrainingSentence> Read(string text)
    {
        var read = Array.ConvertAll(_models, model => model.Analyse(new(text), Layers.Trees, asBody: true));
        foreach (var sentence in read[0].Sentences)
            yield return Agreed(read, sentence, _numberOfTag);
    }

    /// <summary>A sentence as most of the models read it.</summary>
    /// <param name="read">The text as each of them read it.</param>
    /// <param name="sentence">Where the sentence stands in it.</param>
    /// <param name="numberOfTag">The number of each Penn Treebank tag.</param>
    internal static TrainingSentence Agreed(Document[] read, Sentence sentence, Dictionary<string, int> numberOfTag)
    {
        var count = sentence.Count;
        var agreed = new TrainingSentence(new string[count], new bool[count], new Upos[count], new int[count], new int[count], new Relation[count]);
        var answers = new Token[read.Length];
        for (var i = 0; i < count; i++)
        {
            for (var m = 0; m < answers.Length; m++)
                answers[m] = read[m].Tokens[sentence.First + i];
            agreed.Forms[i] = answers[0].Form;
            agreed.SpaceBefore[i] = i == 0 || answers[0].SpaceBefore;
            // Three models seldom give a word three parts of speech; the first is then as good as another.
            agreed.Upos[i] = (Majority(answers, token => token.Upos) ?? answers[0]).Upos;
            agreed.Xpos[i] = Majority(answers, token => token.Xpos) is { } tagged ? numberOfTag.GetValueOrDefault(tagged.Xpos, -1) : -1;
            var hung = Majority(answers, token => (token.Head, token.Relation));
            agreed.Heads[i] = hung is not { } word ? TrainingSentence.Unknown : word.Head < 0 ? -1 : word.Head - sentence.First;
            agreed.Relations[i] = (hung ?? answers[0]).Relation;
        }
        return agreed;
    }

    // One of those who give the answer that more than half of them give.
    private static Token? Majority<T>(Token[] answers, Func<Token, T> answer)
    {
        foreach (var candidate in answers)
        {
            var same = 0;
            foreach (var other in answers)
                same += EqualityComparer<T>.Default.Equals(answer(other), answer(candidate)) ? 1 : 0;
            if (2 * same > answers.Length)
                return candidate;
        }
        return null;
    }
}
