using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Sending;

namespace ContactsPS.Commands;

/// <summary>
/// Adds contacts to the account, and attaches them to lists and tags. Each contact ends as accepted or as an error
/// record whose TargetObject is the input; at the end comes one summary.
/// </summary>
[Cmdlet(VerbsCommon.Add, "Contact", DefaultParameterSetName = FieldsSet, SupportsShouldProcess = true)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class AddContactCommand : ObjectInputCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        WriteSummary();
    }

    private protected override IBatchOutlet OpenOutlet() => OpenSendingOutlet(() => new ObjectSources());
}
