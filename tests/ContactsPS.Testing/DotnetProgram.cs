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
    public static Task<ProgramRun> RunAsync(string assembly, params IEnumerable<string> arguments) =>
        ProgramRun.WaitAsync(Prepare(assembly, arguments), s_limit);
}
