using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ContactsPS.Testing;

/// <summary>
/// An HTTP/1.1 server on loopback that gives each request to a script and sends what the script returns: any bytes, late,
/// or none. It keeps the requests.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable, IDisposable
{
    private readonly Func<ScriptedRequest, Task<ScriptedAnswer>> _script;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly ConcurrentBag<Task> _accepting = [];
    private readonly Lock _opening = new();
    private TcpListener? _listener;
    private int _number;
    private int _connection;
    private int _open;

    /// <summary>Starts a server whose script answers at once.</summary>
    public ScriptedServer(Func<ScriptedRequest, ScriptedAnswer> script)
        : this(request => Task.FromResult(script(request)))
    {
    }

    /// <summary>Starts a server whose script may take its time to answer.</summary>
    public ScriptedServer(Func<ScriptedRequest, Task<ScriptedAnswer>> script)
    {
        _script = script;
        Endpoint = new Uri($"http://127.0.0.1:{Listen(port: 0)}/v1/public/");
    }

    /// <summary>The endpoint for an account.</summary>
    public Uri Endpoint { get; }

    /// <summary>The requests whose body was read, in their order of arrival.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>How many connections neither side has closed.</summary>
    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>Whether the connection of a request is closed before its body is read, by the number of the request. Default: never.</summary>
    public Func<int, bool> DropsUnread { get; init; } = _ => false;

    /// <summary>A server that reads requests and never answers.</summary>
    public static ScriptedServer Hanging() => new(_ => ScriptedAnswer.Never);

    /// <summary>Closes the port: new connections are refused. Open ones stay.</summary>
    public void Close()
    {
        lock (_opening)
        {
            _listener?.Dispose();
            _listener = null;
        }
    }

    /// <summary>Opens the port again. Does nothing when it is open, or when the server was disposed.</summary>
    public void Open()
    {
        lock (_opening)
        {
            if (_listener is null && !_ended.IsCancellationRequested)
            {
                Listen(Endpoint.Port);
            }
        }
    }

    /// <summary>Closes the port and the connections, without waiting for a script that is running.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        Close();
    }

    /// <summary>Closes the port and the connections, and waits until the scripts have returned.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Close();
        await Task.WhenAll(_accepting);
        await Task.WhenAll(_connections);
        _ended.Dispose();
    }

    /// <summary>Listens on a port; 0 means a free one. Returns the port.</summary>
    private int Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _listener = listener;
        _accepting.Add(AcceptAsync(listener));
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                Socket socket = await listener.AcceptSocketAsync(_ended.Token);
                Interlocked.Increment(ref _open);
                _connections.Add(ServeAsync(socket, Interlocked.Increment(ref _connection)));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The port was closed.
                return;
            }
        }
    }

    private async Task ServeAsync(Socket socket, int connection)
    {
        using (socket)
        {
            socket.NoDelay = true;
            var input = new ScriptedInput(socket, _ended.Token);
            try
            {
                while (await input.ReadHeadAsync() is { } head && await AnswerAsync(socket, connection, input, head))
                {
                }
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                // The client closed the connection, or the server was disposed.
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    /// <summary>Answers a request; whether the connection stays open.</summary>
    private async Task<bool> AnswerAsync(Socket socket, int connection, ScriptedInput input, string head)
    {
        int number = Interlocked.Increment(ref _number);
        if (DropsUnread(number))
        {
            socket.Close(timeout: 0);
            return false;
        }

        byte[] body = await input.ReadAsync(GetContentLength(head));
        var request = new ScriptedRequest(number, connection, head, body, Stopwatch.GetTimestamp(), input.WaitForCloseAsync());
        _requests.Enqueue(request);
        ScriptedAnswer answer = await _script(request).WaitAsync(_ended.Token);
        foreach (byte[] part in answer.Parts)
        {
            await socket.SendAsync(part, _ended.Token);
            if (answer.Pause > TimeSpan.Zero)
            {
                await Task.Delay(answer.Pause, _ended.Token);
            }
        }

        if (answer.Resets)
        {
            socket.Close(timeout: 0);
            return false;
        }

        if (answer.HangsAfter)
        {
            await request.Closed.WaitAsync(_ended.Token);
        }

        return !answer.Drops;
    }

    private static int GetContentLength(string head)
    {
        const string Header = "Content-Length:";
        string? line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(Header, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[Header.Length..], CultureInfo.InvariantCulture);
    }
}
