using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>A test waits for contacts, for requests and for changes without a loop.</summary>
public sealed class WaitTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name();

    [Fact]
    public async Task A_wait_for_contacts_ends_when_they_have_come()
    {
        Task<HttpResponseMessage> waiting = _sandbox.InspectAsync(HttpMethod.Get, $"contacts/wait?list_name={_list}&count=2");
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number()).With("list_name", _list));
        Assert.False(waiting.IsCompleted);
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number()).With("list_name", _list));

        using HttpResponseMessage answer = await waiting;

        Assert.Equal(2, (int)(await answer.ReadJsonAsync())!["count"]!);
    }

    [Fact]
    public async Task A_wait_for_requests_returns_those_that_match()
    {
        Task<HttpResponseMessage> waiting = _sandbox.InspectAsync(HttpMethod.Get, $"requests/wait?path=contact/create&status=201&body_contains={_list}&count=2");
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number()).With("list_name", _list));
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number()));
        Assert.False(waiting.IsCompleted);
        await _sandbox.AddAsync(Bodies.Contacts().With("list_name", _list));

        using HttpResponseMessage answer = await waiting;

        JsonArray requests = (await answer.ReadJsonAsync())!.AsArray();
        Assert.Equal([1, 0], requests.Select(request => (int)request!["contacts"]!));
    }

    [Theory]
    [InlineData("contacts/wait?list_name=nothing&timeout_seconds=0")]
    [InlineData("requests/wait?path=nothing&timeout_seconds=0")]
    public async Task A_wait_that_times_out_returns_408(string path)
    {
        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.RequestTimeout, answer.StatusCode);
    }

    [Fact]
    public async Task An_event_with_the_counts_follows_each_change()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        using var http = new HttpClient();
        await using Stream stream = await http.GetStreamAsync(new Uri(sandbox.Endpoint, "/sandbox/events"), TestContext.Current.CancellationToken);
        using var events = new StreamReader(stream);

        JsonNode first = await ReadStateAsync(events);
        await sandbox.AddAsync(Bodies.Contacts("+33612345678", "+33612345679"));
        JsonNode second = await ReadStateAsync(events);
        sandbox.Change("""{"failure_rate": 0.5}""");
        JsonNode third = await ReadStateAsync(events);

        Assert.Equal(0, (int)first["contacts"]!);
        Assert.Equal(2, (int)second["contacts"]!);
        Assert.Equal(1, (int)second["last_request_id"]!);
        Assert.Equal(0.5, (double)third["settings"]!["failure_rate"]!);
    }

    private static async Task<JsonNode> ReadStateAsync(StreamReader events)
    {
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line[6..])!;
            }
        }

        throw new InvalidOperationException("The events ended.");
    }
}
