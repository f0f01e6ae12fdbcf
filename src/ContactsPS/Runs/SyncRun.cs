using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>
/// Synchronises a list. One run compares the input with the state of the list and sends nothing. Then one run adds the
/// new and changed contacts, and one run removes the contacts that are not in the input. So a contact is counted,
/// retried and reported as in any other run.
/// </summary>
internal sealed class SyncRun : IDisposable
{
    private readonly PSCmdlet _cmdlet;
    private readonly ContactsAccount _account;
    private readonly RunSettings _settings;
    private readonly SyncSettings _options;
    private readonly CancellationToken _stopToken;
    private readonly ListSync _sync;
    private ContactTally _added = new();
    private ContactTally _removed = new();

    /// <summary>Opens the state of the list.</summary>
    /// <param name="cmdlet">Asks for confirmation, and writes.</param>
    /// <param name="account">The account to send to.</param>
    /// <param name="settings">The settings of the run that adds contacts.</param>
    /// <param name="options">The list and the limits.</param>
    /// <param name="stopToken">Ends the waits.</param>
    /// <exception cref="ContactsException">
    /// The settings are not valid, or the state file can't be used: see <see cref="ListSync.Open"/>.
    /// </exception>
    public SyncRun(PSCmdlet cmdlet, ContactsAccount account, RunSettings settings, SyncSettings options, CancellationToken stopToken)
    {
        _cmdlet = cmdlet;
        _account = account;
        _options = options;
        _stopToken = stopToken;
        _settings = settings with { Intake = settings.Intake with { SkipDuplicate = true }, AsksForConfirmation = false, IsWhatIf = false };
        var subject = new SyncSubject(account.Endpoint.AbsoluteUri, account.ApiLogin, options.ListName);
        _sync = ListSync.Open(options.StatePath, subject, settings.Request, isReadOnly: settings.IsWhatIf);
    }

    /// <summary>The settings of the run that reads the input.</summary>
    public RunSettings ReadSettings => _settings with { KeepsMapping = true };

    /// <summary>Opens the run that reads the input and compares it with the state.</summary>
    public ContactRun Open(RunSettings settings, Rejections rejections) => ContactRun.Compare(_cmdlet, settings, rejections, _sync);

    /// <summary>Ends the comparison, checks the plan, sends and removes contacts, and writes the summary.</summary>
    /// <param name="input">The run that read the input.</param>
    /// <param name="files">The import of the files that were read. Null for objects.</param>
    public void Complete(ContactRun input, FileImport? files)
    {
        input.Complete();
        SyncPlan plan = _sync.Plan;
        Describe(plan);
        string action = Messages.SyncAction(_options.ListName, plan, input.Ledger, IsRefused(plan));
        if (!_options.IsWhatIf)
        {
            Check(plan);
        }

        if ((plan.IsEmpty && !_options.IsWhatIf) || _cmdlet.ShouldProcess(_account.ToString(), action))
        {
            WarnOfRejected(plan, input.Ledger.Tally);
            Send(plan, input.Ledger.Rejections, files);
        }
        else
        {
            _added.Count(ContactOutcome.NotSent, (int)(plan.Added + plan.Changed));
        }

        files?.CloseRejects();
        _cmdlet.WriteObject(Summarize(plan, input.Ledger.Tally));
    }

    /// <summary>Closes the state file.</summary>
    public void Dispose() => _sync.Dispose();

    private void Describe(SyncPlan plan)
    {
        if (_sync.IsFirst && plan.Held == 0)
        {
            _cmdlet.WriteWarning(Messages.FirstSync(_options.ListName, _options.StatePath));
        }

        if (_sync.IsRepair)
        {
            _cmdlet.WriteWarning(Messages.SyncRepair(_options.StatePath));
        }
    }

    private bool IsRefused(SyncPlan plan) =>
        !_options.IsForced && (plan.EmptiesList || plan.RemovalPercent > _options.MaximumRemovalPercent);

    private void Check(SyncPlan plan)
    {
        if (!IsRefused(plan))
        {
            return;
        }

        if (plan.EmptiesList)
        {
            _cmdlet.Fail(ModuleErrorIds.InputEmpty, Messages.InputEmpty(_options.ListName, plan), _options.ListName);
        }

        _cmdlet.Fail(
            ModuleErrorIds.RemovalLimitExceeded,
            Messages.RemovalLimit(_options.ListName, plan, _options.MaximumRemovalPercent),
            _options.ListName);
    }

    private void WarnOfRejected(SyncPlan plan, ContactTally input)
    {
        if (input.Rejected > 0 && plan.Removed > 0)
        {
            _cmdlet.WriteWarning(Messages.RejectedAndRemoved(input.Rejected, plan.Removed));
        }
    }

    private void Send(SyncPlan plan, Rejections rejections, FileImport? files)
    {
        if (plan.IsEmpty)
        {
            return;
        }

        BeginSending();
        bool isDone = false;
        try
        {
            _added = Run(_settings, plan.Added + plan.Changed, _sync.TryAddNext, rejections, files, out bool hasStopped);
            if (!hasStopped)
            {
                _removed = Run(MakeRemoval(), plan.Removed, _sync.TryRemoveNext, new Rejections(_cmdlet), files: null, out _);
            }

            if (_removed.Accepted < plan.Removed)
            {
                _cmdlet.WriteWarning(Messages.NotRemoved(plan.Removed - _removed.Accepted, _options.ListName));
            }

            isDone = true;
        }
        finally
        {
            Save(isDone);
        }
    }

    private void BeginSending()
    {
        try
        {
            _sync.BeginSending();
        }
        catch (ContactsException error)
        {
            _cmdlet.Fail(error, _options.StatePath);
        }
    }

    /// <summary>Adds or removes the contacts of the plan.</summary>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="count">The number of contacts.</param>
    /// <param name="tryTake">Adds the next contact to a batch. False when there are no more.</param>
    /// <param name="rejections">Writes the contacts that are not accepted.</param>
    /// <param name="files">The import whose rejects file gets them. Null when there is none.</param>
    /// <param name="hasStopped">Whether the service stopped the run.</param>
    private ContactTally Run(
        RunSettings settings, long count, Func<ContactBatch, bool> tryTake, Rejections rejections, FileImport? files, out bool hasStopped)
    {
        hasStopped = false;
        if (count == 0)
        {
            return new ContactTally();
        }

        long taken = 0;
        settings = settings with
        {
            Intake = new IntakeOptions(SkipValidation: true),
            Sending = settings.Sending with { Sources = _sync.MakeSources, Completed = _sync.Record },
            GetUnread = () => count - taken,
        };
        using var run = ContactRun.Send(_cmdlet, _account, settings, rejections, _stopToken);
        run.Progress?.GetFractionRead = () => (double)taken / count;
        while (tryTake(run.OpenBatch))
        {
            taken++;
            run.Add(IntakeOutcome.Taken, source: null);
        }

        run.Complete();
        hasStopped = run.HasStopped;
        return run.Ledger.Tally;
    }

    private RunSettings MakeRemoval() => _settings with
    {
        Request = new DeleteContactsRequest { ListName = _options.ListName },
        Sending = _settings.Sending with { BatchSize = Math.Min(_settings.Sending.BatchSize, DeleteContactsRequest.MaximumBatchSize) },
    };

    private void Save(bool isDone)
    {
        try
        {
            _sync.Save();
        }
        catch (ContactsException error)
        {
            // An error that already ends the cmdlet is more important. The pending file stays, and the next run uses it.
            if (isDone)
            {
                _cmdlet.Fail(error, _options.StatePath);
            }
        }
    }

    private SyncSummary Summarize(SyncPlan plan, ContactTally input) => new()
    {
        Read = input.Read,
        Added = _sync.Added,
        Changed = _sync.Changed,
        Unchanged = plan.Unchanged,
        Removed = _sync.Removed,
        Rejected = input.Rejected + _added.Rejected,
        Duplicate = input.Duplicate,
        Excluded = input.Excluded,
        NotSent = _added.NotSent,
        NotRemoved = plan.Removed - _sync.Removed,
        ListName = _options.ListName,
        TagName = _settings.Request.TargetTags,
        Requests = _added.Requests + _removed.Requests,
        Retries = _added.Retries + _removed.Retries,
        Elapsed = input.Elapsed,
    };
}
