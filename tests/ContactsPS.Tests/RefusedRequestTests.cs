namespace ContactsPS.Tests;

/// <summary>Refusals that concern all contacts, or the size of a request.</summary>
public sealed class RefusedRequestTests : IDisposable
{
    private readonly ModuleShell _shell = new();
    private readonly Sandbox _sandbox;

    public RefusedRequestTests() => _sandbox = _shell.StartSandbox();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_list_that_becomes_full_ends_the_run_and_the_error_says_so()
    {
        _sandbox.Change("""{"list_capacity": 250}""");

        ErrorRecord error = _shell.Run("$rows | Add-Contact -ListName VIP -ThrottleLimit 3", Rows.Contacts(2_000)).ThrewId("RequestRejected");

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("the list is full", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("200 contacts were accepted before", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(304L, error.Exception.Read("Code"));
        Assert.Equal(200, _sandbox.Count("VIP"));
        Assert.InRange(_sandbox.Requests().Length, 2, 1 + 3 + 1);
        Assert.InRange(Assert.IsType<object[]>(error.TargetObject).Length, 200, 1_800);
    }

    [Fact]
    public void An_account_without_credit_ends_the_run_after_one_request()
    {
        _sandbox.Change("""{"account_standing": "out_of_credit"}""");

        ErrorRecord error = _shell.Run("$rows | Add-Contact", Rows.Contacts(500)).ThrewId("RequestRejected");

        Assert.Contains("the account is out of credit", error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(_sandbox.Requests());
    }

    [Fact]
    public void A_service_that_takes_50_contacts_gets_a_thousand_in_22_requests()
    {
        _sandbox.Change("""{"maximum_contacts": 50}""");

        ShellResult result = _shell.Run("$rows | Add-Contact -ListName VIP -Verbose", Rows.Contacts(1_000));

        Assert.Equal(new Summary(1_000, 1_000, 0, 0, 0, 22, 0), result.Summary());
        Assert.Empty(result.Errors);
        Assert.Equal(1_000, _sandbox.Count("VIP"));
        Assert.Equal(2, result.Verbose.Count(line => line.Contains("because of its size", StringComparison.Ordinal)));
    }
}
