namespace ContactsPS.Client;

/// <summary>Opens contact files, each by its kind, which its extension tells.</summary>
public static class ContactFile
{
    /// <summary>
    /// Opens a file: <c>.xlsx</c> and <c>.xls</c> as a workbook, <c>.jsonl</c> and <c>.ndjson</c> as JSON Lines, anything
    /// else as delimited text. Others may write or rename it meanwhile.
    /// </summary>
    /// <param name="path">The file, or a pipe.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="cancellationToken">Ends a read that waits, of a pipe or a share, with an OperationCanceledException.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    /// <exception cref="ContactsException">FileMalformed, DelimiterInvalid, HeaderInvalid.</exception>
    public static ContactRows Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        Open<ContactRows>(
            path,
            stream => Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".XLSX" or ".XLSM" or ".XLS" => new WorksheetReader(stream, options?.WorksheetName, options?.Header),
                ".JSONL" or ".NDJSON" => OpenJsonLines(stream, options),
                _ => new ContactFileReader(stream, options),
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

    /// <summary>Opens a file. A pipe opens when somebody writes to it, which may be never, so the wait can be given up.</summary>
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
