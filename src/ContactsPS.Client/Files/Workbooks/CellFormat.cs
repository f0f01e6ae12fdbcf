namespace ContactsPS.Client;

/// <summary>What the number in a cell of a workbook is, by the cell's number format.</summary>
internal enum CellFormat : byte
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A date, a time of day, or both: days since the beginning of 1900, or of 1904.</summary>
    Date,

    /// <summary>A duration, in days.</summary>
    Duration,
}
