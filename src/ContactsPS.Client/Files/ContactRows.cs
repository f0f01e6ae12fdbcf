namespace ContactsPS.Client;

/// <summary>
/// The rows of a contact file, one after the other, each with the same columns. A field is text, as it stands in the
/// file. For one thread.
/// </summary>
public abstract class ContactRows : IDisposable
{
    /// <summary>The names of the columns, in their order. Columns may join at the end while rows are read, and none goes.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The line the current row begins on; the first line of the file is 1. It grows from row to row.</summary>
    public abstract long LineNumber { get; }

    /// <summary>
    /// Whether each row has columns of its own: then <see cref="GetSource"/> has those of the row, and
    /// <see cref="Columns"/> all that came up so far.
    /// </summary>
    public virtual bool HasOwnColumns => false;

    /// <summary>How much of the file was read, from 0 to 1; null where its length isn't known (a pipe).</summary>
    public abstract double? Progress { get; }

    /// <summary>What stands between two fields in a file of the same kind that people may want beside it.</summary>
    public virtual char Delimiter => ',';

    /// <summary>
    /// The current row in a form that <see cref="ParseRow"/> takes apart. Valid until the next <see cref="Read"/>.
    /// </summary>
    public abstract ReadOnlySpan<char> RawRow { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    /// <exception cref="IOException">The file can't be read on.</exception>
    public abstract bool Read();

    /// <summary>A field of the current row; empty where the row ends before it. Valid until the next <see cref="Read"/>.</summary>
    public abstract ReadOnlySpan<char> GetField(int column);

    /// <summary>The current row, as it came in.</summary>
    public virtual SourceRow GetSource() => new(Columns, GetFields(), LineNumber);

    /// <summary>All the fields of the current row, one for each column.</summary>
    public string[] GetFields() => ParseRow(RawRow.ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What is wrong with the shape of the current row, as a sentence; null where nothing is.</summary>
    internal abstract string? FindProblem();

    /// <summary>Takes a row apart that was kept in the form of <see cref="RawRow"/>: its fields, one for each column.</summary>
    internal abstract string[] ParseRow(string rawRow);

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
