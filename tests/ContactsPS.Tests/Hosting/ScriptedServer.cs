using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ContactsPS.Tests.Hosting;

/// <summary>An answer of a <see cref="ScriptedServer"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="Headers">Further header lines, without line ends.</param>
public sealed record ScriptedAnswer(int Status, string Body = "", params string[] Headers);

/// <summary>A request that a <see cref="ScriptedServer"/> got.</summary>
/// <param name="Head">Its first line and its headers.</param>
/// <param name="Body">Its body.</param>
public sealed record ScriptedRequest(string Head, string Body);

/// <summary>An HTTP server on loopback that answers as a test says, or never, and sees connections come and go.</summary>
public sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private readonly Func<ScriptedRequest, int, ScriptedAnswer?> _answer;
    private int _open;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">The answer to a request and its place, from 0; null: never, until the other side hangs up.</param>
    public ScriptedServer(Func<ScriptedRequest, int, ScriptedAnswer?> answer)
    {
        _answer = answer;
        _listener.Start();
        Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/public/"));
        _ = AcceptAsync();
    }

    public Uri Endpoint { get; }

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    /// <summary>Connections that neither side has closed.</summary>
    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>A server that takes requests and never answers.</summary>
    public static ScriptedServer Hanging() => new((_, _) => null);

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_ended.Token);
                Interlocked.Increment(ref _open);
                _ = ServeAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server was disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    int place = _requests.Count;
                    _requests.Enqueue(request);
                    if (_answer(request, place) is { } answer)
                    {
                        await WriteAsync(stream, answer);
                    }
                }
            }
            catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side hung up, or the server was disposed.
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }

    private async Task<ScriptedRequest?> ReadAsync(NetworkStream stream)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _ended.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string text = Encoding.ASCII.GetString([.. head]);
        string? length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        byte[] body = new byte[length is null ? 0 : int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _ended.Token);
        return new ScriptedRequest(text, Encoding.UTF8.GetString(body));
    }

    private async Task WriteAsync(NetworkStream stream, ScriptedAnswer answer)
    {
        byte[] body = Encoding.UTF8.GetBytes(answer.Body);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Scripted\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        foreach (string header in answer.Headers)
        {
            text.Append(header).Append("\r\n");
        }

        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(text.Append("\r\n").ToString()), .. body], _ended.Token);
    }
}
