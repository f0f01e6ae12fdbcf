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
        SendingRun.PostAll(sender);
        ScriptedRequest hanging = await arrived.Task.WaitAsync(s_longest, Cancellation);

        var waited = Stopwatch.StartNew();
        await sender.DisposeAsync();

        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.True(sender.Events.Completion.IsCompletedSuccessfully);
        await hanging.Closed.WaitAsync(s_longest, Cancellation);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Disposing_during_a_retry_delay_returns_at_once_and_sends_nothing()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(503, 1, "Later.", "Retry-After: 300"));
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1));
        SendingRun.PostAll(sender);
        while (await sender.Events.ReadAsync(Cancellation) is not RetryScheduled)
        {
        }

        var waited = Stopwatch.StartNew();
        await sender.DisposeAsync();

        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Single(server.Requests);
        Assert.Equal(1, sender.ContactsInProgress);
        Assert.True(sender.Events.Completion.IsCompletedSuccessfully);
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
    public async Task Posting_after_Complete_throws()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick());
        sender.TryRent(out ContactBatch batch);
        sender.Complete();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => sender.Post(batch));

        Assert.Equal("A batch can't be posted after Complete, or when it was not rented from this sender.", error.Message);
    }

    [Fact]
    public async Task Posting_after_the_disposal_throws()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick());
        Assert.True(sender.TryRent(out ContactBatch batch));
        await sender.DisposeAsync();

        Assert.Throws<InvalidOperationException>(() => sender.Post(batch));
    }
}
