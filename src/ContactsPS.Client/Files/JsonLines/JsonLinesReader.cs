using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// Reads JSON Lines: an object a line, UTF-8. Its properties are the columns; one that comes up first in a later line
/// joins at the end. A value that is not text is its JSON, null and a missing one are empty.
/// </summary>
public sealed class JsonLinesReader : ContactRows
{
    private readonly Stream _stream;
    private readonly LineReader _lines;
    private readonly List<string> _columns = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private string _line = string.Empty;
    private string?[] _fields = [];
    private string? _problem;
    private bool _isPeeked;

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    /// <exception cref="ContactsException">FileMalformed: its first line holds no object.</exception>
    public JsonLinesReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _lines = new LineReader(
            new StreamReader(stream, FileEncoding.Utf8OrWindows1252, detectEncodingFromByteOrderMarks: true, bufferSize: 128 * 1024));
        if (!Read())
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The file is empty: it has no line.");
        }

        if (_problem is not null)
        {
            throw new ContactsException(ErrorIds.FileMalformed, $"The first line can't be read: {_problem}.");
        }

        // The first row tells the columns, and is still to be read.
        _isPeeked = true;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override long LineNumber => _lines.LineNumber;

    /// <inheritdoc/>
    public override double? Progress => _stream.CanSeek && _stream.Length > 0 ? (double)_stream.Position / _stream.Length : null;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_isPeeked)
        {
            _isPeeked = false;
            return true;
        }

        while (_lines.Read() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                _line = line;
                _fields = Parse(line, out _problem);
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override SourceRow GetSource()
    {
        int[] own = [.. Enumerable.Range(0, _fields.Length).Where(place => _fields[place] is not null)];
        return _problem is null
            ? new SourceRow([.. own.Select(place => _columns[place])], [.. own.Select(place => _fields[place]!)], LineNumber)
            : new SourceRow(["Line"], [_line], LineNumber);
    }

    /// <inheritdoc/>
    public override string? FindProblem(ColumnMap? used = null) => _problem;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
        }
    }

    private string?[] Parse(string line, out string? problem)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problem = "it holds no JSON object";
                return [];
            }

            problem = null;
            return ReadProperties(document.RootElement);
        }
        catch (InvalidOperationException error)
        {
            problem = $"a text in it is no text ({error.Message})";
            return [];
        }
        catch (JsonException error)
        {
            problem = $"it is no JSON ({error.Message.Split(" LineNumber")[0]})";
            return [];
        }
    }

    private string?[] ReadProperties(JsonElement row)
    {
        var fields = new string?[_columns.Count];
        foreach ((int inRow, JsonProperty property) in row.EnumerateObject().Index())
        {
            string name = string.IsNullOrWhiteSpace(property.Name) ? Header.NameOf(inRow) : property.Name;
            if (!_places.TryGetValue(name, out int place))
            {
                place = _columns.Count;
                _places.Add(name, place);
                _columns.Add(name);
            }

            if (place >= fields.Length)
            {
                Array.Resize(ref fields, _columns.Count);
            }

            fields[place] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Null => null,
                _ => property.Value.GetRawText(),
            };
        }

        return fields;
    }
}
