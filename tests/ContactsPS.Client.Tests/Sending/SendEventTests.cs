namespace ContactsPS.Client.Tests;

/// <summary>The events of a sender, and its callback for completed batches.</summary>
public sealed class SendEventTests
{
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
    public async Task The_event_of_a_request_has_its_call_its_contacts_and_its_bytes()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(3));

        RequestCompleted request = Assert.Single(run.Events.OfType<RequestCompleted>());
        Assert.Equal(("contact/create", 3, server.Requests[0].Body.Length), (request.Call, request.Contacts, request.Bytes));
        Assert.True(request.Answer.Elapsed > TimeSpan.Zero);
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
}
