namespace ContactsPS.Client;

/// <summary>
/// The rows of a contact file, one after the other. Their columns are those of the file (<see cref="ColumnRows"/>), or
/// each row has its own. For one thread.
/// </summary>
public abstract class ContactRows : IDisposable
{
    /// <summary>
    /// The names of the columns, in their order, as they stand in the file: two may have one name. Where each row has its
    /// own, all that came up so far. Columns may join at the end while rows are read, and none goes.
    /// </summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// The names of the columns as a row has them, all different: the second of two named Notes is <c>Notes (2)</c>.
    /// </summary>
    public virtual IReadOnlyList<string> PropertyNames => Columns;

    /// <summary>
    /// The line the current row begins on; the first line of the file is 1. It grows from row to row. Before the first row
    /// is read it is that of the header, where there is one.
    /// </summary>
    public abstract long LineNumber { get; }

    /// <summary>How much of the file was read, from 0 to 1; null where its length isn't known (a pipe).</summary>
    public abstract double? Progress { get; }

    /// <summary>What stands between two fields in a file of the same kind that people may want beside it.</summary>
    public virtual char Delimiter => ',';

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    /// <exception cref="IOException">The file can't be read on.</exception>
    public abstract bool Read();

    /// <summary>The current row, as it came in.</summary>
    public abstract SourceRow GetSource();

    /// <summary>What is wrong with the shape of the current row, as a sentence; null where nothing is.</summary>
    /// <param name="used">What the columns are taken for: a cell of any other may hold what it will; null: each counts.</param>
    public abstract string? FindProblem(ColumnMap? used = null);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
