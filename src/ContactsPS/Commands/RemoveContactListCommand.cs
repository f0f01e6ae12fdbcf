using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Commands;

/// <summary>Deletes contact lists.</summary>
[Cmdlet(VerbsCommon.Remove, "ContactList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveContactListCommand : ContactListCmdlet
{
    private protected override bool LeavesList => false;

    private protected override ServiceRequest MakeRequest(string name) => ServiceRequest.DeleteList(name);

    private protected override string DescribeAction(string name) => $"Delete list {name}";
}
