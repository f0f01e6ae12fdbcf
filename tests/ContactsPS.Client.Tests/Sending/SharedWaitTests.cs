namespace ContactsPS.Client.Tests;

/// <summary>What the requests of a run share: the pause that the service requests, and the knowledge that it is available.</summary>
public sealed class SharedWaitTests
{
    private static readonly BulkSenderOptions s_noRetry = new() { MaximumRetryCount = 0 };

    [Theory]
    [InlineData(100, 10)]
    [InlineData(10, 100)]
    public async Task The_longest_pause_that_requests_get_holds_the_next_request(int inner, int outer)
    {
        var time = new JumpingTime();
        var caller = new RetryingCaller(s_noRetry with { Time = time }, _ => { });
        await CallAsync(caller, async () =>
        {
            await CallAsync(caller, () => Task.FromResult(Pause(inner)));
            return Pause(outer);
        });
        TimeSpan before = time.Waited;
        TimeSpan waited = default;

        await CallAsync(caller, () =>
        {
            waited = time.Waited;
            return Task.FromResult(Success());
        });

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(100)), (before, waited));
    }

    [Fact]
    public async Task A_request_after_a_pause_is_not_held()
    {
        var time = new JumpingTime();
        var caller = new RetryingCaller(s_noRetry with { Time = time }, _ => { });
        await CallAsync(caller, () => Task.FromResult(Pause(100)));
        await CallAsync(caller, () => Task.FromResult(Success()));

        await CallAsync(caller, () => Task.FromResult(Success()));

        Assert.Equal(TimeSpan.FromSeconds(100), time.Waited);
    }

    [Theory]
    [InlineData(AnswerKind.Succeeded, 100)]
    [InlineData(AnswerKind.Refused, 100)]
    [InlineData(AnswerKind.Transient, 601)]
    public async Task A_pause_that_is_not_waited_for_holds_no_request(AnswerKind kind, int seconds)
    {
        var time = new JumpingTime();
        var caller = new RetryingCaller(s_noRetry with { Time = time }, _ => { });

        await CallAsync(caller, () => Task.FromResult(new ServiceAnswer { Kind = kind, RetryAfter = TimeSpan.FromSeconds(seconds) }));
        await CallAsync(caller, () => Task.FromResult(Success()));

        Assert.Equal(TimeSpan.Zero, time.Waited);
    }

    [Fact]
    public async Task A_pause_of_0_seconds_does_not_replace_the_interval()
    {
        var time = new JumpingTime();
        List<SendEvent> events = [];
        var caller = new RetryingCaller(new BulkSenderOptions { MaximumRetryCount = 1, Time = time }, events.Add);
        int calls = 0;

        await CallAsync(caller, () => Task.FromResult(calls++ == 0 ? Pause(0) : Success()));

        RetryScheduled retry = Assert.Single(events.OfType<RetryScheduled>());
        Assert.InRange(retry.Delay, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.25));
        Assert.InRange(time.Waited, TimeSpan.FromSeconds(1), retry.Delay);
    }

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(1, 4, "1 2 1")]
    [InlineData(2, 6, "1 2 3 1 2")]
    public async Task A_request_that_fails_while_another_succeeds_gets_one_more_series_of_retries(int retries, int requests, string attempts)
    {
        List<SendEvent> events = [];
        var caller = new RetryingCaller(new BulkSenderOptions { MaximumRetryCount = retries, Time = new JumpingTime() }, events.Add);
        int sent = 0;

        ServiceAnswer answer = await CallAsync(caller, async () =>
        {
            if (sent++ == 0)
            {
                await CallAsync(caller, () => Task.FromResult(Success()));
            }

            return Pause(0);
        });

        Assert.Equal(AnswerKind.Transient, answer.Kind);
        Assert.Equal(requests, sent);
        RetryScheduled[] scheduled = [.. events.OfType<RetryScheduled>()];
        Assert.Equal(attempts, string.Join(' ', scheduled.Select(retry => retry.Attempt)));
        Assert.All(scheduled, retry => Assert.Equal(AnswerKind.Transient, retry.Answer.Kind));
        Assert.Equal(retries == 0 ? 0 : 1, scheduled.Count(retry => retry.Delay == TimeSpan.Zero));
    }

    [Fact]
    public async Task A_request_that_fails_after_the_service_was_available_gets_no_second_series()
    {
        var caller = new RetryingCaller(new BulkSenderOptions { MaximumRetryCount = 1, Time = new JumpingTime() }, _ => { });
        await CallAsync(caller, () => Task.FromResult(Success()));
        int sent = 0;

        await CallAsync(caller, () =>
        {
            sent++;
            return Task.FromResult(Pause(0));
        });

        Assert.Equal(2, sent);
    }

    private static ServiceAnswer Success() => new() { Kind = AnswerKind.Succeeded, StatusCode = 201 };

    private static ServiceAnswer Pause(int seconds) =>
        new() { Kind = AnswerKind.Transient, StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(seconds) };

    private static async Task<ServiceAnswer> CallAsync(RetryingCaller caller, Func<Task<ServiceAnswer>> answer) => await caller.CallAsync(
        async () => new RequestCompleted(HttpMethod.Post, "contact/create", 1, 1, await answer()), TestContext.Current.CancellationToken);
}
