using System.Management.Automation;

namespace ContactsPS.Benchmarks;

/// <summary>A cmdlet that takes objects as Add-Contact does, and does nothing with them: what the engine costs.</summary>
[Cmdlet(VerbsCommon.Skip, "Object")]
public sealed class SkipObjectCommand : PSCmdlet
{
    internal const string Name = "Skip-Object";

    /// <summary>The object.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Nothing: that is what it is for.
    }
}
