param([object[]] $Rows)

# A compiled cmdlet that takes objects like Add-Contact and does nothing with them: the cost of the engine.
if (-not ('SkipObjectCommand' -as [type])) {
    Add-Type -PassThru @'
using System.Management.Automation;

[Cmdlet(VerbsCommon.Skip, "Object")]
public sealed class SkipObjectCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; }
}
'@ | ForEach-Object Assembly | Import-Module
}

$Rows | Skip-Object
