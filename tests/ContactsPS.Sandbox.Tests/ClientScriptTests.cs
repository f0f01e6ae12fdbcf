using System.Diagnostics;
using System.Text;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Other HTTP clients get the same answers (samples/sandbox).</summary>
public sealed class ClientScriptTests
{
    private static readonly string s_folder = Path.Combine(Repository.Samples, "sandbox");

    [Theory]
    [InlineData("calls.sh", "answers.txt", "bash", "curl")]
    [InlineData("calls.py", "answers.txt", "python3")]
    [InlineData("calls.mjs", "answers.txt", "node")]
    [InlineData("scenario.sh", "scenario-answers.txt", "bash", "curl")]
    [InlineData("scenario.py", "scenario-answers.txt", "python3")]
    [InlineData("scenario.mjs", "scenario-answers.txt", "node")]
    public async Task A_script_with_another_client_prints_the_same_answers(string script, string answers, params string[] programs)
    {
        foreach (string program in programs)
        {
            Assert.SkipUnless(CanRun(program), $"{program} is not installed.");
        }

        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        ProgramRun run = await RunAsync(programs[0], Path.Combine(s_folder, script), sandbox.Endpoint.ToString());

        string expected = await File.ReadAllTextAsync(Path.Combine(s_folder, answers), TestContext.Current.CancellationToken);
        Assert.Empty(run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected.ReplaceLineEndings("\n"), run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("calls.sh", "bash", "curl")]
    [InlineData("calls.py", "python3")]
    [InlineData("calls.mjs", "node")]
    public async Task A_script_leaves_the_same_notes(string script, params string[] programs)
    {
        foreach (string program in programs)
        {
            Assert.SkipUnless(CanRun(program), $"{program} is not installed.");
        }

        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        await RunAsync(programs[0], Path.Combine(s_folder, script), sandbox.Endpoint.ToString());

        Assert.Equal<string[]>(
            [
                "contacts cast", "contacts formatted", "contacts cast", "list_names cast",
                "contacts[0].phone_number cast", "contacts[0].phone_number formatted", "contacts[0].first_name formatted", "contacts[1] dropped",
                "contact ignored",
            ],
            [.. sandbox.Get("requests").AsArray().SelectMany(request => request!["notes"]!.AsArray()).Select(note => $"{note!["path"]} {note["what"]}")]);
    }

    // The bash that Windows finds first may be that of a Linux system inside, for which this machine is another one.
    private static bool CanRun(string program) => !(OperatingSystem.IsWindows() && program == "bash")
        && Environment.GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program)));

    private static async Task<ProgramRun> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONUTF8"] = "1" },
        };
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(TimeSpan.FromMinutes(1), cancellation);
            return new ProgramRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
