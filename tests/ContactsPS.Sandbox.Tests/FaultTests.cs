using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class FaultTests : IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_failure_rate_of_a_fifth_fails_every_fifth_request()
    {
        _sandbox.Change("""{"failure_rate": 0.2}""");
        for (int i = 0; i < 50; i++)
        {
            await TryAddAsync(Unique.Number());
        }

        JsonArray log = _sandbox.Get("requests").AsArray();

        int[] failed = [.. log.Index().Where(request => request.Item!["failure"] is not null).Select(request => request.Index + 1)];
        Assert.Equal([5, 10, 15, 20, 25, 30, 35, 40, 45, 50], failed);
    }

    [Fact]
    public async Task The_kinds_of_failure_alternate_and_every_second_drop_follows_the_execution()
    {
        _sandbox.Change("""{"failure_rate": 1, "retry_after_seconds": 7}""");
        string[] numbers = Unique.Numbers(7);
        List<string> outcomes = [];
        foreach (string number in numbers)
        {
            outcomes.Add(await TryAddAsync(number));
        }

        JsonArray log = _sandbox.Get("requests").AsArray();
        JsonArray contacts = _sandbox.Get("contacts").AsArray();

        Assert.Equal<string[]>(["429 retry after 7", "500", "dropped", "429 retry after 7", "500", "dropped", "429 retry after 7"], [.. outcomes]);
        Assert.Equal<string[]>(
            ["too_many_requests", "server_error", "dropped", "too_many_requests", "server_error", "dropped", "too_many_requests"],
            [.. log.Select(request => (string)request!["failure"]!)]);
        Assert.Equal([429, 500, 0, 429, 500, 0, 429], log.Select(request => (int)request!["status"]!));
        Assert.All(log, request => Assert.Equal(1, (int)request!["contacts"]!));
        Assert.Equal(numbers[5], (string?)Assert.Single(contacts)!["phone_number"]);
    }

    [Fact]
    public async Task Setting_the_failure_rate_restarts_its_count()
    {
        _sandbox.Change("""{"failure_rate": 0.5}""");
        string first = await TryAddAsync(Unique.Number());
        _sandbox.Change("""{"failure_rate": 0.5}""");
        string second = await TryAddAsync(Unique.Number());
        string third = await TryAddAsync(Unique.Number());

        Assert.Equal(["201", "201", "429 retry after 1"], [first, second, third]);
    }

    [Fact]
    public void The_inspection_never_fails()
    {
        _sandbox.Change("""{"failure_rate": 1}""");

        for (int i = 0; i < 6; i++)
        {
            _sandbox.Get("contacts");
        }
    }

    [Fact]
    public async Task Latency_delays_service_calls_and_not_the_inspection()
    {
        const int Latency = 700;
        _sandbox.Change($$"""{"latency_milliseconds": {{Latency}}}""");
        long start = Stopwatch.GetTimestamp();
        Task<string> slow = TryAddAsync(Unique.Number());
        _sandbox.Get("contacts");
        bool inspectedFirst = !slow.IsCompleted;

        Assert.Equal("201", await slow);
        Assert.True(inspectedFirst);
        Assert.True(Stopwatch.GetElapsedTime(start).TotalMilliseconds >= Latency - 20);
        Assert.True((double)_sandbox.Get("requests")[0]!["milliseconds"]! >= Latency - 20);
    }

    [Fact]
    public async Task A_request_is_not_carried_out_when_its_client_disconnects_during_the_latency()
    {
        _sandbox.Change("""{"latency_milliseconds": 60000}""");
        string number = Unique.Number();
        string body = Bodies.Contacts(number).ToJsonString();

        using (TcpClient client = await RawRequest.SendAsync(_sandbox, "POST /v1/public/contact/create", body))
        {
            // These calls take long enough for the sandbox to read the request and wait for the latency.
            for (int i = 0; i < 100; i++)
            {
                _sandbox.CountRequests();
            }
        }

        await Eventually.HoldsAsync(() => _sandbox.CountRequests() > 0, "the request is recorded");
        JsonNode request = _sandbox.Get("requests")[0]!;
        Assert.Equal(0, (int)request["status"]!);
        Assert.Null(request["failure"]);
        Assert.Null(_sandbox.Contact(number));
    }

    private async Task<string> TryAddAsync(string number)
    {
        try
        {
            using HttpResponseMessage answer = await _sandbox.CreateAsync(Bodies.Contacts(number).ToJsonString());
            return answer.Headers.RetryAfter is { } wait ? $"{(int)answer.StatusCode} retry after {wait}" : $"{(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return "dropped";
        }
    }
}
