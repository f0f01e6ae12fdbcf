using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>
/// The destination of a run with -WhatIf. It counts the batches and sends nothing. At the end of the run, it says in one
/// line what the run would do.
/// </summary>
internal sealed class PreviewDestination : IBatchDestination
{
    private readonly Cmdlet _cmdlet;
    private readonly ContactLedger _ledger;
    private readonly RunProgress _progress;
    private readonly string _action;
    private readonly string _target;
    private readonly ContactBatch _batch;
    private long _batches;

    /// <summary>Starts to count.</summary>
    /// <param name="cmdlet">Writes the line.</param>
    /// <param name="account">The account that the run would send to. Null when none is connected.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="ledger">Accounts for the contacts.</param>
    /// <param name="progress">Shows the progress of the run.</param>
    public PreviewDestination(
        Cmdlet cmdlet, ContactsAccount? account, RunSettings settings, ContactLedger ledger, RunProgress progress)
    {
        _cmdlet = cmdlet;
        _ledger = ledger;
        _progress = progress;
        _action = Messages.Action(settings.Request);
        _target = account?.ToString() ?? Messages.NoAccount;
        _batch = new ContactBatch(settings.Request, settings.Sending.BatchSize, settings.Sending.Sources?.Invoke());
    }

    public ErrorRecord? StopError => null;

    public ContactBatch Rent() => _batch;

    public void Deliver(ContactBatch batch)
    {
        _batches++;
        _ledger.AddPreviewed(batch);
        batch.Clear();
    }

    [MethodImpl(HotPath.Compiled)]
    public void Poll() => _progress.Update();

    public void Complete()
    {
        _progress.Complete();
        _cmdlet.ShouldProcess(_target, Messages.Preview(_action, _ledger, _batches));
    }

    public void Dispose()
    {
        // There is nothing to free.
    }
}
