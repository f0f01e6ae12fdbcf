using System.Diagnostics;

namespace ContactsPS.Client.Tests;

public sealed class LifetimeTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disposing_while_the_service_hangs_returns_at_once_and_closes_the_connection()
    {
        var arrived = new TaskCompletionSource<ScriptedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            arrived.SetResult(request);
            await request.Closed;
            return ScriptedAnswer.Drop;
        });
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1));
        PostAsManyAsCanBe(sender);
        ScriptedRequest hanging = await arrived.Task.WaitAsync(s_longest, Cancellation);

        var waited = Stopwatch.StartNew();
        await sender.DisposeAsync();

        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        await hanging.Closed.WaitAsync(s_longest, Cancellation);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Disposing_during_a_retry_delay_returns_at_once_and_sends_nothing()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(503, 1, "Later.", "Retry-After: 300"));
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1));
        PostAsManyAsCanBe(sender);
        while (await sender.Events.ReadAsync(Cancellation) is not RetryScheduled)
        {
        }

        var waited = Stopwatch.StartNew();
        await sender.DisposeAsync();

        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_sender_without_batches_can_be_disposed()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick());

        await sender.DisposeAsync().AsTask().WaitAsync(s_longest, Cancellation);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_second_disposal_does_nothing()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick());

        await sender.DisposeAsync();
        await sender.DisposeAsync();
    }

    [Fact]
    public async Task The_events_of_a_run_without_batches_end_at_once()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), []);

        Assert.Empty(run.Events);
        Assert.Null(run.Stop);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_number_of_batches_is_limited()
    {
        await using var server = new ScriptedServer(async request =>
        {
            await request.Closed;
            return ScriptedAnswer.Drop;
        });
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1, throttle: 3));

        int posted = PostAsManyAsCanBe(sender);

        Assert.Equal(13, sender.BatchLimit);
        Assert.Equal(sender.BatchLimit, posted);
        Assert.False(sender.TryRent(out _));
    }

    [Fact]
    public async Task A_returned_batch_is_empty_and_rented_again()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1, throttle: 1));
        PostAsManyAsCanBe(sender);
        ContactBatch? done = null;
        while (done is null)
        {
            done = (await sender.Events.ReadAsync(Cancellation) as BatchCompleted)?.Batch;
        }

        sender.Return(done);

        Assert.True(sender.TryRent(out ContactBatch again));
        Assert.Same(done, again);
        Assert.Equal(0, again.Count);
    }

    [Fact]
    public async Task Concurrent_requests_do_not_exceed_the_throttle_limit()
    {
        int underWay = 0;
        int most = 0;
        var threeAtOnce = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            int now = Interlocked.Increment(ref underWay);
            InterlockedMax(ref most, now);
            if (now == 3)
            {
                threeAtOnce.TrySetResult();
            }

            // The first batch is sent alone.
            if (request.Number > 1)
            {
                await threeAtOnce.Task;
            }

            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return ScriptedAnswer.Created;
        });

        await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(60), SendingRun.Quick(batchSize: 1, throttle: 3));

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Posting_after_Complete_throws()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick());
        sender.TryRent(out ContactBatch batch);
        sender.Complete();

        Assert.Throws<InvalidOperationException>(() => sender.Post(batch));
    }

    [Fact]
    public async Task The_Completed_callback_runs_before_the_event_and_sees_the_contacts()
    {
        List<string> told = [];
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var bulk = new BulkSenderOptions
        {
            BatchSize = 1,
            ThrottleLimit = 1,
            Completed = (batch, segments) => told.Add($"{batch.GetContact(0).PhoneNumber} {segments.Single().Outcome}"),
        };
        List<int> toldAtEvent = [];

        await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(2), bulk, watch: happened => toldAtEvent.Add(told.Count));

        Assert.Equal(["+33600000000 Accepted", "+33600000001 Accepted"], told);
        Assert.All(toldAtEvent.Skip(1), count => Assert.True(count > 0));
    }

    [Fact]
    public async Task An_exception_of_the_Completed_callback_ends_the_run()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var bulk = new BulkSenderOptions { BatchSize = 1, Completed = (_, _) => throw new IOException("The disk is full.") };

        Exception? error = await Record.ExceptionAsync(() => SendingRun.SendAsync(server.Client(), SendingRun.Numbers(30), bulk));

        Assert.Equal("The disk is full.", Assert.IsType<IOException>(error?.GetBaseException()).Message);
    }

    [Fact]
    public async Task The_event_of_a_request_has_its_call_its_contacts_and_its_bytes()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(3));

        RequestCompleted request = Assert.Single(run.Events.OfType<RequestCompleted>());
        Assert.Equal(("contact/create", 3, server.Requests[0].Body.Length), (request.Call, request.Contacts, request.Bytes));
        Assert.True(request.Answer.Elapsed > TimeSpan.Zero);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (int seen = most; now > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }

    private static int PostAsManyAsCanBe(BulkSender sender)
    {
        int posted = 0;
        while (sender.TryRent(out ContactBatch batch))
        {
            batch.Add(new Contact { PhoneNumber = $"+3361234{posted:D4}" });
            sender.Post(batch);
            posted++;
        }

        return posted;
    }
}
