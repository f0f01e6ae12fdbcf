using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ContactsPS.Host;

/// <summary>Runs one script in a runspace with the module imported, and shows what it writes as PowerShell does.</summary>
internal sealed partial class ScriptRunner(TextWriter output, TextWriter errors)
{
    private static readonly string s_modulePath = typeof(ScriptRunner).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ModulePath").Value!;

    /// <summary>Runs a script.</summary>
    /// <returns>The exit code: that of <c>exit</c>, 1 after a terminating error, else 0.</returns>
    public int Run(CommandLine commandLine)
    {
        var host = new ConsoleHost(output, errors);
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([s_modulePath]);
        if (OperatingSystem.IsWindows())
        {
            // The machine's policy is for the scripts of its shell; this is a program that was given one to run.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        using Runspace runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        runspace.SessionStateProxy.Path.SetLocation(Environment.CurrentDirectory);
        using var shell = PowerShell.Create(runspace);
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            shell.Stop();
        };
        try
        {
            shell.AddScript(ToScript(commandLine)).AddCommand("Out-Default");
            shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            shell.Invoke();
            return host.ExitCode ?? 0;
        }
        catch (PipelineStoppedException)
        {
            return 130;
        }
        catch (RuntimeException error)
        {
            host.UI.WriteErrorLine($"{error.ErrorRecord.InvocationInfo?.InvocationName}: {error.Message}".TrimStart(':', ' '));
            return host.ExitCode ?? 1;
        }
    }

    /// <summary>What to run; a statement that ends with an error makes the exit code 1, as a shell's is.</summary>
    private static string ToScript(CommandLine commandLine) => commandLine.IsFile
        ? $$"""
            {{ToCall(commandLine)}}
            if (-not $?) { exit $(if ($LASTEXITCODE) { $LASTEXITCODE } else { 1 }) }
            """
        : $$"""
            {{commandLine.Script}}
            if (-not $?) { exit 1 }
            """;

    /// <summary>What is passed as the name of a parameter; anything else is a value, and quoted.</summary>
    [GeneratedRegex(@"\A-[A-Za-z_]\w*(:(\$(true|false)|[\w.]+))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();

    private static string ToCall(CommandLine commandLine)
    {
        IEnumerable<string> arguments = commandLine.Arguments.Select(argument =>
            ParameterName().IsMatch(argument) ? argument : $"'{CodeGeneration.EscapeSingleQuotedStringContent(argument)}'");
        return $"& '{CodeGeneration.EscapeSingleQuotedStringContent(commandLine.Script)}' {string.Join(' ', arguments)}";
    }
}
