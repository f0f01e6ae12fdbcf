using System.Runtime.InteropServices;
using ContactsPS.Sandbox.Hosting;

namespace ContactsPS.Sandbox;

/// <summary>The sandbox as a program. Exit codes: 0 it ended as asked, 1 it could not start, 2 a wrong option.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        SandboxOptions options;
        try
        {
            options = SandboxOptions.Read(arguments);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message} --help shows the options.");
            return 2;
        }

        if (options.Help)
        {
            await Console.Out.WriteAsync(SandboxOptions.HelpText);
            return 0;
        }

        // Before anything that takes time, so that a Ctrl+C in the starting process's terminal never hits the default action.
        using PosixSignalRegistration? interrupt = options.StopWithStandardInput
            ? PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true)
            : null;

        try
        {
            await SandboxHost.RunAsync(options, SandboxCredential.FromEnvironment());
            return 0;
        }
        catch (SandboxStartException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
    }
}
