namespace ContactsPS.Client.Tests;

/// <summary>A stream that returns a few bytes per read and cannot seek, as a pipe.</summary>
/// <param name="bytes">Its content.</param>
/// <param name="size">The number of bytes per read.</param>
/// <param name="start">The number of bytes of the first read. Default: as the others.</param>
internal sealed class DrippingStream(byte[] bytes, int size, int start = 0) : Stream
{
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public bool IsClosed { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int piece = _next < start ? start - _next : size;
        int length = Math.Min(Math.Min(count, piece), bytes.Length - _next);
        bytes.AsSpan(_next, length).CopyTo(buffer.AsSpan(offset));
        _next += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }
}
