namespace ContactsPS.Client;

/// <summary>
/// Contacts that were made from rows of a file: the rows as they stand in it, one behind the other in one buffer. They
/// are taken apart again only where someone asks for one.
/// </summary>
internal sealed class RowSources : BatchSources
{
    private readonly List<(ContactRows File, long LineNumber, int Start, int Length)> _rows = [];
    private char[] _text = [];
    private int _length;

    /// <summary>A <see cref="SourceRow"/>.</summary>
    public override object this[int index]
    {
        get
        {
            (ContactRows file, long lineNumber, int start, int length) = _rows[index];
            return new SourceRow(file.Columns, file.ParseRow(new string(_text, start, length)), lineNumber);
        }
    }

    public override long GetLineNumber(int index) => _rows[index].LineNumber;

    /// <summary>Adds the current row of a file.</summary>
    public void Add(ContactRows file)
    {
        ReadOnlySpan<char> row = file.RawRow;
        if (_length + row.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + row.Length, 2 * _text.Length));
        }

        row.CopyTo(_text.AsSpan(_length));
        _rows.Add((file, file.LineNumber, _length, row.Length));
        _length += row.Length;
    }

    public override void Clear()
    {
        _rows.Clear();
        _length = 0;
    }
}
