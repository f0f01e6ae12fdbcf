namespace ContactsPS.Client;

/// <summary>
/// Sends one batch until the outcome of each contact is known. When the service refuses the batch, it is split in
/// halves until the contacts that cause the refusal are alone. Several deliveries run at the same time, and they share
/// a <see cref="SendRun"/>.
/// </summary>
internal sealed class BatchDelivery(SendRun run, ContactBatch batch)
{
    /// <summary>
    /// The number of contacts that are sent alone. When all of them are refused in the same way, the request is the
    /// cause. The number is large enough that a few bad contacts don't look like a bad request, and small enough not to
    /// overload a service that refuses everything.
    /// </summary>
    private const int SampleSize = 10;

    private readonly List<BatchSegment> _segments = [];

    /// <summary>Sends the batch. Returns the outcome of each contact, in segments.</summary>
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
    /// Finds out whether the contacts or the request cause the refusal. Nothing was accepted yet, so the service may
    /// refuse the lists, the tags or the options. A sample of contacts from all parts of the batch is sent one by one.
    /// If one contact is accepted, other contacts are the cause, and the rest of the batch is sent and split in halves
    /// as usual. If all of them are refused in the same way, the request is the cause.
    /// </summary>
    private async Task DeliverSampledAsync(int start, int count)
    {
        int sampleSize = Math.Min(count, SampleSize);
        List<BatchSegment> sample = [];
        int next = start;

        // The positions are random, because rows may follow a pattern. The seed makes a run repeatable.
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

    /// <summary>
    /// Compares two refusals. The code is enough, because the message may contain the id of a request or of a contact.
    /// </summary>
    private static bool AreAlike(ServiceAnswer one, ServiceAnswer other) =>
        one.StatusCode == other.StatusCode && one.Code == other.Code && (one.Code is not null || one.Message == other.Message);

    private void Add(int start, int count, ContactOutcome outcome, ServiceAnswer? answer) =>
        _segments.Add(new BatchSegment(start, count, outcome, answer));
}
