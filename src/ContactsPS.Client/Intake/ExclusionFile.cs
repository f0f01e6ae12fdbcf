using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// Reads the phone numbers of a file whose numbers must not be sent. The file is of any kind that
/// <see cref="ContactFile"/> opens, with a column that is recognised as the phone number, or with one column only, with
/// or without a header. All columns that look like phones are used. A number that can't be read ends the reading, because
/// a number that is not excluded would be sent.
/// </summary>
internal sealed class ExclusionFile(string path, PhoneNumberNormalizer normalizer, DuplicateFilter numbers)
{
    /// <summary>A text with fewer digits is no phone number.</summary>
    private const int FewestDigits = 4;

    private readonly Dictionary<IReadOnlyList<string>, PhoneColumns> _columns = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _names = [];
    private long _numbers;
    private long _rowsWithout;
    private long _unreadable;
    private string? _firstProblem;

    /// <summary>Reads the file to its end.</summary>
    /// <exception cref="ContactsException">ExclusionFileInvalid.</exception>
    public ExclusionReport Read(CancellationToken cancellationToken)
    {
        try
        {
            using ContactRows file = ContactFile.Open(path, options: null, cancellationToken);
            ReadHeader(file);
            while (file.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadRow(file);
            }
        }
        catch (ContactsException error) when (error.ErrorId != ErrorIds.ExclusionFileInvalid)
        {
            throw Invalid(error.Message, error);
        }

        return _firstProblem is null
            ? new ExclusionReport(_numbers, _names, _rowsWithout)
            : throw Invalid(string.Create(
                CultureInfo.InvariantCulture,
                $"{_firstProblem} {_unreadable} {(_unreadable == 1 ? "row of this file can't be read as a phone number. Correct or remove it" : "rows of this file can't be read as phone numbers. Correct or remove them")}, because a number that can't be read can't be excluded."));
    }

    /// <summary>Finds the columns of a file whose rows have the columns of the header.</summary>
    private void ReadHeader(ContactRows file)
    {
        if (!file.HasHeader)
        {
            return;
        }

        if (file.Columns is [string only])
        {
            // One number a line. The first line may be a number already, and it must not be lost as a header.
            _columns.Add(file.RowColumns, new PhoneColumns([0], Map: null));
            if (HasDigits(only))
            {
                Add(only, file.LineNumber);
            }
            else
            {
                _names.Add(only);
            }

            return;
        }

        try
        {
            ColumnMap map = ColumnMap.Match([.. file.Columns], headerLine: file.LineNumber, hasFields: false);
            file.CheckHeader(map);
            _columns.Add(file.RowColumns, FindColumns(map));
        }
        catch (ContactsException error)
        {
            throw file.Explain(error);
        }
    }

    private void ReadRow(ContactRows file)
    {
        if (!_columns.TryGetValue(file.RowColumns, out PhoneColumns? columns))
        {
            columns = FindColumns(ColumnMap.Match([.. file.RowColumns], isLenient: true, hasFields: false));
            _columns.Add(file.RowColumns, columns);
        }

        if (file.FindProblem(columns.Map) is { } shape)
        {
            AddProblem(file.LineNumber, shape);
            return;
        }

        if (columns.Indexes.Length == 0)
        {
            AddProblem(file.LineNumber, "The row has no property that is known to hold the phone number.");
            return;
        }

        long before = _numbers;
        Add(file.GetText(columns.Indexes[0]), file.LineNumber);
        foreach (int other in columns.Indexes.AsSpan(1))
        {
            // The other columns only look like phones by their names, so a text without digits is no problem.
            string text = file.GetText(other);
            if (HasDigits(text))
            {
                Add(text, file.LineNumber);
            }
        }

        _rowsWithout += _numbers == before ? 1 : 0;
    }

    /// <summary>
    /// Gets the column of the phone number, and then the other columns that look like phones. Empty when there are none.
    /// </summary>
    private PhoneColumns FindColumns(ColumnMap map)
    {
        int chosen = map[ContactField.PhoneNumber];
        if (chosen < 0)
        {
            return new PhoneColumns([], map);
        }

        IEnumerable<string> others = map.Warnings
            .Where(warning => warning.Kind is ColumnWarningKind.UnusedPhones or ColumnWarningKind.CloseChoice)
            .SelectMany(warning => warning.Others);
        var names = new HashSet<string>(others, StringComparer.Ordinal);
        int[] columns = [chosen, .. Enumerable.Range(0, map.Names.Count).Where(i => i != chosen && names.Contains(map.Names[i]))];
        _names.AddRange(columns.Select(column => map.Names[column]).Except(_names, StringComparer.Ordinal));
        return new PhoneColumns(columns, map);
    }

    /// <summary>Adds a number. A blank text is not a number.</summary>
    private void Add(string text, long line)
    {
        Span<char> e164 = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = normalizer.Normalize(text, e164, out int length);
        switch (status)
        {
            case PhoneNumberStatus.Ok:
                numbers.Add(e164[..length]);
                _numbers++;
                break;
            case PhoneNumberStatus.Missing:
                break;
            default:
                AddProblem(line, new PhoneNumberException(status, text).Message);
                break;
        }
    }

    private void AddProblem(long line, string problem)
    {
        _firstProblem ??= string.Create(CultureInfo.InvariantCulture, $"Line {line}: {problem}");
        _unreadable++;
    }

    private static bool HasDigits(string text) => text.Count(char.IsDigit) >= FewestDigits;

    private ContactsException Invalid(string problem, Exception? cause = null) =>
        new(ErrorIds.ExclusionFileInvalid, $"The numbers to exclude can't be read from '{path}': {problem}", cause);

    /// <summary>The columns of a row that are read.</summary>
    /// <param name="Indexes">The column of the phone number, and then the others. Empty when there are none.</param>
    /// <param name="Map">The columns that have to be valid. Null for all.</param>
    private sealed record PhoneColumns(int[] Indexes, ColumnMap? Map);
}
