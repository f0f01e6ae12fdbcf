using System.Text;

namespace ContactsPS.Tests.Importing;

/// <summary>A file that is cut, written or replaced while it is imported.</summary>
public sealed class ChangedFileTests : IDisposable
{
    private const int Contacts = 40_000;

    private readonly TemporaryFolder _folder = new();
    private readonly ModuleShell _shell = new();
    private readonly string _file;
    private readonly string _journal;
    private readonly ScriptedServer _server;
    private readonly HashSet<string> _accepted = [];
    private Action? _onFirst;

    public ChangedFileTests()
    {
        _file = _folder.Write("a.csv", Text(Contacts));
        _journal = _folder.Find("a.journal");
        _server = new ScriptedServer(request =>
        {
            lock (_accepted)
            {
                Interlocked.Exchange(ref _onFirst, null)?.Invoke();
                _accepted.UnionWith(request.PhoneNumbers);
            }

            return ScriptedAnswer.Created;
        });
        _shell.Connect(_server);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_cut_is_an_error_and_the_import_goes_on_when_it_is_whole_again(bool hasJournal)
    {
        byte[] whole = File.ReadAllBytes(_file);

        // The cut is within the number of a row, whose first digits look like a number.
        int cut = Encoding.ASCII.GetString(whole).IndexOf($"\n{Rows.Number(Contacts - 2000)}", StringComparison.Ordinal) + 10;
        _onFirst = () => SetLength(cut);

        ShellResult result = Import(hasJournal);

        ErrorRecord error = result.OneError("FileChanged");
        Assert.Contains("was cut", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(_accepted.Count, Summary.Of(Assert.Single(result.Output)).Accepted);
        AssertWholeNumbers();
        if (hasJournal)
        {
            Assert.DoesNotContain("\nended ", File.ReadAllText(_journal), StringComparison.Ordinal);
            File.WriteAllBytes(_file, whole);
            Assert.Equal(Contacts, Import(hasJournal).Summary().Accepted);
            Assert.Equal(Contacts, _accepted.Count);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_written_over_is_an_error_and_no_row_is_a_mixture(bool hasJournal)
    {
        string other = Text(Contacts, number => $"+3370000{number % 10_000:D4}").Replace(",Zoé", ",Other", StringComparison.Ordinal);
        _onFirst = () => File.WriteAllText(_file, other);

        ShellResult result = Import(hasJournal);

        result.OneError("FileChanged");
        AssertWholeNumbers();
        AssertNotEnded(hasJournal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_grows_is_an_error(bool hasJournal)
    {
        _onFirst = () => File.AppendAllText(_file, "+3361");

        ShellResult result = Import(hasJournal);

        result.OneError("FileChanged");
        AssertWholeNumbers();
        AssertNotEnded(hasJournal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_is_replaced_by_another_is_an_error_and_its_own_rows_are_sent(bool hasJournal)
    {
        string other = _folder.Write("b.csv", Text(10));
        _onFirst = () => File.Move(other, _file, overwrite: true);

        ShellResult result = Import(hasJournal);

        Assert.Contains("Another file", result.OneError("FileChanged").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(Contacts, _accepted.Count);
        AssertNotEnded(hasJournal);
    }

    [Fact]
    public void A_file_that_is_deleted_or_read_through_a_link_is_imported()
    {
        string link = _folder.Find("link.csv");
        File.CreateSymbolicLink(link, _file);
        Assert.Equal(Contacts, _shell.Run($"Import-Contact '{link}'").Summary().Accepted);
        _onFirst = () => File.Delete(_file);

        Assert.Equal(Contacts, Import(hasJournal: true).Summary().Accepted);
        Assert.Contains("\nended ", File.ReadAllText(_journal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_JSON_file_that_is_written_to_is_an_error()
    {
        string json = _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, Contacts).Select(i => $"{{\"phone\":\"{Rows.Number(i)}\"}}\n")));
        _onFirst = () => File.AppendAllText(json, "{\"phone\":\"+3361\"}");
        _shell.Run($"Import-Contact '{json}'").OneError("FileChanged");
        AssertWholeNumbers();
    }

    private static string Text(int count, Func<int, string>? number = null) =>
        $"phone_number,first_name\n{string.Concat(Enumerable.Range(0, count).Select(i => $"{(number ?? Rows.Number)(i)},Zoé\n"))}";

    private void SetLength(long length)
    {
        using var file = new FileStream(_file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }

    private ShellResult Import(bool hasJournal) =>
        _shell.Run($"Import-Contact '{_file}' -BatchSize 50 -ThrottleLimit 1 {(hasJournal ? $"-JournalPath '{_journal}'" : string.Empty)}");

    private void AssertWholeNumbers() => Assert.Subset(Enumerable.Range(0, Contacts).Select(Rows.Number).ToHashSet(), _accepted);

    private void AssertNotEnded(bool hasJournal)
    {
        if (hasJournal)
        {
            Assert.DoesNotContain("\nended ", File.ReadAllText(_journal), StringComparison.Ordinal);
        }
    }
}
