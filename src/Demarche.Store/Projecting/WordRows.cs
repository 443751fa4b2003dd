using Demarche.Store.Sql;

namespace Demarche.Store.Projecting;

/// <summary>
/// Writes the words of records and of whole stories for full text. They are gathered until the transaction ends: full text puts what it has on the disk, as a part of its own that must be
/// merged later, before every statement that may undo itself, and there are several for each story.
/// </summary>
internal sealed class WordRows(Database database)
{
    private const int MostCharacters = 32 << 20;

    private readonly List<(long Row, string Words, bool Gone)> _records = [];
    private readonly List<(long Story, string Text)> _stories = [];
    private int _characters;

    /// <summary>The words of a record.</summary>
    public void Add(long row, string words) => Gather(row, words, gone: false);

    /// <summary>Takes out the words of a record, which must be those that were put in.</summary>
    public void Remove(long row, string words) => Gather(row, words, gone: true);

    /// <summary>The text of a story.</summary>
    public void Tell(long story, string text)
    {
        _stories.Add((story, text));
        Count(text);
    }

    public void Flush()
    {
        var (add, remove) = (database["INSERT INTO words (rowid, said) VALUES (?1, ?2)"], database["INSERT INTO words (words, rowid, said) VALUES ('delete', ?1, ?2)"]);
        foreach (var (row, words, gone) in _records)
            (gone ? remove : add).Run(row, words);
        var tell = database["INSERT INTO told (rowid, text) VALUES (?1, ?2)"];
        foreach (var (story, text) in _stories)
            tell.Run(story, text);
        _records.Clear();
        _stories.Clear();
        _characters = 0;
    }

    private void Gather(long row, string words, bool gone)
    {
        _records.Add((row, words, gone));
        Count(words);
    }

    private void Count(string text)
    {
        _characters += text.Length;
        if (_characters > MostCharacters)
            Flush();
    }
}
