namespace ContactsPS.Tests.Importing;

/// <summary>Each way a run can end leaves the journal and the rejects file true, and the same command continues.</summary>
public sealed class EndOfRunTests : IDisposable
{
    private readonly ModuleShell _shell = new();

    public static bool HasSignals => !OperatingSystem.IsWindows();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("COMMAND -PassThru -ErrorAction Ignore | Select-Object -First 25")]
    [InlineData("COMMAND -PassThru -ErrorAction Ignore | Select-Object -First 1")]
    [InlineData("COMMAND -PassThru -ErrorAction Ignore | ForEach-Object { if (++$global:n -eq 25) { throw 'enough' } }")]
    [InlineData("foreach ($once in 1) { COMMAND -PassThru -ErrorAction Ignore | ForEach-Object { if (++$global:n -eq 25) { break } } }")]
    [InlineData("COMMAND -PassThru -ErrorAction Ignore | ForEach-Object { $_.NoSuchMethod() }")]
    public void A_run_that_the_pipeline_ends_continues(string script)
    {
        using var import = new EndingImport(rows: 2_000);
        _shell.Connect(import.Endpoint, import.Credential);
        _shell.Set("n", 0);

        _shell.Run($"$ErrorActionPreference = 'Stop'; {script.Replace("COMMAND", import.Command, StringComparison.Ordinal)}");

        import.AssertTrueAfterAnEnding();
        import.AssertContinues(_shell);
    }

    [Theory]
    [InlineData("Continue")]
    [InlineData("SilentlyContinue")]
    [InlineData("Ignore")]
    [InlineData("Stop")]
    public void No_ErrorAction_changes_a_run_whose_rejected_rows_go_to_a_file(string action)
    {
        using var import = new EndingImport(rows: 400);
        _shell.Connect(import.Endpoint, import.Credential);

        ShellResult result = _shell.Run($"{import.Command} -ErrorAction {action}");

        Assert.Empty(result.Errors);
        Assert.Equal((400, 391, 9), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
        import.AssertComplete();
        import.AssertContinues(_shell, isComplete: true);
    }

    [Theory]
    [InlineData("Continue", 9)]
    [InlineData("SilentlyContinue", 0)]
    [InlineData("Ignore", 0)]
    public void A_run_without_a_rejects_file_reaches_its_end_unless_ErrorAction_is_Stop(string action, int errors)
    {
        using var import = new EndingImport(rows: 400);
        _shell.Connect(import.Endpoint, import.Credential);

        ShellResult result = _shell.Run($"{import.CommandWithoutRejects} -ErrorAction {action}");

        Assert.Equal((400, 391, 9), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
        Assert.Equal(errors, result.Errors.Count);
        Assert.Equal([400, 391, 9, 0, 0], JournalText.Read(import.Journal).Totals);
    }

    [Fact]
    public void A_run_that_ErrorAction_Stop_ends_at_a_rejected_row_continues()
    {
        using var import = new EndingImport(rows: 2_000);
        _shell.Connect(import.Endpoint, import.Credential);

        ErrorRecord? ended = _shell.Run($"{import.CommandWithoutRejects} -ErrorAction Stop").Thrown;

        Assert.Matches("^(ContactRejected|PhoneNumberInvalid),", ended?.FullyQualifiedErrorId);
        import.AssertTrueAfterAnEnding();
        import.AssertContinues(_shell);
    }

    [Fact]
    public void A_run_goes_on_when_its_module_is_removed()
    {
        using var import = new EndingImport(rows: 2_000);
        _shell.Connect(import.Endpoint, import.Credential);
        _shell.Set("n", 0);

        ShellResult result = _shell.Run(
            $"{import.Command} -PassThru -ErrorAction Ignore | ForEach-Object {{ if (++$global:n -eq 25) {{ Remove-Module ContactsPS -Force }} }}; $global:n");

        Assert.Null(result.Thrown);
        Assert.Empty(_shell.Run("Get-Module ContactsPS").Output);
        import.AssertComplete();
        _shell.Run($"Import-Module '{Repository.Manifest}'");
        _shell.Connect(import.Endpoint, import.Credential);
        import.AssertContinues(_shell, isComplete: true);
    }

    [Fact]
    public void A_run_that_is_fed_goes_on_when_its_module_is_removed()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        _shell.Connect(server);

        Summary summary = _shell.Run(
            "$rows | ForEach-Object { if ($_.first_name -eq 'First 500') { Remove-Module ContactsPS -Force }; $_ } | Add-Contact -BatchSize 10", Rows.Contacts(1_000)).Summary();

        Assert.Equal((1_000, 1_000), (summary.Read, summary.Accepted));
        Assert.Equal(1_000, server.Requests.Sum(request => request.PhoneNumbers.Count));
    }

    [Fact(SkipUnless = nameof(HasSignals), Skip = "SIGTERM is sent with kill.")]
    public async Task A_run_that_SIGTERM_ends_continues()
    {
        using var import = new EndingImport(rows: 2_000);
        using var reached = new ManualResetEventSlim();
        import.HangsFrom = 21;
        import.Arrived = number =>
        {
            if (number == 20)
            {
                reached.Set();
            }

        };
        using (ImportProcess process = ImportProcess.Start(import.Endpoint, import.Credential, import.Command))
        {
            await Eventually.HoldsAsync(() => reached.IsSet, "the requests arrive");
            await process.TerminateAsync();
        }

        import.AssertTrueAfterAnEnding();
        _shell.Connect(import.Endpoint, import.Credential);
        import.AssertContinues(_shell);
    }
}
