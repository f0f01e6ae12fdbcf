using System.Collections;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that makes contacts and puts them on batches: the parameters of all of them. What happens to a contact is
/// the run's: <see cref="ContactRun"/>.
/// </summary>
public abstract class ContactCmdlet : AccountCmdlet
{
    /// <summary>Lists to attach the contacts to; one that doesn't exist is created. At most 30 characters each.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[] ListName { get; set; } = [];

    /// <summary>Tags to attach to the contacts; one that doesn't exist is created. At most 20 characters each.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[] TagName { get; set; } = [];

    /// <summary>Detach the contacts from all the lists they are on, before attaching them.</summary>
    [Parameter]
    public SwitchParameter UnList { get; set; }

    /// <summary>Detach all the tags of the contacts, before attaching others.</summary>
    [Parameter]
    public SwitchParameter UnTag { get; set; }

    /// <summary>Leave out contacts that opted out.</summary>
    [Parameter]
    public SwitchParameter AutoDeleteOptOut { get; set; }

    /// <summary>Leave a contact whose number exists already as it is.</summary>
    [Parameter]
    public SwitchParameter DoNotOverwrite { get; set; }

    /// <summary>Where fields come from: @{ PhoneNumber = 'Mobile'; Param1 = { $_.City.ToUpper() } }.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? PropertyMap { get; set; }

    /// <summary>The country national numbers belong to: two letters, as FR.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DefaultRegion { get; set; }

    /// <summary>Send numbers as they are written.</summary>
    [Parameter]
    public SwitchParameter SkipPhoneValidation { get; set; }

    /// <summary>Leave out a contact whose number was read before in this run.</summary>
    [Parameter]
    public SwitchParameter SkipDuplicate { get; set; }

    /// <summary>Contacts a request, at most.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>Requests under way at once, at most.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>
    /// How often a request that failed in passing is sent again. One that had bad luck to the last while others went
    /// through gets its tries once more.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>The wait before the first retry, in seconds, about; it doubles from one to the next, up to a minute.</summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    public double RetryIntervalSec { get; set; } = 1;

    /// <summary>Write each contact, as it is accepted, instead of the summary.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether this run only says what it would do.</summary>
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

    /// <summary>Begins the run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected abstract void Begin();

    /// <summary>The parameters as the settings of a run.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected RunSettings GetSettings()
    {
        var request = new CreateContactsOptions
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
