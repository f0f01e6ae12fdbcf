namespace ContactsPS.Client;

/// <summary>
/// Brings one batch to its end: sends it, and where the service refuses it, cuts it in halves until the contacts at
/// fault are alone. A run has many of them at once; what they share is the <see cref="SendRun"/>.
/// </summary>
internal sealed class BatchDelivery(SendRun run, ContactBatch batch)
{
    /// <summary>
    /// How many contacts, sent alone, must all be refused alike before the fault is sought in the request: enough that a
    /// few bad contacts at the top of a file don't pass for it, few enough not to batter a service that refuses all.
    /// </summary>
    private const int SampleSize = 10;

    private readonly List<BatchSegment> _segments = [];

    /// <summary>Sends the batch; what became of each contact, in segments.</summary>
    public async Task<IReadOnlyList<BatchSegment>> RunAsync()
    {
        await DeliverAsync(0, batch.Count);
        return _segments;
    }

    private async Task DeliverAsync(int start, int count)
    {
        if (count == 0)
        {
            return;
        }

        ServiceAnswer? answer = await run.SendAsync(batch, start, count);
        switch (answer?.Kind)
        {
            case AnswerKind.Succeeded:
                Add(start, count, ContactOutcome.Accepted, answer);
                break;
            case AnswerKind.Refused when count == 1:
                Add(start, count, ContactOutcome.Rejected, answer);
                break;
            case AnswerKind.Refused when !run.HasSucceeded:
                await DeliverSampledAsync(start, count);
                break;
            case AnswerKind.Refused:
                await DeliverAsync(start, count / 2);
                await DeliverAsync(start + (count / 2), count - (count / 2));
                break;
            default:
                Add(start, count, ContactOutcome.NotSent, answer ?? run.Stop?.Answer);
                break;
        }
    }

    /// <summary>
    /// Nothing was accepted yet, so the lists, tags and options may be what is refused. A sample of contacts, spread
    /// evenly over the batch, is sent one by one: if one is accepted, the contacts are at fault and the rest is halved;
    /// if all are refused in the same words, no contact explains it.
    /// </summary>
    private async Task DeliverSampledAsync(int start, int count)
    {
        int sampleSize = Math.Min(count, SampleSize);
        List<BatchSegment> sample = [];
        int next = start;

        // Not at even steps: rows that follow a pattern would pass for all of them. Seeded, so that a run can be run again.
        var random = new Random(count);
        for (int i = 0; i < sampleSize && !run.HasSucceeded; i++)
        {
            int first = (int)((long)i * count / sampleSize);
            int behind = (int)((i + 1L) * count / sampleSize);
            int index = start + random.Next(first, behind);
            if (await run.SendAsync(batch, index, 1) is not { } answer)
            {
                break;
            }

            ContactOutcome outcome = answer.Kind switch
            {
                AnswerKind.Succeeded => ContactOutcome.Accepted,
                AnswerKind.Refused => ContactOutcome.Rejected,
                _ => ContactOutcome.NotSent,
            };
            sample.Add(new BatchSegment(index, 1, outcome, answer));
        }

        if (sample.Count == sampleSize && !run.HasSucceeded && sample.TrueForAll(s => s.Outcome == ContactOutcome.Rejected && AreAlike(s.Answer!, sample[0].Answer!)))
        {
            run.StopFor(new SendStop(ErrorIds.RequestRejected, sample[0].Answer!));
            Add(start, count, ContactOutcome.NotSent, sample[0].Answer);
            return;
        }

        foreach (BatchSegment segment in sample)
        {
            await DeliverAsync(next, segment.Start - next);
            _segments.Add(segment);
            next = segment.Start + 1;
        }

        await DeliverAsync(next, start + count - next);
    }

    /// <summary>The code tells; a message beside it may hold a request's number, or a contact's.</summary>
    private static bool AreAlike(ServiceAnswer one, ServiceAnswer other) =>
        one.StatusCode == other.StatusCode && one.Code == other.Code && (one.Code is not null || one.Message == other.Message);

    private void Add(int start, int count, ContactOutcome outcome, ServiceAnswer? answer) =>
        _segments.Add(new BatchSegment(start, count, outcome, answer));
}
