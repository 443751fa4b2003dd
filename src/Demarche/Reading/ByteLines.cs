namespace Demarche.Reading;

/// <summary>The lines of a stream as bytes. A line longer than the limit is skipped, never held.</summary>
internal sealed class ByteLines(Stream stream, int longest) : IDisposable
{
    private readonly byte[] _chunk = new byte[1 << 16];
    private byte[] _line = new byte[1 << 12];
    private int _length;
    private int _at;
    private int _filled;
    private bool _first = true;

    /// <summary>The line without its end and without a byte order mark; empty when it was too long.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    public bool TooLong { get; private set; }

    public bool IsBlank => Current.Span.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0;

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Next()
    {
        _length = 0;
        TooLong = false;
        var any = false;
        while (true)
        {
            if (_at == _filled)
            {
                _filled = stream.Read(_chunk, 0, _chunk.Length);
                _at = 0;
                if (_filled == 0)
                    break;
            }
            any = true;
            var rest = _chunk.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf((byte)'\n');
            Add(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end + 1;
            if (end >= 0)
                break;
        }
        var start = _first && _line.AsSpan(0, _length).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        _first = false;
        Current = TooLong ? default : _line.AsMemory(start, _length - start);
        return any;
    }

    private void Add(ReadOnlySpan<byte> part)
    {
        if (TooLong || _length + part.Length > longest)
        {
            TooLong = true;
            return;
        }
        if (_length + part.Length > _line.Length)
            Array.Resize(ref _line, Math.Max(_length + part.Length, 2 * _line.Length));
        part.CopyTo(_line.AsSpan(_length));
        _length += part.Length;
    }

    public void Dispose() => stream.Dispose();
}
