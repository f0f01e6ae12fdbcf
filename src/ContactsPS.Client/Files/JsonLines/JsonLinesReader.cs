using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reads JSON Lines: one object a line, UTF-8. Its properties are the columns of the row; null counts as missing. The
/// field of a string is its text, and that of another value is its JSON. A string without an escape goes from the file
/// into the request as it is.
/// </summary>
public sealed class JsonLinesReader : ContactRows
{
    /// <summary>How many shapes are remembered. A file with more has properties that come and go at random.</summary>
    private const int MaximumShapes = 256;

    /// <summary>How many names the shapes that are remembered may have together.</summary>
    private const int MaximumNames = 64 * 1024;

    /// <summary>How many different names a file may have. One with more has data in its names.</summary>
    private const int MaximumColumns = 64 * 1024;

    private readonly Utf8Window _window;
    private readonly JsonRow _row = new();
    private readonly Dictionary<int, JsonShape> _shapes = [];
    private readonly List<string> _columns = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private JsonShape _shape;

    /// <summary>How many names the shapes have together.</summary>
    private int _names;
    private string? _problem;

    /// <summary>The lengths of the current line and of its end, in bytes.</summary>
    private int _length;
    private int _endLength;
    private long _line;
    private bool _isFirstPending;

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    /// <exception cref="ContactsException">FileMalformed: its first line has no object.</exception>
    public JsonLinesReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _window = new Utf8Window(stream, new Utf8Source(stream, encoding: null), FileKinds.SignatureLength);
        FileKinds.CheckIsJsonLines(_window.FindKind());
        _shape = new JsonShape(_row, default);
        if (!Read())
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The file is empty: it has no line.");
        }

        if (_problem is not null)
        {
            throw new ContactsException(ErrorIds.FileMalformed, $"The first line can't be read: {_problem}. JSON Lines has a whole object on each line; give delimited text the extension .csv.");
        }

        // The first row tells the columns, and is still to be read.
        _isFirstPending = true;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> RowColumns => _shape.Columns;

    /// <inheritdoc/>
    public override bool HasHeader => false;

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <inheritdoc/>
    public override double? Progress => _window.Progress;

    /// <summary>The current line, without its end.</summary>
    public override ReadOnlySpan<byte> RawRow => _window.Unread[.._length];

    /// <inheritdoc/>
    public override bool IsPlain => _row.IsPlain;

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override bool Read()
    {
        if (_isFirstPending)
        {
            _isFirstPending = false;
            return true;
        }

        while (ReadLine())
        {
            ReadOnlySpan<byte> line = RawRow;
            if (IsBlank(line))
            {
                continue;
            }

            _problem = _row.Parse(line);
            if (_problem is null && !_shape.Fits(_row, line))
            {
                _shape = FindShape(line);
            }

            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override ReadOnlySpan<byte> GetField(int column) =>
        _problem is null ? _row.GetValue(RawRow, _shape.IndexOf(column)) : default;

    /// <inheritdoc/>
    public override string? FindProblem(ColumnMap? used = null) => _problem;

    /// <inheritdoc/>
    internal override SourceRow ParseRow(ReadOnlySpan<byte> rawRow, long lineNumber)
    {
        var row = new JsonRow();
        if (row.Parse(rawRow) is not null)
        {
            return new SourceRow(["Line"], [Encoding.UTF8.GetString(rawRow)], lineNumber);
        }

        var shape = new JsonShape(row, rawRow);
        var fields = new string[shape.Columns.Count];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(row.GetValue(rawRow, shape.IndexOf(i)));
        }

        return new SourceRow(shape.Columns, fields, lineNumber);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window.Dispose();
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IsEmpty || (line[0] <= ' ' && line.Trim(" \t"u8).IsEmpty);

    /// <summary>The shape of the current row; its names become columns when it is new.</summary>
    private JsonShape FindShape(ReadOnlySpan<byte> line)
    {
        int hash = JsonShape.Hash(_row, line);
        if (_shapes.TryGetValue(hash, out JsonShape? known) && known.Fits(_row, line))
        {
            return known;
        }

        if (_shapes.Count == MaximumShapes || _names + _row.Count > MaximumNames)
        {
            _shapes.Clear();
            _names = 0;
        }

        var shape = new JsonShape(_row, line);
        _names += _row.Count;
        _shapes[hash] = shape;
        foreach (string column in shape.AllColumns)
        {
            if (_known.Add(column))
            {
                _columns.Add(column);
            }
        }

        if (_columns.Count > MaximumColumns)
        {
            throw new ContactsException(
                ErrorIds.FileMalformed,
                $"The objects up to line {_line} have more than {MaximumColumns} different properties. Contacts have the same properties in each line.");
        }

        return shape;
    }

    /// <summary>Goes to the next line. False at the end.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool ReadLine()
    {
        _window.Pass(_length + _endLength);
        _length = 0;
        _endLength = 0;
        int searched = 0;
        while (true)
        {
            ReadOnlySpan<byte> unread = _window.Unread;
            int end = unread[searched..].IndexOfAny((byte)'\n', (byte)'\r');
            bool isReturn = end >= 0 && unread[searched + end] == '\r';

            // A line feed that belongs to a carriage return may still have to be read.
            if (end >= 0 && (!isReturn || searched + end + 1 < unread.Length || _window.IsAtEnd))
            {
                _length = searched + end;
                _endLength = isReturn && unread[(_length + 1)..].StartsWith((byte)'\n') ? 2 : 1;
                _line++;
                return true;
            }

            if (_window.IsAtEnd)
            {
                _length = unread.Length;
                _line += unread.IsEmpty ? 0 : 1;
                return !unread.IsEmpty;
            }

            searched = end >= 0 ? searched + end : unread.Length;
            if (searched >= Utf8Window.MaximumRowLength)
            {
                throw new ContactsException(
                    ErrorIds.FileMalformed,
                    $"Line {_line + 1} doesn't end within {Utf8Window.MaximumRowLength} bytes. Has it an object a line?");
            }

            _window.Fill();
        }
    }
}
