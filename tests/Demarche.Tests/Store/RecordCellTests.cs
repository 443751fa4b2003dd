using Demarche.Store;
using Demarche.Store.Projecting;

namespace Demarche.Tests.Store;

/// <summary>A record's values come out of its cell as they went in; what is too large for it is told apart.</summary>
public sealed class RecordCellTests
{
    [Theory]
    [InlineData(RecordKind.Statement, "1 0 0 0 0 0 0 0 0")]
    [InlineData(RecordKind.Event, "12 345 0 7 65534 120 3 1 19066")]
    [InlineData(RecordKind.Position, "9 0 70000 0 0 1 2 2 -1000000")]
    [InlineData(RecordKind.Agreement, "65535 65536 16777215 1 2 3 1 0 -700000")]
    public void Keeps_what_is_counted(RecordKind kind, string given)
    {
        var values = given.Split(' ').Select(long.Parse).ToArray();
        var cell = new byte[RecordCell.Size];
        RecordCell.Write(cell, kind, values);
        Assert.Equal(kind, RecordCell.Kind(cell));
        for (var column = 0; column < values.Length; column++)
        {
            var most = column == RecordCell.Issue ? 0xFFFFFE : 0xFFFE;
            var expected = column == RecordCell.Month ? Days.Month(values[column]) : values[column] > most ? -1 : values[column];
            Assert.Equal(expected, RecordCell.Value(cell, column));
        }
    }

    [Fact]
    public void Where_nothing_was_written_is_no_record() => Assert.Null(RecordCell.Kind(new byte[RecordCell.Size]));
}
