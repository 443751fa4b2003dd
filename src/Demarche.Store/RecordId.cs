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

    // A row's id is document * 2^20 + kind * 2^18 + added * 2^17 + number.
    private const int NumberBits = 17, KindBits = 18, DocumentBits = 20;

    /// <summary>The highest number a record may have.</summary>
    public const int Highest = (1 << NumberBits) - 1;

    internal static readonly string[] Lists = ["attributions", "events", "positions", "agreements"];

    /// <summary>The field of the record that holds its kind.</summary>
    internal string List => Lists[(int)Kind];

    internal long Row(long document) => (document << DocumentBits) | ((long)Kind << KindBits) | (Added ? 1L << NumberBits : 0) | (long)Number;

    internal static long DocumentOf(long row) => row >> DocumentBits;

    internal static RecordId OfRow(long row) => new((RecordKind)((row >> KindBits) & 3), (int)(row & Highest), (row >> NumberBits & 1) == 1);

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
