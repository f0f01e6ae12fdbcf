using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Testing;

/// <summary>
/// A running sandbox, seen through its inspection (the paths under /sandbox): what it holds, what it received, and how it
/// is told to misbehave. The calls are synchronous, because many of the tests drive a synchronous PowerShell.
/// </summary>
/// <param name="endpoint">The endpoint that the sandbox announced.</param>
public abstract class RunningSandbox(Uri endpoint)
{
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>The endpoint for an account.</summary>
    public Uri Endpoint { get; } = endpoint;

    /// <summary>Changes some settings; the others stay as they are.</summary>
    public void Change(string settings) => Put("settings", settings);

    /// <summary>Replaces the phone numbers whose requests are refused.</summary>
    public void Refuse(params IEnumerable<string> numbers) => Put("refusals", ToArray(numbers));

    /// <summary>Replaces the phone numbers of people who opted out.</summary>
    public void OptOut(params IEnumerable<string> numbers) => Put("optouts", ToArray(numbers));

    /// <summary>The contact with a phone number; null if there is none.</summary>
    public JsonObject? Contact(string number) => Objects($"contacts?phone_number={Uri.EscapeDataString(number)}").SingleOrDefault();

    /// <summary>The contacts on a list, in the order in which they first arrived.</summary>
    public JsonObject[] Contacts(string list) => Objects($"contacts?list_name={Uri.EscapeDataString(list)}");

    /// <summary>The phone numbers of the contacts on a list, in the order in which they first arrived.</summary>
    public string[] Numbers(string list) => [.. Contacts(list).Select(contact => (string)contact["phone_number"]!)];

    /// <summary>The first names of the contacts on a list, in the order of their phone numbers.</summary>
    public string?[] FirstNames(string list) =>
        [.. Contacts(list).OrderBy(contact => (string)contact["phone_number"]!, StringComparer.Ordinal).Select(contact => (string?)contact["first_name"])];

    /// <summary>How many contacts are on a list.</summary>
    public int Count(string list) => (int)Get($"contacts/count?list_name={Uri.EscapeDataString(list)}")["count"]!;

    /// <summary>The requests to contact/create that arrived, whatever their outcome.</summary>
    public JsonObject[] Requests() =>
        [.. Objects("requests").Where(request => (string)request["path"]! == "/v1/public/contact/create")];

    /// <summary>How many requests to the service are in the log. A request is logged when it has ended.</summary>
    public int CountRequests() => (int)Get("requests/count")["count"]!;

    /// <summary>Empties the log of requests.</summary>
    public void ForgetRequests() => Send(HttpMethod.Delete, "requests", body: null);

    /// <summary>Reads a path of the inspection.</summary>
    public JsonNode Get(string path) => JsonNode.Parse(Send(HttpMethod.Get, path, body: null))!;

    /// <summary>Writes to a path of the inspection, which has to accept it.</summary>
    public void Put(string path, string json) => Send(HttpMethod.Put, path, json);

    private static string ToArray(IEnumerable<string> numbers) =>
        new JsonArray([.. numbers.Select(number => (JsonNode)number)]).ToJsonString();

    private JsonObject[] Objects(string path) => [.. Get(path).AsArray().Select(item => item!.AsObject())];

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
