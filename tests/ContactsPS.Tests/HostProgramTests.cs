using System.Text.RegularExpressions;

namespace ContactsPS.Tests;

public sealed class HostProgramTests
{
    [Fact]
    public async Task The_quickstart_ends_well_and_prints_numbers_that_agree()
    {
        HostRun run = await HostProgram.RunAsync(Path.Combine(Repository.Samples, "quickstart.ps1"));

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("The 7 rejected rows, with the reason:", run.Lines);
        Assert.Contains("The sandbox has 973 contacts in list VIP and 973 in list Newsletter. Three of them:", run.Lines);
        Assert.Equal(2, run.Lines.Count(line => Regex.IsMatch(line, @"^1000\s+973\s+7\s+20\s+0\s+0\s+\d+\s", default, TimeSpan.FromSeconds(1))));
        Assert.Equal("The numbers agree.", run.Lines[^1]);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task What_a_script_throws_is_code_1_and_stands_among_the_errors()
    {
        using var folder = new TemporaryFolder();
        HostRun run = await HostProgram.RunAsync(folder.Write("throws.ps1", "'before'; throw 'The reason'; 'after'"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The reason", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["before"], run.Lines);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public async Task The_code_of_exit_in_a_file_is_the_exit_code(int code)
    {
        using var folder = new TemporaryFolder();
        HostRun run = await HostProgram.RunAsync(folder.Write("exits.ps1", $"'before'; exit {code}; 'after'"));

        Assert.Equal(code, run.ExitCode);
        Assert.Equal(["before"], run.Lines);
    }

    [Fact]
    public async Task The_code_of_exit_in_a_command_is_the_exit_code()
    {
        HostRun run = await HostProgram.RunAsync("-Command", "exit 4");

        Assert.Equal(4, run.ExitCode);
    }

    [Fact]
    public async Task A_command_that_ends_with_an_error_is_code_1()
    {
        HostRun run = await HostProgram.RunAsync("-Command", "'before'; Get-ContactsAccount nobody");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nobody", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["before"], run.Lines);
    }

    [Fact]
    public async Task A_command_that_goes_on_after_an_error_ends_well()
    {
        HostRun run = await HostProgram.RunAsync("-Command", "Get-ContactsAccount nobody; 'after'");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("nobody", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["after"], run.Lines);
    }

    [Fact]
    public async Task Without_arguments_it_is_a_shell_to_type_in()
    {
        HostRun run = await HostProgram.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("PowerShell 7", run.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("PS ", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_what_comes_with_PowerShell()
    {
        HostRun run = await HostProgram.RunAsync("-Command", """
            (Get-Module PSReadLine, Microsoft.PowerShell.ThreadJob -ListAvailable).Name | Sort-Object
            'a;b', '1;2' | ConvertFrom-Csv -Delimiter ';' | ConvertTo-Json -Compress
            Add-Type 'public static class Compiled { public static int Value => 3; }'
            [Compiled]::Value
            """);

        Assert.Equal(["Microsoft.PowerShell.ThreadJob", "PSReadLine", """{"a":"1","b":"2"}""", "3"], run.Lines);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("(Get-Command Add-Contact).Module.Path")]
    [InlineData("pwsh -NoProfile -Command '(Get-Command Add-Contact).Module.Path'")]
    [InlineData("Start-Job { (Get-Command Add-Contact).Module.Path } | Receive-Job -Wait")]
    [InlineData("1 | ForEach-Object -Parallel { (Get-Command Add-Contact).Module.Path }")]
    public async Task A_cmdlet_of_the_module_is_found_by_its_name(string command)
    {
        HostRun run = await HostProgram.RunAsync("-Command", command);

        Assert.StartsWith(Repository.PackagePath ?? Path.Combine(Repository.Root, "src"), Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task The_module_of_the_checkout_hides_one_that_is_installed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Find("ContactsPS"));
        folder.Write(Path.Combine("ContactsPS", "ContactsPS.psd1"), "@{ ModuleVersion = '99.0' }");

        HostRun run = await HostProgram.RunAsync(
            "-Command", $"$env:PSModulePath = '{folder.Path}' + [IO.Path]::PathSeparator + $env:PSModulePath; pwsh -NoProfile -Command '(Import-Module ContactsPS -PassThru).Version.Major'");

        Assert.Equal(["0"], run.Lines);
    }

    [Fact]
    public async Task It_reports_nothing_and_looks_for_no_updates()
    {
        HostRun run = await HostProgram.RunAsync("-Command", "$env:POWERSHELL_TELEMETRY_OPTOUT; $env:POWERSHELL_UPDATECHECK");

        Assert.Equal(["1", "Off"], run.Lines);
    }

    [Fact]
    public async Task Arguments_reach_the_parameters_of_the_file_as_they_are()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("echo.ps1", "param($First, [string] $Named, [switch] $On) \"<$First>\"; \"<$Named>\"; \"<$On>\"");

        HostRun run = await HostProgram.RunAsync(script, "l'été; $HOME \"x\"", "-Named", "two words", "-On");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["<l'été; $HOME \"x\">", "<two words>", "<True>"], run.Lines);
    }

    [Fact]
    public async Task A_sandbox_ends_with_the_program_that_started_it()
    {
        HostRun run = await HostProgram.RunAsync("-Command", "(Start-ContactsSandbox).ProcessId");

        int id = int.Parse(Assert.Single(run.Lines), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.HoldsAsync(() => !Processes.IsRunning(id), "the sandbox ends");
    }
}
