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
        Open<ContactRows>(
            path,
            stream => Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".XLSX" or ".XLSM" or ".XLS" => new WorksheetReader(stream, options?.WorksheetName, options?.Header),
                ".JSONL" or ".NDJSON" => OpenJsonLines(stream, options),
                _ => new DelimitedFileReader(stream, options),
            },
            cancellationToken);

    internal static T Open<T>(string path, Func<Stream, T> read, CancellationToken cancellationToken)
    {
        var stream = new InterruptibleStream(OpenStream(path, cancellationToken), cancellationToken);
        try
        {
            return read(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static JsonLinesReader OpenJsonLines(Stream stream, ContactFileOptions? options)
    {
        Header.Refuse(options?.Header);
        return new JsonLinesReader(stream);
    }

    /// <summary>
    /// Opens a file. A pipe opens only when another process writes to it, which may never happen, so the wait can be
    /// cancelled.
    /// </summary>
    private static FileStream OpenStream(string path, CancellationToken cancellationToken)
    {
        Task<FileStream> opening = Task.Run(
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan),
            CancellationToken.None);
        try
        {
            return opening.WaitAsync(cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            _ = opening.ContinueWith(
                late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }
}
