using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Adds the rows of a contact file to batches. The fields of a row become JSON directly, without a contact object or
/// strings in between. The batches must use sources of <see cref="MakeSources"/>.
/// </summary>
/// <param name="file">The rows.</param>
/// <param name="map">Which column each field comes from, for rows that have the columns of the file.</param>
/// <param name="intake">Decides what becomes of a row.</param>
/// <param name="matchRow">
/// Finds the columns of the fields for a row that has columns of its own. Default: null, all rows have those of the file.
/// </param>
public sealed class RowIntake(
    ContactRows file, ColumnMap map, ContactIntake intake, Func<IReadOnlyList<string>, ColumnMap>? matchRow = null)
{
    /// <summary>How many maps are remembered.</summary>
    private const int MaximumMaps = 256;

    private readonly Dictionary<IReadOnlyList<string>, ColumnMap> _maps = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<string>? _columns;
    private ColumnMap _map = map;

    /// <summary>Makes what a batch keeps of the rows that its contacts come from: a <see cref="SourceRow"/> for each.</summary>
    public static BatchSources MakeSources() => new RowSources();

    /// <summary>Adds the current row to a batch that is not full.</summary>
    [MethodImpl(HotPath.Compiled)]
    public IntakeOutcome Add(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (matchRow is not null && !ReferenceEquals(file.RowColumns, _columns))
        {
            FindMap(matchRow);
        }

        ColumnMap columns = _map;
        if ((file.FindProblem(columns) ?? FindSpreadsheetError(columns)) is { } shape)
        {
            return intake.Reject(new ContactsException(ErrorIds.RowMalformed, shape), file.LineNumber);
        }

        if (columns[ContactField.PhoneNumber] is not (>= 0 and int phoneNumber))
        {
            return intake.Reject(new ContactsException(ErrorIds.PhoneNumberMissing, DescribeMissing(columns)), file.LineNumber);
        }

        IntakeOutcome outcome = intake.Open(batch, file.GetField(phoneNumber), file.LineNumber);
        if (outcome.Kind != IntakeKind.Taken)
        {
            return outcome;
        }

        bool isPlain = file.IsPlain;
        for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
        {
            if (columns[field] is >= 0 and int column)
            {
                batch.Write(field, file.GetField(column), isPlain);
            }
        }

        batch.Commit();
        batch.Sources!.AddRow(file);
        return outcome;
    }

    /// <summary>Finds a field that holds an error of a spreadsheet. A row without a number sign has none.</summary>
    [MethodImpl(HotPath.Compiled)]
    private string? FindSpreadsheetError(ColumnMap columns)
    {
        if (!file.RawRow.Contains((byte)'#'))
        {
            return null;
        }

        for (ContactField field = ContactField.PhoneNumber; field <= ContactField.Param5; field++)
        {
            if (columns[field] is >= 0 and int column && SpreadsheetErrors.IsOne(file.GetField(column)))
            {
                return SpreadsheetErrors.Describe($"{field}", Encoding.UTF8.GetString(file.GetField(column)));
            }
        }

        return null;
    }

    private static string DescribeMissing(ColumnMap columns) =>
        columns.Names.Count == 0
            ? "The contact has no phone number."
            : $"The row has no property that is known to hold the phone number. Its properties are: {ColumnReport.Join(columns.Names, string.Empty)}.";

    private void FindMap(Func<IReadOnlyList<string>, ColumnMap> match)
    {
        _columns = file.RowColumns;
        if (!_maps.TryGetValue(_columns, out ColumnMap? known))
        {
            if (_maps.Count == MaximumMaps)
            {
                _maps.Clear();
            }

            known = match(_columns);
            _maps.Add(_columns, known);
        }

        _map = known;
    }
}
