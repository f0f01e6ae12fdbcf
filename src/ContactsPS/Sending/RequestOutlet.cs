using System.Management.Automation;
using System.Text;
using ContactsPS.Client;

namespace ContactsPS.Sending;

/// <summary>Writes the body of each request to the pipeline, as text, and sends nothing.</summary>
internal sealed class RequestOutlet(Cmdlet cmdlet, ContactBatch batch) : IBatchOutlet
{
    public ContactBatch Rent() => batch;

    public void Deliver(ContactBatch batch)
    {
        cmdlet.WriteObject(Encoding.UTF8.GetString(batch.GetBody().Span));
        batch.Clear();
    }

    public void Report()
    {
        // Nothing happens in the background.
    }

    public void Complete()
    {
        // Each batch has ended when it was delivered.
    }

    public void Dispose()
    {
        // Nothing is held.
    }
}
