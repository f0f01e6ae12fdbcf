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
/// where it turns out to be a source, or where the run is killed.
/// </param>
public sealed class RejectsFile(string path) : IDisposable
{
    /// <summary>What stands before the name of one of the three where the source has a column of that name.</summary>
    private const string OtherName = "Rejected";

    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private readonly string _partial = path + ".partial";
    private StreamWriter? _writer;
    private bool _isSource;

    /// <summary>Whether a file was there that holds nothing: it is filled, and not replaced.</summary>
    private bool _isEmpty;
    private char _delimiter = ',';
    private ContactRows? _rows;
    private List<string> _columns = [];

    /// <summary>How many rows it holds.</summary>
    public long Count { get; private set; }

    /// <summary>Where the rows are when it is closed.</summary>
    public string Location => _isSource ? _partial : path;

    /// <summary>Whether a file is this one.</summary>
    public bool IsAt(string other) => string.Equals(Resolve(other), Resolve(path), StringComparison.OrdinalIgnoreCase);

    /// <summary>Leaves the file that is there alone, because it is imported too: the rows stay beside it.</summary>
    public void LeaveSource() => _isSource = true;

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
            LeaveSource();
            throw new ContactsException(ErrorIds.RejectsMismatch, "It is the rejects file itself. Give another -RejectedPath.");
        }

        // The columns are those of the first file, though it may have no rejects yet: the service hasn't answered for its
        // last rows when the next one begins.
        _delimiter = _rows is null ? rows.Delimiter : _delimiter;
        _rows ??= rows;
        if (!SourceColumns(rows.Columns).SequenceEqual(SourceColumns(_rows.Columns), StringComparer.OrdinalIgnoreCase))
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
    /// <exception cref="ContactsException">RejectsUnwritable: the rows stay beside it.</exception>
    public void Close()
    {
        if (_writer is null)
        {
            return;
        }

        _writer.Dispose();
        _writer = null;
        try
        {
            if (Count == 0)
            {
                File.Delete(_partial);
                if (!_isEmpty && !_isSource)
                {
                    File.Delete(path);
                }
            }
            else if (_isEmpty && !_isSource)
            {
                CopyInto();
            }
            else if (!_isSource)
            {
                File.Move(_partial, path, overwrite: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ContactsException(
                ErrorIds.RejectsUnwritable, $"The rejects are in '{_partial}', which can't take the place of '{path}': {error.Message}", error);
        }
    }

    /// <summary>Puts the file in its place, as <see cref="Close"/> does.</summary>
    public void Dispose()
    {
        try
        {
            Close();
        }
        catch (ContactsException)
        {
            // The run was stopped, and there is nobody left to tell. The rows are beside the file.
        }
    }

    /// <summary>Writes into the file that is there: it may be a device, and who made it set who may read it.</summary>
    private void CopyInto()
    {
        using (FileStream rows = File.OpenRead(_partial))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
            rows.CopyTo(file);
        }

        File.Delete(_partial);
    }

    /// <summary>What a path leads to, links in any part of it followed.</summary>
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        string here = Path.Combine(Resolve(folder), Path.GetFileName(full));
        FileSystemInfo? target = Directory.Exists(here) ? Directory.ResolveLinkTarget(here, returnFinalTarget: true)
            : File.Exists(here) ? File.ResolveLinkTarget(here, returnFinalTarget: true)
            : null;
        return target is null ? here : Resolve(target.FullName);
    }

    /// <summary>The columns of a file, without the three of a rejects file that is imported again.</summary>
    private static List<string> SourceColumns(IReadOnlyList<string> columns) =>
        HasAdded(columns) ? [.. columns.SkipLast(s_added.Length)] : [.. columns];

    /// <summary>Whether the last columns are the three of a rejects file, by whichever of their names.</summary>
    private static bool HasAdded(IReadOnlyList<string> columns) =>
        columns.TakeLast(s_added.Length).Select(name => name.StartsWith(OtherName, StringComparison.Ordinal) ? name[OtherName.Length..] : name)
            .SequenceEqual(s_added, StringComparer.Ordinal);

    /// <summary>The names of the three, other ones where the source has one of them.</summary>
    private IEnumerable<string> AddedColumns() => s_added.Select(name =>
        _columns.Contains(name, StringComparer.OrdinalIgnoreCase) ? OtherName + name : name);

    private StreamWriter Open()
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new ContactsException(ErrorIds.RejectsUnwritable, $"'{path}' is a folder. Give the path of a file.");
            }

            bool isThere = File.Exists(path);
            _isEmpty = isThere && new FileInfo(path).Length == 0;
            if (isThere && !_isEmpty && !IsRejectsFile(_delimiter) && !IsRejectsFile(delimiter: null))
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
    private bool IsRejectsFile(char? delimiter)
    {
        try
        {
            using ContactRows before = ContactFileReader.Open(path, new ContactFileOptions(delimiter));
            return HasAdded(before.Columns);
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
