using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>The reset, the counts of lists after changes, and who may make changes.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync("--latency-milliseconds", "1");

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_reset_deletes_all_data_and_restores_the_settings_of_the_start()
    {
        JsonNode fresh = _sandbox.Get("state");
        await _sandbox.AddAsync(Bodies.Contacts("+33612345678").With("list_name", "VIP").With("tag_name", "new"));
        _sandbox.OptOut("+33612345678");
        _sandbox.Refuse("+33612345679");
        _sandbox.Change("""{"latency_milliseconds": 5, "failure_rate": 0.5}""");

        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Post, "reset");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(fresh.ToJsonString(), _sandbox.Get("state").ToJsonString());
        Assert.Equal(1, (int)_sandbox.Get("settings")["latency_milliseconds"]!);
        foreach (string path in (string[])["contacts", "lists", "tags", "requests", "optouts", "refusals"])
        {
            Assert.Empty(_sandbox.Get(path).AsArray());
        }
    }

    [Fact]
    public async Task The_counts_follow_every_kind_of_change()
    {
        string[] numbers = Unique.Numbers(4);
        await _sandbox.AddAsync(Bodies.Contacts(numbers).With("list_names", new JsonArray("a", "b")));
        await _sandbox.AddAsync(Bodies.Contacts(numbers).With("list_name", "a"));
        Counts(4, 4, 4);
        await _sandbox.AddAsync(Bodies.Contacts(numbers[0]).With("un_list", true).With("list_name", "b"));
        Counts(4, 3, 4);
        await SendAsync(HttpMethod.Delete, "contact/delete", $$"""{"phone_numbers": ["{{numbers[1]}}"], "list_name": "b"}""");
        Counts(4, 3, 3);
        await SendAsync(HttpMethod.Delete, "contact/delete", $$"""{"phone_numbers": ["{{numbers[2]}}"]}""");
        Counts(3, 2, 2);
        await SendAsync(HttpMethod.Post, "contact-list/empty", """{"list_name": "a", "delete_contacts": true}""");
        Counts(1, 0, 1);
        await SendAsync(HttpMethod.Delete, "contact-list/delete", """{"list_name": "b"}""");

        Assert.Equal("a", (string?)Assert.Single(_sandbox.Get("lists").AsArray())!["name"]);
    }

    [Fact]
    public async Task Opt_outs_are_added_and_removed_one_by_one()
    {
        using HttpResponseMessage added = await _sandbox.InspectAsync(HttpMethod.Post, "optouts", """["+33612345678", "0033612345679", "+33612345678"]""");
        using HttpResponseMessage removed = await _sandbox.InspectAsync(HttpMethod.Delete, "optouts/%2B33612345678");
        using HttpResponseMessage again = await _sandbox.InspectAsync(HttpMethod.Delete, "optouts/%2B33612345678");

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.NotFound], [added.StatusCode, removed.StatusCode, again.StatusCode]);
        Assert.Equal(["+33612345679"], _sandbox.Get("optouts").Texts());
    }

    [Fact]
    public async Task The_settings_of_the_start_can_be_restored()
    {
        _sandbox.Change("""{"latency_milliseconds": 5, "failure_rate": 0.5}""");

        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Delete, "settings");

        Assert.Equal(1, (int)(await answer.ReadJsonAsync())!["latency_milliseconds"]!);
        Assert.Equal(0, (double)_sandbox.Get("settings")["failure_rate"]!);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.NoContent)]
    [InlineData("self", HttpStatusCode.NoContent)]
    public async Task A_page_of_another_site_changes_nothing(string? origin, HttpStatusCode status)
    {
        await _sandbox.AddAsync(Bodies.Contacts("+33612345678"));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.Endpoint, "/sandbox/reset"));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "self" ? _sandbox.Endpoint.GetLeftPart(UriPartial.Authority) : origin);
        }

        using HttpResponseMessage answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status is HttpStatusCode.Forbidden, _sandbox.Contact("+33612345678") is not null);
    }

    private void Counts(int contacts, int a, int b)
    {
        Assert.Equal(contacts, (int)_sandbox.Get("state")["contacts"]!);
        Assert.Equal([a, b], _sandbox.Get("lists").AsArray().Select(list => (int)list!["contacts"]!));
    }

    private async Task SendAsync(HttpMethod method, string path, string json)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(method, path, json);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
