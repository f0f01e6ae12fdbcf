namespace ContactsPS.Client;

/// <summary>The objects that the senders of a run share: the client, the retries, and the reason to stop.</summary>
internal sealed class SendRun : IDisposable
{
    private readonly ContactsClient _client;
    private readonly BatchRequest _request;
    private readonly RetryingCaller _caller;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly CancellationTokenSource _stopped;
    private SendStop? _stop;

    public SendRun(ContactsClient client, BatchRequest request, BulkSenderOptions options, Action<SendEvent> publish)
    {
        _client = client;
        _request = request;
        _caller = new RetryingCaller(options, publish);
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(_cancelled.Token);
    }

    /// <summary>Why nothing more is sent. Null when the run has not stopped.</summary>
    public SendStop? Stop => Volatile.Read(ref _stop);

    /// <summary>Whether the service has accepted a request in this run.</summary>
    public bool HasSucceeded => _caller.Successes > 0;

    /// <summary>Cancels the requests in progress.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>
    /// Sends some contacts of a batch, with retries. Null when they were not sent because the run has stopped.
    /// </summary>
    public async Task<ServiceAnswer?> SendAsync(ContactBatch batch, int start, int count)
    {
        if (Stop is not null)
        {
            return null;
        }

        ReadOnlyMemory<byte> body = batch.GetBody(start, count);
        try
        {
            ServiceAnswer answer = await _caller.CallAsync(
                async () => new RequestCompleted(
                    _request.Method, _request.Path, count, body.Length, await _client.SendBatchAsync(_request, body, _cancelled.Token)),
                _stopped.Token);
            if (SendStop.For(answer) is { } stop)
            {
                StopFor(stop);
            }

            return answer;
        }
        catch (OperationCanceledException) when (!_cancelled.IsCancellationRequested)
        {
            // The run stopped while this request waited for its next attempt.
            return null;
        }
    }

    /// <summary>
    /// Stops the run. The first reason is kept. Requests in progress are completed. If the reason is final, waits are
    /// cancelled.
    /// </summary>
    public void StopFor(SendStop stop)
    {
        if (Interlocked.CompareExchange(ref _stop, stop, comparand: null) is null && stop.IsFinal)
        {
            _stopped.Cancel();
        }
    }

    public Task CancelAsync() => _cancelled.CancelAsync();

    public void Dispose()
    {
        _stopped.Dispose();
        _cancelled.Dispose();
    }
}
