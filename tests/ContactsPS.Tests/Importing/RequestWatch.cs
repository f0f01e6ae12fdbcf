using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>Follows what a sandbox carries out, by its own log of requests.</summary>
public sealed class RequestWatch(Sandbox sandbox) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(sandbox.Endpoint, "/sandbox/") };
    private long _seen;

    /// <summary>Requests that have ended since <see cref="TakeAsync"/> was called last.</summary>
    public async Task<long> CountNewAsync() =>
        (long)JsonNode.Parse(await _http.GetStringAsync("requests/count", TestContext.Current.CancellationToken))!["count"]! - _seen;

    /// <summary>
    /// The contacts that were carried out since the last call, request by request, when those of processes that have ended
    /// are no longer under way. Of each the number, where the body is among the newest 100.
    /// </summary>
    public async Task<IReadOnlyList<CarriedOut>> TakeAsync()
    {
        await Eventually.HoldsAsync(() => !HoldsConnectionsOfTheDead(), "the sandbox has done with the requests of the process that ended");
        long count = await CountNewAsync();
        _seen += count;
        JsonArray requests = count == 0
            ? [] : JsonNode.Parse(await _http.GetStringAsync($"requests?last={count}", TestContext.Current.CancellationToken))!.AsArray();
        Assert.Equal(count, requests.Count);
        return
        [
            .. requests
                .Where(request => (int)request!["status"]! == 201)
                .Select(request => new CarriedOut((int)request!["contacts"]!, Numbers((string?)request["body"]))),
        ];
    }

    public void Dispose() => _http.Dispose();

    /// <summary>
    /// Whether there is a connection whose other side has gone. The sandbox keeps it until it has carried out the request
    /// on it and written that down.
    /// </summary>
    private bool HoldsConnectionsOfTheDead() => Array.Exists(
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections(),
        connection => connection.LocalEndPoint.Port == sandbox.Endpoint.Port && connection.State == TcpState.CloseWait);

    private static string[] Numbers(string? body)
    {
        if (body is null)
        {
            return [];
        }

        return ContactBody.ReadPhoneNumbers(Encoding.UTF8.GetBytes(body));
    }
}

/// <summary>A request to contact/create that was carried out.</summary>
/// <param name="Contacts">How many contacts it held.</param>
/// <param name="Numbers">Their numbers; none where the sandbox has forgotten the body.</param>
public sealed record CarriedOut(int Contacts, IReadOnlyList<string> Numbers);
