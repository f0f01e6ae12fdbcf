using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that adds contacts. This class has the parameters of contact/create (web-service.md, POST contact/create).
/// </summary>
public abstract class CreateContactsCmdlet : RunCmdlet
{
    /// <summary>
    /// Lists to attach the contacts to. A list that doesn't exist is created. At most 30 characters each. Default:
    /// none.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string[] ListName { get; set; } = [];

    /// <summary>
    /// Tags to attach to the contacts. A tag that doesn't exist is created. At most 20 characters each. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] TagName { get; set; } = [];

    /// <summary>Detach the contacts from all their lists before attaching them. Default: off.</summary>
    [Parameter]
    public SwitchParameter UnList { get; set; }

    /// <summary>Detach all tags of the contacts before attaching others. Default: off.</summary>
    [Parameter]
    public SwitchParameter UnTag { get; set; }

    /// <summary>Don't add contacts that opted out. Default: off.</summary>
    [Parameter]
    public SwitchParameter AutoDeleteOptOut { get; set; }

    /// <summary>Don't change a contact whose phone number already exists. Default: off.</summary>
    [Parameter]
    public SwitchParameter DoNotOverwrite { get; set; }

    /// <summary>The maximum number of contacts in a request. Default: 200.</summary>
    [Parameter]
    [ValidateRange(1, CreateContactsRequest.MaximumBatchSize)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int BatchSize { get; set; } = 200;

    /// <summary>Gets the parameters as the settings of a run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected RunSettings MakeSettings() => MakeSettings(
        new CreateContactsRequest
        {
            ListNames = ListName,
            UnList = UnList,
            TagNames = TagName,
            UnTag = UnTag,
            AutoDeleteOptOut = AutoDeleteOptOut,
            DoNotOverwrite = DoNotOverwrite,
        },
        BatchSize);
}
