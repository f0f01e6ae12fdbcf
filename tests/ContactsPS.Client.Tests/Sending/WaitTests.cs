namespace ContactsPS.Client.Tests;

/// <summary>The waits between attempts, on a clock that jumps.</summary>
public sealed class WaitTests
{
    private static readonly ServiceAnswer s_down = new() { Kind = AnswerKind.Transient, StatusCode = 503, Message = "Down." };
    private static readonly ServiceAnswer s_up = new() { Kind = AnswerKind.Succeeded, StatusCode = 201 };

    [Fact]
    public async Task The_defaults_wait_31_seconds_and_at_most_a_quarter_more()
    {
        for (int i = 0; i < Rounds.Of(200); i++)
        {
            (ServiceAnswer answer, TimeSpan waited, TimeSpan[] delays) = await CallAsync(new BulkSenderOptions(), _ => s_down);

            Assert.Equal(s_down, answer);
            Assert.InRange(waited.TotalSeconds, 31, 31 * 1.25);
            Assert.Equal(5, delays.Length);
            Assert.All(delays.Index(), delay => Assert.InRange(delay.Item.TotalSeconds, 1 << delay.Index, 1.25 * (1 << delay.Index)));
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    public async Task The_defaults_survive_an_outage(int seconds)
    {
        for (int i = 0; i < Rounds.Of(200); i++)
        {
            (ServiceAnswer answer, _, _) = await CallAsync(new BulkSenderOptions(), waited => waited.TotalSeconds < seconds ? s_down : s_up);

            Assert.Equal(s_up, answer);
        }
    }

    [Theory]
    [InlineData(1, 8, 60)]
    [InlineData(300, 3, 300)]
    [InlineData(0, 1000, 0)]
    public async Task A_wait_is_at_most_a_minute_or_the_interval_that_is_given(int interval, int retries, int longest)
    {
        var options = new BulkSenderOptions { RetryInterval = TimeSpan.FromSeconds(interval), MaximumRetryCount = retries };

        (_, _, TimeSpan[] delays) = await CallAsync(options, _ => s_down);

        Assert.Equal(retries, delays.Length);
        Assert.InRange(delays[^1].TotalSeconds, longest, 1.25 * longest);
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(601, 0)]
    public async Task A_pause_of_up_to_ten_minutes_is_waited_for(int asked, int waited)
    {
        var pause = new ServiceAnswer { Kind = AnswerKind.Transient, StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(asked) };
        int calls = 0;

        (ServiceAnswer answer, TimeSpan total, _) = await CallAsync(new BulkSenderOptions(), _ => calls++ == 0 ? pause : s_up);

        Assert.Equal(waited == 0 ? pause : s_up, answer);
        Assert.InRange(total.TotalSeconds, waited, waited + 1);
    }

    [Fact]
    public async Task A_time_of_day_that_steps_back_changes_no_wait()
    {
        var time = new JumpingTime();
        DateTimeOffset before = time.GetUtcNow();
        var pause = new ServiceAnswer { Kind = AnswerKind.Transient, StatusCode = 503, RetryAfter = TimeSpan.FromSeconds(100) };
        int calls = 0;

        (ServiceAnswer answer, TimeSpan waited, _) = await CallAsync(new BulkSenderOptions(), _ => ++calls <= 2 ? pause : calls <= 4 ? s_down : s_up);

        Assert.True(time.GetUtcNow() < before);
        Assert.Equal(s_up, answer);
        Assert.InRange(waited.TotalSeconds, 200 + 4 + 8, 202 + ((4 + 8) * 1.25));
    }

    private static async Task<(ServiceAnswer Answer, TimeSpan Waited, TimeSpan[] Delays)> CallAsync(
        BulkSenderOptions options, Func<TimeSpan, ServiceAnswer> answer)
    {
        var time = new JumpingTime();
        List<SendEvent> events = [];
        var caller = new RetryingCaller(options with { Time = time }, events.Add);
        ServiceAnswer last = await caller.CallAsync(
            () => Task.FromResult(new RequestCompleted(HttpMethod.Post, "contact/create", 1, 1, answer(time.Waited))),
            TestContext.Current.CancellationToken);
        return (last, time.Waited, [.. events.OfType<RetryScheduled>().Select(retry => retry.Delay)]);
    }
}
