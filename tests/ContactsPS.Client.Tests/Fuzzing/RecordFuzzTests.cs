using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Damaged and hostile files of the module's own: journals, rejects files, state files and pending files.</summary>
public sealed class RecordFuzzTests(ITestOutputHelper output) : IDisposable
{
    private static readonly JournalSubject s_journalSubject = new()
    {
        File = "contacts.csv",
        Length = 100,
        Sha256 = new string('0', 64),
        Endpoint = "https://contacts.example.com/v1/public/",
        Login = "someone@example.com",
        Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["lists"] = "VIP" },
    };

    private static readonly SyncSubject s_syncSubject = new("https://contacts.example.com/v1/public/", "someone@example.com", "VIP");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_journal_is_continued_or_refused()
    {
        byte[] start = Encoding.UTF8.GetBytes($"{JournalRecords.Signature}\n{s_journalSubject.ToJson()}\n");
        byte[][] records = Mutations.Texts(
            "accepted 2 5", "accepted -5 9223372036854775807", "accepted 9223372036854775807 9223372036854775807", "rejected 6 400 150 \"No country.\"", "rejected 7 400 - \"\\u001b[31m\"", "ended 9 4 1 2 2", "ended -1 0 0 0 0");
        Gen<byte[]> sealedRecords = Mutations.Of(records, Mutations.Texts(" ", "-", "\"", "\\ud800", "null")).Array[0, 5]
            .Select(lines => (byte[])[.. start, .. lines.SelectMany(line => Seal(Encoding.UTF8.GetString(line)))]);
        byte[] valid = [.. start, .. records.SelectMany(record => Seal(Encoding.UTF8.GetString(record)))];
        return new Fuzzer(output).RunAsync(
            Gen.OneOf(sealedRecords, Mutations.Of([valid, start])),
            bytes =>
            {
                string path = Write("journal", bytes);
                using ImportJournal journal = ImportJournal.Open(path, s_journalSubject);
                for (long line = 0; line < 20; line++)
                {
                    journal.IsAccepted(line);
                    journal.FindRejection(line)?.ToString();
                }
            },
            Convert.ToBase64String,
            share: 0.3);
    }

    [Fact]
    public Task A_rejects_file_is_replaced_or_refused() =>
        new Fuzzer(output).RunAsync(
            Gen.Select(
                Mutations.Of(Mutations.Corpus("rejects-"), Mutations.Texts("LineNumber", "ErrorId", "Reason", "Rejected")),
                Mutations.Of(Mutations.Corpus("delimited-"), Mutations.Texts("LineNumber", "ErrorId", "Reason"))),
            input =>
            {
                string path = Write("rejects.csv", input.Item1);
                string source = Write("contacts.csv", input.Item2);
                string partial = $"{path}.partial";
                File.Delete(partial);
                int count = 0;
                using (ContactRows rows = ContactFile.Open(source))
                {
                    using var rejects = new RejectsFile(path);
                    rejects.Begin(rows, source);
                    while (rows.Read())
                    {
                        rejects.Add(rows.GetSource(), "PhoneNumberInvalid", "Mend it.");
                        count++;
                    }

                    rejects.Close();
                }

                if (count > 0)
                {
                    AssertReads(path, count);
                }
            },
            input => $"{Convert.ToBase64String(input.Item1)} {Convert.ToBase64String(input.Item2)}",
            share: 0.05);

    [Fact]
    public Task State_and_pending_files_are_read_or_refused()
    {
        byte[] state = MakeState();
        byte[] pending = MakePending();
        return new Fuzzer(output).RunAsync(
            Gen.Select(Mutations.Of([state]), Mutations.Of([pending]), Gen.Bool, Gen.Bool),
            input =>
            {
                (byte[] stateBytes, byte[] pendingBytes, bool isStateSealed, bool hasState) = input;
                string path = Find("state");
                File.WriteAllBytes(path, !hasState ? state : isStateSealed ? SealState(stateBytes) : stateBytes);
                File.WriteAllBytes($"{path}.pending", pendingBytes);
                var table = new NumberHashes();
                ListStateFile.TryRead(path, s_syncSubject, table);
                Assert.All(table.FindUnseen(), contact => Assert.NotNull(contact.PhoneNumber));
                using var file = PendingFile.Open(path);
                file.Recover(s_syncSubject, record => table.SetUnknown(record.PhoneNumber, record.IsNew));
            },
            input => $"{Convert.ToBase64String(input.Item1)} {Convert.ToBase64String(input.Item2)} {input.Item3} {input.Item4}",
            share: 0.3);
    }

    private static byte[] Seal(string record) =>
        Encoding.UTF8.GetBytes($"{record} #{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)).AsSpan(0, 4))}\n");

    /// <summary>Gives a changed state file a checksum that is right, so that more than the checksum is tested.</summary>
    private static byte[] SealState(byte[] state) =>
        state.Length < SHA256.HashSizeInBytes ? state : [.. state[..^SHA256.HashSizeInBytes], .. SHA256.HashData(state.AsSpan(0, state.Length - SHA256.HashSizeInBytes))];

    /// <summary>All rows of a rejects file that was written are in it, and it is known as one.</summary>
    private static void AssertReads(string path, int count)
    {
        using ContactRows rows = ContactFile.Open(path);
        Assert.True(RejectsColumns.AreThoseOf(rows.Columns), "It has the header of a rejects file.");
        int read = 0;
        while (rows.Read())
        {
            read++;
        }

        Assert.Equal(count, read);
    }

    private byte[] MakeState()
    {
        var table = new NumberHashes();
        table.Set("+33612345671", NumberHashes.FirstHash);
        table.Set("+33612345672", 1234567890123);
        table.Set("06 12 34 56 78", 42);
        string path = _folder.Find("valid");
        ListStateFile.Write(path, s_syncSubject, table);
        return File.ReadAllBytes(path);
    }

    private byte[] MakePending()
    {
        string path = _folder.Find("valid-pending");
        using (var pending = PendingFile.Open(path))
        {
            pending.Recover(s_syncSubject, _ => { });
            pending.Append(new PendingRecord(IsRemoval: true, 42, NumberHashes.None, "\"+33612345671\""u8.ToArray(), default));
            pending.Append(new PendingRecord(IsRemoval: false, 1, 43, "{\"phone_number\":\"+33612345672\",\"first_name\":\"Zo\u00E9\"}"u8.ToArray(), "[2,0,\"a\"]"u8.ToArray()));
            pending.EndAppending();
        }

        return File.ReadAllBytes($"{path}{PendingFile.Extension}");
    }

    private string Find(string name) => _folder.Find($"{Environment.CurrentManagedThreadId}-{name}");

    private string Write(string name, byte[] bytes)
    {
        string path = Find(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
