using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ContactsPS.Client.Tests;

/// <summary>The sandbox, as a process of its own with a credential of its own, for the tests of a class. It ends with the tests.</summary>
public sealed class SandboxProcess : IAsyncLifetime
{
    private const string Login = "tests@example.com";

    private static int s_names;

    private readonly string _key = Guid.NewGuid().ToString("N");
    private Process? _process;
    private HttpClient? _inspection;
    private Uri? _endpoint;

    /// <summary>As many phone numbers that no other test of this process uses.</summary>
    public static string[] NewNumbers(int count)
    {
        int last = Interlocked.Add(ref s_names, count);
        return [.. Enumerable.Range(last - count, count).Select(i => $"+337{i.ToString("D8", CultureInfo.InvariantCulture)}")];
    }

    /// <summary>A name that no other test of this process uses.</summary>
    public static string NewName(string kind) => $"{kind} {Interlocked.Increment(ref s_names)}";

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.SandboxProgram, "--stop-with-stdin"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["CONTACTSPS_SANDBOX_LOGIN"] = Login;
        start.Environment["CONTACTSPS_SANDBOX_KEY"] = _key;
        _process = Process.Start(start)!;
        string? ready = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("ready ", ready, StringComparison.Ordinal);
        _endpoint = new Uri(ready!["ready ".Length..]);
        _inspection = new HttpClient { BaseAddress = new Uri(_endpoint, "/sandbox/") };
    }

    public async ValueTask DisposeAsync()
    {
        _inspection?.Dispose();
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }
    }

    /// <summary>A client of the sandbox, with the right key unless another is given.</summary>
    public ContactsClient Client(string? key = null) =>
        new(new ContactsAccount(Login, key ?? _key, new AccountSettings { Endpoint = _endpoint! }));

    /// <summary>What the sandbox shows at a path of its inspection.</summary>
    public async Task<JsonNode> LookAsync(string path) =>
        (await _inspection!.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    /// <summary>Puts something at a path of its inspection.</summary>
    public async Task PutAsync(string path, object value)
    {
        using HttpResponseMessage answer = await _inspection!.PutAsJsonAsync(new Uri(path, UriKind.Relative), value, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The contact of a number, as the sandbox keeps it; null where it has none.</summary>
    public async Task<JsonNode?> ContactAsync(string number) =>
        (await LookAsync($"contacts?phone_number={Uri.EscapeDataString(number)}")).AsArray().SingleOrDefault();

    /// <summary>How many contacts are on a list.</summary>
    public async Task<int> CountAsync(string listName) =>
        (int)(await LookAsync($"contacts/count?list_name={Uri.EscapeDataString(listName)}"))["count"]!;
}
