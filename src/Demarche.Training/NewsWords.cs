using Demarche.Codebooks;

namespace Demarche.Training;

/// <summary>
/// Words that news of world politics is full of and treebanks of the web are not: names of states and capitals, and the verbs and nouns of diplomacy and war.
/// Put in the place of a treebank's words of the same kind they leave the tree as it is and teach the network how such words stand: “Ecuador severed …” is a clause, no noun phrase.
/// </summary>
internal sealed class NewsWords
{
    private const float Sentences = 0.2f;
    private const float Words = 0.5f;

    private readonly Dictionary<int, string[]> _forms;
    private readonly int _name;
    private readonly int _adjective;

    private NewsWords(Dictionary<int, string[]> forms, int name, int adjective)
    {
        _forms = forms;
        _name = name;
        _adjective = adjective;
    }

    /// <summary>All words, each once for each of its tags.</summary>
    public IEnumerable<string> Forms => _forms.OrderBy(tag => tag.Key).SelectMany(tag => tag.Value);

    /// <summary>Reads a table of two columns, <c>tag</c> (Penn Treebank; verbs are those that take an object) and <c>form</c>.</summary>
    /// <exception cref="TrainingException">The table cannot be read, or names a tag that no treebank has.</exception>
    public static NewsWords Load(string path, Dictionary<string, int> numberOfTag)
    {
        try
        {
            var forms = new Dictionary<int, List<string>>();
            foreach (var row in CsvTable.Load(path, path, "tag", "form").Rows)
            {
                if (!numberOfTag.TryGetValue(row["tag"], out var tag))
                    throw new CodebookException(path, row.Line, $"no treebank has the tag {row["tag"]}");
                if (!forms.TryGetValue(tag, out var list))
                    forms.Add(tag, list = []);
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
            if (MayChange(sentence, i) && _forms.TryGetValue(sentence.Xpos[i], out var words) && chance.Happens(Words))
                forms[i] = Cased(words[(int)(chance.Next() % (ulong)words.Length)], forms[i]);
        return sentence with { Forms = forms };
    }

    private bool MayChange(TrainingSentence sentence, int i) => sentence.Upos[i] switch
    {
        Upos.VERB => Has(sentence, i, Relation.Obj, Relation.NsubjPass) && !Has(sentence, i, Relation.Iobj, Relation.Xcomp, Relation.Ccomp, Relation.CompoundPrt),
        Upos.NOUN => sentence.Relations[i] is Relation.Obj or Relation.NsubjPass && !Has(sentence, i, Relation.Compound, Relation.Nmod, Relation.Acl),
        Upos.PROPN => sentence.Xpos[i] == _name && sentence.Relations[i] is Relation.Nsubj or Relation.NsubjPass or Relation.Obj or Relation.Iobj or Relation.OblAgent or Relation.NmodPoss
            && !Has(sentence, i, Relation.Flat, Relation.Compound, Relation.NmodDesc, Relation.Det, Relation.Amod, Relation.Appos, Relation.Nummod),
        Upos.ADJ => sentence.Xpos[i] == _adjective && sentence.Relations[i] == Relation.Amod && !sentence.Heads.Contains(i),
        _ => false,
    };

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
