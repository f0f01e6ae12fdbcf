namespace ContactsPS.Client.Tests;

/// <summary>The outcome of a run of a <see cref="BulkSender"/>, which is used as its documentation shows.</summary>
public sealed class SendingRun
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private SendingRun()
    {
    }

    public List<string> Accepted { get; } = [];

    public Dictionary<string, ServiceAnswer> Rejected { get; } = [];

    public List<string> NotSent { get; } = [];

    public List<SendEvent> Events { get; } = [];

    public SendStop? Stop { get; private set; }

    public long Requests { get; private set; }

    public long Retries { get; private set; }

    /// <summary>A number of different phone numbers, in ascending order.</summary>
    public static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => $"+336{i:D8}")];

    /// <summary>Options with a retry interval of a millisecond.</summary>
    public static BulkSenderOptions Quick(int batchSize = 200, int throttle = 4, int retries = 5) => new()
    {
        BatchSize = batchSize,
        ThrottleLimit = throttle,
        MaximumRetryCount = retries,
        RetryInterval = TimeSpan.FromMilliseconds(1),
    };

    /// <summary>Sends contacts with these phone numbers, and asserts that each has exactly one outcome.</summary>
    /// <param name="client">The client.</param>
    /// <param name="numbers">The phone numbers.</param>
    /// <param name="bulk">The options of the sender. Default: <see cref="Quick"/>.</param>
    /// <param name="request">The request. Default: contact/create without options.</param>
    /// <param name="watch">Called with each event.</param>
    public static async Task<SendingRun> SendAsync(
        ContactsClient client,
        IEnumerable<string> numbers,
        BulkSenderOptions? bulk = null,
        BatchRequest? request = null,
        Action<SendEvent>? watch = null)
    {
        var run = new SendingRun();
        bulk ??= Quick();
        await using var sender = new BulkSender(client, request ?? new CreateContactsRequest(), bulk);
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(s_longest);
        ContactBatch? batch = null;
        foreach (string number in numbers)
        {
            while (batch is null && !sender.TryRent(out batch))
            {
                batch = null;
                Handle(await sender.Events.ReadAsync(tooLong.Token));
            }

            batch!.Add(new Contact { PhoneNumber = number });
            if (batch.Count == batch.Capacity)
            {
                sender.Post(batch);
                batch = null;
            }
        }

        if (batch is not null)
        {
            sender.Post(batch);
        }

        sender.Complete();
        await foreach (SendEvent happened in sender.Events.ReadAllAsync(tooLong.Token))
        {
            Handle(happened);
        }

        run.Stop = sender.Stop;
        run.Requests = run.Events.OfType<RequestCompleted>().Count();
        run.Retries = run.Events.OfType<RetryScheduled>().Count();
        return run;

        void Handle(SendEvent happened)
        {
            run.Events.Add(happened);
            watch?.Invoke(happened);
            if (happened is BatchCompleted completed)
            {
                run.Account(completed);
                sender.Return(completed.Batch);
            }
        }
    }

    /// <summary>Posts batches of one contact until the sender has no free batch, and returns their number.</summary>
    public static int PostAll(BulkSender sender)
    {
        int posted = 0;
        while (sender.TryRent(out ContactBatch batch))
        {
            batch.Add(new Contact { PhoneNumber = $"+3361234{posted:D4}" });
            sender.Post(batch);
            posted++;
        }

        return posted;
    }

    /// <summary>Posts a batch of contacts with these phone numbers.</summary>
    public static void Post(BulkSender sender, IEnumerable<string> numbers)
    {
        Assert.True(sender.TryRent(out ContactBatch batch));
        foreach (string number in numbers)
        {
            batch.Add(new Contact { PhoneNumber = number });
        }

        sender.Post(batch);
    }

    private void Account(BatchCompleted completed)
    {
        var covered = new bool[completed.Batch.Count];
        foreach (BatchSegment segment in completed.Segments)
        {
            for (int i = segment.Start; i < segment.Start + segment.Count; i++)
            {
                Assert.False(covered[i], $"Contact {i} is in two segments.");
                covered[i] = true;
                Account(segment, completed.Batch.GetContact(i).PhoneNumber!);
            }
        }

        Assert.DoesNotContain(false, covered);
    }

    private void Account(BatchSegment segment, string number)
    {
        switch (segment.Outcome)
        {
            case ContactOutcome.Accepted: Accepted.Add(number); break;
            case ContactOutcome.Rejected: Rejected.Add(number, segment.Answer!); break;
            default: NotSent.Add(number); break;
        }
    }
}
