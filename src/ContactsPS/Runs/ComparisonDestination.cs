using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>Compares the contacts of each batch with the state of a list. It sends nothing.</summary>
/// <param name="cmdlet">Ends with an error when the comparison can't be written.</param>
/// <param name="sync">The state of the list.</param>
/// <param name="batch">The only batch. It is cleared and used again.</param>
/// <param name="progress">Shows the progress of the run.</param>
internal sealed class ComparisonDestination(Cmdlet cmdlet, ListSync sync, ContactBatch batch, RunProgress progress) : IBatchDestination
{
    public ErrorRecord? StopError => null;

    public ContactBatch Rent() => batch;

    public void Deliver(ContactBatch batch)
    {
        try
        {
            sync.Compare(batch);
        }
        catch (ContactsException error)
        {
            cmdlet.Fail(error);
        }

        batch.Clear();
    }

    [MethodImpl(HotPath.Compiled)]
    public void Poll() => progress.Update();

    public void Complete() => progress.Complete();

    public void Dispose()
    {
        // The state of the list is disposed by the run that opened it.
    }
}
