using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that adds contacts from objects, or one contact from parameters.</summary>
public abstract class ContactFieldsCmdlet : AddContactsCmdlet
{
    /// <summary>The parameter set for contacts that are given as objects.</summary>
    protected const string ObjectSet = "Object";

    /// <summary>
    /// The parameter set for one contact that is given by its fields. It is the default set of the cmdlets for two
    /// reasons. A user who gives no parameter is asked for a phone number. And for each piped object the engine tries
    /// the default set before all others, so this default saves one of these steps.
    /// </summary>
    protected const string FieldsSet = "Fields";

    private ObjectInput? _input;

    /// <summary>
    /// The contacts: objects of New-ContactObject, rows of Import-Csv, any other objects, hashtables, DataRows, or only
    /// phone numbers.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NoCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>The phone number: international, or national with -DefaultRegion.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FieldsSet)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? PhoneNumber { get; set; }

    /// <summary>The run, and the objects that it takes.</summary>
    private protected ObjectInput Input => _input ?? throw new InvalidOperationException("The run has not begun.");

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    protected override void ProcessRecord()
    {
        if (ParameterSetName == FieldsSet)
        {
            Input.AddOne(new PSObject(MakeContact()));
        }
        else
        {
            Input.AddBound(InputObject);
        }
    }

    private protected override IDisposable Begin() => _input = new ObjectInput(this, OpenRun(MakeSettings()), StopToken);

    /// <summary>Opens the run, which sends its batches or only writes them.</summary>
    private protected abstract ContactRun OpenRun(RunSettings settings);

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
}
