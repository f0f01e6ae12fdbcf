namespace ContactsPS.Tests;

/// <summary>-ExcludePath: the numbers of its files are never sent.</summary>
public sealed class ExcludePathTests : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly ModuleShell _shell;
    private readonly Sandbox _sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");
    private readonly string[] _numbers = Unique.Numbers(6);

    public ExcludePathTests(SandboxFixture fixture)
    {
        _shell = fixture.Shell;
        _sandbox = fixture.Sandbox;
        _shell.Set("folder", _folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Excluded_contacts_are_counted_and_not_sent()
    {
        _folder.Write("staff.csv", $"Name;Mobile\nZoé;0{_numbers[0][3..]}\nLéa;{_numbers[1]}\n");
        _folder.Write("optouts.txt", $"{_numbers[2]}\n");

        ShellResult result = _shell.Run(
            $"$rows | Add-Contact -ListName '{_list}' -DefaultRegion FR -SkipDuplicate -ExcludePath $folder/staff.csv, $folder/opt*.txt -Verbose",
            [.. _numbers, _numbers[0], _numbers[5], "nonsense"]);

        Assert.Equal(new Summary(9, 3, 1, 1, 0, 1, 0) { Excluded = 4 }, result.Summary());
        Assert.Equal(_numbers[3..], _sandbox.Numbers(_list));
        Assert.Contains(result.Verbose, line => line.EndsWith("staff.csv: 2 numbers are excluded, from 'Mobile'.", StringComparison.Ordinal));
        Assert.Equal("9 read: 3 accepted, 1 rejected, 1 duplicate, 4 excluded, 0 not sent", $"{result.Output[0]}");
    }

    [Fact]
    public void An_import_and_its_journal_count_excluded_contacts()
    {
        string file = _folder.Write("a.csv", $"phone_number\n{string.Join('\n', _numbers)}\n");
        _folder.Write("out.jsonl", $"{{\"phone_number\":\"{_numbers[4]}\"}}\n");
        string import = $"Import-Contact '{file}' -ListName '{_list}' -ExcludePath $folder/out.jsonl -JournalPath $folder/a.journal";

        Assert.Equal(new Summary(6, 5, 0, 0, 0, 1, 0) { Excluded = 1 }, _shell.Run(import).Summary());
        Assert.Equal(new Summary(6, 5, 0, 0, 0, 0, 0) { Excluded = 1 }, _shell.Run(import).Summary());

        Assert.DoesNotContain(_numbers[4], _sandbox.Numbers(_list));
    }

    [Fact]
    public void ConvertTo_ContactRequest_leaves_excluded_contacts_out()
    {
        _folder.Write("out.txt", _numbers[0]);

        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest -ExcludePath $folder/out.txt", _numbers[..2]);

        Assert.Equal([_numbers[1]], Json.Contacts(result).Select(contact => (string)contact["phone_number"]!));
    }

    [Theory]
    [InlineData("$folder/missing.txt", "FileNotFound")]
    [InlineData("$folder/*.none", "FileNotFound")]
    [InlineData("$folder", "FileUnreadable")]
    [InlineData("Env:PATH", "PathNotFileSystem")]
    [InlineData("$folder/good.txt, $folder/bad.txt", "ExclusionFileInvalid")]
    [InlineData("$folder/good.txt -SkipPhoneValidation", "ParameterConflict")]
    public void Nothing_is_sent_when_a_file_can_not_be_read(string parameters, string errorId)
    {
        _folder.Write("good.txt", "+33612345678\n");
        _folder.Write("bad.txt", "+33612345678\nnonsense\n");
        string file = _folder.Write("a.csv", $"phone_number\n{_numbers[0]}\n");
        _sandbox.ForgetRequests();

        _shell.Run($"$rows | Add-Contact -ExcludePath {parameters}", _numbers).ThrewId(errorId);
        _shell.Run($"Import-Contact '{file}' -ExcludePath {parameters}").ThrewId(errorId);
        _shell.Run($"$rows | ConvertTo-ContactRequest -ExcludePath {parameters}", _numbers).ThrewId(errorId);

        Assert.Empty(_sandbox.Requests());
    }

    [Fact]
    public void Files_that_exclude_less_than_they_seem_to_are_warned_about()
    {
        _folder.Write("empty.csv", "Name,Mobile\n");
        _folder.Write("some.csv", $"Name,Mobile\nZoé,{_numbers[0]}\nLéa,\n");

        ShellResult result = _shell.Run($"'{_numbers[1]}' | Add-Contact -ExcludePath $folder/empty.csv, $folder/some.csv");

        Assert.Equal(2, result.Warnings.Count);
        Assert.EndsWith("so it excludes nothing.", result.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("1 row has no phone number", result.Warnings[1], StringComparison.Ordinal);
    }
}
