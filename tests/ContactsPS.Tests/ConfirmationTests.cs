namespace ContactsPS.Tests;

public sealed class ConfirmationTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Fact]
    public void WhatIf_sends_nothing_and_shows_one_line_with_the_counts_and_the_mappings()
    {
        _sandbox.ForgetRequests();
        int before = _shell.Host.Shown.Count;

        ShellResult result = _shell.Run(
            $"$rows + $rows[0] + 'nonsense' | Add-Contact -ListName '{_list}' -TagName gold -SkipDuplicate -WhatIf -BatchSize 100 -ErrorAction SilentlyContinue", Rows.Contacts(250));

        Assert.Equal(new Summary(252, 0, 1, 1, 250, 0, 0), result.Summary());
        Assert.Empty(_sandbox.Requests());
        string shown = Assert.Single(_shell.Host.Shown.Skip(before));
        Assert.Contains(
            $"\"Add contacts to list {_list} with tag gold (250 contacts in 3 requests; 1 rejected, 1 duplicate); PhoneNumber from 'phone_number', FirstName from 'first_name'",
            shown,
            StringComparison.Ordinal);
        Assert.Contains("; then PhoneNumber from 'PhoneNumber'\" on target", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_of_many_rows_prints_one_line()
    {
        int before = _shell.Host.Shown.Count;

        Summary summary = _shell.Run("$rows | Add-Contact -WhatIf -BatchSize 1", Enumerable.Repeat<object?>(Rows.Contacts(1)[0], 5_000)).Summary();

        Assert.Equal((5_000, 5_000), (summary.Read, summary.NotSent));
        Assert.Equal(1, _shell.Host.Shown.Count - before);
    }

    [Theory]
    [InlineData("-UnList", "which takes them off all their lists")]
    [InlineData("-UnTag", "which takes them off all their tags")]
    [InlineData("-UnTag -TagName gold", "with tag gold, which takes them off all other tags")]
    [InlineData("-UnList -ListName VIP", "to list VIP, which takes them off all other lists")]
    [InlineData("-UnList -UnTag -ListName VIP", "to list VIP, which takes them off all other lists and all their tags")]
    public void What_a_run_takes_away_is_named_and_asked_for(string options, string named)
    {
        int shown = _shell.Host.Shown.Count;
        int asked = _shell.Host.Questions.Count;

        _shell.Run($"$rows | Add-Contact {options} -WhatIf", Rows.Contacts(1));
        _shell.Run($"$rows | Add-Contact {options}", Rows.Contacts(1));
        ShellResult unasked = _shell.Run($"$rows | Add-Contact {options} -Confirm:$false -Verbose", Rows.Contacts(1));

        Assert.Contains($"{named} (1 contact", Assert.Single(_shell.Host.Shown.Skip(shown)), StringComparison.Ordinal);
        Assert.Contains($"{named} (1 contact)", Assert.Single(_shell.Host.Questions.Skip(asked)), StringComparison.Ordinal);
        Assert.Contains(unasked.Verbose, line => line.Contains($"{named} (1 contact)", StringComparison.Ordinal));
        Assert.Equal(1, unasked.Summary().Accepted);
    }

    [Fact]
    public void Unlisting_a_file_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("one.csv", "phone_number\n+33612345678\n");
        int asked = _shell.Host.Questions.Count;

        Assert.Equal(1, _shell.Run($"Import-Contact '{file}' -UnList").Summary().Accepted);
        Assert.Equal(1, _shell.Run($"Import-Contact '{file}' -UnList:$false").Summary().Accepted);

        Assert.Equal(1, _shell.Host.Questions.Count - asked);
    }

    [Theory]
    [InlineData("Import-Contact '{0}' -ListName VIP -UnList")]
    [InlineData("Import-Csv '{0}' | Add-Contact -ListName VIP -UnList")]
    [InlineData("Import-Csv '{0}' | Remove-Contact")]
    public void WhatIf_requires_no_account(string command)
    {
        using var folder = new TemporaryFolder();
        using var shell = new ModuleShell();
        string file = folder.Write("two.csv", "phone_number\n+33612345678\nnonsense\n");

        ShellResult result = shell.Run($"{string.Format(System.Globalization.CultureInfo.InvariantCulture, command, file)} -WhatIf");

        Assert.Equal(new Summary(2, 0, 1, 0, 1, 0, 0), result.Summary());
        Assert.Equal(["PhoneNumberInvalid"], result.ErrorIds());
        Assert.EndsWith("(1 contact in 1 request; 1 rejected, 0 duplicate); PhoneNumber from 'phone_number'\" on target \"no account\".", shell.Host.Shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_of_300_000_rows_of_a_file_prints_one_line_without_an_account()
    {
        using var folder = new TemporaryFolder();
        using var shell = new ModuleShell();
        string file = folder.Write("many.csv", $"Mobile;Nom\n{string.Concat(Enumerable.Range(0, 300_000).Select(i => $"06{i:00000000};x\n"))}");

        ShellResult result = shell.Run($"Import-Contact '{file}' -DefaultRegion FR -Param1 Gold -WhatIf");

        Assert.Equal(300_000, result.Summary().NotSent);
        Assert.EndsWith(
            "\"Add contacts (300000 contacts in 1500 requests; 0 rejected, 0 duplicate); PhoneNumber from 'Mobile', LastName from 'Nom'. Where a contact has none of its own: Param1 is 'Gold'\" on target \"no account\".",
            Assert.Single(shell.Host.Shown),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_of_Import_Contact_sends_nothing()
    {
        _sandbox.ForgetRequests();

        Summary summary = _shell.Run($"Import-Contact '{Repository.Samples}/contacts.csv' -DefaultRegion FR -WhatIf -ErrorAction SilentlyContinue").Summary();

        Assert.Equal((1000, 0, 7, 993), (summary.Read, summary.Accepted, summary.Rejected, summary.NotSent));
        Assert.Empty(_sandbox.Requests());
    }

    [Fact]
    public void Confirm_asks_once_per_batch_and_sends_the_confirmed_batches()
    {
        int before = _shell.Host.Questions.Count;

        Summary summary = _shell.Run($"$rows | Add-Contact -ListName '{_list}' -Confirm -BatchSize 10", Rows.Contacts(25)).Summary();

        Assert.Equal(25, summary.Accepted);
        Assert.Equal(3, _shell.Host.Questions.Count - before);
    }

    [Fact]
    public void A_declined_batch_is_not_sent()
    {
        _shell.Host.Answer = 2;
        try
        {
            Summary summary = _shell.Run($"$rows | Add-Contact -ListName '{_list}' -Confirm -BatchSize 10", Rows.Contacts(25)).Summary();

            Assert.Equal(new Summary(25, 0, 0, 0, 25, 0, 0), summary);
            Assert.Equal(0, _sandbox.Count(_list));
        }
        finally
        {
            _shell.Host.Answer = 0;
        }
    }

    [Fact]
    public void The_numbers_of_a_declined_batch_are_not_duplicates_later()
    {
        _shell.Set("person", _shell.Host);
        try
        {
            ShellResult result = _shell.Run(
                $"& {{ $person.Answer = 2; $rows; $person.Answer = 0; $rows }} | Add-Contact -ListName '{_list}' -SkipDuplicate -Confirm -BatchSize 2", Rows.Contacts(2));

            Assert.Equal(new Summary(4, 2, 0, 0, 2, 1, 0), result.Summary());
            Assert.Equal(2, _sandbox.Count(_list));
        }
        finally
        {
            _shell.Host.Answer = 0;
        }
    }

    [Fact]
    public void WhatIf_counts_duplicates()
    {
        Summary summary = _shell.Run("$rows + $rows | Add-Contact -SkipDuplicate -WhatIf -BatchSize 2", Rows.Contacts(4)).Summary();

        Assert.Equal((8, 4, 4), (summary.Read, summary.Duplicate, summary.NotSent));
    }

    [Fact]
    public void Without_Confirm_only_the_preference_causes_a_question()
    {
        int before = _shell.Host.Questions.Count;

        _shell.Run($"$rows | Add-Contact -ListName '{_list}'", Rows.Contacts(1));
        Assert.Equal(before, _shell.Host.Questions.Count);

        _shell.Run($"$ConfirmPreference = 'Low'; try {{ $rows | Add-Contact -ListName '{_list}' }} finally {{ $ConfirmPreference = 'High' }}", Rows.Contacts(1));
        Assert.Equal(before + 1, _shell.Host.Questions.Count);

        _shell.Run($"$ConfirmPreference = 'Low'; try {{ $rows | Add-Contact -ListName '{_list}' -Confirm:$false }} finally {{ $ConfirmPreference = 'High' }}", Rows.Contacts(1));
        Assert.Equal(before + 1, _shell.Host.Questions.Count);
    }
}
