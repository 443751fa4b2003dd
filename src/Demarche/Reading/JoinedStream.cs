namespace Demarche.Reading;

/// <summary>Gives back the bytes that were read ahead, then the rest of the stream.</summary>
internal sealed class JoinedStream(byte[] begin, Stream rest) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == begin.Length)
            return rest.Read(buffer, offset, count);
        var given = Math.Min(count, begin.Length - _at);
        Array.Copy(begin, _at, buffer, offset, given);
        _at += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
