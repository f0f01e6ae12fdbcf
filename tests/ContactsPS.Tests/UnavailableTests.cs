namespace ContactsPS.Tests;

public sealed class UnavailableTests
{
    [Fact]
    public void Each_contact_for_an_unreachable_service_is_an_error_and_counted_as_not_sent()
    {
        using ModuleShell shell = ConnectedToNothing();
        PSObject[] rows = Rows.Contacts(450);

        ShellResult result = shell.Run("$rows | Add-Contact -MaximumRetryCount 1 -RetryIntervalSec 0", rows);

        Summary summary = result.Summary();
        Assert.Equal((450, 0, 0, 0, 450), (summary.Read, summary.Accepted, summary.Rejected, summary.Duplicate, summary.NotSent));
        Assert.All(result.ErrorIds(), id => Assert.Equal("ServiceUnavailable", id));
        Assert.All(result.Errors, error => Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category));
        Assert.Equal(rows.ToHashSet<object>(), result.Errors.Select(error => error.TargetObject).ToHashSet());
        Assert.Equal(450, result.Errors.Count);
    }

    [Fact]
    public void No_batch_is_sent_after_the_last_retry()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(503));
        using var shell = new ModuleShell();
        shell.Connect(server);

        Summary summary = shell.Run("$rows | Add-Contact -MaximumRetryCount 1 -RetryIntervalSec 0 -BatchSize 10", Rows.Contacts(500)).Summary();

        Assert.Equal(500, summary.NotSent);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void The_numbers_of_contacts_that_were_not_sent_are_not_duplicates_later()
    {
        using ModuleShell shell = ConnectedToNothing();

        // Other contacts follow until the first contact is an error, and then the first contact comes again.
        ShellResult result = shell.Run("""
            $Error.Clear()
            & { $rows[0]; for ($i = 1; $Error.Count -eq 0 -and $i -lt $rows.Count; $i++) { $rows[$i] }; $rows[0] } |
                Add-Contact -SkipDuplicate -BatchSize 1 -MaximumRetryCount 0
            """, Rows.Contacts(100_000));

        Summary summary = result.Summary();
        Assert.InRange(summary.Read, 3, 100_000);
        Assert.Equal((0, summary.Read), (summary.Duplicate, summary.NotSent));
    }

    [Fact]
    public void ErrorAction_Stop_throws_at_the_first_contact_that_is_not_sent()
    {
        using ModuleShell shell = ConnectedToNothing();
        PSObject[] rows = Rows.Contacts(3);

        ShellResult result = shell.Run("$rows | Add-Contact -MaximumRetryCount 0 -ErrorAction Stop", rows);

        Assert.Same(rows[0], result.ThrewId("ServiceUnavailable").TargetObject);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Connect_to_an_unreachable_service_throws_and_adds_no_account()
    {
        using ModuleShell shell = ConnectedToNothing();
        shell.Run("Disconnect-ContactsAccount");

        ShellResult result = shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint");

        result.ThrewId("ServiceUnavailable");
        Assert.Empty(shell.Run("Get-ContactsAccount").Output);
    }

    [Fact]
    public void A_full_list_ends_the_run_with_one_error()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox();
        sandbox.Change("""{"full_lists": ["VIP"]}""");
        PSObject[] rows = Rows.Contacts(40);

        ShellResult result = shell.Run("$rows | Add-Contact -ListName VIP", rows);

        ErrorRecord error = result.ThrewId("RequestRejected");
        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(400, error.Exception.Read("StatusCode"));
        Assert.Equal(rows, Assert.IsType<object[]>(error.TargetObject));
        Assert.Equal(0, sandbox.Count("VIP"));
    }

    private static ModuleShell ConnectedToNothing()
    {
        var server = ScriptedServer.Hanging();
        server.Dispose();
        var shell = new ModuleShell();
        shell.Connect(server);
        return shell;
    }
}
