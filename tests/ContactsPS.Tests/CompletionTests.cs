using ContactsPS.Tests.Importing;

namespace ContactsPS.Tests;

public sealed class CompletionTests : IDisposable
{
    /// <summary>The parameters that take a path. For all others, file names are never meant.</summary>
    private static readonly string[] s_paths = ["Path", "LiteralPath", "JournalPath", "RejectedPath", "DataPath", "ExcludePath", "StatePath"];

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

        ShellResult result = _shell.Run("""
            $types = (Get-Module ContactsPS).ImplementingAssembly.GetExportedTypes().Where({ $_.Name -like '*Completer' })
            $types.ForEach({ $_::new().CompleteArgument('x', 'y', $word, $null, @{}) }) | Out-Null
            $types.ForEach({ $_::new().CompleteArgument('x', 'y', $word, $null, $null) }) | Out-Null
            $types.Count
            """);
        Assert.Null(result.Thrown);
        Assert.True((int)result.OneObject().BaseObject >= 9);
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

    [Fact]
    public void Countries_and_products_are_completed_and_countries_are_shown_by_name()
    {
        Assert.Equal("France", _shell.Run(Script("New-ContactObject 1 -DefaultRegion FR", "ToolTip")).OneObject().BaseObject);
        Assert.Equal(["DE"], Complete("Add-Contact -DefaultRegion germ"));
        Assert.Contains("FR", Complete("Import-Contact x.csv -DefaultRegion F"));
        Assert.DoesNotContain("PF", Complete("Import-Contact x.csv -DefaultRegion F"));
        Assert.Equal(["FR"], Complete("Get-ContactsCredit FR"));
        Assert.Equal(["BE"], Complete("Get-ContactsCredit FR, belg"));
        Assert.Equal("France", _shell.Run(Script("Get-ContactsBalance -CountryCode FR", "ToolTip")).OneObject().BaseObject);
        Assert.Equal(["FR"], Complete("Sync-ContactList x.csv -DefaultRegion FR"));
        Assert.Equal(["DE"], Complete("Get-ContactsCredit germ"));
        Assert.Equal(["DE"], Complete("Get-ContactsBalance -CountryCode germ"));
        Assert.Equal(["sms_low_cost", "sms_premium"], Complete("Get-ContactsBalance -ProductName sms"));
    }

    [Theory]
    [InlineData("Import-Contact x.csv -ListName ", "'VIP'", "'L''été [1]'")]
    [InlineData("Add-Contact -ListName VIP, l", "'L''été [1]'")]
    [InlineData("Remove-Contact -ListName v", "'VIP'")]
    [InlineData("Sync-ContactList -Name v", "'VIP'")]
    [InlineData("Remove-ContactList v", "'VIP'")]
    [InlineData("Clear-ContactList -Name v", "'VIP'")]
    [InlineData("Sync-ContactList -TagName ", "'gold'")]
    [InlineData("Get-SandboxContact -ListName 'v", "'VIP'")]
    [InlineData("Add-Contact -TagName ", "'gold'")]
    [InlineData("Get-SandboxContact -TagName \"g", "'gold'")]
    [InlineData("Sync-ContactList x.csv -StatePath x.state -Name v", "'VIP'")]
    [InlineData("Sync-ContactList x.csv -StatePath x.state -TagName ", "'gold'")]
    [InlineData("New-ContactList ", "'VIP'", "'L''été [1]'")]
    [InlineData("Clear-ContactList VIP, l", "'L''été [1]'")]
    [InlineData("Remove-ContactList -Name v", "'VIP'")]
    [InlineData("Get-SandboxList ", "'VIP'", "'L''été [1]'")]
    [InlineData("Get-SandboxList -Tag -Name ", "'gold'")]
    [InlineData("Set-ContactsSandbox -FullList v", "'VIP'")]
    public async Task Lists_and_tags_of_a_sandbox_are_completed_and_quoted(string line, params string[] expected)
    {
        _shell.StartSandbox();
        Assert.Empty(Complete(line));
        Assert.Null(_shell.Run("Add-Contact +33612345678 -ListName VIP, 'L''été [1]' -TagName gold").Thrown);

        // On a busy machine, the sandbox may not answer in time, and then there is nothing to complete.
        string[] found = [];
        await Eventually.HoldsAsync(() => (found = Complete(line)).Length > 0, $"completions of {line}");
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_sandbox_that_has_stopped_completes_nothing_and_is_no_error()
    {
        _shell.StartSandbox();
        Assert.Null(_shell.Run("Add-Contact +33612345678 -ListName VIP; Stop-Process -Id $sandbox.ProcessId -PassThru | Wait-Process").Thrown);

        Assert.Empty(Complete("Add-Contact -ListName "));
    }

    [Fact]
    public void Sheets_are_completed_from_the_file()
    {
        using var folder = new TemporaryFolder();
        List<Dictionary<string, object?>> rows = [new() { ["Mobile"] = "+33612345678" }];
        Workbook.Write(folder.Find("book.xlsx"), new() { ["Été 2026"] = rows, ["L'hiver"] = rows });
        folder.Write("text.xlsx", "no workbook");
        _shell.Run($"Set-Location -LiteralPath '{folder.Path}'");

        Assert.Equal(["'Été 2026'", "'L''hiver'"], Complete("Import-Contact book.xlsx -WorksheetName "));
        Assert.Equal(["'L''hiver'"], Complete("Import-Contact -Path b*.xlsx -WorksheetName 'l"));
        Assert.Equal(["'Été 2026'"], Complete("Sync-ContactList book.xlsx -Name VIP -StatePath x.state -WorksheetName É"));
        Assert.Equal(["'Été 2026'"], Complete($"Import-Contact -LiteralPath '{folder.Find("book.xlsx")}' -WorksheetName É"));
        Assert.Empty(Complete("Import-Contact text.xlsx -WorksheetName "));
        Assert.Empty(Complete("Import-Contact missing.xlsx -WorksheetName "));
        Assert.Empty(Complete("Import-Contact -WorksheetName "));
    }

    [Fact]
    public void Fields_are_completed_as_the_first_key_of_a_map()
    {
        Assert.Equal(["@{ PhoneNumber = ", "@{ Param1 = ", "@{ Param2 = ", "@{ Param3 = ", "@{ Param4 = ", "@{ Param5 = "], Complete("Add-Contact -PropertyMap P"));
        Assert.Equal(8, Complete("Import-Contact x.csv -PropertyMap ").Length);
    }

    [Fact]
    public void Endpoints_of_the_vendor_and_of_sandboxes_are_completed()
    {
        Sandbox sandbox = _shell.StartSandbox();

        Assert.Equal(["'https://api.octopush.com/v1/public/'", $"'{sandbox.Endpoint}'"], Complete("Connect-ContactsAccount -Endpoint "));
    }

    [Fact]
    public void Products_are_completed()
    {
        Assert.Equal(["sms_low_cost", "sms_premium"], Complete("Get-ContactsBalance -CountryCode FR -ProductName SMS"));
    }

    [Fact]
    public void File_names_are_offered_for_paths_only()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a-file.csv", "x");
        _shell.Run($"Set-Location -LiteralPath '{folder.Path}'");
        ShellResult result = _shell.Run("""
            $common = [Management.Automation.Cmdlet]::CommonParameters
            foreach ($cmdlet in (Get-Module ContactsPS).ExportedCmdlets.Values) {
                foreach ($parameter in $cmdlet.Parameters.Values.Where({ -not $_.SwitchParameter -and $_.Name -notin $common })) {
                    $line = "$($cmdlet.Name) -$($parameter.Name) "
                    if ((TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText -match 'a-file') {
                        $parameter.Name
                    }
                }
            }
            """);

        Assert.Null(result.Thrown);
        string[] offered = [.. result.Output.Select(name => $"{name}").Distinct(StringComparer.Ordinal)];
        Assert.Contains("Path", offered);
        Assert.Empty(offered.Except(s_paths, StringComparer.Ordinal));
    }

    private static string Script(string line, string property) =>
        $"(TabExpansion2 -inputScript {Quote(line)} -cursorColumn {line.Length}).CompletionMatches.ForEach({{ $_.{property} }})";

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private void Connect(ScriptedServer server, string name)
    {
        _shell.Set("credential", Credentials.Of("someone@example.com", "key"));
        Assert.Null(_shell.Run($"Connect-ContactsAccount -Credential $credential -Endpoint {server.Endpoint} -Name '{name}' -NoVerify").Thrown);
    }

    private string[] Complete(string line)
    {
        ShellResult result = _shell.Run($"{Script(line, "CompletionText")}");
        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        return [.. result.Output.Select(text => $"{text}")];
    }
}
