using System.Management.Automation;
using System.Text;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>Writes the body of each request to the pipeline as text. It sends nothing.</summary>
/// <param name="cmdlet">Writes the bodies.</param>
/// <param name="batch">The only batch. It is cleared and used again.</param>
internal sealed class PipelineDestination(Cmdlet cmdlet, ContactBatch batch) : IBatchDestination
{
    public ErrorRecord? StopError => null;

    public ContactBatch Rent() => batch;

    public void Deliver(ContactBatch batch)
    {
        cmdlet.WriteObject(Encoding.UTF8.GetString(batch.GetBody().Span));
        batch.Clear();
    }

    public void Poll()
    {
        // Nothing happens in the background.
    }

    public void Complete()
    {
        // Each batch is done when it is delivered.
    }

    public void Dispose()
    {
        // There is nothing to free.
    }
}
