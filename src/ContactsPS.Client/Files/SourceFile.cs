using System.Security.Cryptography;

namespace ContactsPS.Client;

/// <summary>
/// A file that is read once or twice through one handle, so that what was hashed is what is imported. When the file is
/// changed, cut or replaced in the meantime, reading it fails, because a row may be a mixture of two versions of the file.
/// A pipe or a device can't be checked, and is read as it comes.
/// </summary>
public sealed class SourceFile : IDisposable
{
    private const int HashBlockLength = 128 * 1024;

    private readonly FileStream _file;
    private readonly CancellationToken _cancellationToken;

    /// <summary>The state of the file when it was opened. Null for a pipe or a device.</summary>
    private readonly FileState? _opened;

    private SourceFile(string path, FileStream file, CancellationToken cancellationToken)
    {
        Path = path;
        _file = file;
        _cancellationToken = cancellationToken;
        _opened = file.CanSeek && file.Length > 0 ? FileState.Of(file.SafeFileHandle) : null;
        Stream = new InterruptibleStream(file, Check, cancellationToken);
    }

    /// <summary>The path that was opened.</summary>
    public string Path { get; }

    /// <summary>Whether the file can be read a second time. A pipe can't, nor a device that has no length and yet has bytes.</summary>
    public bool CanReadAgain => _file.CanSeek && (_opened is not null || RandomAccess.Read(_file.SafeFileHandle, new byte[1], fileOffset: 0) == 0);

    /// <summary>The length of the file, in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>The bytes of the file. A read that finds that the file was changed throws a <see cref="FileChangedException"/>.</summary>
    internal Stream Stream { get; }

    /// <summary>Opens a file. Other processes can write or rename it while it is open.</summary>
    /// <param name="path">The path of the file, or of a pipe.</param>
    /// <param name="cancellationToken">
    /// Cancels a wait for a pipe or a network share, now or in a read, with an OperationCanceledException.
    /// </param>
    /// <exception cref="IOException">The file can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
    public static SourceFile Open(string path, CancellationToken cancellationToken = default)
    {
        // A pipe opens only when another process writes to it, which may never happen, so the wait can be cancelled.
        Task<FileStream> opening = Task.Run(
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan),
            CancellationToken.None);
        try
        {
            return new SourceFile(path, opening.WaitAsync(cancellationToken).GetAwaiter().GetResult(), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _ = opening.ContinueWith(
                late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>Reads the whole file for its SHA-256, and goes back to its start.</summary>
    /// <returns>The hash, in lowercase hexadecimal digits.</returns>
    /// <exception cref="FileChangedException">The file was changed in the meantime.</exception>
    public string ComputeSha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[HashBlockLength];
        Stream.Position = 0;
        while (Stream.Read(block) is > 0 and int length)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, length);
        }

        Stream.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Checks at the end that the file is still the one that was opened, and that its path still leads to it. A file that
    /// was deleted in the meantime was read as a whole.
    /// </summary>
    /// <exception cref="FileChangedException">It is not.</exception>
    public void CheckUnchanged()
    {
        Check();
        if (_opened is { } opened && FileState.Of(Path) is { } now && now != opened)
        {
            throw new FileChangedException("Another file was put in its place while it was read. The rows of the other file were not read.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Stream.Dispose();

    private void Check()
    {
        if (_opened is not { } opened || FileState.Of(_file.SafeFileHandle) is var now && now == opened)
        {
            return;
        }

        string what = now.Length < opened.Length ? "was cut" : "was changed";
        throw new FileChangedException(FormattableString.Invariant(
            $"The file {what} while it was read: it had {opened.Length} bytes, and now it has {now.Length}. The rest of it was not read."));
    }
}
