using System.Threading.Channels;

namespace ContactsPS.Client;

/// <summary>
/// Sends batches of contacts to contact/create, several at once, and tells what became of each contact. It does not
/// know who fills the batches or who reads the events. One thread rents, posts and returns batches and reads
/// <see cref="Events"/>:
/// <code>
/// await using var sender = new BulkSender(client, options, bulk);
/// while (there are contacts)
/// {
///     while (!sender.TryRent(out batch)) { handle(await sender.Events.ReadAsync()); }
///     fill(batch);
///     sender.Post(batch);
/// }
/// sender.Complete();
/// await foreach (SendEvent e in sender.Events.ReadAllAsync()) { handle(e); }
/// </code>
/// Memory is bounded by the number of batches, four for each sender and one to fill: who finds none to rent waits for the
/// next event. One under way and one waiting for each sender would do, but the two sides take turns on the processor, and
/// with so few each waits for the other after every other batch.
/// </summary>
public sealed class BulkSender : IAsyncDisposable
{
    private readonly CreateContactsOptions _options;
    private readonly BulkSenderOptions _bulk;
    private readonly SendRun _run;
    private readonly Channel<ContactBatch> _posted;
    private readonly Channel<SendEvent> _events;
    private readonly Stack<ContactBatch> _free = new();
    private readonly TaskCompletionSource _pilotDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _senders;
    private int _made;
    private int _pilotTaken;
    private int _disposed;

    /// <summary>Starts the senders. They wait for the first batch.</summary>
    /// <exception cref="ContactsException">The options are not valid: <see cref="CreateContactsOptions.Validate"/>.</exception>
    public BulkSender(ContactsClient client, CreateContactsOptions options, BulkSenderOptions bulk)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bulk);
        bulk.Validate();
        options.Validate();
        _options = options;
        _bulk = bulk;
        BatchLimit = (4 * bulk.ThrottleLimit) + 1;
        _posted = Channel.CreateBounded<ContactBatch>(new BoundedChannelOptions(BatchLimit) { SingleWriter = true });
        _events = Channel.CreateUnbounded<SendEvent>(new UnboundedChannelOptions { SingleReader = true });
        _run = new SendRun(client, bulk, Publish);
        _senders = RunAsync();
    }

    /// <summary>What happened, in order; ends after <see cref="Complete"/> with the last batch. For one reader.</summary>
    public ChannelReader<SendEvent> Events => _events.Reader;

    /// <summary>Why nothing more is sent; null while things go well.</summary>
    public SendStop? Stop => _run.Stop;

    /// <summary>How many batches there are at the most, under way, waiting and open.</summary>
    public int BatchLimit { get; }

    /// <summary>Gives an empty batch; none, while all are under way or wait among the events to be returned.</summary>
    public bool TryRent(out ContactBatch batch)
    {
        if (_free.TryPop(out ContactBatch? free))
        {
            batch = free;
            return true;
        }

        if (_made == BatchLimit)
        {
            batch = null!;
            return false;
        }

        _made++;
        batch = new ContactBatch(_options, _bulk.BatchSize, _bulk.Sources?.Invoke());
        return true;
    }

    /// <summary>Gives a rented batch to the senders. Never waits.</summary>
    public void Post(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!_posted.Writer.TryWrite(batch))
        {
            throw new InvalidOperationException("No batch can be posted after Complete, nor one that was not rented here.");
        }
    }

    /// <summary>Takes back a batch whose contacts are accounted for, to be rented again.</summary>
    public void Return(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Clear();
        _free.Push(batch);
    }

    /// <summary>Says that no more batches come. The events end when the last one is done.</summary>
    public void Complete() => _posted.Writer.TryComplete();

    /// <summary>Ends the senders, and the requests under way with them. Sends nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        Complete();
        await _run.CancelAsync();
        await _senders.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _run.Dispose();
    }

    private void Publish(SendEvent happened) => _events.Writer.TryWrite(happened);

    private async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _bulk.ThrottleLimit).Select(_ => Task.Run(SendPostedAsync)));
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }

    private async Task SendPostedAsync()
    {
        await foreach (ContactBatch batch in _posted.Reader.ReadAllAsync(_run.Cancelled))
        {
            bool isPilot = Interlocked.Exchange(ref _pilotTaken, 1) == 0;
            try
            {
                if (!isPilot)
                {
                    await _pilotDone.Task.WaitAsync(_run.Cancelled);
                }

                IReadOnlyList<BatchSegment> segments = await new BatchDelivery(_run, batch).RunAsync();
                _bulk.Completed?.Invoke(batch, segments);
                Publish(new BatchCompleted(batch, segments));
            }
            catch (Exception error)
            {
                // The reader learns of it at once, and not when the other senders end, which wait for its batches.
                _events.Writer.TryComplete(error);
                throw;
            }
            finally
            {
                // The first batch goes alone, so that a wrong key or a refused list name costs one request and not one
                // for each sender.
                if (isPilot)
                {
                    _pilotDone.TrySetResult();
                }
            }
        }
    }
}
