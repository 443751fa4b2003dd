using System.Runtime.InteropServices;

namespace Demarche.Text;

/// <summary>Gives each text a number, the same one whenever it comes again.</summary>
internal sealed class TextPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<char> _letters = [];
    private readonly List<int> _starts = [0];

    public int this[string? text]
    {
        get
        {
            if (text is null)
                return -1;
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, text, out var known);
            if (!known)
            {
                number = _starts.Count - 1;
                _letters.AddRange(text.AsSpan());
                _starts.Add(_letters.Count);
            }
            return number;
        }
    }

    public Texts Freeze() => new((char[])[.. _letters], (int[])[.. _starts]);
}
