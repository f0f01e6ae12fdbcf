namespace ContactsPS.Tests;

public sealed class RunspaceTests
{
    [Fact]
    public void Two_runspaces_send_to_their_own_accounts_at_the_same_time()
    {
        using var one = new ModuleShell();
        using var other = new ModuleShell();
        Sandbox oneSandbox = one.StartSandbox();
        Sandbox otherSandbox = other.StartSandbox();
        one.Set("rows", Rows.Contacts(3_000));
        other.Set("rows", Rows.Contacts(2_000, 10_000));
        using PowerShell oneRun = one.Create("$rows | Add-Contact -ListName VIP");
        using PowerShell otherRun = other.Create("$rows | Add-Contact -ListName VIP");

        IAsyncResult oneEnd = oneRun.BeginInvoke();
        IAsyncResult otherEnd = otherRun.BeginInvoke();

        Assert.Equal(3_000, Summary.Of(Assert.Single(oneRun.EndInvoke(oneEnd))).Accepted);
        Assert.Equal(2_000, Summary.Of(Assert.Single(otherRun.EndInvoke(otherEnd))).Accepted);
        Assert.Equal(Numbers(0, 3_000), oneSandbox.Numbers("VIP").ToHashSet());
        Assert.Equal(Numbers(10_000, 2_000), otherSandbox.Numbers("VIP").ToHashSet());
    }

    [Fact]
    public void The_account_of_a_runspace_is_not_visible_in_another_runspace()
    {
        using var server = ScriptedServer.Hanging();
        using var one = new ModuleShell();
        using var other = new ModuleShell();
        one.Connect(server);

        other.Run("Get-ContactsAccount someone@example.com").OneError("AccountNotFound");
        other.Run("'+33612345678' | Add-Contact").ThrewId("NotConnected");
    }

    [Fact]
    public void An_account_can_be_passed_to_another_runspace()
    {
        using var one = new ModuleShell();
        using var other = new ModuleShell();
        Sandbox sandbox = one.StartSandbox();
        other.Set("account", one.Run("Get-ContactsAccount").OneObject());

        Summary summary = other.Run("'+33612345678' | Add-Contact -Account $account -ListName VIP").Summary();

        Assert.Equal(1, summary.Accepted);
        Assert.Equal(1, sandbox.Count("VIP"));
    }

    private static HashSet<string> Numbers(int first, int count) => [.. Enumerable.Range(first, count).Select(Rows.Number)];
}
