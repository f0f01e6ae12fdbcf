using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Completion;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Stops sandboxes: the given ones, or all that this runspace started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ContactsSandbox")]
[OutputType(typeof(void))]
public sealed class StopContactsSandboxCommand : PSCmdlet
{
    /// <summary>The sandboxes to stop. Default: all that this runspace started.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public ContactsSandbox[]? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RunspaceState state = RunspaceState.Current;
        foreach (ContactsSandbox sandbox in Sandbox ?? [.. state.Sandboxes])
        {
            sandbox.Process.Stop();
            state.Remove(sandbox);
        }
    }
}
