using System.Text;

namespace Demarche.Store.Projecting;

/// <summary>
/// Whose voice each record of a story is, in a few letters: for each kind, with blanks between them, a digit for each number from 1 on (“01- 2” says that of the statements the first is the
/// story's and the second the actor's own, that there is no third, and that the first event is told by others). Records that somebody added, and numbers that no story reaches, stand in their rows only.
/// </summary>
internal static class Voices
{
    private const int MostNumber = 500;
    private const char None = '-';

    /// <summary>True when the letters would say whose voice a record is.</summary>
    public static bool Cover(RecordId id) => !id.Added && id.Number <= MostNumber;

    public static string Of(IEnumerable<(RecordId Id, Voice Voice)> records)
    {
        var kinds = new StringBuilder[Enum.GetValues<RecordKind>().Length];
        foreach (var (id, voice) in records)
        {
            if (!Cover(id))
                continue;
            var kind = kinds[(int)id.Kind] ??= new();
            if (kind.Length < id.Number)
                kind.Append(None, id.Number - kind.Length);
            kind[id.Number - 1] = (char)('0' + (int)voice);
        }
        return string.Join(' ', kinds.AsEnumerable()).TrimEnd();
    }

    /// <summary>Whose voice a record is; null when there is no such record.</summary>
    public static Voice? In(ReadOnlySpan<byte> voices, RecordId id)
    {
        for (var kind = RecordKind.Statement; kind < id.Kind; kind++)
        {
            if (voices.IndexOf((byte)' ') is not (>= 0 and var end))
                return null;
            voices = voices[(end + 1)..];
        }
        if (id.Number > voices.Length || voices[..id.Number].Contains((byte)' ') || voices[id.Number - 1] is (byte)None)
            return null;
        return (Voice)(voices[id.Number - 1] - '0');
    }
}
