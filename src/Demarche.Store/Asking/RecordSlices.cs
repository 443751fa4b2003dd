using System.Buffers;
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
    private static readonly SearchValues<byte> Brackets = SearchValues.Create("{}\""u8);

    /// <summary>A record; null when it is not there.</summary>
    public static JsonElement? Find(byte[] records, RecordId id) => Beginning(records, id) ?? Anywhere(records, id);

    private static JsonElement? Beginning(ReadOnlySpan<byte> records, RecordId id)
    {
        Span<byte> beginning = stackalloc byte[32];
        var length = Encoding.ASCII.GetBytes("{\"id\":\"", beginning);
        length += Encoding.ASCII.GetBytes(id.ToString(), beginning[length..]);
        beginning[length++] = (byte)'"';
        beginning = beginning[..length];
        for (var rest = records; rest.IndexOf(beginning) is >= 0 and var at; rest = rest[(at + length)..])
            // An actor has a kind of its own, and no reason why it is there.
            if (Value(rest[at..]) is var found && found.TryGetProperty("why"u8, out _))
                return found;
        return null;
    }

    // Another program's lines may have the id further back.
    private static JsonElement? Anywhere(byte[] records, RecordId id)
    {
        using var whole = JsonDocument.Parse(records);
        foreach (var element in whole.RootElement.Items(id.List))
            if (element.Text("id") == id.ToString())
                return element.Clone();
        return null;
    }

    private static JsonElement Value(ReadOnlySpan<byte> json) => JsonElement.Parse(json[..EndOf(json)]);

    /// <summary>Where the object ends that begins here.</summary>
    private static int EndOf(ReadOnlySpan<byte> json)
    {
        var (at, depth) = (0, 0);
        while (json[at..].IndexOfAny(Brackets) is >= 0 and var next)
        {
            at += next + 1;
            switch (json[at - 1])
            {
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}':
                    if (--depth == 0)
                        return at;
                    break;
                default:
                    at = EndOfString(json, at);
                    break;
            }
        }
        return json.Length;
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var next)
        {
            at += next + 1;
            if (json[at - 1] == '"')
                return at;
            at++;
        }
        return json.Length;
    }
}
