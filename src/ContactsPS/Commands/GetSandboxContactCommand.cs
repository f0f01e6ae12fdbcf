using System.Management.Automation;
using ContactsPS.Completion;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Reads the contacts that a sandbox holds.</summary>
[Cmdlet(VerbsCommon.Get, "SandboxContact")]
[OutputType(typeof(SandboxContact))]
public sealed class GetSandboxContactCommand : SandboxInspectionCmdlet
{
    /// <summary>Return only contacts on this list. Default: all contacts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string? ListName { get; set; }

    /// <summary>Return only contacts with this tag. Default: all contacts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string? TagName { get; set; }

    /// <summary>Return only the contact with this phone number, in E.164. Default: all contacts.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? PhoneNumber { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        WriteFound(inspector => inspector.GetContacts(ListName, TagName, PhoneNumber, StopToken));
}
