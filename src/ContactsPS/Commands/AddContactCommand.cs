using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// Adds contacts to the account, and attaches them to lists and tags. Each contact is accepted, skipped as a duplicate,
/// or written as an error record whose TargetObject is the input. At the end, the cmdlet writes one summary.
/// </summary>
[Cmdlet(
    VerbsCommon.Add,
    "Contact",
    DefaultParameterSetName = FieldsSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class AddContactCommand : ContactFieldsCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Input.Run.Complete();
        Input.Run.WriteSummary();
    }

    private protected override ContactRun OpenRun(RunSettings settings) =>
        ContactRun.Send(this, GetRunAccount(), settings, new Rejections(this), StopToken);
}
