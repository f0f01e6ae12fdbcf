namespace ContactsPS.Tests.Secrets;

/// <summary>No cmdlet shows the key, whether it succeeds or fails, in any form and in any way of showing it.</summary>
public sealed class EveryCmdletTests
{
    [Fact]
    public void Each_exported_cmdlet_has_a_case()
    {
        using var shell = new ModuleShell();

        IEnumerable<string> exported = shell.Run("(Get-Module ContactsPS).ExportedCommands.Keys").Output.Select(name => $"{name}");

        Assert.Equal(exported.Order(StringComparer.Ordinal), SecretCase.All.Select(one => one.Cmdlet).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_cmdlet_shows_the_key()
    {
        using var session = new SecretSession();
        foreach (SecretCase one in SecretCase.All)
        {
            (string text, _) = session.Run($"{one.Cmdlet} in success", one.Success);
            Assert.DoesNotContain("was not recognized", text, StringComparison.Ordinal);
        }

        foreach (SecretCase one in SecretCase.All)
        {
            Fail(session, one);
        }

        session.CheckSandbox();
        string[] files = session.CheckFiles();
        Assert.Superset(
            new HashSet<string> { "data.sqlite", "extra.sqlite", "success.journal", "success.csv", "success.state" }, files.ToHashSet());
        Assert.True(session.Found.Count == 0, string.Join('\n', session.Found));
    }

    private static void Fail(SecretSession session, SecretCase one)
    {
        if (!one.MeetsEcho)
        {
            Assert.True(session.Run($"{one.Cmdlet} in failure", one.Failure).HasFailed, $"{one.Cmdlet} doesn't fail.");
            return;
        }

        int masked = 0;
        for (int answer = 0; answer < session.Echo.Answers; answer++)
        {
            string name = session.Echo.Choose(answer);
            (string text, _) = session.Run($"{one.Cmdlet} with {name}", one.Failure, displays: answer < session.Echo.Kinds && answer % 4 == 0);
            masked += text.Contains("***", StringComparison.Ordinal) ? 1 : 0;
        }

        // Otherwise the answers don't reach what is shown, and the test can't fail.
        Assert.True(session.Found.Count > 0 || masked >= session.Echo.Answers / 2, $"{one.Cmdlet} shows the text of {masked} of {session.Echo.Answers} answers.");
    }
}
