using System.Globalization;
using System.Text;

namespace ContactsPS.Tests.Importing;

/// <summary>Journals that a crash or a disk error damaged.</summary>
public sealed class DamagedJournalTests : IDisposable
{
    private const string Refused = "+33610000011";

    private readonly TemporaryFolder _folder = new();
    private readonly AcceptingServer _server = new(Refused);
    private readonly ModuleShell _shell = new();
    private readonly string _journal;
    private readonly Dictionary<int, string> _sendable = [];

    public DamagedJournalTests()
    {
        _server.Connect(_shell);
        _journal = _folder.Find("j");
        WriteFile();
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_journal_cut_off_at_any_byte_is_continued_and_its_complete_records_are_not_sent_again()
    {
        byte[] whole = MakeJournal();

        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(_journal, whole[..length]);
            JournalText said = JournalText.Parse(whole.AsSpan(0, length));

            ShellResult result = Import();

            Assert.Equal((length, new Summary(28, 25, 2, 1, 0, 0, 0)), (length, result.Summary() with { Requests = 0 }));
            Assert.Equal((length, Unsettled(said)), (length, string.Join(' ', _server.Take())));
            Assert.Equal((length, said.Totals is not null), (length, result.Warnings.Any(warning => warning.Contains("imported to its end", StringComparison.Ordinal))));
            JournalText after = JournalText.Read(_journal);
            Assert.Equal([28, 25, 2, 1, 0], after.Totals!);
            Assert.All(_sendable.Keys, line => Assert.True(after.Acknowledges(line)));
            Assert.Equal((byte)'\n', File.ReadAllBytes(_journal)[^1]);
        }
    }

    [Theory]
    [InlineData('#')]
    [InlineData(' ')]
    [InlineData('\n')]
    [InlineData('\0')]
    [InlineData('\u00ff')]
    public void A_byte_replaced_by_a_non_digit_loses_no_contact(char damage) => AssertLosesNothing((_, _) => (byte)damage);

    [Fact]
    public void A_byte_replaced_by_a_minus_loses_no_contact() => AssertLosesNothing((_, _) => (byte)'-');

    [Fact]
    public void A_digit_replaced_by_another_digit_loses_no_contact() =>
        AssertLosesNothing((before, _) => char.IsAsciiDigit((char)before) ? (byte)('0' + ((before - '0' + 4) % 10)) : before);

    [Fact]
    public void A_flipped_bit_loses_no_contact() =>
        AssertLosesNothing((before, place) => (byte)(before ^ (1 << (place % 3))));

    [Theory]
    [InlineData("accepted 4 2")]
    [InlineData("accepted 4")]
    [InlineData("accepted 4 5 6")]
    [InlineData("Accepted 4 5")]
    [InlineData("rejected 4 400 210 unquoted")]
    [InlineData("rejected 4 400 210")]
    [InlineData("ended 1 2 3")]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("garbage")]
    public void The_error_of_an_invalid_record_has_its_line_number(string line)
    {
        string whole = Encoding.UTF8.GetString(MakeJournal());
        string[] lines = whole.Split('\n');
        File.WriteAllText(_journal, string.Join('\n', [.. lines[..3], line, .. lines[3..]]));
        byte[] damaged = File.ReadAllBytes(_journal);
        int before = _server.Requests;

        ErrorRecord error = Import().ThrewId("JournalMismatch");

        Assert.Contains("line 4 is damaged", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, _server.Requests);
        Assert.Equal(damaged, File.ReadAllBytes(_journal));
    }

    [Theory]
    [InlineData("a note to myself, without a line end")]
    [InlineData("a note\nof two lines\n")]
    [InlineData("ContactsPS journal 2\n{}\n")]
    [InlineData("ContactsPS journal 10\n")]
    [InlineData("ContactsPS journal 1 \n")]
    [InlineData("ContactsPS journal 1\r\n{}\r\n")]
    [InlineData("ContactsPS journal 1\nnot JSON\n")]
    [InlineData("ContactsPS journal 1\nnull\n")]
    [InlineData("ContactsPS journal 1\n{}\n")]
    [InlineData("ContactsPS journal 1\n[]\n")]
    [InlineData("\n")]
    [InlineData("\uFEFF")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    [InlineData("phone_number\n+33610000001\n")]
    public void A_file_that_is_not_a_journal_is_refused_and_not_changed(string content)
    {
        File.WriteAllText(_journal, content);
        byte[] before = File.ReadAllBytes(_journal);

        ErrorRecord error = Import().ThrewId("JournalMismatch");

        Assert.Contains(_journal, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_journal));
        Assert.Equal(0, _server.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_contact_file_is_refused_as_the_journal_and_not_changed(string? content)
    {
        string file = _folder.Find("a.csv");
        File.WriteAllText(file, content ?? File.ReadAllText(file));
        byte[] before = File.ReadAllBytes(file);

        _shell.Run($"Import-Contact '{file}' -JournalPath '{file}'").ThrewId("JournalMismatch");

        Assert.Equal(before, File.ReadAllBytes(file));
    }

    /// <summary>
    /// Damages each byte of the records in turn, and asserts that either the journal is refused, or every contact is sent
    /// that the undamaged journal does not record as settled.
    /// </summary>
    private void AssertLosesNothing(Func<byte, int, byte> damage)
    {
        byte[] whole = LeaveSomethingToSend(MakeJournal(throttleLimit: 1));
        int opening = Array.IndexOf(whole, (byte)'\n', Array.IndexOf(whole, (byte)'\n') + 1) + 1;
        string[] left = Unsettled(JournalText.Parse(whole)).Split(' ');
        List<string> lost = [];
        for (int place = opening; place < whole.Length; place++)
        {
            byte[] damaged = [.. whole];
            damaged[place] = damage(damaged[place], place);
            if (damaged[place] == whole[place])
            {
                continue;
            }

            File.WriteAllBytes(_journal, damaged);
            ShellResult result = Import();
            string[] missing = [.. left.Except(_server.Take())];
            if (result.Thrown is not null)
            {
                result.ThrewId("JournalMismatch");
                Assert.Equal(damaged, File.ReadAllBytes(_journal));
            }
            else if (missing.Length > 0)
            {
                string record = Encoding.Latin1.GetString(damaged).Split('\n')[Encoding.Latin1.GetString(whole[..place]).Count(c => c == '\n')];
                lost.Add($"'{record}': {string.Join(' ', missing)}");
            }
        }

        Assert.Empty(lost);
    }

    /// <summary>Removes the first record and the last two records. Records have no order.</summary>
    private static byte[] LeaveSomethingToSend(byte[] journal)
    {
        string[] lines = Encoding.UTF8.GetString(journal).Split('\n');
        return Encoding.UTF8.GetBytes(string.Join('\n', [.. lines[..2], .. lines[3..^3], string.Empty]));
    }

    /// <summary>The journal of a completed run.</summary>
    private byte[] MakeJournal(int throttleLimit = 2)
    {
        Assert.Equal(25, Import(throttleLimit).Summary().Accepted);
        Assert.Equal(25, _server.Take().Length);
        return File.ReadAllBytes(_journal);
    }

    private ShellResult Import(int throttleLimit = 2) => _shell.Run(
        $"Import-Contact '{_folder.Find("a.csv")}' -ListName VIP -SkipDuplicate -BatchSize 3 -ThrottleLimit {throttleLimit} -JournalPath '{_journal}' -RejectedPath '{_folder.Find("rejects.csv")}'");

    private string Unsettled(JournalText said) => string.Join(
        ' ', _sendable.Where(row => !said.Settles(row.Key)).Select(row => row.Value).Order(StringComparer.Ordinal));

    /// <summary>Writes 26 contacts, of which one is refused and two have two lines each; an invalid row; and a duplicate.</summary>
    private void WriteFile()
    {
        var text = new StringBuilder("phone_number,first_name\n");
        int line = 2;
        for (int i = 0; i < 26; i++)
        {
            if (Rows.Number(i) != Refused)
            {
                _sendable.Add(line, Rows.Number(i));
            }

            Add(Rows.Number(i), i is 4 or 20 ? "\"two\nlines\"" : "one");
            if (i is 7)
            {
                Add("nonsense", "invalid");
            }

            if (i is 15)
            {
                Add(Rows.Number(2), "duplicate");
            }
        }

        _folder.Write("a.csv", text.ToString());

        void Add(string number, string name)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number},{name}\n");
            line += 1 + name.Count(c => c == '\n');
        }
    }
}
