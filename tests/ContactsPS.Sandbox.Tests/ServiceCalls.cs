using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Sends requests to a sandbox and returns its answers as they are.</summary>
public static class ServiceCalls
{
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Makes a service call with the right credential.</summary>
    public static Task<HttpResponseMessage> CallAsync(this SandboxProcess sandbox, HttpMethod method, string path, string? json = null) =>
        sandbox.CallAsync(method, path, json, SandboxProcess.Login, SandboxProcess.Key);

    /// <summary>Makes a service call; a login or key that is null is not sent.</summary>
    public static Task<HttpResponseMessage> CallAsync(this SandboxProcess sandbox, HttpMethod method, string path, string? json, string? login, string? key)
    {
        HttpRequestMessage request = Make(method, new Uri(sandbox.Endpoint, path), json);
        if (login is not null)
        {
            request.Headers.Add("api-login", login);
        }

        if (key is not null)
        {
            request.Headers.Add("api-key", key);
        }

        return s_http.SendAsync(request, Cancellation);
    }

    /// <summary>Sends a body to contact/create.</summary>
    public static Task<HttpResponseMessage> CreateAsync(this SandboxProcess sandbox, string json) => sandbox.CallAsync(HttpMethod.Post, "contact/create", json);

    /// <summary>Sends a body to contact/create, which has to be accepted.</summary>
    public static Task AddAsync(this SandboxProcess sandbox, JsonNode body) => sandbox.AddAsync(body.ToJsonString());

    /// <summary>Sends a body to contact/create, which has to be accepted.</summary>
    public static async Task AddAsync(this SandboxProcess sandbox, string json)
    {
        using HttpResponseMessage answer = await sandbox.CreateAsync(json);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>Sends a request to a path of the inspection, without a credential.</summary>
    public static Task<HttpResponseMessage> InspectAsync(this SandboxProcess sandbox, HttpMethod method, string path, string? json = null) =>
        s_http.SendAsync(Make(method, new Uri(sandbox.Endpoint, $"/sandbox/{path}"), json), Cancellation);

    /// <summary>Restores the default settings, for the next test that shares the sandbox.</summary>
    public static void RestoreSettings(this SandboxProcess sandbox) => sandbox.Change(
        """
        {
            "latency_milliseconds": 0, "failure_rate": 0, "failure_kind": "mixed", "retry_after_seconds": 1, "blocked_logins": [],
            "maximum_contacts": null, "list_capacity": null, "full_lists": [], "account_standing": "good", "success_body": false
        }
        """);

    /// <summary>The body of an answer as JSON.</summary>
    public static async Task<JsonNode?> ReadJsonAsync(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

    /// <summary>The code in an error body. Null when it has none.</summary>
    public static async Task<int?> ReadCodeAsync(this HttpResponseMessage answer) => (int?)(await answer.ReadJsonAsync())!["code"];

    private static HttpRequestMessage Make(HttpMethod method, Uri address, string? json) =>
        new(method, address) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
}
