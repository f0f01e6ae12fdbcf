using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Hosting;

/// <summary>A sandbox that a shell started, seen from outside: what it holds, what it got, how it misbehaves.</summary>
public sealed class Sandbox(PSObject started)
{
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>What Start-ContactsSandbox wrote.</summary>
    public PSObject Started { get; } = started;

    public Uri Endpoint { get; } = started.Value<Uri>("Endpoint");

    public PSCredential Credential { get; } = started.Value<PSCredential>("Credential");

    /// <summary>The key it accepts.</summary>
    public string Key => Credential.GetNetworkCredential().Password;

    /// <summary>Replaces some settings; the rest stays.</summary>
    public void Change(string settings) => Put("settings", settings);

    /// <summary>Refuses any request that holds one of these numbers.</summary>
    public void Refuse(params IEnumerable<string> numbers) => Put("refusals", ToArray(numbers));

    /// <summary>Takes these numbers for people who opted out.</summary>
    public void OptOut(params IEnumerable<string> numbers) => Put("optouts", ToArray(numbers));

    /// <summary>Forgets the requests so far.</summary>
    public void ForgetRequests() => Send(HttpMethod.Delete, "requests", body: null);

    /// <summary>How many contacts a list holds.</summary>
    public int Count(string list) => (int)Get($"contacts/count?list_name={Uri.EscapeDataString(list)}")["count"]!;

    /// <summary>The contacts of a list.</summary>
    public JsonObject[] Contacts(string list) => Objects($"contacts?list_name={Uri.EscapeDataString(list)}");

    /// <summary>The requests to contact/create that it got, whatever it did with them.</summary>
    public JsonObject[] Requests() =>
        [.. Objects("requests").Where(request => (string)request["path"]! == "/v1/public/contact/create")];

    private static string ToArray(IEnumerable<string> numbers) =>
        new JsonArray([.. numbers.Select(number => (JsonNode)number)]).ToJsonString();

    private JsonObject[] Objects(string path) => [.. Get(path).AsArray().Select(item => item!.AsObject())];

    private JsonNode Get(string path) => JsonNode.Parse(Send(HttpMethod.Get, path, body: null))!;

    private void Put(string path, string json) => Send(HttpMethod.Put, path, json);

    private string Send(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(Endpoint, $"/sandbox/{path}"))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage answer = s_http.Send(request, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        string text = reader.ReadToEnd();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }
}
