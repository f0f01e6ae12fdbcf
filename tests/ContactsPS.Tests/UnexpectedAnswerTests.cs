namespace ContactsPS.Tests;

/// <summary>Answers that are not of the service, and answers that are large or hostile.</summary>
public sealed class UnexpectedAnswerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModuleShell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/plain")]
    public void A_login_page_is_an_error_for_every_cmdlet_that_calls_the_service(string type)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, "<html>Sign in</html>", type));
        _shell.Connect(server);
        string journal = _folder.Find("j");
        string file = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");

        ErrorRecord added = _shell.Run($"'{Rows.Number(1)}' | Add-Contact").ThrewId("RequestRejected");
        _shell.Run($"Import-Contact '{file}' -JournalPath '{journal}'").ThrewId("RequestRejected");
        ErrorRecord connected = _shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint").ThrewId("RequestRejected");
        PSObject tested = _shell.Run("Test-ContactsAccount").OneObject();

        Assert.Contains("a proxy or a login page may have answered", added.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("0 contacts were accepted before. 1 contact was read and not sent.", added.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("a proxy or a login page may have answered", connected.Exception.Message, StringComparison.Ordinal);
        Assert.False((bool)tested.Properties["Authenticated"].Value);
        Assert.DoesNotContain("\nended", File.ReadAllText(journal), StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public void A_refused_check_of_the_credential_does_not_speak_of_contacts()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.RefusedUnexplained);
        _shell.Connect(server);

        ErrorRecord error = _shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint").ThrewId("RequestRejected");

        Assert.Contains("Unknown error.", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("contact ", error.Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("list", error.Exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_long_header_is_not_repeated_for_each_contact()
    {
        string header = $"bad\u001B[31m{new string('x', 60_000)}";
        using var server = new ScriptedServer(_ => ScriptedAnswer.Raw($"HTTP/1.1 201 Created\r\n{header}\r\n\r\n"));
        _shell.Connect(server);
        string rejects = _folder.Find("rejects.csv");
        string file = _folder.Write("a.csv", $"phone\n{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{Rows.Number(i)}\n"))}");

        _shell.Run($"Import-Contact '{file}' -RejectedPath '{rejects}' -MaximumRetryCount 0");

        Assert.InRange(new FileInfo(rejects).Length, 1, 5_000 * 900);
        Assert.DoesNotContain('\u001B', File.ReadAllText(rejects));
    }

    [Fact]
    public void A_pause_of_more_than_ten_minutes_is_told()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error(429, 128, "Later.", "Retry-After: 3600"));
        _shell.Connect(server);

        ErrorRecord error = _shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint").ThrewId("ServiceUnavailable");

        Assert.Contains("60 minutes, and at most 10 minutes", error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }
}
