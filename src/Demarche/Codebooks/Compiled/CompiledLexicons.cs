using Demarche.Text;

namespace Demarche.Codebooks.Compiled;

/// <summary>The classes of words with their entries as the files have them, without what is for the reader.</summary>
internal sealed class CompiledLexicons
{
    private Texts _texts = new();
    private Rows<int> _names;

    // For each class where its entries begin, and the end of the last.
    private Rows<int> _starts;
    private Rows<int> _entries;

    /// <summary>Compiles the classes of a folder. What is wrong in a file is a <see cref="CodebookException"/>.</summary>
    public static CompiledLexicons Of(CodebookFolder folder)
    {
        var texts = new TextPool();
        var (names, starts, entries) = (new List<int>(), new List<int> { 0 }, new List<int>());
        foreach (var file in folder.Files(CodebookFolder.Lexicons, ".txt"))
        {
            names.Add(texts[file.Id]);
            foreach (var entry in Lexicon.Entries(Lexicon.Lines(file.Path, file.Name), file.Name))
                entries.Add(texts[entry]);
            starts.Add(entries.Count);
        }
        return new() { _texts = texts.Freeze(), _names = (int[])[.. names], _starts = (int[])[.. starts], _entries = (int[])[.. entries] };
    }

    /// <summary>The classes by name.</summary>
    public Dictionary<string, Lexicon> Read()
    {
        var lexicons = new Dictionary<string, Lexicon>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++)
        {
            var (name, number) = (_texts[_names[i]].ToString(), i);
            lexicons.Add(name, new(name, () => EntriesOf(number)));
        }
        return lexicons;
    }

    public void Visit(Sections sections)
    {
        _texts.Visit(sections);
        sections.Take(ref _names);
        sections.Take(ref _starts);
        sections.Take(ref _entries);
    }

    private string[] EntriesOf(int lexicon)
    {
        var entries = _entries[_starts[lexicon].._starts[lexicon + 1]];
        var texts = new string[entries.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = _texts[entries[i]].ToString();
        return texts;
    }
}
