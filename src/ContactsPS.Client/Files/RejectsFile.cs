using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Keeps the rows that were not accepted in a delimited file: the columns of the source as they were, and behind them
/// the line, the error id and the reason. Mended, it can be imported as it is: no one takes these three for a field of a
/// contact. UTF-8 with a byte order mark, so that Excel reads its accents, and the delimiter of the source.
/// </summary>
/// <param name="path">The file. It is made, or emptied where it is there, when the first rows are to come.</param>
public sealed class RejectsFile(string path) : IDisposable
{
    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private StreamWriter? _writer;
    private bool _isOurs;
    private char _delimiter = ',';
    private List<string> _columns = [];

    /// <summary>How many rows it holds.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a file is this one.</summary>
    public bool IsAt(string other) => Path.GetFullPath(other) == Path.GetFullPath(path);

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
            throw new ContactsException(ErrorIds.RejectsMismatch, "It is the rejects file itself. Give another -RejectedPath.");
        }

        _writer ??= Open();
        List<string> columns = [.. rows.Columns.Except(s_added, StringComparer.OrdinalIgnoreCase)];
        if (Count == 0)
        {
            _columns = columns;
            _delimiter = rows.Delimiter;
        }
        else if (!columns.SequenceEqual(_columns, StringComparer.OrdinalIgnoreCase))
        {
            throw new ContactsException(
                ErrorIds.RejectsMismatch,
                $"Its columns differ from those of the file before it, and one rejects file can't hold both. Import it by itself, with a -RejectedPath of its own.");
        }
    }

    /// <summary>Adds a row. It is in the operating system's hands then.</summary>
    /// <exception cref="ContactsException">RejectsUnwritable.</exception>
    public void Add(SourceRow row, string errorId, string reason)
    {
        ArgumentNullException.ThrowIfNull(row);
        string header = Count++ == 0 ? ToLine([.. _columns, .. s_added]) : string.Empty;

        Dictionary<string, string> fields = row.Columns.Zip(row.Fields)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        Write(header + ToLine(
        [
            .. _columns.Select(column => fields.GetValueOrDefault(column) ?? string.Empty),
            row.LineNumber.ToString(CultureInfo.InvariantCulture), errorId, reason,
        ]));
    }

    /// <summary>Closes the file. One without rows is deleted, so that a rejects file always means rejects.</summary>
    public void Dispose()
    {
        if (_writer is null)
        {
            return;
        }

        _writer.Dispose();
        if (Count == 0 && _isOurs)
        {
            File.Delete(path);
        }
    }

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

            return new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(error);
        }
    }

    /// <summary>Whether the file that is there has the header of a rejects file: nothing else is overwritten.</summary>
    private bool IsRejectsFile()
    {
        using var reader = new StreamReader(path);
        string header = reader.ReadLine() ?? string.Empty;
        return Array.Exists([',', ';', '\t', '|'], delimiter => header.EndsWith(string.Join(delimiter, s_added), StringComparison.Ordinal));
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
