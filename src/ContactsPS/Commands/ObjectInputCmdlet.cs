using System.Collections;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Engine;
using ContactsPS.Errors;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that creates contacts from objects, or one contact from parameters.</summary>
public abstract class ObjectInputCmdlet : ContactCmdlet
{
    /// <summary>The parameter set for contacts that are given as objects.</summary>
    protected const string ObjectSet = "Object";

    /// <summary>
    /// The parameter set for one contact that is given by its fields. It is the default set of the cmdlets for two
    /// reasons. A user who gives no parameter is asked for a phone number. And for each piped object the engine tries
    /// the default set before all others, so this default saves one of these steps.
    /// </summary>
    protected const string FieldsSet = "Fields";

    /// <summary>How deep lists in lists are enumerated.</summary>
    private const int MaximumDepth = 32;

    private ContactRun? _run;
    private ObjectBinder? _binder;

    /// <summary>
    /// The contacts: objects of New-ContactObject, rows of Import-Csv, any other objects, hashtables, DataRows, or only
    /// phone numbers.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>The phone number: international, or national with -DefaultRegion.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? PhoneNumber { get; set; }

    /// <summary>The first name. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? FirstName { get; set; }

    /// <summary>The last name. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? LastName { get; set; }

    /// <summary>The first free text. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param1 { get; set; }

    /// <summary>The second free text. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param2 { get; set; }

    /// <summary>The third free text. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param3 { get; set; }

    /// <summary>The fourth free text. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param4 { get; set; }

    /// <summary>The fifth free text. Default: none.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param5 { get; set; }

    /// <summary>The run.</summary>
    private protected ContactRun Run => _run ?? throw new InvalidOperationException("The run has not begun.");

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    protected override void ProcessRecord()
    {
        if (ParameterSetName == FieldsSet)
        {
            Add(new PSObject(MakeContact()));
        }
        else if (!MyInvocation.ExpectingInput && LanguagePrimitives.GetEnumerable(InputObject) is { } items)
        {
            // With -InputObject $rows, the pipeline does not enumerate the collection, so the cmdlet does.
            foreach (object? item in items)
            {
                AddEach(item, depth: 1);
            }
        }
        else
        {
            AddEach(InputObject, depth: 0);
            AddQueued();
        }
    }

    /// <summary>
    /// Takes the objects that are queued behind the object that the engine has bound. After a stop, they are left to
    /// the engine, which ends the pipeline.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private void AddQueued()
    {
        if (!MyInvocation.ExpectingInput)
        {
            return;
        }

        while (!StopToken.IsCancellationRequested && QueuedInput.TryTake(CommandRuntime, out PSObject? input))
        {
            AddEach(input, depth: 0);
        }
    }

    /// <summary>
    /// Takes a contact, or each contact of a list that came as one object: Invoke-RestMethod and Write-Output -NoEnumerate
    /// write such lists, and one may hold others.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private void AddEach(object? input, int depth)
    {
        // A list that holds itself ends as a contact without a number.
        if (depth < MaximumDepth && Unwrapped.Of(input) is IList items)
        {
            foreach (object? item in items)
            {
                if (StopToken.IsCancellationRequested)
                {
                    throw new PipelineStoppedException();
                }

                AddEach(item, depth + 1);
            }

            return;
        }

        Add(input is null ? null : PSObject.AsPSObject(input));
    }

    private protected override void Begin()
    {
        RunSettings settings = GetSettings();
        _run = OpenRun(settings with { Sending = settings.Sending with { Sources = () => new ObjectSources() } });
        _binder = new ObjectBinder(settings.PropertyMap, _run.Ledger.Intake, columns => ColumnMapping.Write(this, columns, settings.IsWhatIf));
        UpstreamBuffer.Fill(CommandRuntime, BatchSize, runsScripts: settings.PropertyMap.Scripts.Count > 0);
    }

    /// <summary>Opens the run, which sends its batches or only writes them.</summary>
    private protected abstract ContactRun OpenRun(RunSettings settings);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _run?.Dispose();
        }

        base.Dispose(disposing);
    }

    private Contact MakeContact() => new()
    {
        PhoneNumber = PhoneNumber,
        FirstName = FirstName,
        LastName = LastName,
        Param1 = Param1,
        Param2 = Param2,
        Param3 = Param3,
        Param4 = Param4,
        Param5 = Param5,
    };

    [MethodImpl(HotPath.Compiled)]
    private void Add(PSObject? input)
    {
        // Errors show the user's own object. The wrapper around a plain .NET object belongs to PowerShell.
        object? source = Unwrapped.Of(input);
        try
        {
            Run.Add(_binder!.Add(input, source, Run.OpenBatch), source);
        }
        catch (ContactsException error)
        {
            this.Fail(error, input);
        }
    }
}
