using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>
/// A run. Contacts are added to the open batch, a full batch goes to its destination, and the ledger accounts for each
/// contact. docs/how-a-run-works.md has a drawing of it. Only the pipeline thread uses it.
/// </summary>
internal sealed class ContactRun : IDisposable
{
    private readonly Cmdlet _cmdlet;
    private readonly IBatchDestination _destination;

    private ContactRun(
        Cmdlet cmdlet, RunSettings settings, ContactLedger ledger, IBatchDestination destination, RunProgress? progress = null)
    {
        _cmdlet = cmdlet;
        _destination = destination;
        Settings = settings;
        Ledger = ledger;
        Progress = progress;
        OpenBatch = destination.Rent();
    }

    /// <summary>The settings of the run.</summary>
    public RunSettings Settings { get; }

    /// <summary>Accounts for the contacts.</summary>
    public ContactLedger Ledger { get; }

    /// <summary>Shows the progress of the run. Null for a run that sends nothing.</summary>
    public RunProgress? Progress { get; }

    /// <summary>The batch for the next contact. It is never full.</summary>
    public ContactBatch OpenBatch { get; private set; }

    /// <summary>
    /// Starts a run that sends its batches to an account. With -WhatIf, it only says what it would send.
    /// </summary>
    /// <param name="cmdlet">Asks for confirmation, and writes.</param>
    /// <param name="account">The account. Null is allowed with -WhatIf only.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="rejections">Writes the contacts that were not accepted.</param>
    /// <param name="stopToken">Ends the waits.</param>
    /// <exception cref="ContactsException">The settings are not valid.</exception>
    public static ContactRun Send(
        Cmdlet cmdlet, ContactsAccount? account, RunSettings settings, Rejections rejections, CancellationToken stopToken)
    {
        var ledger = new ContactLedger(cmdlet, settings, rejections);
        var progress = new RunProgress(cmdlet, ledger.Tally, Messages.Activity(settings.Request));
        IBatchDestination destination = settings.IsWhatIf
            ? new PreviewDestination(cmdlet, account, settings, ledger, progress)
            : new ServiceDestination(
                cmdlet, account ?? throw new ArgumentNullException(nameof(account)), settings, ledger, progress, stopToken);
        return new ContactRun(cmdlet, settings, ledger, destination, progress);
    }

    /// <summary>Starts a run that writes the bodies of its requests to the pipeline.</summary>
    /// <exception cref="ContactsException">The settings are not valid.</exception>
    public static ContactRun WriteRequests(Cmdlet cmdlet, RunSettings settings)
    {
        var batch = new ContactBatch(settings.Request, settings.Sending.BatchSize, settings.Sending.Sources?.Invoke());
        return new ContactRun(
            cmdlet, settings, new ContactLedger(cmdlet, settings, new Rejections(cmdlet)), new PipelineDestination(cmdlet, batch));
    }

    /// <summary>Starts a run that sends nothing, and compares its batches with the state of a list.</summary>
    /// <exception cref="ContactsException">The settings are not valid.</exception>
    public static ContactRun Compare(Cmdlet cmdlet, RunSettings settings, Rejections rejections, ListSync sync)
    {
        var ledger = new ContactLedger(cmdlet, settings, rejections);
        var progress = new RunProgress(cmdlet, ledger.Tally, Messages.Comparing);
        var batch = new ContactBatch(settings.Request, settings.Sending.BatchSize, settings.Sending.Sources?.Invoke());
        return new ContactRun(cmdlet, settings, ledger, new ComparisonDestination(cmdlet, sync, batch, progress), progress);
    }

    /// <summary>Accounts for a contact that was read, and delivers the open batch when it is full.</summary>
    /// <param name="outcome">The outcome of the intake.</param>
    /// <param name="source">The source of the contact. Required for a rejected contact only.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Add(IntakeOutcome outcome, object? source)
    {
        Ledger.Add(outcome, OpenBatch, source);
        if (OpenBatch.Count == OpenBatch.Capacity)
        {
            // The run waits for the next batch between two contacts. So no contact is lost when the wait ends in an
            // error.
            _destination.Deliver(OpenBatch);
            OpenBatch = _destination.Rent();
        }

        _destination.Poll();
    }

    /// <summary>Whether the service stopped the run, so that nothing more is sent.</summary>
    public bool HasStopped => _destination.StopError is not null;

    /// <summary>Delivers the last batch, and waits until all contacts are accounted for.</summary>
    public void Complete()
    {
        if (OpenBatch.Count > 0)
        {
            _destination.Deliver(OpenBatch);
        }

        _destination.Complete();
        if (Ledger.Tally.FixedLines > 0 && Settings.Request is CreateContactsRequest)
        {
            _cmdlet.WriteWarning(Messages.FixedLines(Ledger.Tally.FixedLines));
        }

        if (Ledger.Rejections.HasFile)
        {
            // The contacts are in the file, but the unavailable service must still be an error.
            WriteStop();
        }
    }

    /// <summary>Writes the error that stopped the run, if there is one.</summary>
    public void WriteStop()
    {
        if (_destination.StopError is { } error)
        {
            _cmdlet.WriteError(error);
        }
    }

    /// <summary>Writes the summary, unless the contacts themselves were written.</summary>
    public void WriteSummary()
    {
        if (!Settings.PassThru)
        {
            _cmdlet.WriteObject(Ledger.Summarize());
        }
    }

    /// <summary>Cancels the requests in progress. Sends nothing.</summary>
    public void Dispose() => _destination.Dispose();
}
