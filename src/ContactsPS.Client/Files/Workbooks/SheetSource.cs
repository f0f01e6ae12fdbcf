namespace ContactsPS.Client;

/// <summary>The rows of one sheet of a workbook, one after the other.</summary>
internal abstract class SheetSource : IDisposable
{
    /// <summary>The columns that a sheet can have: A to XFD.</summary>
    public const int MaximumColumns = 16_384;

    /// <summary>The rows that a sheet can have.</summary>
    public const int MaximumRows = 1_048_576;

    /// <summary>The name of the sheet.</summary>
    public abstract string Name { get; }

    /// <summary>The current row. The first row is 1.</summary>
    public abstract long LineNumber { get; }

    /// <summary>How much was read, from 0 to 1. Null when it is not known.</summary>
    public abstract double? Progress { get; }

    /// <summary>Goes to the next row. False at the end. Rows without cells may be skipped.</summary>
    /// <param name="row">Gets the cells of the first columns.</param>
    /// <param name="width">The number of these columns.</param>
    public abstract bool Read(SheetRow row, int width);

    /// <summary>The names of the other sheets. No row can be read after this.</summary>
    public abstract IReadOnlyList<string> GetOtherNames();

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Lists names of sheets.</summary>
    public static string JoinNames(IReadOnlyList<string> names)
    {
        const int Most = 20;
        string listed = string.Join(", ", names.Take(Most).Select(ColumnName.ToVisible));
        return names.Count > Most ? $"{listed} and {names.Count - Most} more" : listed;
    }

    /// <summary>The name of a column, such as C for the third.</summary>
    /// <param name="column">Its index, from 0.</param>
    public static string NameOf(int column) =>
        (column < 26 ? string.Empty : NameOf((column / 26) - 1)) + (char)('A' + (column % 26));
}
