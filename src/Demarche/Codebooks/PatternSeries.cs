using System.Collections;
using Demarche.Coding;

namespace Demarche.Codebooks;

/// <summary>The patterns of some files, one file after the other.</summary>
internal sealed class PatternSeries(params IReadOnlyList<Pattern>[] files) : IReadOnlyList<Pattern>
{
    public int Count { get; } = CountOf(files);

    public Pattern this[int index]
    {
        get
        {
            foreach (var file in files)
                if (index < file.Count)
                    return file[index];
                else
                    index -= file.Count;
            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<Pattern> GetEnumerator() => files.SelectMany(file => file).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int CountOf(IReadOnlyList<Pattern>[] files)
    {
        var count = 0;
        foreach (var file in files)
            count += file.Count;
        return count;
    }
}
