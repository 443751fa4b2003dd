using Demarche.Training;

namespace Demarche.Tests.Parsing;

public sealed class TutorsTests
{
    private static readonly Dictionary<string, int> Tags = new(StringComparer.Ordinal) { ["NNP"] = 0, ["VBD"] = 1, ["NN"] = 2, ["NNS"] = 3 };

    [Fact]
    public void Takes_what_most_models_say_and_leaves_open_what_they_do_not_agree_on()
    {
        Document[] read =
        [
            Read("Chad NNP 2 nsubj", "left VBD 0 root", "talks NNS 2 obj", "Monday NNP 3 nmod:unmarked"),
            Read("Chad NNP 2 nsubj", "left VBD 0 root", "talks NN 2 obj", "Monday NNP 2 obl:unmarked"),
            Read("Chad NNP 3 compound", "left VBD 0 root", "talks NNP 2 obj", "Monday NNP 3 compound"),
        ];
        var agreed = Tutors.Agreed(read, read[0].Sentences[0], Tags);
        Assert.Equal(["Chad", "left", "talks", "Monday"], agreed.Forms);
        Assert.Equal([1, -1, 1, TrainingSentence.Unknown], agreed.Heads);
        Assert.Equal([Relation.Nsubj, Relation.Root, Relation.Obj], agreed.Relations[..3]);
        // Three tags for one word are none.
        Assert.Equal([0, 1, -1, 0], agreed.Xpos);
    }

    [Fact]
    public void Two_models_of_two_minds_leave_the_word_open()
    {
        Document[] read = [Read("Chad NNP 2 nsubj", "left VBD 0 root"), Read("Chad NNP 0 root", "left VBD 1 acl")];
        var agreed = Tutors.Agreed(read, read[0].Sentences[0], Tags);
        Assert.Equal([TrainingSentence.Unknown, TrainingSentence.Unknown], agreed.Heads);
    }

    [Fact]
    public void Texts_without_a_model_to_read_them_are_refused() =>
        Assert.Contains("--tutor", Assert.Throws<TrainingException>(() => Tutors.Read("codebook", [], Tags, [])).Message, StringComparison.Ordinal);

    // A word a cell: form, tag, head, relation.
    private static Document Read(params string[] words) => Documents.From(string.Join('\n', words.Select((word, i) =>
    {
        var cells = word.Split(' ');
        return $"{i + 1}\t{cells[0]}\t{cells[0]}\tX\t{cells[1]}\t_\t{cells[2]}\t{cells[3]}\t_\t_";
    })) + "\n\n");
}
