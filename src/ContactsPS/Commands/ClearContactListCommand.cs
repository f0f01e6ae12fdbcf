using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Commands;

/// <summary>Removes all contacts from lists. The lists stay.</summary>
[Cmdlet(VerbsCommon.Clear, "ContactList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class ClearContactListCommand : ContactListCmdlet
{
    /// <summary>Also delete the contacts of the lists from the account. Default: off.</summary>
    [Parameter]
    public SwitchParameter DeleteContact { get; set; }

    private protected override ServiceRequest MakeRequest(string name) => ServiceRequest.EmptyList(name, DeleteContact);

    private protected override string DescribeAction(string name) => DeleteContact
        ? $"Remove all contacts from list {name}, and delete them from the account"
        : $"Remove all contacts from list {name}";
}
