using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The rows of a file whose header gives the columns. A field is UTF-8, and can be copied to a request unchanged. This
/// class is not thread-safe.
/// </summary>
public abstract class ColumnRows : ContactRows
{
    /// <summary>
    /// The current row in a form that can be kept and parsed later: see <see cref="GetSource"/>. It is valid until the
    /// next <see cref="ContactRows.Read"/>.
    /// </summary>
    public abstract ReadOnlySpan<byte> RawRow { get; }

    /// <summary>
    /// Whether no byte of the current row needs an escape in a JSON string. False when this is not known.
    /// </summary>
    public virtual bool IsPlain => false;

    /// <summary>
    /// Gets a field of the current row, in UTF-8. Empty when the row ends before this field. It is valid until the next
    /// <see cref="ContactRows.Read"/>.
    /// </summary>
    public abstract ReadOnlySpan<byte> GetField(int column);

    /// <summary>Gets a field of the current row as text.</summary>
    public string GetText(int column) => Encoding.UTF8.GetString(GetField(column));

    /// <summary>Gets all fields of the current row, one for each column.</summary>
    public string[] GetFields() => ParseRow(RawRow);

    /// <inheritdoc/>
    public override SourceRow GetSource() => new(Columns, GetFields(), LineNumber);

    /// <summary>
    /// Parses a row that was kept in the form of <see cref="RawRow"/>. Returns its fields, one for each column.
    /// </summary>
    internal abstract string[] ParseRow(ReadOnlySpan<byte> rawRow);
}
