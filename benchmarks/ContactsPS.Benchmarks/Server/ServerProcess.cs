using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace ContactsPS.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int WarmUpRequests = 400;

    private readonly Process _process;
    private readonly HttpClient _client;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        Endpoint = new Uri(address, "/v1/public/");
    }

    /// <summary>What accounts are connected to.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts a server and warms it up.</summary>
    /// <param name="latency">How long it lets a request wait.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ServerProcess> StartAsync(TimeSpan latency, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = ChildProcess.Self("serve", "--latency", latency.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture));
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        Process process = Process.Start(start)!;
        string? address = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var server = new ServerProcess(process, new Uri(address ?? throw new BenchmarkException("The server didn't start.")));
        await server.WarmUpAsync(cancellationToken);
        return server;
    }

    /// <summary>Forgets what arrived.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _client.DeleteAsync(new Uri("/count", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Checks that all the contacts of a work arrived, and no others.</summary>
    /// <exception cref="BenchmarkException">They did not.</exception>
    public async Task<Delivery> VerifyAsync(Work work, CancellationToken cancellationToken)
    {
        Delivery? delivery = await _client.GetFromJsonAsync<Delivery>(new Uri("/count", UriKind.Relative), cancellationToken);
        return delivery!.Contacts == work.Delivered ? delivery : throw new BenchmarkException(string.Create(
            CultureInfo.InvariantCulture, $"{work.Label} was to deliver {work.Delivered} contacts, and {delivery.Contacts} arrived."));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Lets the server's code be compiled before anything is measured against it.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        byte[] body = RequestBodies.Make(200, 200)[0];
        await Parallel.ForAsync(0, WarmUpRequests, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (_, token) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage response = await _client.PostAsync(new Uri(Endpoint, "contact/create"), content, token);
            response.EnsureSuccessStatusCode();
        });
    }
}
