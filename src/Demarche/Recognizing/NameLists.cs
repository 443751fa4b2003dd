using Demarche.Recognizing.Tables;
using Demarche.Text;

namespace Demarche.Recognizing;

/// <summary>
/// Words and phrases that names are made of: the lists of <c>codebook/names</c> and of <c>names.yaml</c>, looked up by a hash of their folded letters,
/// token by token.
/// </summary>
internal sealed class NameLists(GazetteerTables tables)
{
    /// <summary>The most words of a phrase.</summary>
    public const int LongestPhrase = 5;

    private readonly Rows<ulong> _keys = tables.ListKeys;
    private readonly Rows<NameHints> _hints = tables.ListHints;

    /// <summary>What the lists say about a phrase whose words were added to <paramref name="hash"/> one after the other.</summary>
    public NameHints Of(ulong hash)
    {
        // 0 is the hash of nothing.
        if (hash == 0)
            return NameHints.None;
        for (var at = Slots.First((uint)hash, _keys.Length); _keys[at] != 0; at = Slots.Next(at, _keys.Length))
            if (_keys[at] == hash)
                return _hints[at];
        return NameHints.None;
    }
}
