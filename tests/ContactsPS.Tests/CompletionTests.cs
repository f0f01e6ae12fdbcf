namespace ContactsPS.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly ModuleShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Account_names_are_completed_and_quoted_without_a_request()
    {
        using var server = ScriptedServer.Hanging();
        Connect(server, "Main");
        Connect(server, "Maison d''été");
        Connect(server, "Other");

        Assert.Equal(["'Main'", "'Maison d''été'"], Complete("Add-Contact -Account ma"));
        Assert.Equal(["'Maison d''été'"], Complete("Test-ContactsAccount -Account 'mais"));
        Assert.Equal(["'Other'"], Complete("Disconnect-ContactsAccount o"));
        Assert.Equal(["'Main'", "'Maison d''été'", "'Other'"], Complete("Get-ContactsAccount -Name "));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("[")]
    [InlineData("'[a")]
    [InlineData("`")]
    [InlineData("*]")]
    public void A_completer_does_not_throw_for_any_word(string? word)
    {
        using var server = ScriptedServer.Hanging();
        Connect(server, "[odd] `name");
        _shell.Set("word", word);

        foreach (string completer in new[] { "Completion.AccountCompleter", "Completion.EncodingCompleter" })
        {
            ShellResult result = _shell.Run($"[ContactsPS.{completer}]::new().CompleteArgument('x', 'y', $word, $null, @{{}})");
            Assert.Null(result.Thrown);
        }
    }

    [Theory]
    [InlineData("Add-Contact -Account ")]
    [InlineData("Add-Contact -Account [")]
    [InlineData("Add-Contact -Account '[a")]
    [InlineData("Add-Contact -Account \"`")]
    [InlineData("Import-Contact -Encoding [")]
    [InlineData("Import-Contact -Encoding 'x")]
    public void Completion_does_not_fail_for_any_input(string line)
    {
        using var server = ScriptedServer.Hanging();
        Connect(server, "[odd] `name");

        ShellResult result = _shell.Run($"$null = TabExpansion2 -inputScript $line -cursorColumn $line.Length; $Error.Count".Replace("$line", Quote(line), StringComparison.Ordinal));

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void An_account_name_with_brackets_is_completed()
    {
        using var server = ScriptedServer.Hanging();
        Connect(server, "[odd] name");

        Assert.Equal(["'[odd] name'"], Complete("Add-Contact -Account '[o"));
    }

    [Fact]
    public void Encodings_are_completed()
    {
        Assert.Equal(["windows-1252"], Complete("Import-Contact -Encoding win"));
        Assert.Contains("utf8", Complete("Import-Contact -Encoding u"));
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void Connect(ScriptedServer server, string name)
    {
        _shell.Set("credential", Credentials.Of("someone@example.com", "key"));
        Assert.Null(_shell.Run($"Connect-ContactsAccount -Credential $credential -Endpoint {server.Endpoint} -Name '{name}' -NoVerify").Thrown);
    }

    private string[] Complete(string line)
    {
        ShellResult result = _shell.Run($"(TabExpansion2 -inputScript {Quote(line)} -cursorColumn {line.Length}).CompletionMatches.CompletionText");
        Assert.Null(result.Thrown);
        return [.. result.Output.Select(text => $"{text}")];
    }
}
