using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Input;

/// <summary>
/// Makes contacts from the rows of a file. Usually the fields are used directly. When the property map has a script
/// block, a row is first converted to the object that Import-Csv would make.
/// </summary>
internal sealed class RowBinder
{
    private readonly ContactRows _file;
    private readonly PropertyMap _propertyMap;
    private readonly ContactIntake _intake;
    private readonly RowIntake? _rows;
    private readonly ObjectBinder _objects;

    /// <summary>
    /// The columns whose cells are checked. Null for all columns, because a script block may read any of them.
    /// </summary>
    private readonly ColumnMap? _checked;

    /// <summary>Finds the columns of the fields.</summary>
    /// <exception cref="ContactsException">
    /// NoPhoneNumberColumn, ColumnNotFound or FileMalformed. The first two are not thrown when each row has its own columns: see
    /// <see cref="CheckColumns"/>.
    /// </exception>
    public RowBinder(ContactRows file, PropertyMap propertyMap, ContactIntake intake)
    {
        _file = file;
        _propertyMap = propertyMap;
        _intake = intake;
        try
        {
            Columns = propertyMap.Match([.. file.Columns], isLenient: !file.HasHeader, file.LineNumber);
            file.CheckHeader(Columns);
        }
        catch (ContactsException error)
        {
            throw file.Explain(error);
        }

        _checked = propertyMap.Scripts.Count == 0 ? Columns : null;
        if (propertyMap.Scripts.Count == 0)
        {
            _rows = new RowIntake(file, Columns, intake, file.HasHeader ? null : names => propertyMap.Match(names, isLenient: true));
        }

        _objects = new ObjectBinder(propertyMap, intake, showColumns: _ => { }, isLenient: true);
    }

    /// <summary>The column of each field.</summary>
    public ColumnMap Columns { get; }

    /// <summary>
    /// Checks the columns of the fields after the last row. When each row has its own columns, any row may lack a
    /// column. It is an error only when no row has the column.
    /// </summary>
    /// <exception cref="ContactsException">NoPhoneNumberColumn or ColumnNotFound.</exception>
    public void CheckColumns()
    {
        if (!_file.HasHeader)
        {
            _propertyMap.Match([.. _file.Columns], isLenient: false);
        }
    }

    /// <summary>Gets the current row, unchanged.</summary>
    public SourceRow GetSource() => _file.GetSource();

    /// <summary>Adds the current row to a batch that is not full.</summary>
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
