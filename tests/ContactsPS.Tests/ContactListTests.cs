namespace ContactsPS.Tests;

/// <summary>New-ContactList, Clear-ContactList and Remove-ContactList.</summary>
public sealed class ContactListTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Fact]
    public void Lists_are_created_and_removed_by_name()
    {
        ShellResult created = _shell.Run($"New-ContactList '{_list}', '{_list}b' -Verbose");

        Assert.Empty(created.Output);
        Assert.Empty(created.Errors);
        Assert.Equal(2, created.Verbose.Count(line => line.StartsWith("POST contact-list/create: 201, ", StringComparison.Ordinal)));
        Assert.Equal([_list, $"{_list}b"], Lists());

        ShellResult removed = _shell.Run($"'{_list}', '{_list}b' | Remove-ContactList -Confirm:$false -Verbose");

        Assert.Empty(removed.Errors);
        Assert.Equal(2, removed.Verbose.Count(line => line.StartsWith("DELETE contact-list/delete: 204, ", StringComparison.Ordinal)));
        Assert.Empty(Lists());
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Name = $list; Id = 7 }")]
    [InlineData("[pscustomobject]@{ ListName = $list; Id = 7 }")]
    [InlineData("[pscustomobject]@{ Name = @($list) }")]
    [InlineData("'+33612345678' | Add-Contact -ListName $list -WhatIf")]
    public void Objects_are_bound_by_their_name(string input)
    {
        _shell.Set("list", _list);

        ShellResult result = _shell.Run($"{input} | New-ContactList");

        Assert.Empty(result.Errors);
        Assert.Equal([_list], Lists());
    }

    [Fact]
    public void An_object_without_a_name_is_no_list()
    {
        ShellResult result = _shell.Run("[pscustomobject]@{ Liste = 'x' } | New-ContactList");

        Assert.Single(result.Errors);
        Assert.DoesNotContain(Lists(all: true), name => name.StartsWith("@{", StringComparison.Ordinal));
    }

    [Fact]
    public void Clearing_a_list_keeps_its_contacts_unless_they_are_deleted_too()
    {
        string[] numbers = Unique.Numbers(3);
        _shell.Run($"$rows | Add-Contact -ListName '{_list}'", numbers).Summary();

        Assert.Empty(_shell.Run($"Clear-ContactList '{_list}' -Confirm:$false").Errors);
        Assert.Equal(0, _sandbox.Count(_list));
        Assert.NotNull(_sandbox.Contact(numbers[0]));

        _shell.Run($"$rows | Add-Contact -ListName '{_list}'", numbers[..2]).Summary();
        Assert.Empty(_shell.Run($"Clear-ContactList '{_list}' -DeleteContact -Confirm:$false").Errors);
        Assert.Null(_sandbox.Contact(numbers[0]));
        Assert.NotNull(_sandbox.Contact(numbers[2]));
        Assert.Equal([_list], Lists());
    }

    [Fact]
    public void A_refused_list_is_an_error_in_words_and_the_next_one_follows()
    {
        _shell.Run($"New-ContactList '{_list}'");

        ErrorRecord exists = _shell.Run($"New-ContactList '{_list}', '{_list}b'").OneError("RequestRejected");
        ErrorRecord missing = _shell.Run($"'{_list}c', '{_list}b' | Remove-ContactList -Confirm:$false").OneError("RequestRejected");

        Assert.Contains($"Create list {_list}: the service refused the request: the list already exists", exists.Exception.Message, StringComparison.Ordinal);
        Assert.Equal((_list, 302L), (exists.TargetObject, exists.Exception.Read("Code")));
        Assert.Contains("the list doesn't exist", missing.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([_list], Lists());
        Assert.Contains("the list doesn't exist", _shell.Run($"Clear-ContactList '{_list}d' -Confirm:$false").OneError("RequestRejected").Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ContactList", 302)]
    [InlineData("Remove-ContactList -Confirm:$false", 303)]
    public void A_retry_that_finds_the_work_done_is_a_success(string command, int code)
    {
        using var server = new ScriptedServer(request => request.Number == 1 ? ScriptedAnswer.Drop : ScriptedAnswer.Error(400, code, "x"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run($"{command} -Name VIP -RetryIntervalSec 0 -Verbose");

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains(result.Verbose, line => line.StartsWith("retry 1 in ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-ContactList", 429, 302)]
    [InlineData("New-ContactList", 500, 303)]
    [InlineData("Remove-ContactList -Confirm:$false", 500, 302)]
    [InlineData("Clear-ContactList -Confirm:$false", 500, 303)]
    public void A_retry_after_a_request_that_was_not_carried_out_is_refused(string command, int first, int code)
    {
        using var server = new ScriptedServer(request => request.Number == 1 ? ScriptedAnswer.Of(first) : ScriptedAnswer.Error(400, code, "x"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run($"{command} -Name VIP -RetryIntervalSec 0").OneError("RequestRejected");
    }

    [Theory]
    [InlineData(401, 101, "AuthenticationFailed")]
    [InlineData(403, 207, "AccessDenied")]
    [InlineData(400, 113, "RequestRejected")]
    [InlineData(404, 306, "RequestRejected")]
    [InlineData(500, 125, "ServiceUnavailable")]
    public void An_error_that_concerns_all_lists_ends_the_command(int status, int code, string errorId)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error(status, code, "x"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run("New-ContactList A, B -MaximumRetryCount 1 -RetryIntervalSec 0").ThrewId(errorId);

        Assert.Equal(errorId == "ServiceUnavailable" ? 2 : 1, server.Requests.Count);
    }

    [Fact]
    public void WhatIf_names_each_list_and_what_happens_to_it()
    {
        int before = _shell.Host.Shown.Count;
        _sandbox.ForgetRequests();

        _shell.Run("New-ContactList A -WhatIf; Clear-ContactList A, B -WhatIf; Clear-ContactList C -DeleteContact -WhatIf; Remove-ContactList D -WhatIf");

        string[] actions =
        [
            "\"Create list A\"", "\"Remove all contacts from list A\"", "\"Remove all contacts from list B\"",
            "\"Remove all contacts from list C, and delete them from the account\"", "\"Delete list D\"",
        ];
        string[] shown = [.. _shell.Host.Shown.Skip(before)];
        Assert.Equal(actions.Length, shown.Length);
        Assert.All(actions.Zip(shown), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(0, _sandbox.CountRequests());
    }

    [Theory]
    [InlineData("New-ContactList", 0)]
    [InlineData("Clear-ContactList", 2)]
    [InlineData("Remove-ContactList", 2)]
    public void What_takes_something_away_is_confirmed_for_each_list(string command, int questions)
    {
        if (questions > 0)
        {
            _shell.Run($"New-ContactList '{_list}', '{_list}b'");
        }

        int before = _shell.Host.Questions.Count;
        Assert.Empty(_shell.Run($"{command} '{_list}', '{_list}b'").Errors);
        Assert.Equal(questions, _shell.Host.Questions.Count - before);
    }

    [Theory]
    [InlineData("''", "NameEmpty")]
    [InlineData("ok, ('x' * 31)", "ListNameTooLong")]
    [InlineData("\"a`tb\"", "ListNameInvalid")]
    public void A_name_that_is_not_valid_ends_the_command_before_anything_is_sent(string names, string errorId)
    {
        _sandbox.ForgetRequests();

        foreach (string command in (string[])["New", "Clear", "Remove"])
        {
            _shell.Run($"{command}-ContactList {names} -Confirm:$false").ThrewId(errorId);
        }

        Assert.Equal(0, _sandbox.CountRequests());
    }

    [Fact]
    public void Blanks_at_the_ends_of_a_name_are_cut()
    {
        Assert.Single(_shell.Run($"New-ContactList ' {_list} '").Warnings);
        Assert.Equal([_list], Lists());
    }

    [Fact]
    public void Without_an_account_nothing_happens()
    {
        using var shell = new ModuleShell();

        shell.Run("New-ContactList A").ThrewId("NotConnected");
    }

    /// <summary>The lists of the sandbox whose names begin with the list of this test.</summary>
    private string[] Lists(bool all = false) =>
    [
        .. _sandbox.Get("lists").AsArray().Select(list => (string)list!["name"]!)
            .Where(name => all || name == _list || name == $"{_list}b").Order(StringComparer.Ordinal),
    ];
}
