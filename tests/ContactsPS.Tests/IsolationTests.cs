namespace ContactsPS.Tests;

/// <summary>Runs in other cultures and in a constrained session do the same.</summary>
public sealed class IsolationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _server = new(request => request.PhoneNumbers.Contains(Rows.Number(7)) ? ScriptedAnswer.Refused : ScriptedAnswer.Created);

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fr-FR")]
    public void A_culture_changes_nothing(string culture)
    {
        string inCulture = Run(culture);

        Assert.Equal(Run(string.Empty), inCulture);
        Assert.Contains("\"param1\":\"1234.5\"", inCulture, StringComparison.Ordinal);
        Assert.Contains("\"param2\":\"2024-11-14\"", inCulture, StringComparison.Ordinal);
        Assert.Contains(Rows.Number(1), inCulture, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constrained_session_imports_and_adds()
    {
        using var shell = new ModuleShell();
        shell.Connect(_server);
        string file = _folder.Write("a.csv", $"phone,city\n{Rows.Number(1)},Lyon\nnone,Paris\n");
        shell.Run("$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'");

        ShellResult result = shell.Run(
            $$"""
            $ExecutionContext.SessionState.LanguageMode
            try { [System.IO.File]::Exists('a') } catch { 'refused' }
            (Import-Contact '{{file}}' -ErrorAction SilentlyContinue).Accepted
            (Import-Csv '{{file}}' | Add-Contact -PropertyMap @{ Param1 = 'city'; Param2 = { $_.city.ToUpper() } } -ErrorAction SilentlyContinue).Accepted
            Import-Csv '{{file}}' | ConvertTo-ContactRequest -PropertyMap @{ Param2 = { $_.city.ToUpper() } } -ErrorAction SilentlyContinue
            """);

        Assert.Null(result.Thrown);
        Assert.Equal(["ConstrainedLanguage", "refused", "1", "1"], result.Output.Take(4).Select(item => $"{item}"));
        Assert.Contains("\"param2\":\"LYON\"", $"{result.Output[4]}", StringComparison.Ordinal);
    }

    /// <summary>All that a run in a culture writes, and all bodies that it sends.</summary>
    private string Run(string culture)
    {
        string folder = Path.Combine(_folder.Path, "run");
        Directory.CreateDirectory(folder);
        using var shell = new ModuleShell();
        shell.Connect(_server);
        string file = _folder.Write("a.csv", $"MOBILE;FIRSTNAME;INFO\n{string.Concat(Enumerable.Range(1, 9).Select(index => $"{Rows.Number(index)};Zoé {index};1.234,5\n"))}none;x;\n");
        int before = _server.Requests.Count;

        ShellResult result = shell.Run(
            $$"""
            if ('{{culture}}') { [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = '{{culture}}' } else { [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = [cultureinfo]::InvariantCulture }
            $summary = Import-Contact '{{file}}' -ListName İstanbul -BatchSize 3 -ThrottleLimit 1 -JournalPath '{{folder}}/journal' -RejectedPath '{{folder}}/rejects.csv'
            $summary | Select-Object Read, Accepted, Rejected, Duplicate, NotSent | ConvertTo-Json -Compress
            $row = [pscustomobject]@{ PHONE_ID = 5; MOBILE = 33610000001.0; FIRST_NAME = 'ı'; INFO1 = 1234.5; INFO2 = [datetime]'2024-11-14' }
            $row | ConvertTo-ContactRequest -PropertyMap @{ PhoneNumber = 'MOBILE'; Param1 = 'INFO1'; Param2 = 'INFO2' } -DefaultRegion fr
            [pscustomobject]@{ FIRSTNAME = 'I'; TITLE = 'i'; MOBILE = '+33610000001' } | ConvertTo-ContactRequest
            1234567 | Add-Contact
            """);

        Assert.Null(result.Thrown);
        string[] files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        Directory.Delete(folder, recursive: true);
        return string.Join('\n', [.. result.Output.Take(3).Select(item => $"{item}"), .. result.Errors.Select(error => $"{error} {error.FullyQualifiedErrorId}"), .. files, .. _server.Requests.Skip(before).Select(request => request.Text)]);
    }
}
