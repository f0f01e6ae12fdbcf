namespace ContactsPS.Tests;

public sealed class HostProgramTests
{
    [Fact]
    public async Task The_quickstart_ends_well_and_prints_numbers_that_agree()
    {
        HostRun run = await HostProgram.RunAsync(Path.Combine(Repository.Samples, "quickstart.ps1"));

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("The numbers agree.", run.Lines);
        Assert.Contains("Rejected: 7", run.Lines);
        Assert.Contains("List VIP of the sandbox holds 973 contacts; the last three:", run.Lines);
        Assert.Contains(run.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^1000\s+973\s+7\s+20\s+0\s+\d+\s+0\s", default, TimeSpan.FromSeconds(1)));
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
    public async Task A_file_that_is_not_there_is_code_2()
    {
        HostRun run = await HostProgram.RunAsync("nowhere.ps1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere.ps1", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task No_arguments_are_code_2_and_the_usage()
    {
        HostRun run = await HostProgram.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("-Command TEXT", run.Errors, StringComparison.Ordinal);
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
    public async Task An_argument_that_begins_with_a_dash_is_not_run_as_script()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("rest.ps1", "param([Parameter(ValueFromRemainingArguments)] $Rest) \"<$Rest>\"");

        HostRun run = await HostProgram.RunAsync(script, "-x; 'injected'");

        Assert.DoesNotContain("injected", run.Lines);
    }

    [Fact]
    public async Task A_sandbox_ends_with_the_program_that_started_it()
    {
        HostRun run = await HostProgram.RunAsync("-Command", "(Start-ContactsSandbox).ProcessId");

        int id = int.Parse(Assert.Single(run.Lines), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.HoldsAsync(() => !Processes.IsRunning(id), "the sandbox ends");
    }
}
