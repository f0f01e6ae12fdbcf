using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Lists the sandboxes that this runspace started and that are running.</summary>
[Cmdlet(VerbsCommon.Get, "ContactsSandbox")]
[OutputType(typeof(ContactsSandbox))]
public sealed class GetContactsSandboxCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteObject(RunspaceState.Current.Sandboxes.Where(sandbox => sandbox.IsRunning), enumerateCollection: true);
}
