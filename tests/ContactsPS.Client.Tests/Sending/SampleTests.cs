using System.Globalization;

namespace ContactsPS.Client.Tests;

/// <summary>The contacts that are sent alone to find out whether the request or its contacts are refused.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task A_sample_has_one_contact_of_each_tenth_of_the_batch()
    {
        string[] numbers = SendingRun.Numbers(200);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.RefusedUnexplained);

        await SendingRun.SendAsync(server.Client(), numbers);

        int[] sample = [.. server.Requests.Skip(1).Select(request => Array.IndexOf(numbers, Assert.Single(request.PhoneNumbers)))];
        Assert.Equal(Enumerable.Range(0, 10), sample.Select(index => index / 20));
        Assert.True(sample.Select(index => index % 20).Distinct().Count() > 1, "The positions follow a pattern.");
    }

    [Fact]
    public async Task A_sample_is_taken_of_the_contacts_that_were_refused()
    {
        string[] numbers = SendingRun.Numbers(40);
        await using var server = new ScriptedServer(request =>
            request.PhoneNumbers.Count > 20 ? ScriptedAnswer.Error(400, 305, "Too many.")
            : request.PhoneNumbers.Intersect(numbers[20..]).Any() ? ScriptedAnswer.RefusedUnexplained : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(numbers[..20], run.Accepted);
        Assert.Equal(numbers[20..], run.NotSent);
        Assert.Equal([40, 20, 20, .. Enumerable.Repeat(1, 10)], server.Requests.Select(request => request.PhoneNumbers.Count));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public async Task A_first_batch_of_few_contacts_that_are_all_refused_ends_the_run(int contacts)
    {
        string[] numbers = SendingRun.Numbers(50);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.RefusedUnexplained);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: contacts));

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(numbers, run.NotSent.Order(StringComparer.Ordinal));
        Assert.Equal(1 + contacts, server.Requests.Count);
    }

    [Fact]
    public async Task A_sampled_contact_whose_refusal_is_explained_ends_the_sample()
    {
        string[] numbers = SendingRun.Numbers(60);
        await using var server = new ScriptedServer(
            request => request.PhoneNumbers.Count == 1 ? ScriptedAnswer.Refused : ScriptedAnswer.RefusedUnexplained);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Single(server.Requests.Skip(1).TakeWhile(request => request.PhoneNumbers.Count == 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task One_accepted_contact_of_a_sample_is_enough_to_reject_all_others(int accepted)
    {
        string[] numbers = SendingRun.Numbers(120);
        await using var server = new ScriptedServer(
            request => request.Number == 1 + accepted ? ScriptedAnswer.Created : ScriptedAnswer.RefusedUnexplained);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Null(run.Stop);
        Assert.Equal(server.Requests[accepted].PhoneNumbers, run.Accepted);
        Assert.Equal(119, run.Rejected.Count);
    }

    [Fact]
    public async Task A_stop_during_a_sample_leaves_the_other_contacts_unsent()
    {
        string[] numbers = SendingRun.Numbers(20);
        BulkSender? sending = null;
        await using var server = new ScriptedServer(request =>
        {
            if (request.Number == 3)
            {
                sending!.StopFor(SendStop.Because(new ContactsException(ErrorIds.JournalUnwritable, "The disk is full.")));
            }

            return ScriptedAnswer.RefusedUnexplained;
        });
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 20));
        sending = sender;
        SendingRun.Post(sender, numbers);
        sender.Complete();

        BatchCompleted completed = await sender.Events.ReadAllAsync(TestContext.Current.CancellationToken).OfType<BatchCompleted>()
            .SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(2, completed.Segments.Where(segment => segment.Outcome == ContactOutcome.Rejected).Sum(segment => segment.Count));
        Assert.Equal(18, completed.Segments.Where(segment => segment.Outcome == ContactOutcome.NotSent).Sum(segment => segment.Count));
    }

    [Fact]
    public async Task Contacts_that_were_refused_before_the_sample_count()
    {
        string[] numbers = SendingRun.Numbers(29);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.RefusedUnexplained);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 20, throttle: 1));
        List<ContactOutcome> outcomes = [];
        foreach (string[] contacts in numbers[..9].Chunk(1).Append(numbers[9..]))
        {
            SendingRun.Post(sender, contacts);
            SendEvent happened;
            while ((happened = await sender.Events.ReadAsync(TestContext.Current.CancellationToken)) is not BatchCompleted)
            {
            }

            outcomes.Add(Assert.Single(((BatchCompleted)happened).Segments).Outcome);
            sender.Return(((BatchCompleted)happened).Batch);
        }

        Assert.Equal(ErrorIds.RequestRejected, sender.Stop?.ErrorId);
        Assert.Equal([.. Enumerable.Repeat(ContactOutcome.Rejected, 9), ContactOutcome.NotSent], outcomes);
        Assert.Equal(11, server.Requests.Count);
    }

    [Theory]
    [InlineData(125, "The same.", true)]
    [InlineData(125, "Request {0}.", true)]
    [InlineData(null, "The same.", true)]
    [InlineData(null, "Request {0}.", false)]
    public async Task Refusals_are_alike_when_their_code_or_their_message_is_the_same(int? code, string message, bool ends)
    {
        string[] numbers = SendingRun.Numbers(20);
        string field = code is null ? string.Empty : $"\"code\": {code}, ";
        await using var server = new ScriptedServer(request =>
            ScriptedAnswer.Of(400, $"{{{field}\"message\": \"{string.Format(CultureInfo.InvariantCulture, message, request.Number)}\"}}"));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(throttle: 1));

        Assert.Equal(ends ? ErrorIds.RequestRejected : null, run.Stop?.ErrorId);
        Assert.Equal(ends ? 0 : 20, run.Rejected.Count);
    }

    [Fact]
    public async Task Refusals_with_different_statuses_are_not_alike()
    {
        await using var server = new ScriptedServer(request => ScriptedAnswer.Error(request.Number % 2 == 0 ? 400 : 422, 125, "No."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(20), SendingRun.Quick(throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(20, run.Rejected.Count);
    }
}
