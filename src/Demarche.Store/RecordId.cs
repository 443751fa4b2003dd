using System.Globalization;

namespace Demarche.Store;

/// <summary>
/// A record within a document: its kind and its number (“e3”). What a person added is numbered by itself (“e+1”), so that it keeps its name when the story is coded again.
/// </summary>
/// <param name="Kind">Which list it is of.</param>
/// <param name="Number">From 1.</param>
/// <param name="Added">True for what a person added.</param>
public readonly record struct RecordId(RecordKind Kind, int Number, bool Added = false)
{
    private const string Letters = "aepg";

    // In one number: document * 2^20 + kind * 2^18 + added * 2^17 + number.
    private const int NumberBits = 17, KindBits = 18, DocumentBits = 20;

    /// <summary>The highest number a record may have.</summary>
    public const int Highest = (1 << NumberBits) - 1;

    internal static readonly string[] Lists = ["attributions", "events", "positions", "agreements"];

    /// <summary>The field of the record that holds its kind.</summary>
    internal string List => Lists[(int)Kind];

    /// <summary>The record and its document in one number, as the search for incidents calls events.</summary>
    internal long Row(long document) => (document << DocumentBits) | ((long)Kind << KindBits) | (long)Place;

    /// <summary>The same of a row <c>r</c> of the index, in SQL.</summary>
    internal const string RowSql = "((r.document << 20) | (r.kind << 18) | r.number)";

    /// <summary>The number, and whether somebody added it, as the index keeps them.</summary>
    internal int Place => (Added ? 1 << NumberBits : 0) | Number;

    internal static RecordId Of(long kind, long place) => new((RecordKind)kind, (int)(place & Highest), (place >> NumberBits & 1) == 1);

    internal static long DocumentOf(long row) => row >> DocumentBits;

    internal static RecordId OfRow(long row) => Of((row >> KindBits) & 3, row);

    /// <summary>Reads “e3” or “e+1”.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RecordId id)
    {
        id = default;
        if (text.Length < 2 || Letters.IndexOf(text[0], StringComparison.Ordinal) is not (>= 0 and var kind))
            return false;
        var added = text[1] == '+';
        if (!int.TryParse(text[(added ? 2 : 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Highest)
            return false;
        id = new((RecordKind)kind, number, added);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Kind]}{(Added ? "+" : "")}{Number}");
}
