using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Commands;
using ContactsPS.Completion;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>
/// Sends batches to the service. The threads of the senders only add events to a queue. The pipeline thread reads the
/// queue here and accounts for the contacts.
/// </summary>
internal sealed class ServiceDestination : IBatchDestination
{
    private readonly Cmdlet _cmdlet;
    private readonly ContactsAccount _account;
    private readonly RunSettings _settings;
    private readonly ContactLedger _ledger;
    private readonly RunProgress _progress;
    private readonly CancellationToken _stopToken;
    private readonly string _action;
    private readonly BulkSender _sender;
    private ContactBatch? _open;

    /// <summary>Starts the senders.</summary>
    /// <param name="cmdlet">Asks for confirmation, and writes.</param>
    /// <param name="account">The account to send to.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="ledger">Accounts for the contacts.</param>
    /// <param name="progress">Shows the progress of the run.</param>
    /// <param name="stopToken">Ends the waits.</param>
    /// <exception cref="ContactsException">The options are not valid.</exception>
    public ServiceDestination(
        Cmdlet cmdlet,
        ContactsAccount account,
        RunSettings settings,
        ContactLedger ledger,
        RunProgress progress,
        CancellationToken stopToken)
    {
        _cmdlet = cmdlet;
        _account = account;
        _settings = settings;
        _ledger = ledger;
        _progress = progress;
        _stopToken = stopToken;
        _action = Messages.Action(settings.Request);
        _sender = new BulkSender(new ContactsClient(account), settings.Request, settings.Sending);
    }

    public ErrorRecord? StopError => _sender.Stop is { } stop
        ? ErrorRecords.From(new ServiceException(stop.ErrorId, Messages.Refused(stop, _account), stop.Answer), _account) : null;

    public ContactBatch Rent()
    {
        ContactBatch batch;
        while (!_sender.TryRent(out batch))
        {
            WaitForEvent();
            Poll();
        }

        return _open = batch;
    }

    public void Deliver(ContactBatch batch)
    {
        _open = null;
        if (IsConfirmed(Messages.Contacts(_action, batch.Count)))
        {
            _sender.Post(batch);
        }
        else
        {
            _ledger.AddDeclined(batch);
            _sender.Return(batch);
        }

        Poll();
    }

    [MethodImpl(HotPath.Compiled)]
    public void Poll()
    {
        HandleEvents();
        if (_sender.Stop is { IsFinal: true } || _ledger.Rejections.Failure is not null)
        {
            // Nothing more is sent. The requests in progress must end first, so that their contacts are counted
            // correctly.
            Complete();
        }

        _progress.Update();
    }

    public void Complete()
    {
        _sender.Complete();
        StopOnFailure();
        while (WaitForEvent())
        {
            HandleEvents();
            StopOnFailure();
            _progress.Update();
        }

        _progress.Complete();
        if (_ledger.Rejections.Failure is { } failure)
        {
            if (_sender.Stop!.Failure != failure && StopError is { } before)
            {
                _cmdlet.WriteError(before);
            }

            Fail(SendStop.Because(failure));
        }
        else if (_sender.Stop is { IsFinal: true } stop)
        {
            Fail(stop);
        }

        if (_sender.Stop is null && _ledger.Tally.Accepted > 0)
        {
            NameHistory.Of(_account).Add(_settings.Request.TargetLists, _settings.Request.TargetTags);
        }
    }

    /// <summary>
    /// Cancels the requests in progress. Sends nothing. After Ctrl+C, it shows the counts of the run, because there is no
    /// summary then.
    /// </summary>
    public void Dispose()
    {
        _sender.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (_stopToken.IsCancellationRequested && _ledger.Tally.Read > 0)
        {
            CountFinished();
            StopNotice.Show(_cmdlet.CommandRuntime.Host, Messages.Interrupted(_ledger.Tally, _sender.ContactsInProgress));
        }
    }

    /// <summary>Counts the contacts whose outcome became known after the last event was handled. Writes nothing.</summary>
    private void CountFinished()
    {
        while (_sender.Events.TryRead(out SendEvent? happened))
        {
            if (happened is BatchCompleted completed)
            {
                foreach (BatchSegment segment in completed.Segments)
                {
                    _ledger.Tally.Count(segment.Outcome, segment.Count);
                }
            }
        }
    }

    private bool IsConfirmed(string action)
    {
        if (_settings.AsksForConfirmation)
        {
            return _cmdlet.ShouldProcess(_account.ToString(), action);
        }

        _cmdlet.WriteVerbose(Messages.Performing(action, _account.ToString()));
        return true;
    }

    /// <summary>Sends nothing more after the rejects file couldn't be written, because its rows would be lost.</summary>
    private void StopOnFailure()
    {
        if (_ledger.Rejections.Failure is { } failure)
        {
            _sender.StopFor(SendStop.Because(failure));
        }
    }

    /// <summary>Waits for the next event. False when there are no more events.</summary>
    private bool WaitForEvent()
    {
        try
        {
            Task<bool> waiting = _sender.Events.WaitToReadAsync(_stopToken).AsTask();
            while (Task.WaitAny([waiting], RunProgress.IntervalMilliseconds) < 0)
            {
                _progress.Update();
            }

            return waiting.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    [MethodImpl(HotPath.Compiled)]
    private void HandleEvents()
    {
        while (_sender.Events.TryRead(out SendEvent? happened))
        {
            Handle(happened);
        }
    }

    private void Handle(SendEvent happened)
    {
        switch (happened)
        {
            case BatchCompleted completed:
                foreach (BatchSegment segment in completed.Segments.OrderBy(segment => segment.Start))
                {
                    _ledger.Add(completed.Batch, segment, _sender.Stop);
                }

                _sender.Return(completed.Batch);
                break;
            case RequestCompleted request:
                _ledger.Tally.CountRequest();
                _cmdlet.WriteVerbose(AccountCmdlet.Describe(request.Method, request.Call, request.Contacts, request.Bytes, request.Answer));
                break;
            case RetryScheduled retry:
                _ledger.Tally.CountRetry();
                string note = Messages.Retry(retry);
                _cmdlet.WriteVerbose(note);
                _progress.Note = note;
                break;
            case BatchSizeReduced reduced:
                _cmdlet.WriteVerbose(Messages.BatchSizeReduced(reduced));
                break;
        }
    }

    /// <summary>Ends the cmdlet with one error. Its target is all contacts that were read and not sent.</summary>
    private void Fail(SendStop stop)
    {
        if (_open is { } open)
        {
            _open = null;
            _ledger.Add(open, new BatchSegment(0, open.Count, ContactOutcome.NotSent, Answer: null), stop);
        }

        string message = Messages.Stopped(stop, _account, _ledger.Tally.Accepted, _ledger.Tally.NotSent + _settings.GetUnread());
        if (_ledger.Rejections.DescribeFile() is { } note)
        {
            message = $"{message} {note}";
        }

        _cmdlet.Fail(
            stop.Failure is null
                ? new ServiceException(stop.ErrorId, message, stop.Answer) : new ContactsException(stop.ErrorId, message, stop.Failure),
            _ledger.Unsent);
    }
}
