using System.Management.Automation;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// Writes the bodies of the requests that Add-Contact would send, as JSON. It sends nothing. It has the parameters of
/// Add-Contact except -WhatIf and -Confirm, so that it can replace Add-Contact in a command. The parameters that
/// control how requests are sent have no effect.
/// </summary>
[Cmdlet(VerbsData.ConvertTo, "ContactRequest", DefaultParameterSetName = FieldsSet)]
[OutputType(typeof(string))]
public sealed class ConvertToContactRequestCommand : ContactFieldsCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => Input.Run.Complete();

    private protected override ContactRun OpenRun(RunSettings settings) => ContactRun.WriteRequests(this, settings);
}
