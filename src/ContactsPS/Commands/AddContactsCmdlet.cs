using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that adds contacts to lists and tags, and can take them off others.</summary>
public abstract class AddContactsCmdlet : CreateContactsCmdlet
{
    /// <summary>
    /// Lists to attach the contacts to. A list that doesn't exist is created. At most 30 characters each. Default:
    /// none.
    /// </summary>
    [Parameter]
    [Alias("List")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string[] ListName { get; set; } = [];

    /// <summary>Detach the contacts from all their lists before attaching them. Default: off.</summary>
    [Parameter]
    public SwitchParameter UnList { get; set; }

    /// <summary>Detach all tags of the contacts before attaching others. Default: off.</summary>
    [Parameter]
    public SwitchParameter UnTag { get; set; }

    /// <summary>Don't change a contact whose phone number already exists. Default: off.</summary>
    [Parameter]
    public SwitchParameter DoNotOverwrite { get; set; }

    /// <summary>Skip a contact whose phone number was already read in this run. Default: off.</summary>
    [Parameter]
    public SwitchParameter SkipDuplicate { get; set; }

    /// <summary>Write each contact when it is accepted, instead of the summary. Default: off.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets the parameters as the settings of a run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected RunSettings MakeSettings()
    {
        RunSettings settings = MakeSettings(MakeRequest(GroupNames.Cut(this, ListName), UnList, UnTag, DoNotOverwrite));

        // The cmdlets have the impact of a run that takes contacts off their lists or tags. Other runs only add.
        return settings with
        {
            Intake = settings.Intake with { SkipDuplicate = SkipDuplicate },
            PassThru = PassThru,
            AsksForConfirmation = UnList || UnTag || !IsConfirmedByPreference(ConfirmImpact.Medium),
        };
    }
}
