namespace ContactsPS.Client;

/// <summary>Opens contact files. The extension decides the file format.</summary>
public static class ContactFile
{
    /// <summary>
    /// Opens a file: <c>.xlsx</c>, <c>.xlsm</c> and <c>.xls</c> as a workbook, <c>.jsonl</c> and <c>.ndjson</c> as JSON
    /// Lines, and any other extension as delimited text. Other processes can write or rename the file while it is open.
    /// </summary>
    /// <param name="path">The path of the file, or of a pipe.</param>
    /// <param name="options">
    /// How to read the file. Default: null, which means the defaults of <see cref="ContactFileOptions"/>.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancels a read that waits for a pipe or a network share, with an OperationCanceledException.
    /// </param>
    /// <exception cref="IOException">The file can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    /// <exception cref="ContactsException">FileMalformed, DelimiterInvalid or HeaderInvalid.</exception>
    public static ContactRows Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        Open(path, source => Open(source, options), cancellationToken);

    /// <summary>Reads the rows of a source that was opened before. The source is closed with the rows.</summary>
    /// <param name="source">The source. It is read from its start.</param>
    /// <param name="options">How to read it. Null means the defaults of <see cref="ContactFileOptions"/>.</param>
    /// <exception cref="IOException">The file can't be read, or was changed (<see cref="FileChangedException"/>).</exception>
    /// <exception cref="ContactsException">FileMalformed, DelimiterInvalid or HeaderInvalid.</exception>
    public static ContactRows Open(SourceFile source, ContactFileOptions? options)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Path.GetExtension(source.Path).ToUpperInvariant() switch
        {
            ".XLSX" or ".XLSM" or ".XLS" => new WorksheetReader(source.Stream, options?.WorksheetName, options?.Header)
            {
                Delimiter = FindDelimiter(options),
            },
            ".JSONL" or ".NDJSON" => OpenJsonLines(source.Stream, options),
            _ => new DelimitedFileReader(source.Stream, options),
        };
    }

    internal static T Open<T>(string path, Func<SourceFile, T> read, CancellationToken cancellationToken)
    {
        SourceFile source = SourceFile.Open(path, cancellationToken);
        try
        {
            return read(source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static JsonLinesReader OpenJsonLines(Stream stream, ContactFileOptions? options)
    {
        Header.Refuse(options?.Header);
        return new JsonLinesReader(stream) { Delimiter = FindDelimiter(options) };
    }

    private static char FindDelimiter(ContactFileOptions? options) => FieldDelimiter.Check(options?.Delimiter ?? FieldDelimiter.Default);
}
