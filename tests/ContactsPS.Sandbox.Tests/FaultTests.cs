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
    public async Task A_failure_rate_of_a_fifth_is_every_fifth_request()
    {
        await _sandbox.PutAsync("settings", """{"failure_rate": 0.2}""");
        for (int i = 0; i < 50; i++)
        {
            await TryAddAsync(SandboxProcess.NewNumber());
        }

        JsonArray log = (await _sandbox.LookAsync("requests")).AsArray();

        int[] failed = [.. log.Index().Where(request => request.Item!["failure"] is not null).Select(request => request.Index + 1)];
        Assert.Equal([5, 10, 15, 20, 25, 30, 35, 40, 45, 50], failed);
    }

    [Fact]
    public async Task The_kinds_take_turns_and_every_other_drop_comes_after_it_was_carried_out()
    {
        await _sandbox.PutAsync("settings", """{"failure_rate": 1, "retry_after_seconds": 7}""");
        string[] numbers = [.. Enumerable.Range(0, 7).Select(_ => SandboxProcess.NewNumber())];
        List<string> outcomes = [];
        foreach (string number in numbers)
        {
            outcomes.Add(await TryAddAsync(number));
        }

        JsonArray log = (await _sandbox.LookAsync("requests")).AsArray();
        JsonArray contacts = (await _sandbox.LookAsync("contacts")).AsArray();

        Assert.Equal<string[]>(["429 retry after 7", "500", "dropped", "429 retry after 7", "500", "dropped", "429 retry after 7"], [.. outcomes]);
        Assert.Equal<string[]>(
            ["too_many_requests", "server_error", "dropped", "too_many_requests", "server_error", "dropped", "too_many_requests"],
            [.. log.Select(request => (string)request!["failure"]!)]);
        Assert.Equal([429, 500, 0, 429, 500, 0, 429], log.Select(request => (int)request!["status"]!));
        Assert.All(log, request => Assert.Equal(1, (int)request!["contacts"]!));
        Assert.Equal(numbers[5], (string?)Assert.Single(contacts)!["phone_number"]);
    }

    [Fact]
    public async Task Setting_the_rate_begins_anew()
    {
        await _sandbox.PutAsync("settings", """{"failure_rate": 0.5}""");
        string first = await TryAddAsync(SandboxProcess.NewNumber());
        await _sandbox.PutAsync("settings", """{"failure_rate": 0.5}""");
        string second = await TryAddAsync(SandboxProcess.NewNumber());
        string third = await TryAddAsync(SandboxProcess.NewNumber());

        Assert.Equal(["201", "201", "429 retry after 1"], [first, second, third]);
    }

    [Fact]
    public async Task The_inspection_never_fails()
    {
        await _sandbox.PutAsync("settings", """{"failure_rate": 1}""");

        for (int i = 0; i < 6; i++)
        {
            await _sandbox.LookAsync("contacts");
        }
    }

    [Fact]
    public async Task The_latency_holds_up_service_calls_and_not_the_inspection()
    {
        const int Latency = 700;
        await _sandbox.PutAsync("settings", $$"""{"latency_milliseconds": {{Latency}}}""");
        long start = Stopwatch.GetTimestamp();
        Task<string> slow = TryAddAsync(SandboxProcess.NewNumber());
        await _sandbox.LookAsync("contacts");
        bool inspectedFirst = !slow.IsCompleted;

        Assert.Equal("201", await slow);
        Assert.True(inspectedFirst);
        Assert.True(Stopwatch.GetElapsedTime(start).TotalMilliseconds >= Latency - 20);
        Assert.True((double)(await _sandbox.LookAsync("requests"))[0]!["milliseconds"]! >= Latency - 20);
    }

    [Fact]
    public async Task A_client_that_goes_away_during_the_latency_leaves_its_request_undone()
    {
        await _sandbox.PutAsync("settings", """{"latency_milliseconds": 60000}""");
        string number = SandboxProcess.NewNumber();
        string body = Bodies.Contacts(number).ToJsonString();

        using (TcpClient client = await RawRequest.SendAsync(_sandbox, "POST /v1/public/contact/create", body))
        {
            // Other calls meanwhile, so that the sandbox is past reading the request and waits for the latency.
            for (int i = 0; i < 100; i++)
            {
                await _sandbox.LookAsync("requests/count");
            }
        }

        JsonNode request = await FirstRequestAsync();
        Assert.Equal(0, (int)request["status"]!);
        Assert.Null(request["failure"]);
        Assert.Null(await _sandbox.ContactAsync(number));
    }

    /// <summary>Asks until the log has a row: the sandbox learns that a client is gone in its own time.</summary>
    private async Task<JsonNode> FirstRequestAsync()
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            if ((await _sandbox.LookAsync("requests")).AsArray() is [{ } request, ..])
            {
                return request;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), "The request was not recorded.");
        }
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
