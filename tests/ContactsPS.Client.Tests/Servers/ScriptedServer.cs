using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>
/// An HTTP/1.1 server on loopback that hands each request to a script and answers as the script says: with anything,
/// late, or not at all. It keeps what it was sent.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly Func<ScriptedRequest, Task<ScriptedAnswer>> _script;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;
    private int _number;

    public ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> script)
        : this(request => Task.FromResult(script(request)))
    {
    }

    public ScriptedServer(Func<ScriptedRequest, Task<ScriptedAnswer>> script)
    {
        _script = script;
        _listener.Start();
        Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/public/");
        _accepting = AcceptAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>The requests whose body was read, in the order they came.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Which connections to drop before the body of their request is read, by the number of the request.</summary>
    public Func<int, bool> DropsUnread { get; init; } = _ => false;

    /// <summary>A client of this server.</summary>
    public ContactsClient Client(TimeSpan? timeout = null, string login = "a@example.com", string key = "key-of-a") => new(
        new ContactsAccount(login, key, new AccountSettings { Endpoint = Endpoint, Timeout = timeout ?? TimeSpan.FromSeconds(30) }));

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_connections);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (int connection = 1; ; connection++)
        {
            try
            {
                Socket socket = await _listener.AcceptSocketAsync(_ended.Token);
                _connections.Add(ServeAsync(socket, connection));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        using (socket)
        {
            socket.NoDelay = true;
            var input = new Input(socket, _ended.Token);
            try
            {
                while (await input.ReadHeadAsync() is { } head && await AnswerAsync(socket, connection, input, head))
                {
                }
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                // The client is gone, or the test is over.
            }
        }
    }

    /// <summary>Whether the connection stays open.</summary>
    private async Task<bool> AnswerAsync(Socket socket, int connection, Input input, string head)
    {
        string[] lines = head.Split("\r\n");
        string[] start = lines[0].Split(' ');
        var headers = lines[1..].ToLookup(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
        int number = Interlocked.Increment(ref _number);
        if (DropsUnread(number))
        {
            socket.Close(timeout: 0);
            return false;
        }

        byte[] body = await input.ReadAsync(int.Parse(headers["Content-Length"].FirstOrDefault("0"), System.Globalization.CultureInfo.InvariantCulture));
        var request = new ScriptedRequest(number, connection, start[0], start[1], headers, body, Stopwatch.GetTimestamp(), input.WaitForCloseAsync());
        _requests.Enqueue(request);
        ScriptedAnswer answer = await _script(request).WaitAsync(_ended.Token);
        foreach (byte[] part in answer.Parts)
        {
            await socket.SendAsync(part, _ended.Token);
        }

        if (answer.HangsAfter)
        {
            await request.Closed.WaitAsync(_ended.Token);
        }

        return !answer.Drops;
    }

    /// <summary>What a client sends, with one read ahead, which is how its closing is seen.</summary>
    private sealed class Input(Socket socket, CancellationToken ended)
    {
        private byte[] _bytes = [];
        private Task<bool>? _ahead;

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

            string head = Encoding.Latin1.GetString(_bytes, 0, end);
            _bytes = _bytes[(end + 4)..];
            return head;
        }

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

        /// <summary>Ends when the client closes the connection; never, where it sends more instead.</summary>
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
}
