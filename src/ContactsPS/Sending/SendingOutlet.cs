using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Binding;
using ContactsPS.Client;
using ContactsPS.Commands;
using ContactsPS.Errors;

namespace ContactsPS.Sending;

/// <summary>
/// Sends batches, and tells the pipeline what became of their contacts: the senders' threads only queue what happened,
/// and the pipeline thread writes it here.
/// </summary>
internal sealed class SendingOutlet : IBatchOutlet
{
    private readonly Cmdlet _cmdlet;
    private readonly ContactsAccount _account;
    private readonly ContactTally _tally;
    private readonly RunProgress _progress;
    private readonly Rejections _rejections;
    private readonly PhoneNumberIntake _phoneNumbers;
    private readonly string _action;
    private readonly bool _passThru;
    private readonly bool _isWhatIf;
    private readonly CancellationToken _stopToken;
    private readonly BulkSender _sender;
    private readonly List<object?> _unsent = [];
    private ContactBatch? _open;

    /// <summary>Starts the senders.</summary>
    /// <exception cref="ContactsException">The options are not valid.</exception>
    public SendingOutlet(
        Cmdlet cmdlet,
        ContactsAccount account,
        CreateContactsOptions options,
        BulkSenderOptions bulk,
        ContactTally tally,
        RunProgress progress,
        Rejections rejections,
        PhoneNumberIntake phoneNumbers,
        bool passThru,
        bool isWhatIf,
        CancellationToken stopToken)
    {
        _cmdlet = cmdlet;
        _account = account;
        _tally = tally;
        _progress = progress;
        _rejections = rejections;
        _phoneNumbers = phoneNumbers;
        _passThru = passThru;
        _isWhatIf = isWhatIf;
        _stopToken = stopToken;
        _action = DescribeAction(options);
        _sender = new BulkSender(new ContactsClient(account), options, bulk);
    }

    /// <summary>Requests sent, retries included.</summary>
    public long Requests => _sender.Requests;

    /// <summary>Requests sent again.</summary>
    public long Retries => _sender.Retries;

    public ContactBatch Rent()
    {
        ContactBatch batch;
        while (!_sender.TryRent(out batch))
        {
            WaitForEvent();
            Report();
        }

        return _open = batch;
    }

    public void Deliver(ContactBatch batch)
    {
        _open = null;
        string contacts = string.Create(CultureInfo.CurrentCulture, $"{_action} ({batch.Count} contacts)");
        if (_cmdlet.ShouldProcess(_account.ToString(), contacts))
        {
            _sender.Post(batch);
        }
        else
        {
            _tally.Count(ContactOutcome.NotSent, batch.Count);
            ForgetNumbers(batch);
            _sender.Return(batch);
        }

        Report();
    }

    [MethodImpl(HotPath.Compiled)]
    public void Report()
    {
        Drain();

        if (_sender.Stop is { IsFinal: true })
        {
            // No more is sent. What is under way comes to its end, so that its contacts are counted as what they are.
            Complete();
        }

        _progress.Update();
    }

    public void Complete()
    {
        _sender.Complete();
        while (WaitForEvent())
        {
            Drain();
            _progress.Update();
        }

        _progress.Complete();
        if (_sender.Stop is not { } stop)
        {
            return;
        }

        if (stop.IsFinal)
        {
            Fail(stop);
        }

        if (_rejections.HasFile)
        {
            // The rows are in the file; that the service is unavailable is still an error.
            ReportStop();
        }
    }

    /// <summary>Says why nothing more is sent, where that is so.</summary>
    public void ReportStop()
    {
        if (_sender.Stop is { } stop)
        {
            _cmdlet.WriteError(ErrorRecords.From(new ServiceException(stop.ErrorId, Messages.Refused(stop, _account), stop.Answer), _account));
        }
    }

    /// <summary>Ends what is under way. Sends nothing.</summary>
    public void Dispose() => _sender.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static string DescribeAction(CreateContactsOptions options)
    {
        string lists = options.ListNames.Count == 0 ? string.Empty : $" to list {string.Join(", ", options.ListNames)}";
        string tags = options.TagNames.Count == 0 ? string.Empty : $" with tag {string.Join(", ", options.TagNames)}";
        return $"Add contacts{lists}{tags}";
    }

    /// <summary>
    /// Takes back that the numbers of a batch were read: a later row of one of them is to be sent. With -WhatIf none is, and
    /// the duplicates are to be told as they would be.
    /// </summary>
    private void ForgetNumbers(ContactBatch batch)
    {
        for (int i = 0; i < batch.Count && !_isWhatIf; i++)
        {
            _phoneNumbers.Forget(batch, i);
        }
    }

    /// <summary>Waits until something has happened; false when nothing will any more.</summary>
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
        catch (ContactsException error)
        {
            // A sender can't go on: the journal it writes can't be written.
            _cmdlet.ThrowTerminatingError(ErrorRecords.From(error, _account));
            throw;
        }
    }

    [MethodImpl(HotPath.Compiled)]
    private void Drain()
    {
        while (_sender.Events.TryRead(out SendEvent? happened))
        {
            Tell(happened);
        }
    }

    private void Tell(SendEvent happened)
    {
        switch (happened)
        {
            case BatchCompleted completed:
                foreach (BatchSegment segment in completed.Segments.OrderBy(segment => segment.Start))
                {
                    Settle(completed.Batch, segment);
                }

                _sender.Return(completed.Batch);
                break;
            case RequestCompleted request:
                _cmdlet.WriteVerbose(AccountCmdlet.Describe("POST", request.Call, request.Contacts, request.Bytes, request.Answer));
                break;
            case RetryScheduled retry:
                string note = string.Create(
                    CultureInfo.CurrentCulture, $"retry {retry.Attempt} in {retry.Delay.TotalSeconds:0.#} s: {retry.Answer}");
                _cmdlet.WriteVerbose(note);
                _progress.Note = note;
                break;
        }
    }

    private void Settle(ContactBatch batch, BatchSegment segment)
    {
        _tally.Count(segment.Outcome, segment.Count);
        if (segment.Outcome == ContactOutcome.Accepted && !_passThru)
        {
            return;
        }

        for (int i = segment.Start; i < segment.Start + segment.Count; i++)
        {
            if (segment.Outcome != ContactOutcome.Accepted)
            {
                _phoneNumbers.Forget(batch, i);
            }

            switch (segment.Outcome)
            {
                case ContactOutcome.Accepted:
                    _cmdlet.WriteObject(batch.GetContact(i));
                    break;
                case ContactOutcome.Rejected:
                    _rejections.Report(ServiceProblem.Rejected(segment.Answer!), batch.Sources![i]);
                    break;
                case ContactOutcome.NotSent when _sender.Stop is { IsFinal: true } && !_rejections.HasFile:
                    _unsent.Add(SourceObjects.ToTarget(batch.Sources![i]));
                    break;
                default:
                    _rejections.Report(ServiceProblem.NotSent(_sender.Stop!, segment.Answer), batch.Sources![i]);
                    break;
            }
        }
    }

    /// <summary>
    /// Ends the cmdlet. One error stands for all the contacts that were read and not sent, and they are its target:
    /// an error each would stand in the way of the one that says why.
    /// </summary>
    private void Fail(SendStop stop)
    {
        if (_open is { } open)
        {
            _open = null;
            Settle(open, new BatchSegment(0, open.Count, ContactOutcome.NotSent, Answer: null));
        }

        string message = Messages.Stopped(stop, _account, _tally.Accepted, _tally.NotSent);
        if (_rejections.DescribeFile() is { } note)
        {
            message = $"{message} {note}";
        }

        _cmdlet.ThrowTerminatingError(ErrorRecords.From(new ServiceException(stop.ErrorId, message, stop.Answer), _unsent.ToArray()));
    }
}
