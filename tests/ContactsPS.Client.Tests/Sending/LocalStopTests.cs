namespace ContactsPS.Client.Tests;

/// <summary>A run that something on this machine ends, such as a journal that can't be written.</summary>
public sealed class LocalStopTests
{
    private static readonly ContactsException s_full = new(ErrorIds.JournalUnwritable, "The disk is full.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_that_can_not_record_a_batch_ends_the_run_and_its_contacts_stay_accepted()
    {
        string[] numbers = SendingRun.Numbers(30);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        BulkSenderOptions bulk = SendingRun.Quick(batchSize: 10, throttle: 1) with { Completed = (_, _) => throw s_full };

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, bulk);

        Assert.Equal(numbers[..10], run.Accepted);
        Assert.Equal(numbers[10..], run.NotSent);
        Assert.Single(server.Requests);
        Assert.Equal((ErrorIds.JournalUnwritable, s_full, true), (run.Stop?.ErrorId, run.Stop?.Failure, run.Stop?.IsFinal));
        Assert.Equal("The disk is full.", run.Stop?.Answer.ToString());
    }

    [Fact]
    public async Task The_first_reason_to_stop_is_kept()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(401, 101, "No."));
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick());
        var first = SendStop.Because(s_full);

        Assert.Null(sender.Stop);
        sender.StopFor(first);
        sender.StopFor(SendStop.Because(new ContactsException("Other", "Other.")));

        Assert.Same(first, sender.Stop);
    }

    [Fact]
    public async Task Nothing_is_sent_after_a_stop_and_the_contacts_have_its_reason()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 1, throttle: 1));
        var stop = SendStop.Because(s_full);
        sender.StopFor(stop);
        int posted = SendingRun.PostAll(sender);
        sender.Complete();

        List<BatchSegment> segments = [];
        await foreach (SendEvent happened in sender.Events.ReadAllAsync(Cancellation))
        {
            segments.AddRange(Assert.IsType<BatchCompleted>(happened).Segments);
        }

        Assert.Equal(Enumerable.Repeat(new BatchSegment(0, 1, ContactOutcome.NotSent, stop.Answer), posted), segments);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_contacts_in_progress_are_those_of_the_batches_that_are_being_sent()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            arrived.TrySetResult();
            await answered.Task;
            return ScriptedAnswer.Created;
        });
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 5, throttle: 1));
        SendingRun.Post(sender, SendingRun.Numbers(5));
        SendingRun.Post(sender, SendingRun.Numbers(3));
        await arrived.Task.WaitAsync(Cancellation);
        int meanwhile = sender.ContactsInProgress;

        sender.Complete();
        answered.SetResult();
        await sender.Events.ReadAllAsync(Cancellation).LastAsync(Cancellation);

        Assert.Equal((5, 0), (meanwhile, sender.ContactsInProgress));
    }

    [Fact]
    public async Task The_contacts_of_a_cancelled_request_stay_in_progress_after_the_disposal()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(request =>
        {
            arrived.TrySetResult();
            return Task.FromResult(ScriptedAnswer.Never);
        });
        var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 5));
        SendingRun.Post(sender, SendingRun.Numbers(4));
        SendingRun.Post(sender, SendingRun.Numbers(3));
        await arrived.Task.WaitAsync(Cancellation);

        await sender.DisposeAsync();

        Assert.Equal(4, sender.ContactsInProgress);
    }
}
