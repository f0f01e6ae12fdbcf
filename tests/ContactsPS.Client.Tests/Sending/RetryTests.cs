using System.Diagnostics;

namespace ContactsPS.Client.Tests;

public sealed class RetryTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_transient_error_is_retried_with_the_same_request(int status)
    {
        await using var server = new ScriptedServer(request => request.Number <= 2 ? ScriptedAnswer.Error(status, 1, "Later.") : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(3));

        AssertThirdTime(run, server);
    }

    [Fact]
    public async Task A_connection_closed_without_an_answer_is_retried()
    {
        await using var server = new ScriptedServer(request => request.Number <= 2 ? ScriptedAnswer.Drop : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(3));

        AssertThirdTime(run, server);
    }

    [Fact]
    public async Task A_connection_closed_before_the_request_is_read_is_retried()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created) { DropsUnread = number => number <= 2 };

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(200));

        Assert.Equal(200, run.Accepted.Count);
        Assert.Equal((3, 2), (run.Requests, run.Retries));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_that_times_out_is_retried()
    {
        await using ScriptedServer server = ScriptedServer.Hanging();

        SendingRun run = await SendingRun.SendAsync(server.Client(TimeSpan.FromMilliseconds(100)), SendingRun.Numbers(3), SendingRun.Quick(retries: 2));

        Assert.Equal((3, 2), (run.Requests, run.Retries));
        Assert.All(run.Events.OfType<RequestCompleted>(), request => Assert.Equal("no answer within 0.1 seconds", request.Answer.ToString()));
        Assert.Equal(ErrorIds.ServiceUnavailable, run.Stop?.ErrorId);
        Assert.Equal(3, run.NotSent.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_failing_service_receives_one_request_and_the_allowed_retries(int retries)
    {
        string[] numbers = SendingRun.Numbers(200);
        await using var server = new ScriptedServer(request => request.Number % 2 == 0 ? ScriptedAnswer.Error(500, 1, "Broken.") : ScriptedAnswer.Drop);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 10, retries: retries));

        Assert.Equal(ErrorIds.ServiceUnavailable, run.Stop?.ErrorId);
        Assert.False(run.Stop!.IsFinal);
        Assert.Equal(retries + 1, server.Requests.Count);
        Assert.Equal((retries + 1, retries), (run.Requests, run.Retries));
        Assert.Equal(numbers, run.NotSent.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, retries), run.Events.OfType<RetryScheduled>().Select(retry => retry.Attempt));
    }

    [Fact]
    public async Task A_refused_request_is_not_retried()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Refused);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(1));

        Assert.Equal((1, 0), (run.Requests, run.Retries));
    }

    [Fact]
    public async Task The_delay_grows_with_each_retry()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(500, 1, "Broken."));
        var bulk = new BulkSenderOptions { MaximumRetryCount = 6, RetryInterval = TimeSpan.FromMilliseconds(2) };

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(1), bulk);

        TimeSpan[] waits = [.. run.Events.OfType<RetryScheduled>().Select(retry => retry.Delay)];
        TimeSpan waited = waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        Assert.Equal(6, waits.Length);

        // Delays are random: one may be short, but the sum of six that double is at least twenty times the first.
        Assert.InRange(waits[0], TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        Assert.InRange(waited, TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(400));
        Assert.True(Stopwatch.GetElapsedTime(server.Requests[0].ArrivedAt, server.Requests[^1].ArrivedAt) > 0.5 * waited);
    }

    [Fact]
    public async Task A_batch_that_fails_while_others_succeed_gets_a_second_round_of_retries()
    {
        string[] numbers = SendingRun.Numbers(8);
        int attempts = 0;
        int others = 0;
        var othersWentThrough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            if (request.PhoneNumbers[0] != numbers[1])
            {
                // The first batch is sent alone. When the third of the others arrives, the second was answered.
                if (Interlocked.Increment(ref others) == 3)
                {
                    othersWentThrough.SetResult();
                }

                return ScriptedAnswer.Created;
            }

            await othersWentThrough.Task;
            return ++attempts <= 3 ? ScriptedAnswer.Error(500, 1, "Broken.") : ScriptedAnswer.Created;
        });

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 1, throttle: 2, retries: 2));

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(4, attempts);
    }

    [Fact]
    public async Task A_batch_that_spends_its_retries_is_not_sent_and_no_batch_follows_it()
    {
        string[] numbers = SendingRun.Numbers(100);
        await using var server = new ScriptedServer(request => request.Number <= 3 ? ScriptedAnswer.Created : ScriptedAnswer.Drop);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 1, throttle: 1, retries: 2));

        Assert.Equal(ErrorIds.ServiceUnavailable, run.Stop?.ErrorId);
        Assert.Equal(3, run.Accepted.Count);
        Assert.Equal(97, run.NotSent.Count);
        Assert.Equal(6, server.Requests.Count);
    }

    private static void AssertThirdTime(SendingRun run, ScriptedServer server)
    {
        Assert.Null(run.Stop);
        Assert.Equal(3, run.Accepted.Count);
        Assert.Equal((3, 2), (run.Requests, run.Retries));
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(server.Requests[0].Body, request.Body));
        Assert.Equal([1, 2], run.Events.OfType<RetryScheduled>().Select(retry => retry.Attempt));
    }
}
