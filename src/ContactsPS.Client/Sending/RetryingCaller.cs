using Polly;
using Polly.Retry;

namespace ContactsPS.Client;

/// <summary>
/// Sends a request, and retries it until the answer is final or the last retry has failed. All senders of a run share
/// one instance, so that a pause for one sender applies to all of them.
/// </summary>
internal sealed class RetryingCaller
{
    /// <summary>The largest random part that is added to a wait, as a share of it.</summary>
    private const double MaximumJitter = 0.25;

    private static readonly TimeSpan s_longestBackOff = TimeSpan.FromMinutes(1);

    private readonly BulkSenderOptions _options;
    private readonly Action<SendEvent> _publish;
    private readonly RetryAfterGate _gate;
    private readonly ResiliencePipeline<ServiceAnswer> _pipeline;
    private long _successes;

    public RetryingCaller(BulkSenderOptions options, Action<SendEvent> publish)
    {
        _options = options;
        _publish = publish;
        _gate = new RetryAfterGate(options.Time);
        _pipeline = options.MaximumRetryCount == 0 ? ResiliencePipeline<ServiceAnswer>.Empty : BuildPipeline();
    }

    /// <summary>The number of requests that succeeded.</summary>
    public long Successes => Interlocked.Read(ref _successes);

    /// <summary>Sends a request, and sends it again after a transient failure.</summary>
    /// <param name="send">Sends the request once.</param>
    /// <param name="waiting">Cancels the waits between two attempts, but not a request in progress.</param>
    /// <exception cref="OperationCanceledException">A wait or <paramref name="send"/> was cancelled.</exception>
    public async ValueTask<ServiceAnswer> CallAsync(Func<Task<RequestCompleted>> send, CancellationToken waiting)
    {
        long successesBefore = Successes;
        ServiceAnswer answer = await TryAsync(send, waiting);
        if (_options.MaximumRetryCount > 0 && IsRetried(answer) && Successes > successesBefore)
        {
            // Other requests succeeded in the meantime, so the service is available. The request gets one more series
            // of retries.
            _publish(new RetryScheduled(_options.MaximumRetryCount + 1, TimeSpan.Zero, answer));
            answer = await TryAsync(send, waiting);
        }

        return answer;
    }

    private ValueTask<ServiceAnswer> TryAsync(Func<Task<RequestCompleted>> send, CancellationToken waiting) =>
        _pipeline.ExecuteAsync(
            async token =>
            {
                await _gate.WaitAsync(token);
                RequestCompleted completed = await send();
                _publish(completed);
                if (completed.Answer.Kind == AnswerKind.Succeeded)
                {
                    Interlocked.Increment(ref _successes);
                }
                else if (IsRetried(completed.Answer) && completed.Answer.RetryAfter is { } pause)
                {
                    _gate.Close(pause);
                }

                return completed.Answer;
            },
            waiting);

    private static bool IsRetried(ServiceAnswer answer) =>
        answer.Kind == AnswerKind.Transient && !(answer.RetryAfter > BulkSenderOptions.LongestPause);

    /// <summary>
    /// Gets the wait before a retry. The jitter of Polly makes waits shorter as well as longer, and a run must survive an
    /// outage of the documented length. So here the random part is only added.
    /// </summary>
    /// <param name="retry">The number of the retry, from 0.</param>
    private TimeSpan BackOff(int retry)
    {
        double interval = _options.RetryInterval.TotalSeconds;
        double longest = Math.Max(interval, s_longestBackOff.TotalSeconds);
        double seconds = Math.Min(interval * Math.Pow(2, Math.Min(retry, 30)), longest);
        return TimeSpan.FromSeconds(seconds * (1 + (MaximumJitter * Random.Shared.NextDouble())));
    }

    private ResiliencePipeline<ServiceAnswer> BuildPipeline() =>
        new ResiliencePipelineBuilder<ServiceAnswer> { TimeProvider = _options.Time }
            .AddRetry(new RetryStrategyOptions<ServiceAnswer>
            {
                MaxRetryAttempts = _options.MaximumRetryCount,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } answer && IsRetried(answer)),

                // A pause of 0 seconds doesn't replace the back-off.
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
                    args.Outcome.Result?.RetryAfter is { Ticks: > 0 } pause ? pause : BackOff(args.AttemptNumber)),
                OnRetry = args =>
                {
                    _publish(new RetryScheduled(args.AttemptNumber + 1, args.RetryDelay, args.Outcome.Result!));
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
}
