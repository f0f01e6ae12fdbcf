namespace ContactsPS.Sandbox.Storage;

/// <summary>Tells waiting requests that the data or the settings changed. A waiter must check what changed.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>
    /// Completes at the next change. Get it before the data is read, so that a change after the read is not missed.
    /// </summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Reports a change.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    // The waiters must not run on the thread that stored a request.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
