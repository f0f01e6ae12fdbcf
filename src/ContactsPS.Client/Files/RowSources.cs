using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Contacts that were made from rows of a file: the rows as they stand in it, one behind the other in one buffer. They
/// are taken apart again only where someone asks for one.
/// </summary>
internal sealed class RowSources : BatchSources
{
    private readonly List<(ColumnRows? File, SourceRow? Row, long LineNumber, int Start, int Length)> _rows = [];
    private readonly List<int> _gaps = [];
    private byte[] _text = [];
    private int _length;

    /// <summary>A <see cref="SourceRow"/>.</summary>
    public override object this[int index]
    {
        get
        {
            (ColumnRows? file, SourceRow? row, long lineNumber, int start, int length) = _rows[index];
            return row ?? new SourceRow(file!.PropertyNames, file.ParseRow(_text.AsSpan(start, length)), lineNumber);
        }
    }

    public override IReadOnlyList<int> Gaps => _gaps;

    public override void SkipOne()
    {
        if (_gaps is not [.., int last] || last != _rows.Count)
        {
            _gaps.Add(_rows.Count);
        }
    }

    public override long GetLineNumber(int index) => _rows[index].LineNumber;

    /// <summary>Adds a row that was taken apart already.</summary>
    public override void Add(object? source)
    {
        var row = (SourceRow)source!;
        _rows.Add((null, row, row.LineNumber, 0, 0));
    }

    /// <summary>Adds the current row of a file.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Add(ColumnRows file)
    {
        ReadOnlySpan<byte> row = file.RawRow;
        if (_length + row.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + row.Length, 2 * _text.Length));
        }

        row.CopyTo(_text.AsSpan(_length));
        _rows.Add((file, null, file.LineNumber, _length, row.Length));
        _length += row.Length;
    }

    public override void Clear()
    {
        _rows.Clear();
        _gaps.Clear();
        _length = 0;
    }
}
