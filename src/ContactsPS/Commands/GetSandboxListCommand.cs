using System.Management.Automation;
using ContactsPS.Completion;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Reads the lists or the tags that a sandbox stores, with their numbers of contacts.</summary>
[Cmdlet(VerbsCommon.Get, "SandboxList")]
[OutputType(typeof(SandboxList))]
public sealed class GetSandboxListCommand : SandboxInspectionCmdlet
{
    /// <summary>Return only lists whose name matches this pattern. Default: all lists.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string? Name { get; set; }

    /// <summary>Return the tags and not the lists.</summary>
    [Parameter]
    public SwitchParameter Tag { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        WildcardPattern? pattern = Name is null ? null : WildcardPattern.Get(Name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        WriteFound(inspector => inspector.GetGroups(Tag, StopToken).Where(list => pattern?.IsMatch(list.Name) != false));
    }
}
