namespace ContactsPS.Client.Tests;

/// <summary>Opening a journal: which files are accepted, and which records are kept.</summary>
public sealed class JournalOpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("phone_number\n+33612345678\n")]
    [InlineData("phone_number")]
    [InlineData("\n\n+33612345678\n")]
    [InlineData("ContactsPS journal 2\n")]
    [InlineData("ContactsPS journal 1 \n")]
    [InlineData("ContactsPS journal 12")]
    public void Another_file_is_refused_and_not_changed(string text) => AssertMismatch(
        text, "the file is not a journal of ContactsPS. Give another path.");

    [Theory]
    [InlineData("")]
    [InlineData("ContactsPS jour")]
    [InlineData("ContactsPS journal 1")]
    [InlineData("ContactsPS journal 1\n")]
    [InlineData("ContactsPS journal 1\n{\"file\":\"a.csv\",\"len")]
    public void A_journal_whose_start_was_not_completely_written_is_started_again(string text)
    {
        string path = _folder.Write("j", text);

        ImportJournal.Open(path, Journals.Subject).Dispose();

        Assert.Equal(Journals.Start, File.ReadAllText(path));
    }

    [Fact]
    public void A_journal_without_a_record_can_be_used_for_another_file()
    {
        string path = _folder.Find("j");
        JournalSubject before = Journals.Subject with { File = $"a much longer name\n{new string('x', 100)}", Sha256 = "1", Login = "other@example.com" };
        ImportJournal.Open(path, before).Dispose();

        ImportJournal.Open(path, Journals.Subject).Dispose();

        Assert.Equal(Journals.Start, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("accepted 3 ", new[] { 2 })]
    [InlineData("accepted 3 4 #", new[] { 2 })]
    [InlineData("damaged", new[] { 2 })]
    public void A_record_that_was_not_completely_written_is_removed(string part, int[] accepted)
    {
        string complete = Journals.With("accepted 2 2");
        string path = _folder.Write("j", complete + part);

        using (var journal = ImportJournal.Open(path, Journals.Subject))
        {
            Assert.Equal(accepted, Enumerable.Range(1, 9).Where(line => journal.IsAccepted(line)));
        }

        Assert.Equal(complete, File.ReadAllText(path));
    }

    [Fact]
    public void A_record_without_its_line_end_is_not_complete()
    {
        string path = _folder.Write("j", Journals.With("accepted 2 2", "accepted 3 4").TrimEnd('\n'));

        using var journal = ImportJournal.Open(path, Journals.Subject);

        Assert.True(journal.IsAccepted(2));
        Assert.False(journal.IsAccepted(3));
    }

    [Theory]
    [InlineData("accepted 2 9\n")]
    [InlineData("accepted 2 9 #\n")]
    [InlineData("accepted 2 9 #01234567\n")]
    [InlineData("\n")]
    [InlineData("#\n")]
    public void A_damaged_record_is_refused(string damaged) => AssertDamaged(damaged);

    [Theory]
    [InlineData("skipped 2 9")]
    [InlineData("accepted 2")]
    [InlineData("accepted 9 2")]
    [InlineData("accepted x 9")]
    [InlineData("accepted 2 x")]
    [InlineData("accepted 2 9 9")]
    [InlineData("rejected 2 400 150")]
    [InlineData("rejected x 400 150 \"No.\"")]
    [InlineData("rejected 2 x 150 \"No.\"")]
    [InlineData("rejected 2 400 150 No.")]
    [InlineData("rejected 2 400 150 null")]
    [InlineData("ended 9 4 3 2")]
    [InlineData("ended 9 4 3 2 1 0")]
    [InlineData("ended 9 4 3 2 x")]
    [InlineData("ended 9 4 3 x 1")]
    [InlineData("ended 9 4 x 2 1")]
    [InlineData("ended 9 x 3 2 1")]
    [InlineData("ended x 4 3 2 1")]
    public void A_record_of_an_unknown_form_is_refused_with_its_valid_checksum_too(string record) => AssertDamaged(Journals.Seal(record));

    [Theory]
    [InlineData("accepted 2 9")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"file\":null,\"length\":1,\"sha256\":\"0\",\"endpoint\":\"http://127.0.0.1/\",\"login\":\"a\",\"options\":{}}")]
    [InlineData("{\"file\":\"a\",\"length\":1,\"sha256\":\"0\",\"endpoint\":\"http://127.0.0.1/\",\"login\":\"a\",\"options\":null}")]
    [InlineData("{\"file\":\"a\",\"length\":1,\"endpoint\":\"http://127.0.0.1/\",\"login\":\"a\",\"options\":{}}")]
    public void A_journal_that_does_not_say_what_it_belongs_to_is_refused(string second) => AssertMismatch(
        $"ContactsPS journal 1\n{second}\n", "its second line can't be read. Use the same file, account and options, or use a new journal.");

    [Fact]
    public void A_journal_of_another_login_is_refused_and_can_then_be_continued_with_its_own()
    {
        string text = Journals.With("accepted 2 2");
        JournalSubject other = Journals.Subject with { Login = "other@example.com" };

        string path = AssertMismatch(
            text,
            "its login was someone@example.com, and the login of this run is other@example.com. Use the same file, account and options, or use a new journal.",
            other);

        using var journal = ImportJournal.Open(path, Journals.Subject);
        Assert.True(journal.IsAccepted(2));
    }

    [Fact]
    public void A_journal_that_another_run_has_open_is_refused()
    {
        string path = _folder.Find("j");
        using var first = ImportJournal.Open(path, Journals.Subject);

        ContactsException error = Assert.Throws<ContactsException>(() => ImportJournal.Open(path, Journals.Subject));

        Assert.Equal(ErrorIds.JournalInUse, error.ErrorId);
        Assert.Equal(
            $"The journal '{path}' is held by another process. Two runs with the same journal would send the same rows. Wait until the other run ends.",
            error.Message);
    }

    [Fact]
    public void A_path_that_can_not_be_opened_is_refused_with_the_reason()
    {
        AssertUnopened(_folder.Path);
        AssertUnopened(Path.Combine(_folder.Find("missing"), "j"));
    }

    [Fact]
    public void A_journal_that_does_not_fit_on_the_disk_can_be_opened_when_there_is_room()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 1);
        File.WriteAllText(Path.Combine(disk.Path, "other"), "Takes the only page.");
        string path = Path.Combine(disk.Path, "j");

        ContactsException error = Assert.Throws<ContactsException>(() => ImportJournal.Open(path, Journals.Subject));
        Assert.Equal(ErrorIds.JournalUnwritable, error.ErrorId);

        disk.Grow(pages: 2);
        ImportJournal.Open(path, Journals.Subject).Dispose();
        Assert.Equal(Journals.Start, File.ReadAllText(path));
    }

    [Fact]
    public void The_journal_of_the_documentation_can_be_read()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "journal.md")).ReplaceLineEndings("\n");
        int start = page.IndexOf("ContactsPS journal 1\n", StringComparison.Ordinal);
        string text = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        JournalSubject subject = Journals.Subject with
        {
            Sha256 = "63491a…",
            Endpoint = "https://…",
            Login = "me@example.com",
            Options = new Dictionary<string, string> { ["list"] = "VIP" },
        };

        using var journal = ImportJournal.Open(_folder.Write("j", text), subject);

        Assert.Equal(
            [2, 203, 204, 414, 416, 624], new[] { 1, 2, 203, 204, 414, 415, 416, 624, 625 }.Where(line => journal.IsAccepted(line)));
        Assert.Equal("HTTP 400, code 210: The message of the service.", $"{journal.FindRejection(415)}");
        Assert.Equal(new JournalTotals(623, 611, 5, 7), journal.Totals);
    }

    private static void AssertUnopened(string path)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => ImportJournal.Open(path, Journals.Subject));
        Assert.Equal(ErrorIds.JournalUnwritable, error.ErrorId);
        Assert.Equal($"The journal '{path}' can't be opened: {error.InnerException!.Message}", error.Message);
    }

    /// <summary>Opens a journal whose fourth line is damaged.</summary>
    private void AssertDamaged(string damaged) => AssertMismatch(
        Journals.With("accepted 2 2") + damaged, "line 4 is damaged. Use a new journal. It is safe to send contacts again.");

    private string AssertMismatch(string text, string reason, JournalSubject? subject = null)
    {
        string path = _folder.Write("j", text);
        ContactsException error = Assert.Throws<ContactsException>(() => ImportJournal.Open(path, subject ?? Journals.Subject));
        Assert.Equal(ErrorIds.JournalMismatch, error.ErrorId);
        Assert.Equal($"The journal '{path}' can't be used: {reason}", error.Message);
        Assert.Equal(text, File.ReadAllText(path));
        return path;
    }
}
