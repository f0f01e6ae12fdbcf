namespace ContactsPS.Tests;

public sealed class ConfirmationTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Fact]
    public void WhatIf_sends_nothing_and_shows_the_mapping_and_each_batch()
    {
        _sandbox.ForgetRequests();
        int before = _shell.Host.Shown.Count;

        ShellResult result = _shell.Run($"$rows | Add-Contact -ListName '{_list}' -TagName gold -WhatIf -BatchSize 100", Rows.Contacts(250));

        Assert.Equal(new Summary(250, 0, 0, 0, 250, 0, 0), result.Summary());
        Assert.Empty(result.Errors);
        Assert.Empty(_sandbox.Requests());
        Assert.StartsWith("What if: PhoneNumber from 'phone_number', FirstName from 'first_name'", _shell.Host.Shown.ElementAt(before), StringComparison.Ordinal);
        string[] shown = [.. _shell.Host.Shown.Skip(before + 1)];
        Assert.Equal(3, shown.Length);
        Assert.All(shown, line => Assert.Contains($"list {_list}", line, StringComparison.Ordinal));
        Assert.Contains("(100 contacts)", shown[0], StringComparison.Ordinal);
        Assert.Contains("(50 contacts)", shown[2], StringComparison.Ordinal);
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
