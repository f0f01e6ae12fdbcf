using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Sending;

namespace ContactsPS.Commands;

/// <summary>
/// Writes the bodies of the requests that Add-Contact would send, as JSON, and sends nothing. It takes the parameters of
/// Add-Contact, -WhatIf and -Confirm aside, so that one stands in for the other in a command; those that say how to send
/// have no effect.
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "ContactRequest", DefaultParameterSetName = FieldsSet)]
[OutputType(typeof(string))]
public sealed class ConvertToContactRequestCommand : ObjectInputCmdlet
{
    private protected override IBatchOutlet OpenOutlet() =>
        new RequestOutlet(this, new ContactBatch(Options, BatchSize, new ObjectSources()));
}
