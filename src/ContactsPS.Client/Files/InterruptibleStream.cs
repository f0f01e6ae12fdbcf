namespace ContactsPS.Client;

/// <summary>
/// A stream whose reads can be cancelled. A read of a pipe without a writer, or of a network share that is gone, waits
/// forever and doesn't support cancellation. A cancelled read continues in the background until it or the process ends.
/// </summary>
/// <param name="inner">The stream. It is disposed with this one.</param>
/// <param name="check">Called after each read of a file. It throws when the bytes must not be used.</param>
/// <param name="cancellationToken">Cancels a read.</param>
internal sealed class InterruptibleStream(Stream inner, Action check, CancellationToken cancellationToken) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A read of a file returns at once, so another thread would only add costs.
        return inner.CanSeek
            ? ReadFile(buffer.AsSpan(offset, count))
            : Task.Run(() => inner.Read(buffer, offset, count), CancellationToken.None)
                .WaitAsync(cancellationToken).GetAwaiter().GetResult();
    }

    public override int Read(Span<byte> buffer)
    {
        if (!inner.CanSeek)
        {
            return base.Read(buffer);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return ReadFile(buffer);
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadFile(Span<byte> buffer)
    {
        int length = inner.Read(buffer);
        check();
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
