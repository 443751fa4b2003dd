namespace Demarche.Text;

/// <summary>Texts by number, one behind the other, read in place.</summary>
internal sealed class Texts
{
    private Rows<char> _letters;

    // Where each begins, and the end of the last.
    private Rows<int> _starts;

    public Texts()
    {
    }

    public Texts(Rows<char> letters, Rows<int> starts) => (_letters, _starts) = (letters, starts);

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<char> this[int number] => _letters[_starts[number].._starts[number + 1]];

    public void Visit(Sections sections)
    {
        sections.Take(ref _letters);
        sections.Take(ref _starts);
    }
}
