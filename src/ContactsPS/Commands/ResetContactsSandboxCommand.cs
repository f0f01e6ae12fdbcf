using System.Management.Automation;

namespace ContactsPS.Commands;

/// <summary>Deletes all data of a sandbox, and restores the settings with which it started.</summary>
[Cmdlet(VerbsCommon.Reset, "ContactsSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class ResetContactsSandboxCommand : SandboxInspectionCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"{Find()}", "Delete all data of the sandbox"))
        {
            Call(async inspector =>
            {
                await inspector.ResetAsync(StopToken);
                return true;
            });
        }
    }
}
