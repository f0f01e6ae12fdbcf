using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that adds contacts. This class has the parameters of contact/create (web-service.md, POST contact/create).
/// </summary>
public abstract class CreateContactsCmdlet : PassThruCmdlet
{
    /// <summary>The first name of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? FirstName { get; set; }

    /// <summary>The last name of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? LastName { get; set; }

    /// <summary>The first free text of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param1 { get; set; }

    /// <summary>The second free text of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param2 { get; set; }

    /// <summary>The third free text of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param3 { get; set; }

    /// <summary>The fourth free text of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param4 { get; set; }

    /// <summary>The fifth free text of each contact that has none of its own. Default: none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param5 { get; set; }

    /// <summary>
    /// Lists to attach the contacts to. A list that doesn't exist is created. At most 30 characters each. Default:
    /// none.
    /// </summary>
    [Parameter]
    [Alias("List")]
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

    /// <summary>
    /// Send an empty cell or property of a mapped field as an empty text, to clear the field of a contact that exists.
    /// Default: off, an empty field is not sent.
    /// </summary>
    [Parameter]
    public SwitchParameter ClearEmptyField { get; set; }

    /// <summary>
    /// Files of phone numbers that must never be sent, such as those of people who opted out. Wildcards are allowed. A file
    /// that can't be read completely ends the command before anything is sent. Default: none.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ExcludePath { get; set; }

    /// <summary>
    /// Reject phone numbers that are known to be no mobile's: fixed lines, and services such as toll-free numbers. Default:
    /// off, fixed lines are sent, and a warning has their number.
    /// </summary>
    [Parameter]
    public SwitchParameter MobileOnly { get; set; }

    /// <summary>The maximum number of contacts in a request. Default: 200.</summary>
    [Parameter]
    [ValidateRange(1, CreateContactsRequest.MaximumBatchSize)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int BatchSize { get; set; } = 200;

    private Dictionary<ContactField, string> FieldsOfAll
    {
        get
        {
            string?[] values = [null, FirstName, LastName, Param1, Param2, Param3, Param4, Param5];
            return Enumerable.Range(0, values.Length)
                .Where(i => !string.IsNullOrEmpty(values[i]))
                .ToDictionary(i => (ContactField)i, i => values[i]!);
        }
    }

    /// <summary>Gets the parameters as the settings of a run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected RunSettings MakeSettings()
    {
        RunSettings settings = AddFilters(MakeSettings(MakeRequest(), BatchSize), MobileOnly, ExcludePath);

        // The cmdlets have the impact of a run that takes contacts off their lists or tags. Other runs only add.
        return settings with { AsksForConfirmation = UnList || UnTag || !IsConfirmedByPreference(ConfirmImpact.Medium) };
    }

    private CreateContactsRequest MakeRequest() => new()
    {
        ListNames = GroupNames.Cut(this, ListName),
        UnList = UnList,
        TagNames = GroupNames.Cut(this, TagName),
        UnTag = UnTag,
        AutoDeleteOptOut = AutoDeleteOptOut,
        DoNotOverwrite = DoNotOverwrite,
        ClearEmptyFields = ClearEmptyField,
        FieldsOfAll = FieldsOfAll,
    };
}
