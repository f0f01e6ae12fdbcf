using System.Management.Automation;
using ContactsPS.Completion;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Reads the requests that a sandbox received, the oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "SandboxRequest")]
[OutputType(typeof(SandboxRequest))]
public sealed class GetSandboxRequestCommand : SandboxInspectionCmdlet
{
    /// <summary>Return only this number of the last requests. Default: all requests.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int? Last { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteFound(inspector => inspector.GetRequests(Last, StopToken));
}
