using System.Buffers;

namespace ContactsPS.Sandbox.Api;

/// <summary>The bytes of one request, in a rented buffer. Dispose returns the buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>The largest body that is accepted, in bytes. A larger body is answered with 413.</summary>
    public const int Largest = 30_000_000;

    /// <summary>
    /// The largest body that is read completely, in bytes. The bytes after <see cref="Largest"/> are read and
    /// discarded. Without this, a client that still sends when the connection closes would never see the 413.
    /// </summary>
    public const long LargestRead = 250_000_000;

    private static readonly ServiceAnswer s_tooLarge = ServiceAnswer.Refused(
        StatusCodes.Status413PayloadTooLarge, code: null, $"The body is larger than {Largest} bytes.");

    private static readonly ServiceAnswer s_encoded = ServiceAnswer
        .Refused(StatusCodes.Status415UnsupportedMediaType, ErrorCode.Unreadable, "The body has a Content-Encoding, such as gzip. Send it without.")
        .With("Accept-Encoding", Unencoded);

    private const string Unencoded = "identity";
    private const int FirstBuffer = 32 * 1024;

    private byte[] _buffer = [];
    private int _kept;
    private bool _isEncoded;

    /// <summary>The number of bytes that were received, including discarded ones.</summary>
    public long Length { get; private set; }

    /// <summary>
    /// The answer to a body that can't be used: 413 when it was larger than <see cref="Largest"/>, and 415 when it is
    /// compressed. Otherwise null.
    /// </summary>
    public ServiceAnswer? Refusal => TooLarge ? s_tooLarge : _isEncoded ? s_encoded : null;

    /// <summary>The bytes. Empty when there were too many.</summary>
    public ReadOnlyMemory<byte> Bytes => TooLarge ? default : _buffer.AsMemory(0, _kept);

    private bool TooLarge => Length > Largest;

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="IOException">The client disconnected, or violated the HTTP protocol.</exception>
    public async Task ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        string encoding = request.Headers.ContentEncoding.ToString();
        _isEncoded = encoding.Length > 0 && !encoding.Equals(Unencoded, StringComparison.OrdinalIgnoreCase);
        try
        {
            await ReadToEndAsync(request, cancellation);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Length = request.ContentLength ?? LargestRead;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _kept = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task ReadToEndAsync(HttpRequest request, CancellationToken cancellation)
    {
        // One byte more than Content-Length, so that the end is detected without a larger buffer.
        long announced = Math.Min(request.ContentLength ?? FirstBuffer, Largest);
        _buffer = ArrayPool<byte>.Shared.Rent((int)announced + 1);
        while (true)
        {
            int read = await request.Body.ReadAsync(_buffer.AsMemory(_kept), cancellation);
            if (read == 0)
            {
                return;
            }

            Length += read;
            _kept = TooLarge ? 0 : _kept + read;
            if (_kept == _buffer.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _kept).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
