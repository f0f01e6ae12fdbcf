using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>
/// Makes contacts of the rows of a file: directly from their fields, or, when a script block of the property map wants to
/// see them, from the objects that Import-Csv would make of them.
/// </summary>
internal sealed class RowBinder
{
    private readonly ContactRows _file;
    private readonly PropertyMap _propertyMap;
    private readonly ContactIntake _intake;
    private readonly RowIntake? _rows;
    private readonly ObjectBinder _objects;

    /// <summary>The columns whose cells a row is checked for; null when it is all, because a script block may read any.</summary>
    private readonly ColumnMap? _checked;

    /// <summary>Finds the columns of the fields.</summary>
    /// <exception cref="ContactsException">
    /// NoPhoneNumberColumn or ColumnNotFound. Not when each row has columns of its own: see <see cref="CheckColumns"/>.
    /// </exception>
    public RowBinder(ContactRows file, PropertyMap propertyMap, ContactIntake intake)
    {
        _file = file;
        _propertyMap = propertyMap;
        _intake = intake;
        Columns = propertyMap.Match([.. file.Columns], isLenient: !file.HasHeader, file.LineNumber);
        _checked = propertyMap.Scripts.Count == 0 ? Columns : null;
        if (propertyMap.Scripts.Count == 0)
        {
            _rows = new RowIntake(file, Columns, intake, file.HasHeader ? null : names => propertyMap.Match(names, isLenient: true));
        }

        _objects = new ObjectBinder(propertyMap, intake, showColumns: _ => { }, isLenient: true);
    }

    /// <summary>What the columns were taken for.</summary>
    public ColumnMap Columns { get; }

    /// <summary>
    /// Checks, after the last row, that the columns of the fields were there. When each row has columns of its own, any row
    /// may lack one, and only a column that no row has is a mistake.
    /// </summary>
    /// <exception cref="ContactsException">NoPhoneNumberColumn or ColumnNotFound.</exception>
    public void CheckColumns()
    {
        if (!_file.HasHeader)
        {
            _propertyMap.Match([.. _file.Columns], isLenient: false);
        }
    }

    /// <summary>The current row, as it came in.</summary>
    public SourceRow GetSource() => _file.GetSource();

    /// <summary>Takes the current row onto a batch that is not full.</summary>
    [MethodImpl(HotPath.Compiled)]
    public IntakeOutcome Add(ContactBatch batch)
    {
        if (_rows is not null)
        {
            return _rows.Add(batch);
        }

        if (_file.FindProblem(_checked) is { } shape)
        {
            return _intake.Reject(new ContactsException(ErrorIds.RowMalformed, shape), _file.LineNumber);
        }

        SourceRow source = GetSource();
        return _objects.Add(SourceObjects.ToObject(source), source, batch);
    }
}
