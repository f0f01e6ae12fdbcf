using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The rows of a file whose columns are those of its header. A field is UTF-8, which goes into a request as it is. For
/// one thread.
/// </summary>
public abstract class ColumnRows : ContactRows
{
    private IReadOnlyList<string>? _propertyNames;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> PropertyNames => _propertyNames ??= Header.MakeUnique(Columns);

    /// <summary>
    /// The current row in a form that can be kept and taken apart later: <see cref="GetSource"/>. Valid until the next
    /// <see cref="ContactRows.Read"/>.
    /// </summary>
    public abstract ReadOnlySpan<byte> RawRow { get; }

    /// <summary>Whether it is known that no byte of the current row needs an escape in a JSON string.</summary>
    public virtual bool IsPlain => false;

    /// <summary>
    /// A field of the current row, in UTF-8; empty where the row ends before it. Valid until the next
    /// <see cref="ContactRows.Read"/>.
    /// </summary>
    public abstract ReadOnlySpan<byte> GetField(int column);

    /// <summary>A field of the current row as text.</summary>
    public string GetText(int column) => Encoding.UTF8.GetString(GetField(column));

    /// <summary>All the fields of the current row, one for each column.</summary>
    public string[] GetFields() => ParseRow(RawRow);

    /// <inheritdoc/>
    public override SourceRow GetSource() => new(PropertyNames, GetFields(), LineNumber);

    /// <summary>Takes a row apart that was kept in the form of <see cref="RawRow"/>: its fields, one for each column.</summary>
    internal abstract string[] ParseRow(ReadOnlySpan<byte> rawRow);
}
