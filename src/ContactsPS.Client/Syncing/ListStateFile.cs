using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reads and writes the state file of a list. It has a line with its version, a line of JSON with its
/// <see cref="SyncSubject"/>, and then little-endian binary data: the number of contacts with a number in E.164, the
/// number of others, 16 bytes for each of the first (the digits of the number as an integer, and the hash), the
/// others (the length of the text, the text in UTF-8, and the hash), and the SHA-256 of all these bytes.
/// </summary>
internal static class ListStateFile
{
    private const string Signature = "ContactsPS list state 1";
    private const int EntryLength = 2 * sizeof(ulong);
    private const int EntriesPerBlock = 4096;
    private const int MaximumLineLength = 64 * 1024;

    /// <summary>Reads a state file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="subject">The subject that it must belong to.</param>
    /// <param name="table">Receives the contacts.</param>
    /// <returns>False when there is no file.</returns>
    /// <exception cref="ContactsException">StateMismatch, StateCorrupt or StateUnwritable.</exception>
    public static bool TryRead(string path, SyncSubject subject, NumberHashes table)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            if (ReadLine(file, hash) != Signature)
            {
                throw SyncErrors.NotState(path);
            }

            var found = SyncSubject.Parse(ReadLine(file, hash));
            ReadEntries(path, file, hash, table);
            Span<byte> checksum = stackalloc byte[SHA256.HashSizeInBytes];
            file.ReadExactly(checksum);
            if (!checksum.SequenceEqual(hash.GetHashAndReset()) || file.Position != file.Length)
            {
                throw SyncErrors.Corrupt(path, "its checksum is wrong, because the file was changed or only partly copied");
            }

            subject.Check(path, found);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (EndOfStreamException)
        {
            throw SyncErrors.Corrupt(path, "its end is missing");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SyncErrors.Unwritable(path, error);
        }
    }

    /// <summary>
    /// Replaces a state file. The new file is complete and on the disk before it replaces the old one. On Unix, only the
    /// owner can read it.
    /// </summary>
    /// <exception cref="ContactsException">StateUnwritable.</exception>
    public static void Write(string path, SyncSubject subject, NumberHashes table)
    {
        string temporary = path + ".tmp";
        try
        {
            // A temporary file of a run that was killed may have other permissions.
            File.Delete(temporary);
            using (FileStream file = PrivateFile.Open(temporary, FileMode.CreateNew, bufferSize: PrivateFile.LargeBuffer))
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                Write(file, hash, Encoding.UTF8.GetBytes($"{Signature}\n{subject.ToJson()}\n"));
                WriteEntries(file, hash, table);
                file.Write(hash.GetHashAndReset());
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            DeleteTemporary(temporary);
            throw SyncErrors.Unwritable(path, error);
        }
    }

    private static void DeleteTemporary(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The caller throws the first error, which says what is wrong with the disk.
        }
    }

    private static void ReadEntries(string path, FileStream file, IncrementalHash hash, NumberHashes table)
    {
        Span<byte> counts = stackalloc byte[2 * sizeof(int)];
        Read(file, hash, counts);
        int numbers = BinaryPrimitives.ReadInt32LittleEndian(counts);
        int texts = BinaryPrimitives.ReadInt32LittleEndian(counts[sizeof(int)..]);
        if (numbers < 0 || texts < 0 || (long)numbers * EntryLength > file.Length)
        {
            throw SyncErrors.Corrupt(path, "its counts are wrong");
        }

        table.Reserve(numbers);
        byte[] block = new byte[EntriesPerBlock * EntryLength];
        for (int i = 0; i < numbers; i += EntriesPerBlock)
        {
            Span<byte> entries = block.AsSpan(0, Math.Min(EntriesPerBlock, numbers - i) * EntryLength);
            Read(file, hash, entries);
            for (; !entries.IsEmpty; entries = entries[EntryLength..])
            {
                table.Set(BinaryPrimitives.ReadUInt64LittleEndian(entries), BinaryPrimitives.ReadUInt64LittleEndian(entries[sizeof(ulong)..]));
            }
        }

        Span<byte> integer = block.AsSpan(0, sizeof(ulong));
        for (int i = 0; i < texts; i++)
        {
            Read(file, hash, integer[..sizeof(int)]);
            int length = BinaryPrimitives.ReadInt32LittleEndian(integer);
            if (length < 0 || length > file.Length)
            {
                throw SyncErrors.Corrupt(path, "the length of a phone number is wrong");
            }

            byte[] text = new byte[length];
            Read(file, hash, text);
            Read(file, hash, integer);
            table.Set(Encoding.UTF8.GetString(text), BinaryPrimitives.ReadUInt64LittleEndian(integer));
        }
    }

    private static void WriteEntries(FileStream file, IncrementalHash hash, NumberHashes table)
    {
        byte[] block = new byte[EntriesPerBlock * EntryLength];
        BinaryPrimitives.WriteInt32LittleEndian(block, table.Numbers.Count);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(sizeof(int)), table.Texts.Count);
        int length = 2 * sizeof(int);
        foreach ((ulong number, ulong value) in table.Numbers)
        {
            if (length + EntryLength > block.Length)
            {
                Write(file, hash, block.AsSpan(0, length));
                length = 0;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(length), number);
            BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(length + sizeof(ulong)), NumberHashes.HashOf(value));
            length += EntryLength;
        }

        Write(file, hash, block.AsSpan(0, length));
        foreach ((string phoneNumber, ulong value) in table.Texts)
        {
            byte[] text = Encoding.UTF8.GetBytes(phoneNumber);
            byte[] entry = new byte[sizeof(int) + text.Length + sizeof(ulong)];
            BinaryPrimitives.WriteInt32LittleEndian(entry, text.Length);
            text.CopyTo(entry, sizeof(int));
            BinaryPrimitives.WriteUInt64LittleEndian(entry.AsSpan(sizeof(int) + text.Length), NumberHashes.HashOf(value));
            Write(file, hash, entry);
        }
    }

    /// <summary>Reads a line. A longer text than any line of a state file is cut, and the rest is not read.</summary>
    private static string ReadLine(FileStream file, IncrementalHash hash)
    {
        List<byte> line = [];
        int next;
        while ((next = file.ReadByte()) is >= 0 and not '\n' && line.Count < MaximumLineLength)
        {
            line.Add((byte)next);
        }

        byte[] bytes = [.. line];
        hash.AppendData(bytes);
        hash.AppendData("\n"u8);
        return Encoding.UTF8.GetString(bytes);
    }

    private static void Read(FileStream file, IncrementalHash hash, Span<byte> bytes)
    {
        file.ReadExactly(bytes);
        hash.AppendData(bytes);
    }

    private static void Write(FileStream file, IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        file.Write(bytes);
        hash.AppendData(bytes);
    }
}
