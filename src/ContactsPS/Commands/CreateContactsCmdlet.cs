using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that sends contacts with their fields (web-service.md, POST contact/create). This class has the parameters that
/// Sync-ContactList shares with Add-Contact and Import-Contact.
/// </summary>
public abstract class CreateContactsCmdlet : RunCmdlet
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
    /// Tags to attach to the contacts. A tag that doesn't exist is created. At most 20 characters each. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] TagName { get; set; } = [];

    /// <summary>Don't add contacts that opted out. Default: off.</summary>
    [Parameter]
    public SwitchParameter AutoDeleteOptOut { get; set; }

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

    /// <summary>Makes the request that the parameters of this class describe.</summary>
    /// <param name="listNames">The lists to attach the contacts to.</param>
    /// <param name="unList">Whether the contacts leave all other lists.</param>
    /// <param name="unTag">Whether the contacts lose all other tags.</param>
    /// <param name="doNotOverwrite">Whether contacts that exist are not changed.</param>
    private protected CreateContactsRequest MakeRequest(
        string[] listNames, bool unList = false, bool unTag = false, bool doNotOverwrite = false) => new()
        {
            ListNames = listNames,
            UnList = unList,
            TagNames = GroupNames.Cut(this, TagName),
            UnTag = unTag,
            AutoDeleteOptOut = AutoDeleteOptOut,
            DoNotOverwrite = doNotOverwrite,
            ClearEmptyFields = ClearEmptyField,
            FieldsOfAll = FieldsOfAll,
        };

    /// <summary>Gets the parameters as the settings of a run.</summary>
    /// <exception cref="ContactsException">Phone numbers are not checked, or a file of -ExcludePath can't be read.</exception>
    private protected RunSettings MakeSettings(CreateContactsRequest request)
    {
        RunSettings settings = MakeSettings(request, BatchSize);
        if (SkipPhoneValidation && MobileOnly)
        {
            throw new ContactsException(ModuleErrorIds.ParameterConflict, Messages.MobileOnlyUnchecked);
        }

        if (SkipPhoneValidation && ExcludePath is not null)
        {
            throw new ContactsException(ModuleErrorIds.ParameterConflict, Messages.ExcludePathUnchecked);
        }

        ExcludedNumbers? excluded = ExcludePath is null ? null : ExcludedFiles.Read(this, ExcludePath, DefaultRegion, StopToken);
        return settings with { Intake = settings.Intake with { MobileOnly = MobileOnly, Excluded = excluded } };
    }
}
