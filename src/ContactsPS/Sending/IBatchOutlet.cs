using ContactsPS.Client;

namespace ContactsPS.Sending;

/// <summary>Where full batches go. Used by the pipeline thread alone.</summary>
internal interface IBatchOutlet : IDisposable
{
    /// <summary>Gives an empty batch, waiting for one where all are under way.</summary>
    ContactBatch Rent();

    /// <summary>Takes a batch that holds contacts.</summary>
    void Deliver(ContactBatch batch);

    /// <summary>Tells the pipeline what has happened since it was asked last. Never waits.</summary>
    void Report();

    /// <summary>Waits until all that was delivered has ended, and tells the pipeline.</summary>
    void Complete();
}
