using CsCheck;

namespace ContactsPS.Client.Tests;

/// <summary>Refusals that don't say whether the request or its contacts are the cause.</summary>
public sealed class UnexplainedRefusalTests
{
    [Fact]
    public async Task A_request_refused_for_all_its_contacts_ends_the_run_after_a_sample()
    {
        string[] numbers = SendingRun.Numbers(4_000);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.RefusedUnexplained);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal("HTTP 400, code 125: Unknown error.", run.Stop?.Answer.ToString());
        Assert.Equal(numbers, run.NotSent.Order(StringComparer.Ordinal));
        Assert.Equal(11, server.Requests.Count);
    }

    [Theory]
    [InlineData(1, 11)]
    [InlineData(4, 44)]
    public async Task A_service_that_begins_to_refuse_everything_ends_the_run_after_a_sample(int throttle, int atMost)
    {
        string[] numbers = SendingRun.Numbers(1_000);
        await using var server = new ScriptedServer(request => request.Number <= 3 ? ScriptedAnswer.Created : ScriptedAnswer.RefusedUnexplained);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 50, throttle));

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(150, run.Accepted.Count);
        Assert.Equal(850, run.NotSent.Count + run.Rejected.Count);
        Assert.InRange(server.Requests.Count, 4, 3 + atMost);

        // With several senders, an acknowledgement may come after a refusal: then the refused contact alone is at fault.
        Assert.True(throttle > 1 || run.Rejected.Count == 0);
    }

    [Theory]
    [InlineData(1, 9, false)]
    [InlineData(1, 10, true)]
    [InlineData(2, 8, false)]
    [InlineData(2, 10, true)]
    [InlineData(5, 5, false)]
    [InlineData(5, 10, true)]
    [InlineData(20, 9, false)]
    [InlineData(20, 20, true)]
    public async Task Ten_contacts_in_a_row_that_are_refused_in_whole_batches_end_the_run(int batchSize, int refused, bool ends)
    {
        string[] numbers = SendingRun.Numbers(60);
        await using ScriptedServer server = Refusing(numbers[20..(20 + refused)]);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize, throttle: 1));

        Assert.Equal(ends ? ErrorIds.RequestRejected : null, run.Stop?.ErrorId);
        if (ends)
        {
            Assert.Equal(numbers[..20], run.Accepted);
            Assert.Equal(40, run.Rejected.Count + run.NotSent.Count);
        }
        else
        {
            Assert.Equal(numbers[20..(20 + refused)], run.Rejected.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(60 - refused, run.Accepted.Count);
        }
    }

    [Fact]
    public async Task Refusals_before_and_after_an_accepted_contact_are_not_added_up()
    {
        string[] numbers = SendingRun.Numbers(19);
        await using ScriptedServer server = Refusing(numbers.Except([numbers[9]]));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 1, throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal([numbers[9]], run.Accepted);
        Assert.Equal(18, run.Rejected.Count);
    }

    [Fact]
    public async Task A_refusal_of_every_twentieth_contact_does_not_end_the_run()
    {
        string[] numbers = SendingRun.Numbers(400);
        string[] refused = [.. numbers.Where((_, i) => i % 20 == 0)];
        await using ScriptedServer server = Refusing(refused);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Null(run.Stop);
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(380, run.Accepted.Count);
    }

    [Fact]
    public async Task Ten_refused_contacts_side_by_side_in_a_large_batch_do_not_end_the_run()
    {
        string[] numbers = SendingRun.Numbers(200);
        await using ScriptedServer server = Refusing(numbers[64..80]);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Null(run.Stop);
        Assert.Equal(numbers[64..80], run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(184, run.Accepted.Count);
    }

    [Fact]
    public async Task Exactly_the_refused_contacts_are_rejected_unless_a_whole_batch_is_refused()
    {
        await Gen.Select(Gen.Bool.Array[0, 60], Gen.Int[1, 25], Gen.Int[1, 5]).SampleAsync(
            async (isRefused, batchSize, throttle) =>
            {
                // At most eight contacts of a batch of more than ten are refused, so that a sample has others.
                string[] numbers = SendingRun.Numbers(isRefused.Length);
                string[][] batches = [.. numbers.Chunk(batchSize)];
                HashSet<string> refused =
                [
                    .. batches.SelectMany((batch, b) =>
                        batch.Where((_, i) => isRefused[(b * batchSize) + i]).Take(batch.Length > 10 ? 8 : batch.Length)),
                ];
                await using ScriptedServer server = Refusing(refused);

                SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize, throttle));

                Assert.DoesNotContain(run.Accepted, refused.Contains);
                Assert.DoesNotContain(run.Rejected.Keys, number => !refused.Contains(number));
                if (run.Stop is { } stop)
                {
                    Assert.Equal(ErrorIds.RequestRejected, stop.ErrorId);
                    Assert.Contains(batches, batch => batch.All(refused.Contains));
                }
                else
                {
                    Assert.Equal(refused.Count, run.Rejected.Count);
                    Assert.Empty(run.NotSent);
                }
            },
            iter: Rounds.Of(100),
            threads: 2);
    }

    [Fact]
    public async Task Contacts_refused_for_different_reasons_are_each_rejected()
    {
        string[] numbers = SendingRun.Numbers(45);
        await using var server = new ScriptedServer(request => ScriptedAnswer.Error(422, 900 + (request.PhoneNumbers[0][^1] % 2), $"{request.PhoneNumbers[0]} is not known."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 15));

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.All(run.Rejected, rejected => Assert.Equal($"{rejected.Key} is not known.", rejected.Value.Message));
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

            return ScriptedAnswer.RefusedUnexplained;
        });
        await using var sender = new BulkSender(server.Client(), new CreateContactsRequest(), SendingRun.Quick(batchSize: 2, throttle: 2));
        SendingRun.Post(sender, numbers[..1]);
        SendingRun.Post(sender, numbers[1..3]);
        SendingRun.Post(sender, numbers[3..]);
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

    /// <summary>A server that refuses each request with one of these contacts in it, and doesn't say why.</summary>
    private static ScriptedServer Refusing(IEnumerable<string> refused)
    {
        HashSet<string> numbers = [.. refused];
        return new ScriptedServer(
            request => request.PhoneNumbers.Any(numbers.Contains) ? ScriptedAnswer.RefusedUnexplained : ScriptedAnswer.Created);
    }
}
