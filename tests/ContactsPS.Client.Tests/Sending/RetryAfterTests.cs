using System.Diagnostics;

namespace ContactsPS.Client.Tests;

public sealed class RetryAfterTests
{
    [Fact]
    public async Task A_Retry_After_pauses_all_senders()
    {
        // Four requests are under way, and one of them gets a Retry-After. The others are answered only when the client has
        // announced its retry, so any later request that comes before the end of the pause ignored it.
        string[] numbers = SendingRun.Numbers(20);
        int others = 0;
        var allUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isPausing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        long askedAt = 0;
        await using var server = new ScriptedServer(async request =>
        {
            if (request.Number is < 2 or > 5)
            {
                return ScriptedAnswer.Created;
            }

            if (Interlocked.Increment(ref others) == 4)
            {
                allUnderWay.SetResult();
            }

            await allUnderWay.Task;
            if (request.Number == 3)
            {
                askedAt = Stopwatch.GetTimestamp();
                return ScriptedAnswer.Error(429, 129, "Slow down.", "Retry-After: 1");
            }

            await isPausing.Task;
            return ScriptedAnswer.Created;
        });

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 1), watch: happened =>
        {
            if (happened is RetryScheduled)
            {
                isPausing.TrySetResult();
            }
        });

        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(1, run.Retries);
        Assert.Equal(21, server.Requests.Count);
        Assert.All(server.Requests.Skip(5), request => Assert.True(Stopwatch.GetElapsedTime(askedAt, request.ArrivedAt) >= TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_Retry_After_beyond_the_maximum_ends_the_run(int status)
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(status, 1, "Come back tomorrow.", "Retry-After: 86400"));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(30), SendingRun.Quick(batchSize: 10));

        Assert.Equal(ErrorIds.ServiceUnavailable, run.Stop?.ErrorId);
        Assert.Equal(TimeSpan.FromDays(1), run.Stop?.Answer.RetryAfter);
        Assert.Equal(30, run.NotSent.Count);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_Retry_After_of_a_success_is_ignored()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Of(201, headers: "Retry-After: 60"));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(30), SendingRun.Quick(batchSize: 10));

        Assert.Equal(30, run.Accepted.Count);
    }
}
