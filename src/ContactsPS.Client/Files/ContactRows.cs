using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The rows of a contact file, one after the other. A field is UTF-8, which goes into a request as it is. The columns are
/// those of the header, or, in JSON Lines, each row has its own. For one thread.
/// </summary>
public abstract class ContactRows : IDisposable
{
    private IReadOnlyList<string>? _propertyNames;

    /// <summary>
    /// The names of all columns that have come up so far, in their order. Columns may join at the end while rows are read,
    /// and none goes.
    /// </summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// The names of the columns as a row has them, all different: the second of two columns named Notes is <c>Notes (2)</c>.
    /// </summary>
    public IReadOnlyList<string> PropertyNames => HasHeader ? _propertyNames ??= Header.MakeUnique(Columns) : Columns;

    /// <summary>The names of the columns of the current row: the same list for all rows that have the same columns.</summary>
    public virtual IReadOnlyList<string> RowColumns => Columns;

    /// <summary>Whether all rows have the columns of the header.</summary>
    public virtual bool HasHeader => true;

    /// <summary>
    /// The line that the current row begins on; the first line of the file is 1. It grows from row to row. Before the first
    /// row is read it is the line of the header, if there is one.
    /// </summary>
    public abstract long LineNumber { get; }

    /// <summary>How much of the file was read, from 0 to 1; null when its length isn't known (a pipe).</summary>
    public abstract double? Progress { get; }

    /// <summary>
    /// The delimiter of delimited text that is written beside this file, such as a rejects file: that of the file itself. For a
    /// workbook and for JSON Lines, that of the options. Default: a comma.
    /// </summary>
    public char Delimiter { get; internal init; } = FieldDelimiter.Default;

    /// <summary>
    /// The current row in a form that can be kept and read again later: <see cref="ParseRow"/>. Valid until the next
    /// <see cref="Read"/>.
    /// </summary>
    public abstract ReadOnlySpan<byte> RawRow { get; }

    /// <summary>Whether it is known that no byte of the current row needs an escape in a JSON string.</summary>
    public virtual bool IsPlain => false;

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    /// <exception cref="IOException">The rest of the file can't be read.</exception>
    public abstract bool Read();

    /// <summary>
    /// A field of the current row, in UTF-8; empty when the row ends before it. Valid until the next <see cref="Read"/>.
    /// </summary>
    /// <param name="column">Its index in <see cref="RowColumns"/>.</param>
    public abstract ReadOnlySpan<byte> GetField(int column);

    /// <summary>A field of the current row as text.</summary>
    /// <param name="column">Its index in <see cref="RowColumns"/>.</param>
    public string GetText(int column) => Encoding.UTF8.GetString(GetField(column));

    /// <summary>The current row, as it came in.</summary>
    public SourceRow GetSource() => ParseRow(RawRow, LineNumber);

    /// <summary>What is wrong with the shape of the current row, as a sentence; null when nothing is.</summary>
    /// <param name="used">The columns that fields are taken from; cells of other columns are not checked. Default: null, all are checked.</param>
    public abstract string? FindProblem(ColumnMap? used = null);

    /// <summary>
    /// Adds to a problem with the columns what this file tells about it: a row below that looks like the header, and in a
    /// workbook the sheets. The file can't be read after this.
    /// </summary>
    public virtual ContactsException Explain(ContactsException problem) => HeaderSearch.Explain(this, problem);

    /// <summary>
    /// Checks that the row that was taken for the header is the header. A title above it can have a name that looks like a
    /// column's, and a header can have two rows.
    /// </summary>
    /// <param name="columns">The columns of the fields.</param>
    /// <exception cref="ContactsException">FileMalformed: another row looks like the header, or like a part of it.</exception>
    public void CheckHeader(ColumnMap columns) => HeaderSearch.Check(this, columns);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether the names of the columns are those of a row of the file.</summary>
    internal virtual bool IsHeaderRead => false;

    /// <summary>The row that <see cref="Read"/> gives next. Null at the end.</summary>
    internal virtual PeekedRow? PeekNext() => null;

    /// <summary>
    /// The rows below the header, each read as if it were the header. There are at most <see cref="HeaderSearch.MaximumRows"/>.
    /// </summary>
    internal virtual IReadOnlyList<PeekedRow> PeekHeaders() => [];

    /// <summary>Reads a row that was kept in the form of <see cref="RawRow"/>.</summary>
    /// <param name="rawRow">The row.</param>
    /// <param name="lineNumber">The line that it begins on.</param>
    internal abstract SourceRow ParseRow(ReadOnlySpan<byte> rawRow, long lineNumber);

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
