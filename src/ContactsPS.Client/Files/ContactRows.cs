namespace ContactsPS.Client;

/// <summary>
/// The rows of a contact file, one after the other. Either the file has columns (<see cref="ColumnRows"/>), or each row
/// has its own columns. This class is not thread-safe.
/// </summary>
public abstract class ContactRows : IDisposable
{
    /// <summary>
    /// The names of the columns, in order. When each row has its own columns, these are the columns of all rows so far:
    /// new columns are added at the end while rows are read, and no column is removed.
    /// </summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// The line on which the current row begins. The first line of the file is 1. The number increases with each row.
    /// Before the first row is read, it is the line of the header, if there is one.
    /// </summary>
    public abstract long LineNumber { get; }

    /// <summary>
    /// The fraction of the file that was read, from 0 to 1. Null when the length is not known, such as for a pipe.
    /// </summary>
    public abstract double? Progress { get; }

    /// <summary>
    /// The delimiter for another file that contains rows of this file, such as a rejects file. Default: a comma.
    /// </summary>
    public virtual char Delimiter => ',';

    /// <summary>Reads the next row. False at the end of the file.</summary>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    /// <exception cref="IOException">The rest of the file can't be read.</exception>
    public abstract bool Read();

    /// <summary>Gets the current row, unchanged.</summary>
    public abstract SourceRow GetSource();

    /// <summary>Describes what is wrong with the structure of the current row. Null when nothing is wrong.</summary>
    /// <param name="used">
    /// The columns of the fields. Other columns are not checked. Default: null, all columns are checked.
    /// </param>
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
