using Demarche.Codebooks;

namespace Demarche.Training;

/// <summary>
/// Words that news of world politics is full of and treebanks of the web are not: names of states and capitals, and the verbs and nouns of diplomacy and war.
/// Put in the place of a treebank's words of the same kind they leave the tree as it is and teach the network how such words stand: “Ecuador severed …” is a clause, no noun phrase.
/// </summary>
internal sealed class NewsWords
{
    private const string ObjectFrame = "object";
    private const string ClauseFrame = "clause";
    private const string AloneFrame = "alone";

    private const float Sentences = 0.2f;
    private const float Words = 0.5f;

    private readonly Dictionary<(int Tag, string Frame), string[]> _forms;
    private readonly int _name;
    private readonly int _adjective;

    private NewsWords(Dictionary<(int Tag, string Frame), string[]> forms, int name, int adjective)
    {
        _forms = forms;
        _name = name;
        _adjective = adjective;
    }

    /// <summary>All words, each once for each of its tags.</summary>
    public IEnumerable<string> Forms => _forms.OrderBy(group => group.Key.Tag).ThenBy(group => group.Key.Frame, StringComparer.Ordinal).SelectMany(group => group.Value);

    /// <summary>Reads a table of three columns: <c>tag</c> (Penn Treebank), <c>frame</c> (of a verb: <c>object</c>, <c>clause</c> or <c>alone</c>; else empty) and <c>form</c>.</summary>
    /// <exception cref="TrainingException">The table cannot be read, or names a tag that no treebank has.</exception>
    public static NewsWords Load(string path, Dictionary<string, int> numberOfTag)
    {
        try
        {
            var forms = new Dictionary<(int, string), List<string>>();
            foreach (var row in CsvTable.Load(path, path, "tag", "frame", "form").Rows)
            {
                if (!numberOfTag.TryGetValue(row["tag"], out var tag))
                    throw new CodebookException(path, row.Line, $"no treebank has the tag {row["tag"]}");
                if (row["frame"] is not ("" or ObjectFrame or ClauseFrame or AloneFrame))
                    throw new CodebookException(path, row.Line, $"{row["frame"]} is no frame; write {ObjectFrame}, {ClauseFrame}, {AloneFrame} or nothing");
                if (!forms.TryGetValue((tag, row["frame"]), out var list))
                    forms.Add((tag, row["frame"]), list = []);
                list.Add(row["form"]);
            }
            return new(forms.ToDictionary(f => f.Key, f => f.Value.ToArray()), numberOfTag.GetValueOrDefault("NNP", -2), numberOfTag.GetValueOrDefault("JJ", -2));
        }
        catch (CodebookException error)
        {
            throw new TrainingException(error.Message);
        }
    }

    /// <summary>The sentence as it is, or with some of its words exchanged for words of the table.</summary>
    public TrainingSentence Vary(TrainingSentence sentence, Chance chance)
    {
        if (!chance.Happens(Sentences))
            return sentence;
        var forms = (string[])sentence.Forms.Clone();
        for (var i = 0; i < forms.Length; i++)
            if (FrameOf(sentence, i) is { } frame && _forms.TryGetValue((sentence.Xpos[i], frame), out var words) && chance.Happens(Words))
                forms[i] = Cased(words[(int)(chance.Next() % (ulong)words.Length)], forms[i]);
        return sentence with { Forms = forms };
    }

    /// <summary>What kind of word of the table could stand in the place of a word; null when none could.</summary>
    private string? FrameOf(TrainingSentence sentence, int i) => sentence.Upos[i] switch
    {
        Upos.VERB => VerbFrame(sentence, i),
        Upos.NOUN when sentence.Relations[i] is Relation.Obj or Relation.NsubjPass && !Has(sentence, i, Relation.Compound, Relation.Nmod, Relation.Acl) => "",
        Upos.PROPN when sentence.Xpos[i] == _name && sentence.Relations[i] is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.OblAgent or Relation.NmodPoss
            && !Has(sentence, i, Relation.Flat, Relation.Compound, Relation.NmodDesc, Relation.Det, Relation.Amod, Relation.Appos, Relation.Nummod) => "",
        Upos.ADJ when sentence.Xpos[i] == _adjective && sentence.Relations[i] == Relation.Amod && !sentence.Heads.Contains(i) => "",
        _ => null,
    };

    private static string? VerbFrame(TrainingSentence sentence, int i)
    {
        if (Has(sentence, i, Relation.Iobj, Relation.Xcomp, Relation.CompoundPrt))
            return null;
        var thing = Has(sentence, i, Relation.Obj, Relation.NsubjPass);
        var clause = Has(sentence, i, Relation.Ccomp);
        return (thing, clause) switch
        {
            (true, false) => ObjectFrame,
            (false, true) => ClauseFrame,
            (false, false) when Has(sentence, i, Relation.Nsubj) => AloneFrame,
            _ => null,
        };
    }

    private static bool Has(TrainingSentence sentence, int head, params ReadOnlySpan<Relation> relations)
    {
        for (var i = 0; i < sentence.Count; i++)
            if (sentence.Heads[i] == head && relations.Contains(sentence.Relations[i]))
                return true;
        return false;
    }

    // A sentence keeps its capital.
    private static string Cased(string word, string replaced) =>
        char.IsUpper(replaced[0]) && char.IsLower(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
}
