using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandboxes;

/// <summary>Reads the data that a sandbox stores, and changes how it behaves.</summary>
internal sealed class SandboxInspector(ContactsSandbox sandbox) : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>
    /// How long the completion of a name may wait. A sandbox answers within milliseconds, but the first call in a process also
    /// compiles its code, which takes half a second on a busy machine.
    /// </summary>
    private static readonly TimeSpan s_completionLimit = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http =
        new(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(sandbox.Endpoint, "/sandbox/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>
    /// Reads the names of the lists or tags, to complete them. Empty when the sandbox doesn't answer within 2 s.
    /// </summary>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="kind">lists or tags.</param>
    public static IReadOnlyList<string> FindNames(ContactsSandbox sandbox, string kind)
    {
        using var inspector = new SandboxInspector(sandbox);
        using var limit = new CancellationTokenSource(s_completionLimit);
        try
        {
            return [.. inspector.ReadAsync<SandboxList>(kind, limit.Token).ToBlockingEnumerable(limit.Token).Select(list => $"{list}")];
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return [];
        }
    }

    /// <summary>Reads the contacts, in the order in which they first arrived.</summary>
    public IAsyncEnumerable<SandboxContact> GetContacts(string? listName, string? tagName, string? phoneNumber, CancellationToken cancellationToken) =>
        ReadAsync<SandboxContact>(
            Query("contacts", ("list_name", listName), ("tag_name", tagName), ("phone_number", phoneNumber)), cancellationToken);

    /// <summary>Reads the requests, the oldest first.</summary>
    public IAsyncEnumerable<SandboxRequest> GetRequests(int? last, CancellationToken cancellationToken) =>
        ReadAsync<SandboxRequest>(Query("requests", ("last", last?.ToString(CultureInfo.InvariantCulture))), cancellationToken);

    /// <summary>Reads the lists, or the tags, in the order in which they were created.</summary>
    public IAsyncEnumerable<SandboxList> GetGroups(bool tags, CancellationToken cancellationToken) =>
        ReadAsync<SandboxList>(tags ? "tags" : "lists", cancellationToken);

    /// <summary>Waits for requests. Null when they did not come in time.</summary>
    public async Task<SandboxRequest[]?> WaitAsync(IReadOnlyList<(string Name, string? Value)> match, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await _http.GetAsync(
            new Uri(Query("requests/wait", [.. match]), UriKind.Relative), cancellationToken);
        return answer.StatusCode is HttpStatusCode.RequestTimeout
            ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<SandboxRequest[]>(s_json, cancellationToken);
    }

    /// <summary>Changes settings.</summary>
    public async Task ChangeAsync(JsonObject settings, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await _http.PutAsJsonAsync(new Uri("settings", UriKind.Relative), settings, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Deletes all data, and restores the settings of the start.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await _http.PostAsync(new Uri("reset", UriKind.Relative), content: null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private static string Query(string path, params (string Name, string? Value)[] parameters)
    {
        var query = new StringBuilder(path);
        foreach ((string name, string? value) in parameters.Where(parameter => parameter.Value is not null))
        {
            query.Append(query.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value!));
        }

        return query.ToString();
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        using Stream stream = await _http.GetStreamAsync(new Uri(query, UriKind.Relative), cancellationToken);
        await foreach (T? item in JsonSerializer.DeserializeAsyncEnumerable<T>(stream, s_json, cancellationToken))
        {
            yield return item!;
        }
    }
}
