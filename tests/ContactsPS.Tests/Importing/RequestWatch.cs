using System.Text.Json;
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
    /// The contacts that were carried out since the last call, request by request. Of each the number, where the body is
    /// among the newest 100.
    /// </summary>
    /// <param name="settle">How long a request may still be under way: the count is read until it stays for that long.</param>
    public async Task<IReadOnlyList<CarriedOut>> TakeAsync(TimeSpan settle)
    {
        long count = await CountNewAsync();
        for (long before = -1; before != count; count = await CountNewAsync())
        {
            before = count;
            await Task.Delay(settle, TestContext.Current.CancellationToken);
        }

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

    private static string[] Numbers(string? body)
    {
        if (body is null)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("phone_number").GetString()!)];
    }
}

/// <summary>A request to contact/create that was carried out.</summary>
/// <param name="Contacts">How many contacts it held.</param>
/// <param name="Numbers">Their numbers; none where the sandbox has forgotten the body.</param>
public sealed record CarriedOut(int Contacts, IReadOnlyList<string> Numbers);
