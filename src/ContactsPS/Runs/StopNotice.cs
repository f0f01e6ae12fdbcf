using System.Management.Automation;
using System.Management.Automation.Host;

namespace ContactsPS.Runs;

/// <summary>
/// Shows a message after the pipeline was stopped. The streams of a stopped cmdlet are closed: each write ends in a
/// PipelineStoppedException. The host still shows text.
/// </summary>
internal static class StopNotice
{
    /// <summary>Shows a message as a warning. A host without a user interface, or one that can't show it, shows nothing.</summary>
    public static void Show(PSHost? host, string message)
    {
        try
        {
            host?.UI?.WriteWarningLine(message);
        }
        catch (Exception error) when (error is PipelineStoppedException or HostException or InvalidOperationException or NotSupportedException or IOException)
        {
            // The cmdlet is being disposed. There is no other place for the message, and an error would hide the stop.
        }
    }
}
