using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>Where the batches of a run go. The pipeline thread alone uses it.</summary>
internal interface IBatchDestination : IDisposable
{
    /// <summary>Why nothing more is sent, as an error; null while batches are taken.</summary>
    ErrorRecord? StopError { get; }

    /// <summary>Gives an empty batch, and waits for one when all are in use.</summary>
    ContactBatch Rent();

    /// <summary>Takes a batch that holds contacts.</summary>
    void Deliver(ContactBatch batch);

    /// <summary>Handles what has happened in the background since the last call. Never waits.</summary>
    void Poll();

    /// <summary>Waits until all delivered batches are done, and handles what happened.</summary>
    void Complete();
}
