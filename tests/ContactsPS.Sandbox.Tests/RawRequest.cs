using System.Net.Sockets;
using System.Text;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Sends requests over a socket, for tests that control when the client reads and when it disconnects.</summary>
public static class RawRequest
{
    /// <summary>Sends a complete request, and reads nothing.</summary>
    public static async Task<TcpClient> SendAsync(SandboxProcess sandbox, string methodAndPath, string body = "")
    {
        string request = $"""
            {methodAndPath} HTTP/1.1
            Host: localhost
            api-login: {SandboxProcess.Login}
            api-key: {SandboxProcess.Key}
            Content-Length: {body.Length}

            {body}
            """;
        var client = new TcpClient();
        await client.ConnectAsync(sandbox.Endpoint.Host, sandbox.Endpoint.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request.ReplaceLineEndings("\r\n")), TestContext.Current.CancellationToken);
        return client;
    }
}
