using System.Net.Sockets;
using System.Text;

namespace ContactsPS.Testing;

/// <summary>The bytes that a client sends to a <see cref="ScriptedServer"/>. It reads one step ahead, to notice when the client closes.</summary>
internal sealed class ScriptedInput(Socket socket, CancellationToken ended)
{
    private byte[] _bytes = [];
    private Task<bool>? _ahead;

    /// <summary>Reads the request line and the headers of the next request; null when the client has closed the connection.</summary>
    public async Task<string?> ReadHeadAsync()
    {
        int end;
        while ((end = _bytes.AsSpan().IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync())
            {
                return null;
            }
        }

        string head = Encoding.Latin1.GetString(_bytes, 0, end + 2);
        _bytes = _bytes[(end + 4)..];
        return head;
    }

    /// <summary>Reads a number of bytes.</summary>
    /// <exception cref="SocketException">The client closed the connection before it had sent them.</exception>
    public async Task<byte[]> ReadAsync(int length)
    {
        while (_bytes.Length < length)
        {
            if (!await FillAsync())
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }
        }

        byte[] read = _bytes[..length];
        _bytes = _bytes[length..];
        return read;
    }

    /// <summary>Completes when the client closes the connection; never when it sends more instead.</summary>
    public async Task WaitForCloseAsync()
    {
        _ahead = ReceiveAsync();
        if (await _ahead)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ended);
        }
    }

    private Task<bool> FillAsync()
    {
        Task<bool> filled = _ahead ?? ReceiveAsync();
        _ahead = null;
        return filled;
    }

    private async Task<bool> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int length = await socket.ReceiveAsync(buffer, ended);
            _bytes = [.. _bytes, .. buffer.AsSpan(0, length)];
            return length > 0;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
