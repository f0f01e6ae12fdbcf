namespace ContactsPS.Client;

/// <summary>
/// Sends one batch until the outcome of each contact is known. A batch that is refused because of its size is sent in
/// smaller requests. A batch that is refused because of its contacts is split in halves until they are alone. When the
/// service doesn't say what it refuses, a sample of contacts is sent alone first, because the request may be the cause.
/// Several deliveries run at the same time, and they share a <see cref="SendRun"/>.
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
        await DeliverAsync(0, batch.Count, isIsolating: false);
        return _segments;
    }

    /// <summary>Sends contacts, in requests of the size that the service takes.</summary>
    /// <param name="start">The index of the first contact.</param>
    /// <param name="count">The number of contacts.</param>
    /// <param name="isIsolating">Whether it is known that contacts of the batch are the cause of a refusal.</param>
    private async Task DeliverAsync(int start, int count, bool isIsolating)
    {
        int end = start + count;
        while (start < end)
        {
            int part = Math.Min(run.MaximumContacts, end - start);
            await DeliverPartAsync(start, part, isIsolating);
            start += part;
        }
    }

    private async Task DeliverPartAsync(int start, int count, bool isIsolating)
    {
        ServiceAnswer? answer = await run.SendAsync(batch, start, count);
        switch (answer)
        {
            case { Kind: AnswerKind.Succeeded }:
                Add(start, count, ContactOutcome.Accepted, answer);
                break;
            case { Kind: AnswerKind.Refused } when SendStop.For(answer) is null:
                await HandleRefusalAsync(start, count, isIsolating, answer);
                break;
            default:
                Add(start, count, ContactOutcome.NotSent, answer ?? run.Stop?.Answer);
                break;
        }
    }

    private async Task HandleRefusalAsync(int start, int count, bool isIsolating, ServiceAnswer refusal)
    {
        if (count == 1)
        {
            AddRefused(start, isIsolating, refusal);
        }
        else if (refusal.Subject == RefusalSubject.RequestSize)
        {
            run.ReduceBelow(count, refusal);
            await DeliverAsync(start, count, isIsolating);
        }
        else if (isIsolating || refusal.Subject == RefusalSubject.Contacts)
        {
            await DeliverAsync(start, count / 2, isIsolating: true);
            await DeliverAsync(start + (count / 2), count - (count / 2), isIsolating: true);
        }
        else
        {
            await DeliverSampledAsync(start, count);
        }
    }

    /// <summary>
    /// Adds a contact that was sent alone and refused. It is rejected, unless the refusal says that the request is the
    /// cause: there is no smaller request, or too many contacts in a row were refused in the same way.
    /// </summary>
    private void AddRefused(int index, bool isIsolating, ServiceAnswer refusal)
    {
        bool isRequest = refusal.Code == ServiceCode.TooManyContacts
            || (!isIsolating && refusal.Subject != RefusalSubject.Contacts && run.CountRefused(refusal) >= SampleSize);
        if (isRequest)
        {
            run.StopFor(new SendStop(ErrorIds.RequestRejected, refusal));
        }
        else if (refusal.Subject == RefusalSubject.RequestSize)
        {
            run.ForgetLength();
        }

        Add(index, 1, isRequest ? ContactOutcome.NotSent : ContactOutcome.Rejected, refusal);
    }

    /// <summary>
    /// Finds out whether the contacts or the request cause a refusal that doesn't say. Contacts from all parts of the
    /// batch are sent one by one. If one is accepted, or refused in another way, contacts are the cause, and the rest of
    /// the batch is sent and split in halves. If all of them are refused in the same way, and nothing else was accepted
    /// in the meantime, the request is the cause.
    /// </summary>
    private async Task DeliverSampledAsync(int start, int count)
    {
        List<BatchSegment> sample = [];

        // The positions are random, because rows may follow a pattern. The seed makes a run repeatable.
        var random = new Random(count);
        int sampleSize = Math.Min(count, SampleSize);
        bool isConclusive = false;
        for (int i = 0; i < sampleSize && !isConclusive; i++)
        {
            int first = (int)((long)i * count / sampleSize);
            int behind = (int)((i + 1L) * count / sampleSize);
            int index = start + random.Next(first, behind);
            ServiceAnswer? answer = await run.SendAsync(batch, index, 1);
            if (answer is null)
            {
                break;
            }

            bool isRefused = answer.Kind == AnswerKind.Refused && SendStop.For(answer) is null;
            ContactOutcome outcome = answer.Kind == AnswerKind.Succeeded ? ContactOutcome.Accepted
                : isRefused ? ContactOutcome.Rejected
                : ContactOutcome.NotSent;
            sample.Add(new BatchSegment(index, 1, outcome, answer));
            if (!isRefused || answer.Subject == RefusalSubject.Contacts || !RefusalStreak.AreAlike(answer, sample[0].Answer!))
            {
                break;
            }

            // Before the first success, a batch that is smaller than a sample is enough.
            isConclusive = run.CountRefused(answer) >= SampleSize || (sample.Count == count && !run.HasSucceeded);
        }

        if (isConclusive)
        {
            run.StopFor(new SendStop(ErrorIds.RequestRejected, sample[^1].Answer!));
            Add(start, count, ContactOutcome.NotSent, sample[^1].Answer);
            return;
        }

        int next = start;
        foreach (BatchSegment segment in sample)
        {
            await DeliverAsync(next, segment.Start - next, isIsolating: true);
            _segments.Add(segment);
            next = segment.Start + 1;
        }

        await DeliverAsync(next, start + count - next, isIsolating: true);
    }

    private void Add(int start, int count, ContactOutcome outcome, ServiceAnswer? answer) =>
        _segments.Add(new BatchSegment(start, count, outcome, answer));
}
