using System.Diagnostics;

namespace ContactsPS.Testing;

/// <summary>Starts .NET programs of the repository.</summary>
public static class DotnetProgram
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>The start of a program, with all three standard streams redirected.</summary>
    /// <param name="assembly">The path of its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Environment variables beside those of this process.</param>
    public static ProcessStartInfo Prepare(
        string assembly, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Runs a program without input, and waits for its end. After a minute it is killed and the test fails.</summary>
    public static async Task<ProgramRun> RunAsync(string assembly, params IEnumerable<string> arguments)
    {
        using Process process = Process.Start(Prepare(assembly, arguments))!;
        process.StandardInput.Close();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(s_limit, cancellation);
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
