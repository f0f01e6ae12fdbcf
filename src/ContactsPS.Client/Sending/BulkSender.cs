using System.Threading.Channels;

namespace ContactsPS.Client;

/// <summary>
/// Sends batches of contacts to a call of the service, several at the same time, and reports the outcome of each contact. It
/// doesn't depend on the code that fills the batches or reads the events. One thread rents, posts and returns batches
/// and reads <see cref="Events"/>:
/// <code>
/// await using var sender = new BulkSender(client, request, options);
/// while (there are contacts)
/// {
///     while (!sender.TryRent(out batch)) { handle(await sender.Events.ReadAsync()); }
///     fill(batch);
///     sender.Post(batch);
/// }
/// sender.Complete();
/// await foreach (SendEvent e in sender.Events.ReadAllAsync()) { handle(e); }
/// </code>
/// The number of batches limits the memory: four for each sender, and one to fill. When there is no batch to rent, wait
/// for the next event. Two batches for each sender would be enough, one in progress and one waiting. But the reader and
/// the senders share the processors, and with so few batches each side would often wait for the other.
/// </summary>
public sealed class BulkSender : IAsyncDisposable
{
    private readonly BatchRequest _request;
    private readonly BulkSenderOptions _bulk;
    private readonly SendRun _run;
    private readonly Channel<ContactBatch> _posted;
    private readonly Channel<SendEvent> _events;
    private readonly Stack<ContactBatch> _free = new();
    private readonly TaskCompletionSource _pilotDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _senders;
    private int _made;
    private int _disposed;
    private int _inProgress;

    /// <summary>Starts the senders, which wait for the first batch.</summary>
    /// <exception cref="ContactsException">
    /// The request is not valid. See <see cref="BatchRequest.Validate"/>.
    /// </exception>
    public BulkSender(ContactsClient client, BatchRequest request, BulkSenderOptions bulk)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(bulk);
        bulk.Validate();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bulk.BatchSize, request.MaximumContacts);
        request.Validate();
        _request = request;
        _bulk = bulk;
        BatchLimit = (4 * bulk.ThrottleLimit) + 1;
        _posted = Channel.CreateBounded<ContactBatch>(new BoundedChannelOptions(BatchLimit) { SingleWriter = true });
        _events = Channel.CreateUnbounded<SendEvent>(new UnboundedChannelOptions { SingleReader = true });
        _run = new SendRun(client, request, bulk, Publish);
        _senders = RunAsync();
    }

    /// <summary>
    /// The events, in order. After <see cref="Complete"/>, they end with the last batch. Only one reader can read them.
    /// </summary>
    public ChannelReader<SendEvent> Events => _events.Reader;

    /// <summary>Why nothing more is sent. Null when the run has not stopped.</summary>
    public SendStop? Stop => _run.Stop;

    /// <summary>
    /// The number of contacts in batches that are being sent. After <see cref="DisposeAsync"/>, it is the number of contacts
    /// whose request was cancelled: the service may have accepted them.
    /// </summary>
    public int ContactsInProgress => Volatile.Read(ref _inProgress);

    /// <summary>The maximum number of batches: in progress, waiting and open.</summary>
    public int BatchLimit { get; }

    /// <summary>
    /// Gets an empty batch. False when all batches are in use. They become free when the events are handled.
    /// </summary>
    public bool TryRent(out ContactBatch batch)
    {
        if (_free.TryPop(out ContactBatch? free))
        {
            batch = free;
        }
        else if (_made < BatchLimit)
        {
            _made++;
            batch = new ContactBatch(_request, _bulk.BatchSize, _bulk.Sources?.Invoke());
        }
        else
        {
            batch = null!;
            return false;
        }

        batch.Limit(_run.MaximumContacts);
        return true;
    }

    /// <summary>Passes a rented batch to the senders. It never waits.</summary>
    public void Post(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!_posted.Writer.TryWrite(batch))
        {
            throw new InvalidOperationException("A batch can't be posted after Complete, or when it was not rented from this sender.");
        }
    }

    /// <summary>Returns a batch whose contacts are accounted for, so that it can be rented again.</summary>
    public void Return(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Clear();
        _free.Push(batch);
    }

    /// <summary>Declares that there are no more batches. The events end when the last batch is done.</summary>
    public void Complete() => _posted.Writer.TryComplete();

    /// <summary>Ends the senders, and cancels the requests in progress. Sends nothing.</summary>
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

    /// <summary>
    /// Sends nothing more, for a reason that is not an answer of the service. The first reason is kept. Requests in progress
    /// are completed, and the contacts of all other batches are not sent.
    /// </summary>
    public void StopFor(SendStop stop)
    {
        ArgumentNullException.ThrowIfNull(stop);
        _run.StopFor(stop);
    }

    private void Record(ContactBatch batch, IReadOnlyList<BatchSegment> segments)
    {
        try
        {
            _bulk.Completed?.Invoke(batch, segments);
        }
        catch (ContactsException failure)
        {
            // The batch is published all the same, because the service may have accepted its contacts.
            StopFor(SendStop.Because(failure));
        }
    }

    private void Publish(SendEvent happened) => _events.Writer.TryWrite(happened);

    private async Task RunAsync()
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _bulk.ThrottleLimit).Select(i => Task.Run(() => SendPostedAsync(isPilot: i == 0))));
        }
        finally
        {
            _events.Writer.TryComplete();
        }
    }

    /// <summary>
    /// Sends batches until there are no more. The pilot sends the first batch, and the other senders wait for its end. So a
    /// wrong key or a refused list name costs one request, and not one for each sender.
    /// </summary>
    private async Task SendPostedAsync(bool isPilot)
    {
        try
        {
            if (!isPilot)
            {
                await _pilotDone.Task.WaitAsync(_run.Cancelled);
            }

            await foreach (ContactBatch batch in _posted.Reader.ReadAllAsync(_run.Cancelled))
            {
                int contacts = batch.Count;
                Interlocked.Add(ref _inProgress, contacts);
                IReadOnlyList<BatchSegment> segments = await new BatchDelivery(_run, batch).RunAsync();
                Record(batch, segments);
                Interlocked.Add(ref _inProgress, -contacts);
                Publish(new BatchCompleted(batch, segments));
                _pilotDone.TrySetResult();
            }
        }
        catch (Exception error) when (!_run.Cancelled.IsCancellationRequested)
        {
            // The reader must get the error now. The other senders wait for its batches, so they would not end before.
            _events.Writer.TryComplete(error);
            throw;
        }
        finally
        {
            _pilotDone.TrySetResult();
        }
    }
}
