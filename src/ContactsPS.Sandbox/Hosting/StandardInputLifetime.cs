using System.Runtime.InteropServices;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// Ends the sandbox with the process that started it. That process holds the writing end of standard input, so standard
/// input is closed when it ends in any way. SIGTERM still ends the sandbox. SIGINT doesn't, because Ctrl+C in a
/// terminal is sent to the whole process group.
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
        // A background thread, because a read of standard input can't be cancelled and must not delay the end of the
        // process.
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
                // A broken standard input has no writer, so it counts as closed.
            }

            application.StopApplication();
        })
        { IsBackground = true, Name = "standard input" }.Start();
    }
}
