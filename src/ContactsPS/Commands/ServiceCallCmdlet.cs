using System.Management.Automation;
using System.Threading.Channels;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that sends requests without contacts, with the retries of a run.</summary>
public abstract class ServiceCallCmdlet : RetryingCmdlet
{
    private readonly Channel<SendEvent> _events = Channel.CreateUnbounded<SendEvent>(new UnboundedChannelOptions { SingleReader = true });
    private ContactsAccount? _account;
    private ServiceCaller? _caller;

    /// <summary>The account that the requests are for.</summary>
    private protected ContactsAccount CurrentAccount => _account ?? throw new InvalidOperationException("The cmdlet has not begun.");

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _account = GetAccount();
        _caller = new ServiceCaller(new ContactsClient(_account), Retries, happened => _events.Writer.TryWrite(happened));
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
