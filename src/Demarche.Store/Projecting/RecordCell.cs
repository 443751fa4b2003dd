using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Demarche.Store.Projecting;

/// <summary>
/// The values of a record that are counted, in 16 bytes: kind, voice and review in the first, then the issue in three, then type, mode, status, country, outlet and month in two each.
/// 0 is no value. A number that is too large for its place is written as all ones and stands in the record's row only.
/// </summary>
internal static class RecordCell
{
    /// <summary>Bytes of a record.</summary>
    public const int Size = 16;

    /// <summary>Records of a row of the table: their cells fill a page.</summary>
    public const int PerBlock = 500;

    /// <summary>What is counted, in this order.</summary>
    public static readonly ImmutableArray<string> Columns = ["type", "mode", "issue", "status", "country", "outlet", "voice", "review", "month"];

    public static int ColumnOf(string name) => Columns.IndexOf(name);

    public const int Issue = 2, Voice = 6, Review = 7, Month = 8;

    private const int Large = 0xFFFF, LargeIssue = 0xFFFFFF, YearsBefore = 1;

    // Of the columns in two bytes: where they stand.
    private static readonly int[] Places = [4, 6, 0, 8, 10, 12, 0, 0, 14];

    /// <summary>The record's own columns, as <see cref="Write"/> takes them.</summary>
    public const string Sql = "kind, type, mode, issue, status, country, outlet, voice, review, day";

    /// <summary>Writes a record's values.</summary>
    /// <param name="cell">Its 16 bytes.</param>
    /// <param name="kind">Which list it is of.</param>
    /// <param name="values">In the order of <see cref="Columns"/>, the day in the place of the month; 0 where there is none.</param>
    public static void Write(Span<byte> cell, RecordKind kind, ReadOnlySpan<long> values)
    {
        cell[0] = (byte)((int)kind + 1 | (int)values[Voice] << 3 | (int)values[Review] << 5);
        var issue = (int)Math.Min(values[Issue], LargeIssue);
        cell[1] = (byte)issue;
        BinaryPrimitives.WriteUInt16LittleEndian(cell[2..], (ushort)(issue >> 8));
        for (var column = 0; column < Places.Length; column++)
            if (Places[column] > 0)
                BinaryPrimitives.WriteUInt16LittleEndian(cell[Places[column]..], (ushort)Math.Min(column == Month ? MonthOf(values[column]) : values[column], Large));
    }

    /// <summary>The list that the record is of; null where there is no record.</summary>
    public static RecordKind? Kind(ReadOnlySpan<byte> cell) => (cell[0] & 7) is > 0 and var kind ? (RecordKind)(kind - 1) : null;

    /// <summary>A value, of the month as 202112; −1 when it stands in the record's row only.</summary>
    public static long Value(ReadOnlySpan<byte> cell, int column)
    {
        switch (column)
        {
            case Voice:
                return cell[0] >> 3 & 3;
            case Review:
                return cell[0] >> 5;
            case Issue:
                var issue = cell[1] | BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]) << 8;
                return issue == LargeIssue ? -1 : issue;
            default:
                var value = BinaryPrimitives.ReadUInt16LittleEndian(cell[Places[column]..]);
                return value == Large ? -1 : column == Month && value > 0 ? (value - YearsBefore) / 12 * 100 + (value - YearsBefore) % 12 + 1 : value;
        }
    }

    // Months since the year 0, and one: no month is 0.
    private static long MonthOf(long day) => Days.Month(day) is > 0 and var month ? month / 100 * 12 + month % 100 - 1 + YearsBefore : 0;
}
