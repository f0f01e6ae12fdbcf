using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>Follows the requests that a sandbox carries out, by the sandbox's own log.</summary>
public sealed class RequestWatch(Sandbox sandbox)
{
    private int _seen;

    /// <summary>How many requests have ended since the last call of <see cref="TakeAsync"/>.</summary>
    public int CountNew() => sandbox.CountRequests() - _seen;

    /// <summary>
    /// Waits until no request of a process that has ended is still under way, and takes the requests that were carried out
    /// since the last call. Phone numbers are those of the newest 100 requests, whose bodies the sandbox keeps.
    /// </summary>
    public async Task<IReadOnlyList<CarriedOut>> TakeAsync()
    {
        await Eventually.HoldsAsync(() => !HoldsAbandonedConnections(), "the sandbox has finished the requests of the process that ended");
        int count = CountNew();
        _seen += count;
        JsonArray requests = count == 0 ? [] : sandbox.Get($"requests?last={count}").AsArray();
        Assert.Equal(count, requests.Count);
        return
        [
            .. requests
                .Where(request => (int)request!["status"]! == 201)
                .Select(request => new CarriedOut((int)request!["contacts"]!, Numbers((string?)request["body"]))),
        ];
    }

    /// <summary>
    /// Whether there is a connection whose other side is gone. The sandbox keeps it until it has carried out the request
    /// on it and logged it.
    /// </summary>
    private bool HoldsAbandonedConnections() => Array.Exists(
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections(),
        connection => connection.LocalEndPoint.Port == sandbox.Endpoint.Port && connection.State == TcpState.CloseWait);

    private static string[] Numbers(string? body) => body is null ? [] : ContactBody.ReadPhoneNumbers(Encoding.UTF8.GetBytes(body));
}

/// <summary>A request to contact/create that was carried out.</summary>
/// <param name="Contacts">How many contacts it held.</param>
/// <param name="Numbers">Their phone numbers; none if the sandbox no longer keeps the body.</param>
public sealed record CarriedOut(int Contacts, IReadOnlyList<string> Numbers);
