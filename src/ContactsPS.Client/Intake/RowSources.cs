using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// The sources of contacts that were made from rows of a file. The rows are kept as they are in the file, one after the
/// other in one buffer. A row is parsed again only when it is read from here.
/// </summary>
internal sealed class RowSources : BatchSources
{
    private readonly List<(ContactRows? File, SourceRow? Row, long LineNumber, int Start, int Length)> _rows = [];
    private readonly List<int> _gaps = [];
    private byte[] _text = [];
    private int _length;

    /// <summary>A <see cref="SourceRow"/>.</summary>
    public override object this[int index]
    {
        get
        {
            (ContactRows? file, SourceRow? row, long lineNumber, int start, int length) = _rows[index];
            return row ?? file!.ParseRow(_text.AsSpan(start, length), lineNumber);
        }
    }

    public override IReadOnlyList<int> Gaps => _gaps;

    public override void MarkGap()
    {
        if (_gaps is not [.., int last] || last != _rows.Count)
        {
            _gaps.Add(_rows.Count);
        }
    }

    public override long GetLineNumber(int index) => _rows[index].LineNumber;

    /// <summary>Adds a row that is already parsed.</summary>
    public override void Add(object? source)
    {
        var row = (SourceRow)source!;
        _rows.Add((null, row, row.LineNumber, 0, 0));
    }

    /// <summary>Adds the current row of a file.</summary>
    [MethodImpl(HotPath.Compiled)]
    public override void AddRow(ContactRows file)
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
