namespace ContactsPS.Client;

/// <summary>The contacts of a sheet can't be read. The message names this sheet and the other ones.</summary>
/// <param name="errorId">The condition.</param>
/// <param name="message">What is wrong with the sheet.</param>
/// <param name="innerException">The cause. Default: null.</param>
public sealed class WorksheetException(string errorId, string message, Exception? innerException = null)
    : ContactsException(errorId, message, innerException)
{
    /// <summary>The names of the sheets that can be read instead. Default: none.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];
}
