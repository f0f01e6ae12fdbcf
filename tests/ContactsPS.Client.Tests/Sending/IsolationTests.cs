using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class IsolationTests
{
    [Fact]
    public async Task All_contacts_are_accepted_when_the_service_refuses_none()
    {
        string[] numbers = SendingRun.Numbers(1_050);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Empty(run.Rejected);
        Assert.Empty(run.NotSent);
        Assert.Null(run.Stop);
        Assert.Equal([50, 200, 200, 200, 200, 200], server.Requests.Select(r => r.PhoneNumbers.Count).Order());
        Assert.Equal((6, 0), (run.Requests, run.Retries));
    }

    [Fact]
    public async Task A_refused_contact_is_isolated_and_the_rest_is_accepted()
    {
        string[] numbers = SendingRun.Numbers(200);
        string[] refused = [numbers[7], numbers[8], numbers[151]];
        await using ScriptedServer server = Refusing(refused);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(numbers.Except(refused, StringComparer.Ordinal), run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.All(run.Rejected.Values, answer =>
            Assert.Equal((AnswerKind.Refused, 400, 210L, "A contact can't be accepted."), (answer.Kind, answer.StatusCode, answer.Code, answer.Message)));
        Assert.Null(run.Stop);
        Assert.InRange(run.Requests, 4, 60);
        Assert.Equal(0, run.Retries);
    }

    [Fact]
    public async Task Exactly_the_refused_contacts_are_rejected()
    {
        await Gen.Select(Gen.Bool.Array[0, 60], Gen.Int[1, 25], Gen.Int[1, 5]).SampleAsync(
            async (isRefused, batchSize, throttle) =>
            {
                string[] numbers = SendingRun.Numbers(isRefused.Length);

                // The first batch decides between a refused request and refused contacts. So at most nine contacts of
                // a first batch of more than ten are refused. A smaller batch may be refused whole, as handled below.
                HashSet<string> refused = [.. numbers.Where((_, i) => isRefused[i] && (batchSize <= 10 || i >= batchSize || isRefused[..i].Count(r => r) < 9))];
                string[] first = [.. numbers.Take(batchSize)];
                await using ScriptedServer server = Refusing(refused);

                SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize, throttle));

                if (first.Length > 1 && first.All(refused.Contains))
                {
                    Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
                    Assert.Equal(numbers, run.NotSent.Order(StringComparer.Ordinal));
                }
                else
                {
                    Assert.Null(run.Stop);
                    Assert.Equal(numbers.Where(refused.Contains), run.Rejected.Keys.Order(StringComparer.Ordinal));
                    Assert.Equal(numbers.Where(n => !refused.Contains(n)), run.Accepted.Order(StringComparer.Ordinal));
                    Assert.Empty(run.NotSent);
                }
            },
            iter: 100,
            threads: 2);
    }

    [Fact]
    public async Task Contacts_refused_for_different_reasons_are_each_rejected()
    {
        string[] numbers = SendingRun.Numbers(45);
        await using var server = new ScriptedServer(request => ScriptedAnswer.Error(422, 200 + (request.PhoneNumbers[0][^1] % 2), $"{request.PhoneNumbers[0]} is not known."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 15));

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.All(run.Rejected, rejected => Assert.Equal($"{rejected.Key} is not known.", rejected.Value.Message));
    }

    [Fact]
    public async Task A_single_refused_contact_is_rejected()
    {
        await using ScriptedServer server = Refusing(SendingRun.Numbers(1));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(1));

        Assert.Null(run.Stop);
        Assert.Single(run.Rejected);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_refused_for_all_its_contacts_ends_the_run_after_a_sample()
    {
        string[] numbers = SendingRun.Numbers(4_000);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(400, 300, "This list can't be used."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal("HTTP 400, code 300: This list can't be used.", run.Stop?.Answer.ToString());
        Assert.Equal(numbers, run.NotSent.Order(StringComparer.Ordinal));
        Assert.InRange(server.Requests.Count, 2, 20);
    }

    [Fact]
    public async Task A_batch_of_refused_contacts_does_not_end_a_run_that_had_contacts_accepted()
    {
        string[] numbers = SendingRun.Numbers(60);
        await using ScriptedServer server = Refusing(numbers[20..40]);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 20, throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(numbers[20..40], run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(40, run.Accepted.Count);
    }

    [Fact]
    public async Task A_refusal_of_every_twentieth_contact_does_not_end_the_run()
    {
        string[] numbers = SendingRun.Numbers(200);
        string[] refused = [.. numbers.Where((_, i) => i % 20 == 0)];
        await using ScriptedServer server = Refusing(refused);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Null(run.Stop);
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_of_refused_contacts_does_not_end_the_run_when_another_is_accepted_meanwhile()
    {
        // The first batch, of one contact, is refused, so nothing is accepted yet. Then two batches are sent at once. One is
        // accepted while the last request of the other is under way, which is answered only when the client has read
        // the success.
        string[] numbers = SendingRun.Numbers(5);
        var lastIsUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            if (request.PhoneNumbers.Contains(numbers[3]))
            {
                await lastIsUnderWay.Task;
                return ScriptedAnswer.Created;
            }

            if (request.PhoneNumbers is [var last] && last == numbers[2])
            {
                lastIsUnderWay.TrySetResult();
                await accepted.Task;
            }

            return ScriptedAnswer.Refused;
        });
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 2, throttle: 2));
        foreach (string[] chunk in new[] { numbers[..1], numbers[1..3], numbers[3..] })
        {
            Assert.True(sender.TryRent(out ContactBatch batch));
            Array.ForEach(chunk, number => batch.Add(new Contact { PhoneNumber = number }));
            sender.Post(batch);
        }

        sender.Complete();
        List<(string?, ContactOutcome)> outcomes = [];
        await foreach (SendEvent happened in sender.Events.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (happened is not BatchCompleted completed)
            {
                continue;
            }

            foreach (BatchSegment segment in completed.Segments)
            {
                outcomes.AddRange(Enumerable.Range(segment.Start, segment.Count).Select(i => (completed.Batch.GetContact(i).PhoneNumber, segment.Outcome)));
            }

            if (outcomes.Contains((numbers[3], ContactOutcome.Accepted)))
            {
                accepted.TrySetResult();
            }
        }

        Assert.Null(sender.Stop);
        Assert.Equal(
            [ContactOutcome.Rejected, ContactOutcome.Rejected, ContactOutcome.Rejected, ContactOutcome.Accepted, ContactOutcome.Accepted],
            outcomes.OrderBy(o => o.Item1, StringComparer.Ordinal).Select(o => o.Item2));
    }

    /// <summary>A server that refuses each request with one of these contacts in it.</summary>
    private static ScriptedServer Refusing(IEnumerable<string> refused)
    {
        HashSet<string> numbers = [.. refused];
        return new ScriptedServer(request => request.PhoneNumbers.Any(numbers.Contains) ? ScriptedAnswer.Refused : ScriptedAnswer.Created);
    }
}
