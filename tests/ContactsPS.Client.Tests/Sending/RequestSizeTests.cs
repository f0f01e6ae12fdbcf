namespace ContactsPS.Client.Tests;

/// <summary>A request that is too large for the service makes the batches of the run smaller.</summary>
public sealed class RequestSizeTests
{
    [Theory]
    [InlineData(400, 305, 1)]
    [InlineData(400, 305, 4)]
    [InlineData(413, 999, 4)]
    public async Task A_service_that_takes_50_contacts_gets_a_thousand_in_22_requests(int status, int code, int throttle)
    {
        string[] numbers = SendingRun.Numbers(1_000);
        await using ScriptedServer server = Taking(50, status, code);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(throttle: throttle));

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Empty(run.Rejected);
        Assert.Equal(22, server.Requests.Count);
        Assert.Equal([100, 50], run.Events.OfType<BatchSizeReduced>().Select(reduced => reduced.MaximumContacts));
    }

    [Fact]
    public async Task All_senders_learn_a_limit_that_begins_during_the_run()
    {
        string[] numbers = SendingRun.Numbers(10_000);
        await using var server = new ScriptedServer(
            request => request.Number > 5 && request.PhoneNumbers.Count > 50 ? ScriptedAnswer.Error(400, 305, "Too many.") : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));

        // Five of 200, and the rest in requests of 50. Each of the four senders has one request refused of each size.
        Assert.InRange(server.Requests.Count, 5 + 180 + 2, 5 + 180 + 8);
        Assert.Equal([100, 50], run.Events.OfType<BatchSizeReduced>().Select(reduced => reduced.MaximumContacts));
    }

    [Fact]
    public async Task Batches_that_are_rented_later_are_smaller()
    {
        await using ScriptedServer server = Taking(2);
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 8, throttle: 1));
        Assert.True(sender.TryRent(out ContactBatch batch));
        Array.ForEach(SendingRun.Numbers(8), number => batch.Add(new Contact { PhoneNumber = number }));
        sender.Post(batch);
        while (await sender.Events.ReadAsync(TestContext.Current.CancellationToken) is not BatchCompleted)
        {
        }

        sender.Return(batch);

        Assert.True(sender.TryRent(out ContactBatch returned));
        Assert.True(sender.TryRent(out ContactBatch another));
        Assert.Equal((2, 2), (returned.Capacity, another.Capacity));
    }

    [Fact]
    public async Task Refused_contacts_are_isolated_in_smaller_requests()
    {
        string[] numbers = SendingRun.Numbers(200);
        string[] refused = [numbers[3], numbers[99], numbers[100]];
        await using var server = new ScriptedServer(request =>
            request.PhoneNumbers.Count > 30 ? ScriptedAnswer.Error(400, 305, "Too many.")
            : request.PhoneNumbers.Intersect(refused).Any() ? ScriptedAnswer.Refused : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Null(run.Stop);
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(197, run.Accepted.Count);
    }

    [Fact]
    public async Task Too_many_contacts_for_a_single_one_end_the_run()
    {
        string[] numbers = SendingRun.Numbers(400);
        await using ScriptedServer server = Taking(0);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(400, run.NotSent.Count);
        Assert.InRange(server.Requests.Count, 9, 10);
    }

    [Fact]
    public async Task One_contact_that_is_too_large_is_rejected_and_the_batches_are_not_smaller_afterwards()
    {
        string[] numbers = SendingRun.Numbers(1_000);
        await using var server = new ScriptedServer(
            request => request.PhoneNumbers.Contains(numbers[333]) ? ScriptedAnswer.Error(413, 999, "Too large.") : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(numbers[333], Assert.Single(run.Rejected).Key);
        Assert.Equal(999, run.Accepted.Count);
        Assert.Equal([200, 200, 200], server.Requests.TakeLast(3).Select(request => request.PhoneNumbers.Count));
    }

    [Theory]
    [InlineData(400, 305, 413, 999)]
    [InlineData(413, 999, 400, 150)]
    public async Task A_limit_is_kept_when_a_contact_is_refused_for_another_reason(int status, int code, int contactStatus, int contactCode)
    {
        string[] numbers = SendingRun.Numbers(400);
        await using var server = new ScriptedServer(request =>
            request.PhoneNumbers.Count > 50 ? ScriptedAnswer.Error(status, code, "Too many.")
            : request.PhoneNumbers.Contains(numbers[20]) ? ScriptedAnswer.Error(contactStatus, contactCode, "No.") : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(numbers[20], Assert.Single(run.Rejected).Key);
        Assert.Equal(2, server.Requests.Count(request => request.PhoneNumbers.Count > 50));
        Assert.Equal([50, 50, 50, 50], server.Requests.TakeLast(4).Select(request => request.PhoneNumbers.Count));
    }

    [Fact]
    public async Task The_half_of_an_odd_number_of_contacts_is_rounded_up()
    {
        await using ScriptedServer server = Taking(2);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(7), SendingRun.Quick(batchSize: 7));

        Assert.Equal([7, 4, 2, 2, 2, 1], server.Requests.Select(request => request.PhoneNumbers.Count));
        Assert.All(run.Events.OfType<BatchSizeReduced>(), reduced => Assert.Equal(305, reduced.Answer.Code));
        Assert.Equal([4, 2], run.Events.OfType<BatchSizeReduced>().Select(reduced => reduced.MaximumContacts));
    }

    /// <summary>A server that refuses each request with more contacts than this.</summary>
    private static ScriptedServer Taking(int most, int status = 400, int code = 305) => new(
        request => request.PhoneNumbers.Count > most ? ScriptedAnswer.Error(status, code, "Too many.") : ScriptedAnswer.Created);
}
