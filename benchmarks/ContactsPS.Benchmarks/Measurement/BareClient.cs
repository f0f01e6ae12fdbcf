using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace ContactsPS.Benchmarks;

/// <summary>The fastest way there is: bodies that are ready before the clock starts, posted four at a time.</summary>
internal static class BareClient
{
    private const int BatchSize = 200;
    private const int Senders = 4;

    public static async Task<Measurement> RunAsync(Arguments arguments)
    {
        var address = new Uri(new Uri(arguments.Get("endpoint")), "contact/create");
        byte[][] bodies = RequestBodies.Make(arguments.GetNumber("rows"), BatchSize);
        using var client = new HttpClient(new SocketsHttpHandler());
        client.DefaultRequestHeaders.Add("api-login", "benchmark@example.com");
        client.DefaultRequestHeaders.Add("api-key", "k");
        for (int i = 0; i < arguments.GetNumber("warm-ups"); i++)
        {
            await PostAllAsync(client, address, bodies);
        }

        long start = Stopwatch.GetTimestamp();
        await PostAllAsync(client, address, bodies);
        return Measurement.OfThisProcess(Stopwatch.GetElapsedTime(start));
    }

    private static Task PostAllAsync(HttpClient client, Uri address, byte[][] bodies)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is int index && index < bodies.Length)
            {
                await PostAsync(client, address, bodies[index]);
            }
        })));
    }

    private static async Task PostAsync(HttpClient client, Uri address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await client.PostAsync(address, content);
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw new BenchmarkException($"The server answered {response.StatusCode}.");
        }
    }
}
