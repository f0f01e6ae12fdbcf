using System.Globalization;

namespace ContactsPS.Tests.Syncing;

public sealed class SyncContactListTests(SandboxFixture fixture) : SyncTest(fixture)
{
    [Fact]
    public void Only_what_differs_is_sent_and_the_list_equals_the_input()
    {
        string[] numbers = Unique.Numbers(10_070);
        PSObject[] first = RowsOf(numbers[..10_000]);
        PSObject[] second = [.. RowsOf(numbers[50..150], "Léa"), .. RowsOf(numbers[150..])];

        Assert.Equal(new SyncCounts(10_000, 10_000, 0, 0, 0), SyncCounts.Of(Sync(first)));
        Assert.Equal(Describe(first), OnList());
        Sandbox.ForgetRequests();

        Assert.Equal(new SyncCounts(10_020, 70, 100, 9_850, 50), SyncCounts.Of(Sync(second)));
        Assert.Equal(170, Requests().Where(request => request.Method == "POST").Sum(request => request.Contacts));
        Assert.Equal([("DELETE", 50)], Requests().Where(request => request.Method != "POST"));
        Assert.Equal(Describe(second), OnList());
        Sandbox.ForgetRequests();

        ShellResult third = Sync(second);
        Assert.Equal(new SyncCounts(10_020, 0, 0, 10_020, 0), SyncCounts.Of(third));
        Assert.Equal(0L, third.Output[0].Value<long>("Requests"));
        Assert.Empty(Requests());
        Assert.False(File.Exists(Pending));
    }

    [Fact]
    public void A_removed_contact_stays_in_the_account_and_comes_back_when_it_is_in_the_input_again()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(10));
        SyncQuietly(rows);

        Assert.Equal(1, SyncCounts.Of(Sync(rows[1..])).Removed);
        Assert.NotNull(Sandbox.Contact(rows[0].Value<string>("phone_number")));
        Assert.Equal(new SyncCounts(10, 1, 0, 9, 0), SyncCounts.Of(Sync(rows)));
        Assert.Equal(Describe(rows), OnList());
    }

    [Fact]
    public void Files_are_read_as_Import_Contact_reads_them()
    {
        string[] numbers = Unique.Numbers(3);
        string first = Folder.Write("a.csv", $"Mobile;Prénom\n0{numbers[0][3..]};Zoé\n");
        string second = Folder.Write("b.csv", $"Mobile;Prénom\n{numbers[1]};Léa\nnonsense;Max\n");
        string rejects = Folder.Find("rejects.csv");

        ShellResult result = Shell.Run(
            $"Sync-ContactList '{first}', '{second}' -Name '{List}' -StatePath '{State}' -DefaultRegion FR -RejectedPath '{rejects}'");

        Assert.Equal(new SyncCounts(3, 2, 0, 0, 0, Rejected: 1), SyncCounts.Of(result));
        Assert.Equal([$"{numbers[0]} Zoé", $"{numbers[1]} Léa"], OnList());
        Assert.Contains("nonsense;Max;3;PhoneNumberInvalid;", File.ReadAllText(rejects), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_the_service_refuses_is_in_the_rejects_file_and_is_tried_again()
    {
        string[] numbers = Unique.Numbers(5);
        string file = Folder.Write("a.csv", $"Mobile;Ville\n{string.Concat(numbers.Select(number => $"{number};Lyon\n"))}");
        string rejects = Folder.Find("rejects.csv");
        string command = $"Sync-ContactList -LiteralPath '{file}' -Name '{List}' -StatePath '{State}' -PropertyMap @{{ Param1 = {{ $_.Ville }} }} -RejectedPath '{rejects}'";
        Sandbox.Refuse(numbers[2]);

        Assert.Equal(new SyncCounts(5, 4, 0, 0, 0, Rejected: 1), SyncCounts.Of(Shell.Run(command)));
        Assert.Contains($"{numbers[2]};Lyon;4;ContactRejected;", File.ReadAllText(rejects), StringComparison.Ordinal);

        Sandbox.Refuse();
        Assert.Equal(new SyncCounts(5, 1, 0, 4, 0), SyncCounts.Of(Shell.Run(command)));
        Assert.Equal(5, Sandbox.Count(List));
    }

    [Fact]
    public void Each_object_is_accounted_for()
    {
        string[] numbers = Unique.Numbers(2);

        ShellResult result = Sync([numbers[0], "nonsense", null, numbers[1], numbers[0]]);

        Assert.Equal(new SyncCounts(5, 2, 0, 0, 0, Rejected: 2, Duplicate: 1), SyncCounts.Of(result));
        Assert.Equal(["PhoneNumberInvalid", "PhoneNumberMissing"], result.ErrorIds());
        Assert.Equal("nonsense", result.Errors[0].TargetObject);
    }

    [Fact]
    public void The_first_of_two_rows_with_the_same_number_is_kept()
    {
        string number = Unique.Number();

        SyncQuietly([.. RowsOf([number], "First"), .. RowsOf([number], "Second")]);

        Assert.Equal([$"{number} First"], OnList());
    }

    [Fact]
    public void A_refused_object_is_an_error_whose_target_is_the_contact()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(5));
        string number = rows[1].Value<string>("phone_number");
        Sandbox.Refuse(number);
        ShellResult result = Sync(rows);
        Sandbox.Refuse();

        Assert.Equal(new SyncCounts(5, 4, 0, 0, 0, Rejected: 1), SyncCounts.Of(result));
        object contact = result.OneError("ContactRejected").TargetObject;
        Assert.Equal((number, "Zoé"), (contact.Read("PhoneNumber"), contact.Read("FirstName")));
    }

    [Fact]
    public void Other_tags_send_all_contacts_again()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(3));
        SyncQuietly(rows);

        Assert.Equal(new SyncCounts(3, 0, 3, 0, 0), SyncCounts.Of(Sync(rows, "-TagName Gold")));
        Assert.Equal(new SyncCounts(3, 0, 0, 3, 0), SyncCounts.Of(Sync(rows, "-TagName Gold")));
        Assert.Equal("Gold", (string)Sandbox.Contacts(List)[0]["tags"]![0]!);
    }

    [Fact]
    public void Any_text_is_a_number_without_validation()
    {
        PSObject[] rows = RowsOf(["+336 12", "00\"33", "+0123", "\U0001F600", "+33612345678901234567890", "+33612345678"]);
        using var server = new ScriptedServer(request => ScriptedAnswer.Of(request.Method == "POST" ? 201 : 204));
        using var shell = new ModuleShell();
        shell.Connect(server);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}' -SkipPhoneValidation -Force";

        Assert.Equal(6, SyncCounts.Of(shell.Run(command, rows)).Added);
        Assert.Equal(6, SyncCounts.Of(shell.Run(command, rows)).Unchanged);
        Assert.Equal(6, SyncCounts.Of(shell.Run(command, [])).Removed);
        Assert.Equal(rows.Select(row => row.Value<string>("phone_number")).Order(), server.Requests[^1].PhoneNumbers.Order());
    }

    [Fact]
    public void WhatIf_shows_the_plan_and_the_columns_in_one_line_and_changes_nothing()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(10));
        SyncQuietly(rows);
        byte[] before = File.ReadAllBytes(State);
        int shown = Shell.Host.Shown.Count;

        ShellResult result = Sync([.. RowsOf([rows[2].Value<string>("phone_number")], "Léa"), .. rows[3..], "nonsense"], "-WhatIf -ErrorAction SilentlyContinue");

        string line = Assert.Single(Shell.Host.Shown.Skip(shown));
        Assert.Contains($"Synchronize list {List}: 0 added, 1 changed, 2 removed, 7 unchanged; 1 rejected, 0 duplicate; ", line, StringComparison.Ordinal);
        Assert.Contains("first_name", line, StringComparison.Ordinal);
        Assert.Equal(new SyncCounts(9, 0, 0, 7, 0, Rejected: 1, NotSent: 1, NotRemoved: 2), SyncCounts.Of(result));
        Assert.Empty(Requests());
        Assert.Equal(before, File.ReadAllBytes(State));
        Assert.Equal([State], Directory.GetFiles(Folder.Path));
    }

    [Theory]
    [InlineData("", "High", 0)]
    [InlineData("-Confirm", "High", 1)]
    [InlineData("", "Medium", 1)]
    [InlineData("-Confirm:$false", "Low", 0)]
    public void One_question_is_asked_for_the_whole_plan_and_only_on_request(string parameters, string preference, int questions)
    {
        int before = Shell.Host.Questions.Count;

        ShellResult result = Shell.Run(
            $"$ConfirmPreference = '{preference}'; try {{ $rows | Sync-ContactList -Name '{List}' -StatePath '{State}' -BatchSize 2 {parameters} }} finally {{ $ConfirmPreference = 'High' }}",
            RowsOf(Unique.Numbers(10)));

        Assert.Equal(10, SyncCounts.Of(result).Added);
        Assert.Equal(questions, Shell.Host.Questions.Count - before);
    }

    [Fact]
    public void The_first_run_warns_that_the_list_may_hold_other_contacts()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(2));

        Assert.Contains("no state file", Assert.Single(Sync(rows).Warnings), StringComparison.Ordinal);
        Assert.Empty(Sync(rows).Warnings);
    }

    [Fact]
    public void A_run_with_rejected_rows_and_removals_warns()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(10));
        SyncQuietly(rows);

        ShellResult result = Sync([.. rows[1..], "nonsense"], "-ErrorAction SilentlyContinue");

        Assert.Equal(1, SyncCounts.Of(result).Removed);
        Assert.Contains("1 row or object was rejected", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Removals_are_requests_of_200_contacts_at_most()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(1_000));
        SyncQuietly(rows);

        Assert.Equal(450, SyncCounts.Of(Sync(rows[450..], "-Force -BatchSize 1000")).Removed);

        Assert.Equal([50, 200, 200], Requests().Select(request => request.Contacts).Order());
        Assert.All(Requests(), request => Assert.Equal("DELETE", request.Method));
    }

    [Fact]
    public void Excluded_contacts_leave_the_list_and_are_in_the_plan_and_in_the_sum()
    {
        string[] numbers = Unique.Numbers(10);
        SyncQuietly(RowsOf(numbers));
        string options = $"-ExcludePath '{Folder.Write("out.txt", $"{numbers[0]}\n")}'";
        int shown = Shell.Host.Shown.Count;

        SyncCounts plan = SyncCounts.Of(Sync(RowsOf(numbers), $"{options} -WhatIf"));
        SyncCounts done = SyncCounts.Of(Sync(RowsOf(numbers), options));

        Assert.Equal(new SyncCounts(10, 0, 0, 9, 0, NotRemoved: 1, Excluded: 1), plan);
        Assert.Contains("1 removed, 9 unchanged; 0 rejected, 0 duplicate, 1 excluded; ", Assert.Single(Shell.Host.Shown.Skip(shown)), StringComparison.Ordinal);
        Assert.Equal(new SyncCounts(10, 0, 0, 9, 1, Excluded: 1), done);
        Assert.Equal(numbers[1..], Sandbox.Numbers(List).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fixed_lines_are_counted_in_one_warning_and_MobileOnly_rejects_them()
    {
        string[] rows = ["+33142685300", Unique.Number()];
        string warning = "1 of the phone numbers is that of a fixed line";

        Assert.Single(Sync(rows).Warnings, line => line.StartsWith(warning, StringComparison.Ordinal));
        ShellResult rejected = Sync(rows, "-MobileOnly -Force");

        Assert.Equal(["PhoneNumberNotMobile"], rejected.ErrorIds());
        Assert.Equal(new SyncCounts(2, 0, 0, 1, 1, Rejected: 1), SyncCounts.Of(rejected));
        Assert.Equal([rows[1]], Sandbox.Numbers(List));
    }

    [Fact]
    public void A_value_for_all_contacts_and_ClearEmptyField_are_sent_and_a_change_of_them_sends_all_contacts_again()
    {
        using var server = new ScriptedServer(request => request.Method == "POST" ? ScriptedAnswer.Created : ScriptedAnswer.Of(204));
        using var shell = new ModuleShell();
        shell.Connect(server);
        PSObject[] rows = RowsOf(Unique.Numbers(2), string.Empty);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}'";

        Assert.Equal(2, SyncCounts.Of(shell.Run($"{command} -Param1 Gold", rows)).Added);
        Assert.Contains("\"param1\":\"Gold\"", server.Requests[^1].Text, StringComparison.Ordinal);
        Assert.Equal(2, SyncCounts.Of(shell.Run($"{command} -Param1 Gold", rows)).Unchanged);
        Assert.Equal(2, SyncCounts.Of(shell.Run($"{command} -Param1 Gold -ClearEmptyField", rows)).Changed);
        Assert.Contains("\"first_name\":\"\"", server.Requests[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_the_summary_has_all_counts() => Assert.Equal(
        "1 read: 1 added, 0 changed, 0 unchanged, 0 rejected, 0 duplicate, 0 excluded, 0 not sent; 0 removed, 0 not removed",
        string.Create(CultureInfo.InvariantCulture, $"{Sync([Unique.Number()]).Output[0]}"));
}
