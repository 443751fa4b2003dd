using System.Collections;

namespace Demarche.Codebooks;

/// <summary>
/// The sentences of an entry of the codebook. Coding needs none of them, so those of the compiled codebook, which were checked when it was built, are read when somebody asks;
/// those of a file are read at once, so that what is wrong in them is said with file and line.
/// </summary>
internal sealed class SentenceList<T>(YamlNode list, Func<YamlNode, T> read) : IReadOnlyList<T>
{
    private readonly Lazy<List<T>> _read = new(() => [.. list.Items.Select(read)]);

    public int Count => list.Count;

    public T this[int index] => _read.Value[index];

    /// <summary>The sentences under a key.</summary>
    /// <exception cref="CodebookException">The key is missing, or a sentence of a file cannot be read.</exception>
    public static IReadOnlyList<T> Of(YamlNode node, string key, Func<YamlNode, T> read) => Of(node.Require(key), read);

    /// <summary>The same of a list that is there.</summary>
    public static IReadOnlyList<T> Of(YamlNode sentences, Func<YamlNode, T> read)
    {
        var list = new SentenceList<T>(sentences, read);
        if (!sentences.Compiled)
            _ = list._read.Value;
        return list;
    }

    public IEnumerator<T> GetEnumerator() => _read.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
