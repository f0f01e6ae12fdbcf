using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ContactsPS.Tests.Faults;

/// <summary>A server on loopback that does what a script does with each connection. It keeps the bytes that came in encrypted.</summary>
public sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Func<TlsServer, NetworkStream, Task> _script;
    private readonly StringBuilder _received = new();
    private int _connections;

    public TlsServer(string name, Func<TlsServer, NetworkStream, Task> script)
    {
        Name = name;
        _script = script;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Name { get; }

    public Uri Endpoint => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1/public/");

    /// <summary>The number of connections.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What clients sent after the handshake.</summary>
    public string Received
    {
        get
        {
            lock (_received)
            {
                return _received.ToString();
            }
        }
    }

    /// <summary>A server that accepts each request, behind a certificate.</summary>
    public static TlsServer With(string name, X509Certificate2 certificate) => new(name, async (server, stream) =>
    {
        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, server._ended.Token);
        await server.AcceptRequestsAsync(secure);
    });

    /// <summary>A server that reads the first message of the client, and sends bytes instead of a handshake.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="answer">The bytes.</param>
    /// <param name="hangs">Whether the connection stays open after them.</param>
    public static TlsServer Sending(string name, byte[] answer, bool hangs = false) => new(name, async (server, stream) =>
    {
        _ = await stream.ReadAtLeastAsync(new byte[2_000], 1, throwOnEndOfStream: false, server._ended.Token);
        await stream.WriteAsync(answer, server._ended.Token);
        if (hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, server._ended.Token);
        }
    });

    public void Dispose()
    {
        _ended.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptRequestsAsync(SslStream secure)
    {
        var block = new byte[64 * 1024];
        int answered = 0;
        int read;
        while ((read = await secure.ReadAsync(block, _ended.Token)) > 0)
        {
            lock (_received)
            {
                _received.Append(Encoding.Latin1.GetString(block, 0, read));
            }

            // A body of contacts ends with two brackets, and comes after a head.
            string all = Received;
            for (int ends = all.Split("]}").Length - 1; answered < ends; answered++)
            {
                await secure.WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), _ended.Token);
            }
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_ended.Token));
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
            Interlocked.Increment(ref _connections);
            try
            {
                await _script(this, client.GetStream());
            }
            catch (Exception error) when (error is IOException or AuthenticationException or OperationCanceledException)
            {
                // The client refused the handshake, or the server was disposed.
            }
        }
    }
}
