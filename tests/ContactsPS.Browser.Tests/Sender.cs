using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Browser.Tests;

/// <summary>Sends contacts to a sandbox as a client does: in batches, and again after a transient failure.</summary>
public static class Sender
{
    private const int BatchSize = 200;

    private static readonly HttpClient s_http = new();

    /// <summary>Sends contacts with these names to a list, and returns the number of requests.</summary>
    public static async Task<int> ImportAsync(this RunningSandbox sandbox, string list, params IEnumerable<string> names)
    {
        int requests = 0;
        foreach (string[] batch in names.Chunk(BatchSize))
        {
            var contacts = new JsonArray([.. batch.Select(name => new JsonObject { ["phone_number"] = Unique.Number(), ["first_name"] = name })]);
            string body = new JsonObject { ["contacts"] = contacts, ["list_name"] = list }.ToJsonString();
            do
            {
                requests++;
            }
            while (!await IsTakenAsync(sandbox, body));
        }

        return requests;
    }

    /// <summary>Sends a body to contact/create, and returns the status. Null when there was no answer.</summary>
    public static async Task<HttpStatusCode?> CreateAsync(this RunningSandbox sandbox, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.Endpoint, "contact/create"))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
            Headers = { { "api-login", SandboxProcess.Login }, { "api-key", SandboxProcess.Key } },
        };
        try
        {
            using HttpResponseMessage answer = await s_http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<bool> IsTakenAsync(RunningSandbox sandbox, string body) => await sandbox.CreateAsync(body) is HttpStatusCode.Created;
}
