using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Demarche.Store.Projecting;

namespace Demarche.Store.Asking;

/// <summary>
/// Finds a record in the JSON of a story's records without reading the rest of it. A quotation mark within a string is escaped, so that the bytes looked for are nowhere but where a
/// record, or an actor of that name, begins.
/// </summary>
internal static class RecordSlices
{
    /// <summary>A record; null when it is not there.</summary>
    public static RecordFields? Find(ReadOnlySpan<byte> records, RecordId id) => Beginning(records, id) ?? Anywhere(records, id);

    private static RecordFields? Beginning(ReadOnlySpan<byte> records, RecordId id)
    {
        Span<byte> beginning = stackalloc byte[32];
        var length = Encoding.ASCII.GetBytes("{\"id\":\"", beginning);
        length += Encoding.ASCII.GetBytes(id.ToString(), beginning[length..]);
        beginning[length++] = (byte)'"';
        beginning = beginning[..length];
        for (var rest = records; rest.IndexOf(beginning) is >= 0 and var at; rest = rest[(at + length)..])
            // An actor has a kind of its own, and no reason why it is there.
            if (RecordFields.Read(rest[at..]) is { Why: not null } found)
                return found;
        return null;
    }

    // Another program's lines may have the id further back.
    private static RecordFields? Anywhere(ReadOnlySpan<byte> records, RecordId id)
    {
        foreach (var element in JsonElement.Parse(records).Items(id.List))
            if (element.Text("id") == id.ToString())
                return RecordFields.Read(JsonMarshal.GetRawUtf8Value(element));
        return null;
    }
}
