namespace ContactsPS.Client.Tests;

/// <summary>The number of batches in memory and of requests under way is limited.</summary>
public sealed class BatchLimitTests
{
    [Fact]
    public async Task The_number_of_batches_is_limited()
    {
        await using var server = new ScriptedServer(async request =>
        {
            await request.Closed;
            return ScriptedAnswer.Drop;
        });
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1, throttle: 3));

        int posted = SendingRun.PostAll(sender);

        Assert.Equal(13, sender.BatchLimit);
        Assert.Equal(sender.BatchLimit, posted);
        Assert.False(sender.TryRent(out _));
    }

    [Fact]
    public async Task A_returned_batch_is_empty_and_rented_again()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1, throttle: 1));
        SendingRun.PostAll(sender);
        ContactBatch? done = null;
        while (done is null)
        {
            done = (await sender.Events.ReadAsync(TestContext.Current.CancellationToken) as BatchCompleted)?.Batch;
        }

        sender.Return(done);

        Assert.True(sender.TryRent(out ContactBatch again));
        Assert.Same(done, again);
        Assert.Equal(0, again.Count);
    }

    [Fact]
    public async Task Each_batch_has_sources_of_its_own()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        BulkSenderOptions bulk = SendingRun.Quick(batchSize: 1) with { Sources = () => new ObjectSources() };
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), bulk);

        Assert.True(sender.TryRent(out ContactBatch one));
        Assert.True(sender.TryRent(out ContactBatch other));

        Assert.IsType<ObjectSources>(one.Sources);
        Assert.NotSame(one.Sources, other.Sources);
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

    private static void InterlockedMax(ref int most, int now)
    {
        for (int seen = most; now > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }
}
