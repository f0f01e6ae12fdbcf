using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// A cmdlet that starts a run: it takes contacts and sends them in batches. This class has the parameters that all runs
/// share. <see cref="ContactRun"/> decides what happens to a contact.
/// </summary>
public abstract class RunCmdlet : RetryingCmdlet
{
    private IDisposable? _run;

    /// <summary>
    /// The source of a field: a property name or a script block. Default: none, fields are recognised by name.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(PropertyMapCompleter))]
    public IDictionary? PropertyMap { get; set; }

    /// <summary>
    /// The country of national numbers: two letters, such as FR. Default: none, national numbers are rejected.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? DefaultRegion { get; set; }

    /// <summary>Send phone numbers as they are written. Default: off.</summary>
    [Parameter]
    public SwitchParameter SkipPhoneValidation { get; set; }

    /// <summary>The maximum number of requests at the same time. Default: 4.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int ThrottleLimit { get; set; } = 4;

    /// <summary>Whether this run only shows what it would do.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>
    /// Gets the account of the run. Ends the cmdlet with NotConnected when there is none, except with -WhatIf, which sends
    /// nothing.
    /// </summary>
    private protected ContactsAccount? GetRunAccount() => IsWhatIf ? FindAccount() : GetAccount();

    /// <summary>
    /// Whether an operation of this impact is not confirmed by a person, because $ConfirmPreference is higher or None.
    /// </summary>
    private protected bool IsConfirmedByPreference(ConfirmImpact impact) =>
        !MyInvocation.BoundParameters.ContainsKey("Confirm")
        && LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), CultureInfo.InvariantCulture, out ConfirmImpact preference)
        && (preference > impact || preference == ConfirmImpact.None);

    /// <summary>
    /// Gets the full path of a file that the run writes. Null when there is none, and with -WhatIf, which writes no file.
    /// </summary>
    private protected string? FindOutput(string? path) => path is null || IsWhatIf ? null : SourcePaths.Resolve(this, path);

    /// <summary>Gets the full path of a rejects file, as <see cref="FindOutput"/> does.</summary>
    /// <exception cref="ContactsException">RejectsMismatch: by its extension, the file is not delimited text.</exception>
    private protected string? FindRejects(string? path) => path is null || RejectsFile.IsDelimitedText(path)
        ? FindOutput(path) : throw new ContactsException(ErrorIds.RejectsMismatch, Messages.RejectsNotText(path));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _run = Begin();
        }
        catch (ContactsException error)
        {
            this.Fail(error);
        }
    }

    /// <summary>Starts the run. What it returns is disposed when the cmdlet ends.</summary>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected abstract IDisposable Begin();

    /// <summary>Gets the parameters as the settings of a run.</summary>
    /// <param name="request">The request that the contacts are for.</param>
    /// <param name="batchSize">The maximum number of contacts in a request.</param>
    /// <exception cref="ContactsException">A parameter is not valid.</exception>
    private protected RunSettings MakeSettings(BatchRequest request, int batchSize)
    {
        request.Validate();
        return new RunSettings
        {
            Request = request,
            Intake = new IntakeOptions(DefaultRegion, SkipPhoneValidation),
            PropertyMap = Input.PropertyMap.Parse(PropertyMap, request.HasFields),
            Sending = Retries with { BatchSize = batchSize, ThrottleLimit = ThrottleLimit, Sources = () => new ObjectSources() },
            IsWhatIf = IsWhatIf,
            KeepsMapping = IsWhatIf,
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _run?.Dispose();
        }

        base.Dispose(disposing);
    }
}
