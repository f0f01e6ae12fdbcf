using System.Runtime.InteropServices;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// Ties the sandbox to the process that started it: that holds the writing end of standard input, so its end, however
/// it comes about, is the end of standard input here. SIGTERM still ends the sandbox; SIGINT does not, because a
/// Ctrl+C in a terminal goes to the whole process group.
/// </summary>
internal sealed class StandardInputLifetime(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private PosixSignalRegistration? _terminate;

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            application.StopApplication();
        });
        application.ApplicationStarted.Register(WatchStandardInput);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _terminate?.Dispose();

    private void WatchStandardInput()
    {
        // A thread of its own, in the background: a read of standard input can't be cancelled and must not hold up the end.
        new Thread(() =>
        {
            try
            {
                using Stream input = Console.OpenStandardInput();
                Span<byte> ignored = stackalloc byte[256];
                while (input.Read(ignored) > 0)
                {
                }
            }
            catch (IOException)
            {
                // A broken standard input has no writer either.
            }

            application.StopApplication();
        })
        { IsBackground = true, Name = "standard input" }.Start();
    }
}
