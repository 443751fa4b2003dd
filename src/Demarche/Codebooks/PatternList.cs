using System.Collections;
using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary>
/// The patterns of a file of a compiled codebook, which were checked when it was built: each is read when a text first calls for it. Those of other files are
/// read at once, so that what is wrong in them is said with file and line.
/// </summary>
internal sealed class PatternList(YamlNode entries, Func<YamlNode, Pattern> read) : IReadOnlyList<Pattern>
{
    private readonly Pattern?[] _read = new Pattern?[entries.Count];

    public int Count => _read.Length;

    // Of two threads that read one, both take the first's.
    public Pattern this[int index] => _read[index] ?? Interlocked.CompareExchange(ref _read[index], read(entries.Items[index]), null) ?? _read[index]!;

    public IEnumerator<Pattern> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
