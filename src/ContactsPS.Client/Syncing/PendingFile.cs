using System.Buffers.Binary;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The contacts that a run is about to send or remove. The file is on the disk before the first request. So when the run
/// is killed, the next run knows which contacts may be on the list, or may have left it. It is also the lock of the
/// state file: only one run at a time can open it. It has a line with its version, a line of JSON with its
/// <see cref="SyncSubject"/>, and little-endian binary records. On Unix, only its owner can read it.
/// </summary>
internal sealed class PendingFile : IDisposable
{
    /// <summary>The end of the name of the file, after the path of the state file.</summary>
    public const string Extension = ".pending";

    private const string Signature = "ContactsPS list state pending 1";
    private const int HeadLength = 1 + (2 * sizeof(ulong)) + sizeof(int);

    private readonly string _statePath;
    private readonly FileStream _file;

    /// <summary>The end of the records of an earlier run, where the records of this run begin.</summary>
    private long _start;

    /// <summary>Whether there are records of an earlier run, or the file can't be read. Then it is kept.</summary>
    private bool _isKept = true;

    private PendingFile(string statePath, FileStream file)
    {
        _statePath = statePath;
        _file = file;
    }

    /// <summary>Opens or creates the file of a state file, which locks the state file.</summary>
    /// <param name="statePath">The path of the state file.</param>
    /// <exception cref="ContactsException">StateInUse or StateUnwritable.</exception>
    public static PendingFile Open(string statePath) => new(statePath, OpenAlone(statePath, FileMode.OpenOrCreate));

    /// <summary>Reads the records of earlier runs, and changes nothing.</summary>
    /// <param name="statePath">The path of the state file.</param>
    /// <param name="subject">The subject that the file must belong to.</param>
    /// <param name="handle">Receives the records.</param>
    /// <exception cref="ContactsException">StateInUse, StateMismatch, StateCorrupt or StateUnwritable.</exception>
    public static void Read(string statePath, SyncSubject subject, Action<PendingRecord> handle)
    {
        if (File.Exists(statePath + Extension))
        {
            using var pending = new PendingFile(statePath, OpenAlone(statePath, FileMode.Open));
            pending.ReadAll(subject, handle);
        }
    }

    /// <summary>Reads the records of earlier runs that were killed, and prepares to append records.</summary>
    /// <param name="subject">The subject that the file must belong to.</param>
    /// <param name="handle">Receives the records.</param>
    /// <exception cref="ContactsException">StateMismatch, StateCorrupt or StateUnwritable.</exception>
    public void Recover(SyncSubject subject, Action<PendingRecord> handle)
    {
        _start = ReadAll(subject, handle);
        try
        {
            _file.SetLength(_start);
            _file.Position = _start;
            if (_start == 0)
            {
                _file.Write(Encoding.UTF8.GetBytes($"{Signature}\n{subject.ToJson()}\n"));
                _start = _file.Position;
            }
        }
        catch (IOException error)
        {
            throw SyncErrors.Unwritable(_statePath, error);
        }
    }

    /// <summary>Appends a record.</summary>
    public void Append(PendingRecord record)
    {
        Span<byte> head = stackalloc byte[sizeof(int) + HeadLength];
        BinaryPrimitives.WriteInt32LittleEndian(head, HeadLength + record.Contact.Length + record.Source.Length);
        Span<byte> body = head[sizeof(int)..];
        body[0] = record.IsRemoval ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt64LittleEndian(body[1..], record.Before);
        BinaryPrimitives.WriteUInt64LittleEndian(body[(1 + sizeof(ulong))..], record.After);
        BinaryPrimitives.WriteInt32LittleEndian(body[(1 + (2 * sizeof(ulong)))..], record.Contact.Length);
        _file.Write(head);
        _file.Write(record.Contact.Span);
        _file.Write(record.Source.Span);
    }

    /// <summary>Puts all records on the disk, and goes to the first record of this run to read it.</summary>
    public void EndAppending()
    {
        _file.Flush(flushToDisk: true);
        _file.Position = _start;
    }

    /// <summary>Reads the next record. Null at the end, which is also before a record that was only partly written.</summary>
    public PendingRecord? ReadNext()
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (_file.ReadAtLeast(length, sizeof(int), throwOnEndOfStream: false) < sizeof(int))
        {
            return null;
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count < HeadLength || count > _file.Length - _file.Position)
        {
            return null;
        }

        byte[] body = new byte[count];
        _file.ReadExactly(body);
        int contact = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(1 + (2 * sizeof(ulong))));
        return body[0] > 1 || contact < 0 || contact > count - HeadLength
            ? null
            : new PendingRecord(
                body[0] == 1,
                BinaryPrimitives.ReadUInt64LittleEndian(body.AsSpan(1)),
                BinaryPrimitives.ReadUInt64LittleEndian(body.AsSpan(1 + sizeof(ulong))),
                body.AsMemory(HeadLength, contact),
                body.AsMemory(HeadLength + contact));
    }

    /// <summary>
    /// Removes the records of this run, because nothing was sent, and closes the file. Records of earlier runs stay.
    /// </summary>
    public void Discard()
    {
        try
        {
            if (!_isKept || _file.Length == 0)
            {
                Delete();
            }
            else if (_start > 0)
            {
                _file.SetLength(_start);
            }
        }
        catch (IOException)
        {
            // The records only make the next run send more than it has to.
        }

        try
        {
            Dispose();
        }
        catch (IOException)
        {
            // The disk is full, and the rest of the records, which are not needed, couldn't be written.
        }
    }

    /// <summary>Deletes the file, because the state file has the outcome of all records.</summary>
    public void Delete() => File.Delete(_file.Name);

    /// <summary>Closes the file, which ends the lock.</summary>
    public void Dispose() => _file.Dispose();

    private static FileStream OpenAlone(string statePath, FileMode mode)
    {
        string path = statePath + Extension;
        try
        {
            while (true)
            {
                // On Windows, the file can be deleted while it is open only when this is shared.
                FileShare share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
                FileStream file = PrivateFile.Open(path, mode, share, PrivateFile.LargeBuffer);
                if (File.Exists(path))
                {
                    return file;
                }

                // Another run deleted the file after it was opened here, so it is not the lock any more.
                file.Dispose();
            }
        }
        catch (IOException error) when (PrivateFile.IsHeld(error))
        {
            throw SyncErrors.InUse(statePath, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SyncErrors.Unwritable(statePath, error);
        }
    }

    /// <summary>Reads the records of earlier runs.</summary>
    /// <returns>The end of the last complete record. 0 for a file without a complete start.</returns>
    private long ReadAll(SyncSubject subject, Action<PendingRecord> handle)
    {
        string? signature = ReadLine();
        if (ReadLine() is not { } found)
        {
            // The start was not completely written, and nothing is sent before that.
            _isKept = false;
            return 0;
        }

        if (signature != Signature)
        {
            throw SyncErrors.Corrupt(_statePath, $"its pending file '{_file.Name}' is not of this version of ContactsPS");
        }

        subject.Check(_statePath, SyncSubject.Parse(found));
        _isKept = false;
        long end = _file.Position;
        while (ReadNext() is { IsReadable: true } record)
        {
            handle(record);
            _isKept = true;
            end = _file.Position;
        }

        return end;
    }

    /// <summary>Reads a line. Null when its end is missing.</summary>
    private string? ReadLine()
    {
        List<byte> line = [];
        int next;
        while ((next = _file.ReadByte()) is >= 0 and not '\n')
        {
            line.Add((byte)next);
        }

        return next < 0 ? null : Encoding.UTF8.GetString([.. line]);
    }
}
