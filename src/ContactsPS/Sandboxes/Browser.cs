using System.ComponentModel;
using System.Diagnostics;

namespace ContactsPS.Sandboxes;

/// <summary>Opens a page in the browser of the user, and writes nothing to the terminal.</summary>
internal static class Browser
{
    /// <summary>The exit code of a shell that doesn't find the command.</summary>
    private const int CommandNotFound = 127;

    /// <summary>xdg-open fails within this time, or it has started a browser. Some browsers keep it running.</summary>
    private static readonly TimeSpan s_failureLimit = TimeSpan.FromSeconds(2);

    /// <summary>Opens a page.</summary>
    /// <param name="page">The address of the page.</param>
    /// <param name="cancellationToken">Cancels the wait for a failure.</param>
    /// <returns>Why no browser was started. Null when one was.</returns>
    public static async Task<string?> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                using Process opener = Process.Start(MakeLinuxStart(page))!;
                return await FindFailureAsync(opener, cancellationToken);
            }

            using var started = Process.Start(new ProcessStartInfo(page.ToString()) { UseShellExecute = true });
            return null;
        }
        catch (Win32Exception error)
        {
            return error.Message;
        }
    }

    // xdg-open writes a line for each browser that it doesn't find. A shell discards them, because a browser that inherits a
    // pipe of this process may end with it.
    private static ProcessStartInfo MakeLinuxStart(Uri page) =>
        new("/bin/sh", ["-c", "exec xdg-open \"$0\" </dev/null >/dev/null 2>&1", page.ToString()]) { UseShellExecute = false };

    private static async Task<string?> FindFailureAsync(Process opener, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_failureLimit);
        try
        {
            await opener.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return opener.ExitCode switch
        {
            0 => null,
            CommandNotFound => "xdg-open is not installed",
            int code => $"xdg-open ended with code {code}",
        };
    }
}
