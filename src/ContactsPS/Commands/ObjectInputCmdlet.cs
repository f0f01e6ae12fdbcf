using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Binding;
using ContactsPS.Client;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that makes contacts of objects, or one contact of parameters.</summary>
public abstract class ObjectInputCmdlet : ContactBatchCmdlet
{
    /// <summary>Contacts given as objects.</summary>
    protected const string ObjectSet = "Object";

    /// <summary>
    /// One contact given by its fields. The default of the cmdlets: who gives nothing is asked for a number, and the engine,
    /// which tries the default set and then all others for each piped object, has one round less to go.
    /// </summary>
    protected const string FieldsSet = "Fields";

    private ObjectBinder? _binder;

    /// <summary>
    /// Contacts: what New-ContactObject makes, rows of Import-Csv, any objects, hashtables, DataRows, or bare phone
    /// numbers.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>The phone number, international or, with -DefaultRegion, national.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? PhoneNumber { get; set; }

    /// <summary>The first name.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? LastName { get; set; }

    /// <summary>The first free text.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param1 { get; set; }

    /// <summary>The second free text.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param2 { get; set; }

    /// <summary>The third free text.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param3 { get; set; }

    /// <summary>The fourth free text.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param4 { get; set; }

    /// <summary>The fifth free text.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    public string? Param5 { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _binder = new ObjectBinder(Map, PhoneNumbers, ReportColumns);
    }

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
            // -InputObject $rows, which the pipeline would have taken apart.
            foreach (object? item in items)
            {
                Add(item is null ? null : PSObject.AsPSObject(item));
            }
        }
        else
        {
            Add(InputObject);
            AddWaiting();
        }
    }

    /// <summary>
    /// Takes what waits behind the object that the engine has bound. After a stop the rest is left to the engine, which ends
    /// the pipeline.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private void AddWaiting()
    {
        if (!MyInvocation.ExpectingInput)
        {
            return;
        }

        while (!StopToken.IsCancellationRequested && WaitingInput.TryTake(CommandRuntime, out PSObject? input))
        {
            Add(input);
        }
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
        // The object as it came in: the wrapper of a plain .NET object is PowerShell's, not the user's.
        object? source = input?.BaseObject is PSCustomObject ? input : input?.BaseObject;
        IntakeStatus status = default;
        ContactsException? problem = null;
        try
        {
            status = _binder!.Add(input, source, OpenBatch, out problem);
        }
        catch (ContactsException error)
        {
            Fail(error, input);
        }

        if (problem is null)
        {
            Advance(status);
        }
        else
        {
            Reject(problem, source);
        }
    }
}
