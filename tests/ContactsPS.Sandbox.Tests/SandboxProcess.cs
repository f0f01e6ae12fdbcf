using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>A sandbox in a process of its own, and a client for it. It ends with this process, whatever becomes of that.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    public const string Login = "sandbox@example.com";
    public const string Key = "sandbox-key";

    private static int s_names;

    private readonly Process _process;
    private readonly HttpClient _http;

    private SandboxProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
        _http = new HttpClient { BaseAddress = new Uri(endpoint, "/"), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>What the ready line says.</summary>
    public Uri Endpoint { get; }

    public Process Process => _process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a sandbox that ends with its standard input, and waits until it is ready.</summary>
    public static Task<SandboxProcess> StartAsync(params string[] options) => StartExactlyAsync(["--stop-with-stdin", .. options]);

    /// <summary>Starts a sandbox with just these options, and waits until it is ready.</summary>
    public static async Task<SandboxProcess> StartExactlyAsync(string[] options, params (string Name, string Value)[] environment)
    {
        Process process = Launch(options, environment);
        string? ready = await process.StandardOutput.ReadLineAsync(Cancellation);
        return ready is not null && ready.StartsWith("ready ", StringComparison.Ordinal)
            ? new SandboxProcess(process, new Uri(ready["ready ".Length..]))
            : throw new InvalidOperationException($"Not ready: {ready} {await process.StandardError.ReadToEndAsync(Cancellation)}");
    }

    /// <summary>Starts the program without waiting for anything.</summary>
    public static Process Launch(string[] options, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ContactsPS.Sandbox.dll"), .. options])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>A phone number that no other test uses.</summary>
    public static string NewNumber() => $"+336{Interlocked.Increment(ref s_names):D8}";

    /// <summary>The name of a list or tag that no other test uses.</summary>
    public static string NewName() => $"name {Interlocked.Increment(ref s_names)}";

    /// <summary>Makes a service call with the right credential.</summary>
    public Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? json = null) => CallAsync(method, path, json, Login, Key);

    /// <summary>Makes a service call; a null login or key is not sent.</summary>
    public Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? json, string? login, string? key)
    {
        var request = new HttpRequestMessage(method, new Uri(Endpoint, path));
        if (login is not null)
        {
            request.Headers.Add("api-login", login);
        }

        if (key is not null)
        {
            request.Headers.Add("api-key", key);
        }

        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return _http.SendAsync(request, Cancellation);
    }

    /// <summary>contact/create with a body as it is.</summary>
    public Task<HttpResponseMessage> CreateAsync(string json) => CallAsync(HttpMethod.Post, "contact/create", json);

    /// <summary>contact/create with a body that has to be accepted.</summary>
    public Task AddAsync(JsonNode body) => AddAsync(body.ToJsonString());

    /// <summary>contact/create with a body as it is, that has to be accepted.</summary>
    public async Task AddAsync(string json)
    {
        using HttpResponseMessage answer = await CreateAsync(json);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>Any request to the inspection.</summary>
    public Task<HttpResponseMessage> InspectAsync(HttpMethod method, string path, string? json = null) => _http.SendAsync(
        new HttpRequestMessage(method, new Uri($"sandbox/{path}", UriKind.Relative)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") },
        Cancellation);

    /// <summary>GET of the inspection, as JSON.</summary>
    public async Task<JsonNode> LookAsync(string path)
    {
        using HttpResponseMessage answer = await InspectAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonAsync(answer))!;
    }

    /// <summary>PUT to the inspection that has to be accepted.</summary>
    public async Task PutAsync(string path, string json)
    {
        using HttpResponseMessage answer = await InspectAsync(HttpMethod.Put, path, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>The contact with this number; null when there is none.</summary>
    public async Task<JsonNode?> ContactAsync(string phoneNumber) =>
        (await LookAsync($"contacts?phone_number={Uri.EscapeDataString(phoneNumber)}")).AsArray().SingleOrDefault();

    /// <summary>An answer's body as JSON.</summary>
    public static async Task<JsonNode?> JsonAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

    /// <summary>Closes standard input and waits for the end, at most ten seconds; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        return await EndAsync();
    }

    /// <summary>Waits for the end, at most ten seconds; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
