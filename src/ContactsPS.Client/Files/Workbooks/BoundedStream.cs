namespace ContactsPS.Client;

/// <summary>
/// A part of a workbook as it is unpacked, which ends with an error where it has more bytes than may be read. A few
/// kilobytes of an archive unpack to gigabytes, and an XML reader keeps a text or an attribute of any length in memory.
/// </summary>
internal sealed class BoundedStream(Stream inner) : Stream
{
    /// <summary>How many bytes may be read, from the beginning.</summary>
    public long Limit { get; set; } = long.MaxValue;

    /// <summary>Whether "&lt;!DOCTYPE" came in a block that was read.</summary>
    public bool HasDocumentType { get; private set; }

    /// <summary>Whether to look for a document type, which is before the first element.</summary>
    public bool IsAtStart { get; set; } = true;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <summary>How many bytes were read.</summary>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (Position > Limit)
        {
            throw new InvalidDataException("it has more XML there than a workbook needs; save the workbook again in Excel, or save the sheet as CSV");
        }

        int length = inner.Read(buffer);
        Position += length;
        if (IsAtStart)
        {
            HasDocumentType |= buffer[..length].IndexOf("<!DOCTYPE"u8) >= 0;
        }

        return length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
