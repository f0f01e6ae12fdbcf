using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class RequestLogTests : IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_request_is_logged_with_its_body_and_without_its_credential()
    {
        string body = Bodies.Contacts("+33612345678", "nobody").With("list_name", "Zoé").ToJsonString();
        using HttpResponseMessage answer = await _sandbox.CreateAsync(body);

        JsonNode log = _sandbox.Get("requests");

        JsonNode request = Assert.Single(log.AsArray())!;
        Assert.Equal<string[]>(
            [
                "id", "received_at", "method", "path", "query", "status", "contacts", "bytes", "milliseconds", "failure",
                "notes", "note_counts", "notes_omitted", "answer", "answer_header", "body"],
            [.. request.AsObject().Select(field => field.Key)]);
        Assert.Equal("POST", (string?)request["method"]);
        Assert.Equal("/v1/public/contact/create", (string?)request["path"]);
        Assert.Equal(201, (int)request["status"]!);
        Assert.Equal(2, (int)request["contacts"]!);
        Assert.Equal(body.Length, (int)request["bytes"]!);
        Assert.Null(request["failure"]);
        Assert.Equal(body, (string?)request["body"]);
        Assert.InRange((DateTimeOffset)request["received_at"]!, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.DoesNotContain(SandboxProcess.Key, log.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_requests_are_logged_and_inspection_requests_are_not()
    {
        using HttpResponseMessage unauthorized = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance", null, "x", "y");
        using HttpResponseMessage broken = await _sandbox.CreateAsync("{");
        using HttpResponseMessage unknown = await _sandbox.CallAsync(HttpMethod.Get, "nothing");
        _sandbox.Get("contacts");

        JsonArray log = _sandbox.Get("requests").AsArray();

        Assert.Equal([401, 400, 404], log.Select(request => (int)request!["status"]!));
        Assert.Equal("{", (string?)log[1]!["body"]);
    }

    [Fact]
    public async Task The_last_requests_are_listed_oldest_first()
    {
        for (int i = 1; i <= 5; i++)
        {
            await _sandbox.AddAsync(Bodies.Contacts(Unique.Numbers(i)));
        }

        Assert.Equal([4, 5], _sandbox.Get("requests?last=2").AsArray().Select(request => (int)request!["contacts"]!));
        Assert.Empty(_sandbox.Get("requests?last=0").AsArray());
        Assert.Equal(5, _sandbox.Get("requests?last=50").AsArray().Count);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("all")]
    public async Task An_invalid_last_parameter_returns_400(string last)
    {
        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Get, $"requests?last={last}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_the_newest_thousand_requests_keep_their_bodies()
    {
        for (int i = 0; i < 1003; i++)
        {
            await _sandbox.AddAsync(Bodies.Contacts());
        }

        JsonArray log = _sandbox.Get("requests").AsArray();

        Assert.Equal(1003, log.Count);
        Assert.All(log.Take(3), request => Assert.Null(request!["body"]));
        Assert.All(log.Skip(3), request => Assert.NotNull(request!["body"]));
    }

    [Fact]
    public async Task The_bodies_together_have_a_maximum_length()
    {
        for (int i = 0; i < 4; i++)
        {
            await _sandbox.AddAsync(Bodies.Contacts().ToJsonString().PadRight(20_000_000));
        }

        JsonArray log = _sandbox.Get("requests").AsArray();

        Assert.Equal([false, true, true, true], log.Select(request => request!["body"] is not null));
    }

    [Fact]
    public async Task The_log_keeps_ten_thousand_requests()
    {
        await Parallel.ForAsync(0, 10_005, async (_, _) => (await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-credits")).Dispose());

        Assert.Equal(10_000, _sandbox.CountRequests());
        Assert.Equal(6, (int)_sandbox.Get("requests")[0]!["id"]!);
    }

    [Fact]
    public async Task An_answer_is_logged_with_its_header()
    {
        _sandbox.Change("""{"failure_rate": 1, "failure_kind": "too_many_requests", "retry_after_seconds": 7}""");
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance?with_details=1");

        JsonNode request = _sandbox.Get("requests/1");

        Assert.Equal("?with_details=1", (string?)request["query"]);
        Assert.Equal("Retry-After: 7", (string?)request["answer_header"]);
        Assert.Equal(128, (int)JsonNode.Parse((string)request["answer"]!)!["code"]!);
    }

    [Fact]
    public async Task The_log_can_be_read_page_by_page_from_the_newest()
    {
        for (int i = 1; i <= 5; i++)
        {
            await _sandbox.AddAsync(Bodies.Contacts(Unique.Numbers(i)));
        }

        Assert.Equal([5, 4], Ids("requests?order=newest&limit=2"));
        Assert.Equal([3, 2], Ids("requests?order=newest&limit=2&before=4"));
        Assert.Equal([4, 5], Ids("requests?after=3"));
        Assert.Equal([1], Ids("requests?limit=1&body=false"));
        Assert.False(_sandbox.Get("requests?limit=1&body=false")[0]!.AsObject().ContainsKey("body"));
    }

    [Fact]
    public async Task The_log_can_be_filtered()
    {
        await _sandbox.AddAsync(Bodies.Contacts("+33612345678"));
        await _sandbox.AddAsync(Bodies.Contacts("nobody"));
        using HttpResponseMessage refused = await _sandbox.CreateAsync("{");
        using HttpResponseMessage read = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal([2], Ids("requests?only=notes"));
        Assert.Equal([3], Ids("requests?only=errors"));
        Assert.Equal([3], Ids("requests?status=400"));
        Assert.Equal([4], Ids("requests?path=check-balance"));
        Assert.Equal([4], Ids("requests?method=get"));
        Assert.Equal([2], Ids("requests?body_contains=nobody"));
    }

    [Fact]
    public async Task The_log_can_be_counted_and_cleared()
    {
        await _sandbox.AddAsync(Bodies.Contacts());
        int before = _sandbox.CountRequests();
        using HttpResponseMessage cleared = await _sandbox.InspectAsync(HttpMethod.Delete, "requests");

        Assert.Equal(1, before);
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Equal(0, _sandbox.CountRequests());
        Assert.Empty(_sandbox.Get("requests").AsArray());
    }

    [Fact]
    public async Task A_body_that_is_too_large_returns_413_and_is_logged()
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync(new string(' ', 30_000_001));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        JsonNode request = _sandbox.Get("requests")[0]!;
        Assert.Equal(413, (int)request["status"]!);
        Assert.Equal(30_000_001, (int)request["bytes"]!);
        Assert.Null(request["body"]);
    }

    [Fact]
    public async Task A_body_of_the_maximum_size_is_accepted()
    {
        string body = Bodies.Contacts("+33612345678").ToJsonString();

        using HttpResponseMessage answer = await _sandbox.CreateAsync(body.PadRight(30_000_000));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private int[] Ids(string path) => [.. _sandbox.Get(path).AsArray().Select(request => (int)request!["id"]!)];
}
