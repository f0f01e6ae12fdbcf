using System.Management.Automation;

namespace ContactsPS.Runs;

/// <summary>Waits on the pipeline thread, and ends the wait when the pipeline is stopped.</summary>
internal static class PipelineWait
{
    /// <summary>Waits for a task, or until the pipeline is stopped.</summary>
    /// <param name="start">Starts the task.</param>
    /// <param name="stopToken">Cancelled when the pipeline is stopped.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public static T For<T>(Func<CancellationToken, Task<T>> start, CancellationToken stopToken)
    {
        try
        {
            return start(stopToken).WaitAsync(stopToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
