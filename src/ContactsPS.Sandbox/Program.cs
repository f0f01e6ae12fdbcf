using System.Runtime.InteropServices;
using ContactsPS.Sandbox.Hosting;

namespace ContactsPS.Sandbox;

/// <summary>
/// The sandbox as a program. Exit codes: 0 when it was stopped, 1 when it could not start, 2 for a wrong option.
/// </summary>
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

        // This comes first, so that Ctrl+C in the terminal of the starting process never ends the sandbox.
        using PosixSignalRegistration? interrupt = options.StopWithStandardInput
            ? PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true)
            : null;

        try
        {
            await SandboxHost.RunAsync(
                options, options.CredentialFromStandardInput ? SandboxCredential.FromStandardInput() : SandboxCredential.FromEnvironment());
            return 0;
        }
        catch (FormatException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
        catch (SandboxStartException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
    }
}
