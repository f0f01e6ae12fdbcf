using System.Management.Automation;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that stops waiting when the pipeline is stopped.</summary>
public abstract class CancellableCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken StopToken => _stopping.Token;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>Waits for a task, or until the pipeline is stopped.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    protected T Await<T>(Func<CancellationToken, Task<T>> start) => PipelineWait.For(start, StopToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Frees the resources of the cmdlet. It never sends anything, because it also runs after a stop or an error.
    /// </summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stopping.Dispose();
        }
    }
}
