namespace ContactsPS.Client;

/// <summary>The objects that the senders of a run share: the client, the retries, and the reason to stop.</summary>
internal sealed class SendRun : IDisposable
{
    private readonly ContactsClient _client;
    private readonly BatchRequest _request;
    private readonly RetryingCaller _caller;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly CancellationTokenSource _stopped;
    private readonly Action<SendEvent> _publish;
    private readonly RefusalStreak _refusals = new();
    private readonly RequestSizeLimit _sizeLimit;
    private SendStop? _stop;

    public SendRun(ContactsClient client, BatchRequest request, BulkSenderOptions options, Action<SendEvent> publish)
    {
        _client = client;
        _request = request;
        _publish = publish;
        _sizeLimit = new RequestSizeLimit(options.BatchSize);
        _caller = new RetryingCaller(options, publish);
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(_cancelled.Token);
    }

    /// <summary>Why nothing more is sent. Null when the run has not stopped.</summary>
    public SendStop? Stop => Volatile.Read(ref _stop);

    /// <summary>Whether the service has accepted a request in this run.</summary>
    public bool HasSucceeded => _caller.Successes > 0;

    /// <summary>
    /// The maximum number of contacts in a request. It becomes smaller when the service refuses a request because of its
    /// size.
    /// </summary>
    public int MaximumContacts => _sizeLimit.Current;

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
            else if (answer.Kind == AnswerKind.Succeeded)
            {
                _refusals.Reset();
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
    /// Counts a contact that was sent alone and refused. Returns the number of such contacts that were refused in the same
    /// way, one after the other, while nothing was accepted.
    /// </summary>
    public int CountRefused(ServiceAnswer refusal) => _refusals.Add(refusal);

    /// <summary>Makes all further requests smaller than a request that was refused because of its size.</summary>
    /// <param name="refused">The number of contacts in that request. It is at least 2.</param>
    /// <param name="refusal">The refusal.</param>
    public void ReduceBelow(int refused, ServiceAnswer refusal)
    {
        if (_sizeLimit.ReduceBelow(refused, refusal))
        {
            _publish(new BatchSizeReduced(MaximumContacts, refusal));
        }
    }

    /// <summary>Allows larger requests again, because one contact alone was too large.</summary>
    public void ForgetLength() => _sizeLimit.ForgetLength();

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
