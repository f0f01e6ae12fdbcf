using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Keeps the rows that were not accepted in a delimited file: the columns of the source as they were, and behind them
/// the line, the error id and the reason. Mended, it can be imported as it is: no one takes these three for a field of a
/// contact. UTF-8 with a byte order mark, so that Excel reads its accents, and the delimiter of the source.
/// </summary>
/// <param name="path">
/// The file. Rows are written to one beside it, <c>.partial</c>, which takes its place at the end: so nothing is lost
/// where it turns out to be a source.
/// </param>
public sealed class RejectsFile(string path) : IDisposable
{
    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private readonly string _partial = path + ".partial";
    private StreamWriter? _writer;
    private bool _isSource;
    private bool _isOurs;
    private char _delimiter = ',';
    private ContactRows? _rows;
    private List<string> _columns = [];

    /// <summary>How many rows it holds.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a file is this one.</summary>
    public bool IsAt(string other) => string.Equals(Resolve(other), Resolve(path), StringComparison.OrdinalIgnoreCase);

    /// <summary>Begins with the rows of a file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="source">The file they come from.</param>
    /// <exception cref="ContactsException">
    /// RejectsMismatch: it is the source itself, it is there and no rejects file, or it holds rows of a file with other
    /// columns. RejectsUnwritable.
    /// </exception>
    public void Begin(ContactRows rows, string source)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (IsAt(source))
        {
            _isSource = true;
            throw new ContactsException(ErrorIds.RejectsMismatch, "It is the rejects file itself. Give another -RejectedPath.");
        }

        if (Count == 0)
        {
            _delimiter = rows.Delimiter;
            _rows = rows;
        }
        else if (!SourceColumns(rows.Columns).SequenceEqual(_columns, StringComparer.OrdinalIgnoreCase))
        {
            throw new ContactsException(
                ErrorIds.RejectsMismatch,
                "Its columns differ from those of the file before it, and one rejects file can't hold both. Import it by itself, with a -RejectedPath of its own.");
        }

        _writer ??= Open();
    }

    /// <summary>Adds a row. It is in the operating system's hands then.</summary>
    /// <exception cref="ContactsException">RejectsUnwritable.</exception>
    public void Add(SourceRow row, string errorId, string reason)
    {
        ArgumentNullException.ThrowIfNull(row);
        string header = string.Empty;
        if (Count++ == 0)
        {
            // Only now: rows of JSON Lines may have brought columns the first one didn't have.
            _columns = SourceColumns(_rows!.Columns);
            header = ToLine([.. _columns, .. AddedColumns()]);
        }

        Dictionary<string, string> fields = row.Columns.Zip(row.Fields)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        IEnumerable<string> late = row.Columns.Except([.. _columns, .. s_added], StringComparer.OrdinalIgnoreCase)
            .Select(column => $" {column}: {fields[column]}");
        Write(header + ToLine(
        [
            .. _columns.Select(column => fields.GetValueOrDefault(column) ?? string.Empty),
            row.LineNumber.ToString(CultureInfo.InvariantCulture), errorId, reason + string.Concat(late),
        ]));
    }

    /// <summary>
    /// Puts the file in its place. Where there are no rows, one of an earlier run is deleted, so that a rejects file
    /// always means rejects.
    /// </summary>
    public void Dispose()
    {
        if (_writer is null)
        {
            return;
        }

        _writer.Dispose();
        if (Count == 0)
        {
            File.Delete(_partial);
            if (_isOurs && !_isSource)
            {
                File.Delete(path);
            }
        }
        else if (!_isSource)
        {
            File.Move(_partial, path, overwrite: true);
        }
    }

    /// <summary>What a path leads to, links followed.</summary>
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        return File.Exists(full) && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? target.FullName : full;
    }

    /// <summary>The columns of a file, without the three of a rejects file that is imported again.</summary>
    private static List<string> SourceColumns(IReadOnlyList<string> columns) =>
        columns.TakeLast(s_added.Length).SequenceEqual(s_added, StringComparer.Ordinal)
            ? [.. columns.SkipLast(s_added.Length)] : [.. columns];

    /// <summary>The names of the three, other ones where the source has one of them.</summary>
    private IEnumerable<string> AddedColumns() => s_added.Select(name =>
        _columns.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"Rejected{name}" : name);

    private StreamWriter Open()
    {
        try
        {
            bool isThere = File.Exists(path);
            _isOurs = !isThere || IsRejectsFile();
            if (isThere && !_isOurs && new FileInfo(path).Length > 0)
            {
                throw new ContactsException(
                    ErrorIds.RejectsMismatch, $"'{path}' is there, and is no rejects file. Delete it, or give another -RejectedPath.");
            }

            return new StreamWriter(_partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    /// <summary>Whether the file that is there has the header of a rejects file: nothing else is overwritten.</summary>
    private bool IsRejectsFile()
    {
        try
        {
            using ContactRows before = ContactFileReader.Open(path, new ContactFileOptions(_delimiter));
            return before.Columns.TakeLast(s_added.Length).Select(name => name.Replace("Rejected", string.Empty, StringComparison.Ordinal))
                .SequenceEqual(s_added, StringComparer.Ordinal);
        }
        catch (ContactsException)
        {
            // It has no header, so it is none.
            return false;
        }
    }

    private void Write(string text)
    {
        try
        {
            _writer!.Write(text);
            _writer.Flush();
        }
        catch (IOException error)
        {
            throw Unwritable(error);
        }
    }

    private static ContactsException Unwritable(Exception error) =>
        new(ErrorIds.RejectsUnwritable, $"The rejects file can't be written: {error.Message}", error);

    private string ToLine(IEnumerable<string> fields) => string.Join(_delimiter, fields.Select(Quote)) + "\r\n";

    /// <summary>RFC 4180, section 2: a field with a delimiter, a quote or a line break in it is quoted.</summary>
    private string Quote(string field) =>
        field.Contains(_delimiter) || field.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
