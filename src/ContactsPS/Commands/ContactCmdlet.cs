using System.Collections;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that creates contacts and adds them to batches. This class has the parameters that all these cmdlets share.
/// <see cref="ContactRun"/> decides what happens to a contact.
/// </summary>
public abstract class ContactCmdlet : AccountCmdlet
{
    /// <summary>
    /// Lists to attach the contacts to. A list that doesn't exist is created. At most 30 characters each. Default:
    /// none.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public string[] ListName { get; set; } = [];

    /// <summary>
    /// Tags to attach to the contacts. A tag that doesn't exist is created. At most 20 characters each. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
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
    /// The source of a field: a property name or a script block. Default: none, fields are recognised by name.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? PropertyMap { get; set; }

    /// <summary>
    /// The country of national numbers: two letters, such as FR. Default: none, national numbers are rejected.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DefaultRegion { get; set; }

    /// <summary>Send phone numbers as they are written. Default: off.</summary>
    [Parameter]
    public SwitchParameter SkipPhoneValidation { get; set; }

    /// <summary>Skip a contact whose phone number was already read in this run. Default: off.</summary>
    [Parameter]
    public SwitchParameter SkipDuplicate { get; set; }

    /// <summary>The maximum number of contacts in a request. Default: 200.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>The maximum number of requests at the same time. Default: 4.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>
    /// The maximum number of retries after a transient failure. When the last retry fails and other requests succeeded
    /// in the meantime, the request gets one more series of retries. Default: 5.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>
    /// The approximate wait before the first retry, in seconds. It doubles with each retry, up to 60. Default: 1.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    public double RetryIntervalSec { get; set; } = 1;

    /// <summary>Write each contact when it is accepted, instead of the summary. Default: off.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether this run only shows what it would do.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            Begin();
        }
        catch (ContactsException error)
        {
            this.Fail(error);
        }
    }

    /// <summary>Starts the run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected abstract void Begin();

    /// <summary>Gets the parameters as the settings of a run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected RunSettings GetSettings()
    {
        var request = new CreateContactsRequest
        {
            ListNames = ListName,
            UnList = UnList,
            TagNames = TagName,
            UnTag = UnTag,
            AutoDeleteOptOut = AutoDeleteOptOut,
            DoNotOverwrite = DoNotOverwrite,
        };
        request.Validate();
        return new RunSettings
        {
            Request = request,
            Intake = new IntakeOptions(DefaultRegion, SkipPhoneValidation, SkipDuplicate),
            PropertyMap = Input.PropertyMap.Parse(PropertyMap),
            Sending = new BulkSenderOptions
            {
                BatchSize = BatchSize,
                ThrottleLimit = ThrottleLimit,
                MaximumRetryCount = MaximumRetryCount,
                RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
            },
            PassThru = PassThru,
            IsWhatIf = IsWhatIf,
        };
    }
}
