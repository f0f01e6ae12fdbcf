using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>
/// A run: contacts are taken onto the open batch, a full batch goes to its destination, and the ledger accounts for each
/// contact. How it works is drawn in docs/how-a-run-works.md. The pipeline thread alone uses it.
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

    /// <summary>What the run was asked to do.</summary>
    public RunSettings Settings { get; }

    /// <summary>Accounts for the contacts.</summary>
    public ContactLedger Ledger { get; }

    /// <summary>Shows how the run goes on; null for a run that sends nothing.</summary>
    public RunProgress? Progress { get; }

    /// <summary>The batch to take the next contact onto; never full.</summary>
    public ContactBatch OpenBatch { get; private set; }

    /// <summary>Begins a run that sends its batches to an account.</summary>
    /// <param name="cmdlet">Asks for confirmation, and writes.</param>
    /// <param name="account">The account.</param>
    /// <param name="settings">What is to be done.</param>
    /// <param name="rejections">Gets the contacts that were not accepted.</param>
    /// <param name="stopToken">Ends the waits.</param>
    /// <exception cref="ContactsException">The settings are not valid.</exception>
    public static ContactRun Send(
        Cmdlet cmdlet, ContactsAccount account, RunSettings settings, Rejections rejections, CancellationToken stopToken)
    {
        var ledger = new ContactLedger(cmdlet, settings, rejections);
        var progress = new RunProgress(cmdlet, ledger.Tally);
        return new ContactRun(
            cmdlet, settings, ledger, new ServiceDestination(cmdlet, account, settings, ledger, progress, stopToken), progress);
    }

    /// <summary>Begins a run that writes the bodies of its requests to the pipeline.</summary>
    /// <exception cref="ContactsException">The settings are not valid.</exception>
    public static ContactRun WriteRequests(Cmdlet cmdlet, RunSettings settings)
    {
        var batch = new ContactBatch(settings.Request, settings.Sending.BatchSize, settings.Sending.Sources?.Invoke());
        return new ContactRun(
            cmdlet, settings, new ContactLedger(cmdlet, settings, new Rejections(cmdlet)), new PipelineDestination(cmdlet, batch));
    }

    /// <summary>Accounts for a contact that was taken in, and delivers the open batch when it is full.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="source">What it was made from. Needed for a rejected contact only.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Add(IntakeOutcome outcome, object? source)
    {
        Ledger.Add(outcome, OpenBatch, source);
        if (OpenBatch.Count == OpenBatch.Capacity)
        {
            // The wait for the next batch comes between two contacts, so that no contact is lost when it ends in an error.
            _destination.Deliver(OpenBatch);
            OpenBatch = _destination.Rent();
        }

        _destination.Poll();
    }

    /// <summary>Delivers the last batch, and waits until all contacts are accounted for.</summary>
    public void Complete()
    {
        if (OpenBatch.Count > 0)
        {
            _destination.Deliver(OpenBatch);
        }

        _destination.Complete();
        if (Ledger.Rejections.HasFile)
        {
            // The contacts are in the file; that the service is unavailable is still an error.
            WriteStop();
        }
    }

    /// <summary>Writes why nothing more is sent, when that is so.</summary>
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

    /// <summary>Ends the requests under way. Sends nothing.</summary>
    public void Dispose() => _destination.Dispose();
}
