using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// Removes contacts from a list, or deletes them from the account. Each contact is accepted, skipped as a duplicate, or
/// written as an error record whose TargetObject is the input. At the end, the cmdlet writes one summary.
/// </summary>
[Cmdlet(
    VerbsCommon.Remove,
    "Contact",
    DefaultParameterSetName = PhoneNumberSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class RemoveContactCommand : RunCmdlet
{
    private const string ObjectSet = "Object";
    private const string PhoneNumberSet = "PhoneNumber";

    private ObjectInput? _input;

    /// <summary>
    /// The contacts: phone numbers, objects of New-ContactObject, rows of Import-Csv, any other objects, hashtables, or
    /// DataRows. Only the phone number of a contact is used.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NoCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>The phone numbers: international, or national with -DefaultRegion.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PhoneNumberSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string[] PhoneNumber { get; set; } = [];

    /// <summary>
    /// The list to remove the contacts from. The contacts stay in the account. Default: none, the contacts are deleted
    /// from the account. A variable that has no value is refused, because it must not mean the account.
    /// </summary>
    [Parameter]
    [Alias("List")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string? ListName { get; set; }

    /// <summary>The maximum number of contacts in a request. Default: 200.</summary>
    [Parameter]
    [ValidateRange(1, DeleteContactsRequest.MaximumBatchSize)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int BatchSize { get; set; } = DeleteContactsRequest.MaximumBatchSize;

    /// <summary>Skip a contact whose phone number was already read in this run. Default: off.</summary>
    [Parameter]
    public SwitchParameter SkipDuplicate { get; set; }

    /// <summary>Write each contact when it is accepted, instead of the summary. Default: off.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private ObjectInput Input => _input ?? throw new InvalidOperationException("The run has not begun.");

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            Input.AddBound(InputObject);
            return;
        }

        foreach (string number in PhoneNumber)
        {
            Input.AddOne(number);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Input.Run.Complete();
        Input.Run.WriteSummary();
    }

    private protected override IDisposable Begin()
    {
        string? list = ListName is null ? null : GroupNames.Cut(this, ListName);
        RunSettings settings = MakeSettings(new DeleteContactsRequest { ListName = list }, BatchSize);
        settings = settings with
        {
            Intake = settings.Intake with { SkipDuplicate = SkipDuplicate },
            PassThru = PassThru,

            // Contacts that only leave a list stay in the account, so this is not as serious as the impact of the cmdlet.
            AsksForConfirmation = list is null || !IsConfirmedByPreference(ConfirmImpact.Medium),
        };
        ContactRun run = ContactRun.Send(this, GetRunAccount(), settings, new Rejections(this), StopToken);
        return _input = new ObjectInput(this, run, StopToken);
    }
}
