using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Commands;

/// <summary>Creates contact lists. A list that exists already is an error.</summary>
[Cmdlet(VerbsCommon.New, "ContactList", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class NewContactListCommand : ContactListCmdlet
{
    private protected override ServiceRequest MakeRequest(string name) => ServiceRequest.CreateList(name);

    private protected override string DescribeAction(string name) => $"Create list {name}";
}
