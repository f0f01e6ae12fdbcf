using System.Management.Automation;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Reads the contacts that a sandbox holds.</summary>
[Cmdlet(VerbsCommon.Get, "SandboxContact")]
[OutputType(typeof(SandboxContact))]
public sealed class GetSandboxContactCommand : SandboxInspectionCmdlet
{
    /// <summary>Only those on this list.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ListName { get; set; }

    /// <summary>Only those with this tag.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TagName { get; set; }

    /// <summary>Only the one of this number, in E.164.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? PhoneNumber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteFound(inspector => inspector.GetContacts(ListName, TagName, PhoneNumber, StopToken));
}
