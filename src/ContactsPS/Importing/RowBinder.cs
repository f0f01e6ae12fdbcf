using ContactsPS.Binding;
using ContactsPS.Client;

namespace ContactsPS.Importing;

/// <summary>
/// Makes contacts of the rows of a file: straight from their fields to the batch, or, where a script block of the
/// property map wants to see them, by way of the objects that Import-Csv would make of them.
/// </summary>
internal sealed class RowBinder
{
    private readonly ContactRows _file;
    private readonly PropertyMap _propertyMap;
    private readonly PhoneNumberIntake _phoneNumbers;
    private readonly Partition? _partition;
    private readonly ImportJournal? _journal;
    private readonly ObjectBinder? _scripted;
    private ColumnMap _columns;
    private RowIntake _rows;

    /// <summary>Finds the columns of the fields.</summary>
    /// <exception cref="ContactsException">NoPhoneNumberColumn or ColumnNotFound.</exception>
    public RowBinder(
        ContactRows file, PropertyMap propertyMap, PhoneNumberIntake phoneNumbers, Partition? partition, ImportJournal? journal)
    {
        _file = file;
        _propertyMap = propertyMap;
        _phoneNumbers = phoneNumbers;
        _partition = partition;
        _journal = journal;
        _columns = propertyMap.Match([.. file.Columns], isLenient: false);
        _rows = new RowIntake(file, _columns, phoneNumbers, journal);
        _scripted = propertyMap.Scripts.Count == 0 ? null : new ObjectBinder(propertyMap, phoneNumbers, _ => { }, journal);
    }

    /// <summary>What the columns were taken for.</summary>
    public ColumnMap Columns => _columns;

    /// <summary>The current row, as it came in.</summary>
    public SourceRow GetSource() => _rows.GetSource();

    /// <summary>Takes the current row onto a batch that is not full.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="problem">Why the row is rejected; null where it isn't.</param>
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

    private IntakeStatus Bind(ContactBatch batch, out ContactsException? problem)
    {
        if (_rows.FindProblem() is { } shape)
        {
            problem = new ContactsException(ErrorIds.RowMalformed, shape);
            return default;
        }

        if (_file.Columns.Count != _columns.Names.Count)
        {
            // JSON Lines: a row has brought a column no row before it had.
            _columns = _propertyMap.Match([.. _file.Columns], isLenient: true);
            _rows = new RowIntake(_file, _columns, _phoneNumbers, _journal);
        }

        if (_scripted is not null)
        {
            SourceRow source = GetSource();
            return _scripted.Add(SourceObjects.ToObject(source), source, batch, out problem);
        }

        IntakeStatus status = _rows.Add(batch);
        problem = status is IntakeStatus.Opened
            ? null : ContactProblem.Of(status, _file.GetField(_columns[ContactField.PhoneNumber]).ToString());
        return status;
    }
}
