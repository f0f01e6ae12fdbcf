namespace ContactsPS.Client;

/// <summary>A sheet of a workbook holds no contacts that can be read. The message names the sheet and the others.</summary>
/// <param name="errorId">The condition.</param>
/// <param name="message">What is wrong with the sheet.</param>
/// <param name="innerException">The cause. Default: null.</param>
public sealed class WorksheetException(string errorId, string message, Exception? innerException = null)
    : ContactsException(errorId, message, innerException)
{
    /// <summary>The names of the sheets that can be read instead. Default: none.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];
}
