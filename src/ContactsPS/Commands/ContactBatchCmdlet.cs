using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Binding;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Sending;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that makes contacts and puts them on batches. It has the parameters of all of them, and the way a contact
/// takes: read, bound, on the open batch, and to the outlet when that is full. What is read, and where the batches go,
/// is the derived cmdlets'.
/// </summary>
public abstract class ContactBatchCmdlet : AccountCmdlet
{
    private PhoneNumberIntake? _phoneNumbers;

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

    /// <summary>What was read, and what became of it.</summary>
    private protected ContactTally Tally { get; private set; } = null!;

    /// <summary>Where contacts that were not accepted are told of.</summary>
    private protected Rejections Rejections { get; private set; } = null!;

    /// <summary>Where the batches go.</summary>
    private protected IBatchOutlet Outlet { get; private set; } = null!;

    /// <summary>The batch to put the next contact on; never full.</summary>
    private protected ContactBatch OpenBatch { get; private set; } = null!;

    /// <summary>What contact/create is asked to do.</summary>
    private protected CreateContactsOptions Options { get; private set; } = null!;

    /// <summary>Where the user said that fields come from.</summary>
    private protected PropertyMap Map { get; private set; } = null!;

    /// <summary>Whether this run only says what it would do.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>What checks the phone numbers of this run.</summary>
    private protected PhoneNumberIntake PhoneNumbers => _phoneNumbers!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            Options = new CreateContactsOptions
            {
                ListNames = ListName,
                UnList = UnList,
                TagNames = TagName,
                UnTag = UnTag,
                AutoDeleteOptOut = AutoDeleteOptOut,
                DoNotOverwrite = DoNotOverwrite,
            };
            Options.Validate();
            Map = Binding.PropertyMap.Parse(PropertyMap);
            _phoneNumbers = new PhoneNumberIntake(new PhoneNumberOptions(DefaultRegion, SkipPhoneValidation, SkipDuplicate, GetPartition()));
            Tally = new ContactTally();
            Rejections = OpenRejections();
            Outlet = OpenOutlet();
            OpenBatch = Outlet.Rent();
        }
        catch (ContactsException error)
        {
            Fail(error);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (OpenBatch is { Count: > 0 } last)
        {
            Outlet.Deliver(last);
        }

        Outlet.Complete();
    }

    /// <summary>Opens what tells of contacts that were not accepted.</summary>
    private protected virtual Rejections OpenRejections() => new(this);

    /// <summary>Opens what the batches go to.</summary>
    private protected abstract IBatchOutlet OpenOutlet();

    /// <summary>Opens what sends batches to the service.</summary>
    /// <param name="makeSources">What each batch keeps of what its contacts were made from.</param>
    /// <param name="completed">Told of each batch by the thread that sent it.</param>
    private protected IBatchOutlet OpenSendingOutlet(
        Func<BatchSources> makeSources, Action<ContactBatch, IReadOnlyList<BatchSegment>>? completed = null)
    {
        var bulk = new BulkSenderOptions
        {
            BatchSize = BatchSize,
            ThrottleLimit = ThrottleLimit,
            MaximumRetryCount = MaximumRetryCount,
            RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
            Sources = makeSources,
            Completed = completed,
        };
        return new SendingOutlet(this, GetAccount(), Options, bulk, Tally, new RunProgress(this, Tally, GetShare), Rejections, PhoneNumbers, PassThru, IsWhatIf, StopToken);
    }

    /// <summary>The share of the contacts to take; null: all.</summary>
    private protected virtual Partition? GetPartition() => null;

    /// <summary>How much of the input was read, from 0 to 1; null where that isn't known.</summary>
    private protected virtual double? GetShare() => null;

    /// <summary>Writes the summary of the run, unless the contacts themselves were written.</summary>
    private protected void WriteSummary()
    {
        if (!PassThru)
        {
            var sent = (SendingOutlet)Outlet;
            WriteObject(ContactSummary.From(Tally, Options, sent.Requests, sent.Retries));
        }
    }

    /// <summary>Counts a contact that was read and bound, and goes on to the next batch where this one is full.</summary>
    [MethodImpl(HotPath.Compiled)]
    private protected void Advance(IntakeStatus status)
    {
        if (status == IntakeStatus.NotMine)
        {
            return;
        }

        Tally.CountRead();
        if (status == IntakeStatus.Duplicate)
        {
            Tally.CountDuplicate();
        }
        else if (OpenBatch.Count == OpenBatch.Capacity)
        {
            // The next batch is waited for here, between two contacts: were it waited for with one in hand, that one
            // would be lost where the wait ends in an error.
            Outlet.Deliver(OpenBatch);
            OpenBatch = Outlet.Rent();
        }

        Outlet.Report();
    }

    /// <summary>Counts a contact that was read and is rejected, and tells of it.</summary>
    private protected void Reject(ContactsException problem, object? source)
    {
        Tally.CountRead();
        Tally.Count(ContactOutcome.Rejected, 1);
        Rejections.Report(problem, source);
        Outlet.Report();
    }

    /// <summary>Says what the columns, or the properties, were taken for.</summary>
    private protected void ReportColumns(ColumnMap columns)
    {
        string map = $"{columns.Describe()}.";
        if (IsWhatIf)
        {
            // Said as What if, and nothing is asked.
            ShouldProcess(map, map, caption: null);
        }
        else
        {
            WriteVerbose(map);
        }

        foreach (ColumnWarning warning in columns.Warnings)
        {
            WriteWarning(Messages.ColumnWarning(warning));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Outlet?.Dispose();
        }

        base.Dispose(disposing);
    }
}
