using System.Collections;
using System.Management.Automation;

namespace ContactsPS.Engine;

/// <summary>
/// Lets the rows of Import-Csv come in batches, as <c>Import-Csv -OutBuffer 199</c> does: the engine binds the first row of
/// a batch, and <see cref="QueuedInput"/> takes the rest, which saves about a third of the time of the pipeline. It is done
/// only when nobody can see it: the command before is Import-Csv or ConvertFrom-Csv, whose objects are new and belong to
/// nobody else, and no script can tell which row its neighbours are at. When this isn't available, rows come one by one.
/// </summary>
internal static class UpstreamBuffer
{
    /// <summary>The most rows that wait until the next one sends them all on.</summary>
    private const int MaximumLength = 199;

    private static readonly string[] s_commands =
        ["Microsoft.PowerShell.Commands.ImportCsvCommand", "Microsoft.PowerShell.Commands.ConvertFromCsvCommand"];

    /// <summary>Sets the buffer of the command before this one, if it may be set.</summary>
    /// <param name="runtime">The runtime of the cmdlet, which is in BeginProcessing.</param>
    /// <param name="batchSize">Contacts a request. No row waits for more rows than its request would.</param>
    /// <param name="runsScripts">Whether the cmdlet runs script blocks of the user, which may look at variables of the pipeline.</param>
    public static void Fill(ICommandRuntime runtime, int batchSize, bool runsScripts)
    {
        if (!EngineAccess.IsAllowed)
        {
            return;
        }

        try
        {
            if (FindPipe(runtime, runsScripts) is { } pipe)
            {
                EngineAccess.GetProperty(pipe.GetType(), "OutBufferCount").SetValue(pipe, Math.Min(MaximumLength, batchSize - 1));
            }
        }
        catch (Exception)
        {
            // Another engine: rows come one by one, as they do from any other command.
        }
    }

    /// <summary>The pipe between the command before and this one; null when it is to be left alone.</summary>
    private static object? FindPipe(ICommandRuntime runtime, bool runsScripts)
    {
        object pipe = Get(runtime, "InputPipe")!;
        var commands = (IList)Get(Get(runtime, "PipelineProcessor")!, "Commands")!;
        int own = IndexOf(commands, runtime);
        if (own < 1 || (runsScripts && own > 1) || Get(pipe, "OutBufferCount") is not 0)
        {
            return null;
        }

        for (int i = 0; i < own; i++)
        {
            if (!string.IsNullOrEmpty((string?)Get(RuntimeOf(commands[i]!), "PipelineVariable")))
            {
                return null;
            }
        }

        object before = commands[own - 1]!;
        return s_commands.Contains(Get(before, "Command")!.GetType().FullName, StringComparer.Ordinal)
            && ReferenceEquals(Get(RuntimeOf(before), "OutputPipe"), pipe) ? pipe : null;
    }

    private static int IndexOf(IList commands, ICommandRuntime runtime)
    {
        for (int i = 0; i < commands.Count; i++)
        {
            if (ReferenceEquals(RuntimeOf(commands[i]!), runtime))
            {
                return i;
            }
        }

        return -1;
    }

    private static object RuntimeOf(object command) => Get(command, "CommandRuntime")!;

    private static object? Get(object item, string property) => EngineAccess.GetProperty(item.GetType(), property).GetValue(item);
}
