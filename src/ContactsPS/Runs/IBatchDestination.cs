using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>The destination of the batches of a run. Only the pipeline thread uses it.</summary>
internal interface IBatchDestination : IDisposable
{
    /// <summary>The error that stopped the run. Null when the run has not stopped.</summary>
    ErrorRecord? StopError { get; }

    /// <summary>Gets an empty batch, and waits for one when all are in use.</summary>
    ContactBatch Rent();

    /// <summary>Takes a batch that contains contacts.</summary>
    void Deliver(ContactBatch batch);

    /// <summary>
    /// Handles the events since the last call. It waits only when the run has stopped, for the requests in progress.
    /// </summary>
    void Poll();

    /// <summary>Waits until all delivered batches are done, and handles their events.</summary>
    void Complete();
}
