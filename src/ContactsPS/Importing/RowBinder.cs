using System.Runtime.CompilerServices;
using ContactsPS.Binding;
using ContactsPS.Client;

namespace ContactsPS.Importing;

/// <summary>
/// Makes contacts of the rows of a file: straight from their fields to the batch, or, where a script block of the
/// property map wants to see them or each row has columns of its own, by way of the objects that Import-Csv would make.
/// </summary>
internal sealed class RowBinder
{
    private readonly ContactRows _file;
    private readonly PropertyMap _propertyMap;
    private readonly Partition? _partition;
    private readonly ObjectBinder? _objects;
    private readonly ColumnMap _columns;
    private readonly RowIntake? _rows;

    /// <summary>
    /// Columns that a row is checked for; null where each is, because a script block may look at any.
    /// </summary>
    private readonly ColumnMap? _checked;

    /// <summary>Finds the columns of the fields.</summary>
    /// <exception cref="ContactsException">
    /// NoPhoneNumberColumn or ColumnNotFound. Not where each row has columns of its own: see <see cref="CheckColumns"/>.
    /// </exception>
    public RowBinder(
        ContactRows file, PropertyMap propertyMap, PhoneNumberIntake phoneNumbers, Partition? partition, ImportJournal? journal)
    {
        _file = file;
        _propertyMap = propertyMap;
        _partition = partition;
        _columns = propertyMap.Match([.. file.Columns], isLenient: file is not ColumnRows, file.LineNumber);
        _checked = propertyMap.Scripts.Count == 0 ? _columns : null;
        if (file is ColumnRows rows && propertyMap.Scripts.Count == 0)
        {
            _rows = new RowIntake(rows, _columns, phoneNumbers, journal);
        }
        else
        {
            _objects = new ObjectBinder(propertyMap, phoneNumbers, _ => { }, journal, isLenient: true);
        }
    }

    /// <summary>What the columns were taken for.</summary>
    public ColumnMap Columns => _columns;

    /// <summary>
    /// Checks, when the file is read, that its columns are those of the fields: where each row has columns of its own, any
    /// row may lack one, and only a column that no row has is a mistake.
    /// </summary>
    /// <exception cref="ContactsException">NoPhoneNumberColumn or ColumnNotFound.</exception>
    public void CheckColumns() => _propertyMap.Match([.. _file.Columns], isLenient: false);

    /// <summary>The current row, as it came in.</summary>
    public SourceRow GetSource() => _file.GetSource();

    /// <summary>Takes the current row onto a batch that is not full.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="problem">Why the row is rejected; null where it isn't.</param>
    [MethodImpl(HotPath.Compiled)]
    public IntakeStatus Add(ContactBatch batch, out ContactsException? problem)
    {
        IntakeStatus status = Bind(batch, out problem);
        return problem is not null && _partition?.Owns(_file.LineNumber) == false ? Forget(out problem) : status;
    }

    private static IntakeStatus Forget(out ContactsException? problem)
    {
        problem = null;
        return IntakeStatus.NotMine;
    }

    [MethodImpl(HotPath.Compiled)]
    private IntakeStatus Bind(ContactBatch batch, out ContactsException? problem)
    {
        if (_file.FindProblem(_checked) is { } shape)
        {
            problem = new ContactsException(ErrorIds.RowMalformed, shape);
            return default;
        }

        if (_rows is null)
        {
            SourceRow source = GetSource();
            return _objects!.Add(SourceObjects.ToObject(source), source, batch, out problem);
        }

        IntakeStatus status = _rows.Add(batch);

        // The number is made a text only to be shown: most rows of another share, or of an earlier run, never are.
        problem = status is IntakeStatus.PhoneNumberMissing or IntakeStatus.PhoneNumberNational or IntakeStatus.PhoneNumberInvalid
            ? ContactProblem.Of(status, ((ColumnRows)_file).GetText(_columns[ContactField.PhoneNumber])) : null;
        return status;
    }
}
