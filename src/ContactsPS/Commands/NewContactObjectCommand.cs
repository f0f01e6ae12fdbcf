using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>
/// Creates a contact to pipe to Add-Contact. The phone number is converted to E.164. A national number without
/// -DefaultRegion is not converted, and Add-Contact checks it.
/// </summary>
[Cmdlet(VerbsCommon.New, "ContactObject")]
[OutputType(typeof(Contact))]
public sealed class NewContactObjectCommand : PSCmdlet
{
    private PhoneNumberNormalizer? _normalizer;

    /// <summary>The phone number: international, or national with -DefaultRegion.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string PhoneNumber { get; set; } = string.Empty;

    /// <summary>The first name. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? FirstName { get; set; }

    /// <summary>The last name. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? LastName { get; set; }

    /// <summary>The first free text. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param1 { get; set; }

    /// <summary>The second free text. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param2 { get; set; }

    /// <summary>The third free text. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param3 { get; set; }

    /// <summary>The fourth free text. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param4 { get; set; }

    /// <summary>The fifth free text. Default: none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Param5 { get; set; }

    /// <summary>
    /// The country of national numbers: two letters, such as FR. Default: none, national numbers are not converted.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? DefaultRegion { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _normalizer = new PhoneNumberNormalizer(DefaultRegion);
        }
        catch (ContactsException error)
        {
            this.Fail(error, DefaultRegion);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Span<char> e164 = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = _normalizer!.Normalize(PhoneNumber, e164, out int length);
        switch (status)
        {
            case PhoneNumberStatus.Ok:
                WriteContact(e164[..length].ToString());
                break;
            case PhoneNumberStatus.NoRegion:
                WriteContact(PhoneNumber);
                break;
            default:
                WriteError(ErrorRecords.From(Advice.AddTo(new PhoneNumberException(status, PhoneNumber)), PhoneNumber));
                break;
        }
    }

    private void WriteContact(string phoneNumber) => WriteObject(new Contact
    {
        PhoneNumber = phoneNumber,
        FirstName = FirstName,
        LastName = LastName,
        Param1 = Param1,
        Param2 = Param2,
        Param3 = Param3,
        Param4 = Param4,
        Param5 = Param5,
    });
}
