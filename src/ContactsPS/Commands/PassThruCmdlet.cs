using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that can write the contacts that were accepted, and can skip duplicates.</summary>
public abstract class PassThruCmdlet : RunCmdlet
{
    /// <summary>Skip a contact whose phone number was already read in this run. Default: off.</summary>
    [Parameter]
    public SwitchParameter SkipDuplicate { get; set; }

    /// <summary>Write each contact when it is accepted, instead of the summary. Default: off.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override RunSettings MakeSettings(BatchRequest request, int batchSize)
    {
        RunSettings settings = base.MakeSettings(request, batchSize);
        return settings with { Intake = settings.Intake with { SkipDuplicate = SkipDuplicate }, PassThru = PassThru };
    }
}
