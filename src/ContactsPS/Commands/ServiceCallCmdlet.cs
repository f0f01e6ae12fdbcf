using System.Management.Automation;
using System.Threading.Channels;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that sends requests without contacts, with the retries of a run.</summary>
public abstract class ServiceCallCmdlet : AccountCmdlet
{
    private readonly Channel<SendEvent> _events = Channel.CreateUnbounded<SendEvent>(new UnboundedChannelOptions { SingleReader = true });
    private ContactsAccount? _account;
    private ServiceCaller? _caller;

    /// <summary>The maximum number of retries after a transient failure. Default: 5.</summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>
    /// The shortest wait before the first retry, in seconds. It doubles with each retry, up to 60. Default: 1.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public double RetryIntervalSec { get; set; } = 1;

    /// <summary>The account that the requests are for.</summary>
    private protected ContactsAccount CurrentAccount => _account ?? throw new InvalidOperationException("The cmdlet has not begun.");

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _account = GetAccount();
        var options = new BulkSenderOptions
        {
            MaximumRetryCount = MaximumRetryCount,
            RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
        };
        _caller = new ServiceCaller(new ContactsClient(_account), options, happened => _events.Writer.TryWrite(happened));
    }

    /// <summary>Sends a request, and describes each attempt as a verbose message.</summary>
    /// <returns>The last answer.</returns>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    private protected ServiceAnswer Call(ServiceRequest request)
    {
        Task<ServiceAnswer> call = Task.Run(() => _caller!.CallAsync(request, StopToken));
        while (!call.IsCompleted)
        {
            Await(async token =>
            {
                using var woken = CancellationTokenSource.CreateLinkedTokenSource(token);
                await Task.WhenAny(call, _events.Reader.WaitToReadAsync(woken.Token).AsTask());
                await woken.CancelAsync();
                return true;
            });
            WriteEvents();
        }

        WriteEvents();
        return Await(_ => call);
    }

    /// <summary>Makes the error of an answer that is no success. Null for a success.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="action">What was tried, such as "Create list VIP".</param>
    private protected ServiceException? FindError(ServiceAnswer answer, string action)
    {
        if (answer.Kind == AnswerKind.Succeeded)
        {
            return null;
        }

        SendStop stop = SendStop.For(answer) ?? new SendStop(ErrorIds.RequestRejected, answer);
        return new ServiceException(stop.ErrorId, Messages.CallFailed(stop, CurrentAccount, action), answer);
    }

    private void WriteEvents()
    {
        while (_events.Reader.TryRead(out SendEvent? happened))
        {
            switch (happened)
            {
                case RequestCompleted request:
                    WriteVerbose(Describe(request.Method, request.Call, contacts: null, bytes: null, request.Answer));
                    break;
                case RetryScheduled retry:
                    WriteVerbose(Messages.Retry(retry));
                    break;
            }
        }
    }
}
