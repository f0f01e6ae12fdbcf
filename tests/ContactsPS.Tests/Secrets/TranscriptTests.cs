using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Tests.Secrets;

/// <summary>
/// All cmdlets in a shell of its own whose key is in its environment: neither its output and transcript nor its child
/// processes have it.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task No_transcript_and_no_child_process_has_the_key()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Command lines and environments are read from /proc.");
        var forms = new SecretForms(SecretSession.Login, SecretSession.Key);
        using var echo = new EchoService(forms);
        using var names = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var folder = new TemporaryFolder();
        folder.Write("contacts.csv", "phone\n+33612345671\nnone\n");
        ProcessStartInfo start = HostProgram.Prepare("-File", folder.Write("all.ps1", MakeScript(folder.Path, echo.Endpoint, names.Endpoint)));
        start.Environment["CONTACTSPS_API_LOGIN"] = SecretSession.Login;
        start.Environment["CONTACTSPS_API_KEY"] = SecretSession.Key;
        start.Environment["XDG_DATA_HOME"] = folder.Path;

        ProgramRun run = await ProgramRun.WaitAsync(start, s_limit);

        Assert.True(run.Lines.Contains("the end"), run.Output + run.Errors);
        string transcript = await File.ReadAllTextAsync(folder.Find("transcript.txt"), TestContext.Current.CancellationToken);
        Assert.All(SecretCase.All, one => Assert.Contains($"success of {one.Cmdlet}", transcript, StringComparison.Ordinal));
        Assert.Contains("***", transcript, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: ", transcript, StringComparison.Ordinal);
        string child = await File.ReadAllTextAsync(folder.Find("child.txt"), TestContext.Current.CancellationToken);
        Assert.Contains("PATH=", child, StringComparison.Ordinal);
        Assert.Contains("--credential-from-stdin", child, StringComparison.Ordinal);
        string completions = Assert.Single(Directory.GetFiles(folder.Find("ContactsPS"), "*", SearchOption.AllDirectories));
        foreach ((string where, string text) in new[]
            {
                ("the output", run.Output),
                ("the errors", run.Errors),
                ("the transcript", transcript),
                ("a child process", child),
                ("the completions", await File.ReadAllTextAsync(completions, TestContext.Current.CancellationToken)),
            })
        {
            Assert.Null(forms.FindIn(text) is { } form ? $"{where}: the key, {form}." : null);
        }
    }

    private static string MakeScript(string folder, Uri echo, Uri names)
    {
        string Part(string name, string script) => $$"""
            '{{name}}'
            try {
                & { {{script}} } | Format-List * -Force
            }
            catch {
                $_ | Format-List * -Force
                Get-Error
            }

            """;
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            Import-Module '{{Repository.Manifest}}'
            $null = Start-Transcript '{{folder}}/transcript.txt'
            $folder = '{{folder}}'
            $global:n = 0
            $VerbosePreference = $DebugPreference = 'Continue'
            $credential = [pscredential]::new($env:CONTACTSPS_API_LOGIN, (ConvertTo-SecureString $env:CONTACTSPS_API_KEY -AsPlainText -Force))
            $far = Connect-ContactsAccount -FromEnvironment -Endpoint http://contacts.example/ -Proxy '{{names.GetLeftPart(UriPartial.Authority)}}' -AllowUnencryptedAuthentication -NoVerify -Name far -PassThru
            '+33612345671' | Add-Contact -Account $far -ListName Spring
            $echo = Connect-ContactsAccount -FromEnvironment -Endpoint '{{echo}}' -NoVerify -Name echo -PassThru
            $sandbox = Start-ContactsSandbox -Credential $credential
            Connect-ContactsAccount -FromEnvironment -Endpoint $sandbox.Endpoint
            'environ', 'cmdline' | ForEach-Object { Get-Content "/proc/$($sandbox.ProcessId)/$_" -Raw } | Set-Content '{{folder}}/child.txt'
            {{string.Concat(SecretCase.All.Select(one => Part($"success of {one.Cmdlet}", one.Success)))}}
            {{string.Concat(SecretCase.All.Select(one => Part($"failure of {one.Cmdlet}", one.Failure)))}}
            $Error | Format-List * -Force
            $null = Stop-Transcript
            'the end'
            """);
    }
}
