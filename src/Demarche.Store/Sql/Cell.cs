namespace Demarche.Store.Sql;

/// <summary>A value for a parameter: a number, text, bytes or nothing, without a box around it.</summary>
internal readonly struct Cell
{
    private Cell(CellKind kind, long number = 0, double real = 0, object? content = null)
    {
        Kind = kind;
        Number = number;
        Real = real;
        Content = content;
    }

    public CellKind Kind { get; }

    public long Number { get; }

    public double Real { get; }

    /// <summary>A string or an array of bytes.</summary>
    public object? Content { get; }

    public static implicit operator Cell(long number) => new(CellKind.Number, number);

    public static implicit operator Cell(int number) => new(CellKind.Number, number);

    public static implicit operator Cell(bool value) => new(CellKind.Number, value ? 1 : 0);

    public static implicit operator Cell(long? number) => number is { } present ? present : default(Cell);

    public static implicit operator Cell(int? number) => number is { } present ? present : default(Cell);

    public static implicit operator Cell(double? number) => number is { } present ? new(CellKind.Real, real: present) : default;

    public static implicit operator Cell(string? text) => text is null ? default : new(CellKind.Text, content: text);

    public static implicit operator Cell(byte[]? bytes) => bytes is null ? default : new(CellKind.Bytes, content: bytes);
}
