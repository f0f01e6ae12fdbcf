using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that reads the data of a sandbox.</summary>
public abstract class SandboxInspectionCmdlet : CancellableCmdlet
{
    /// <summary>The sandbox to read. Default: the running sandbox that this runspace started last.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public ContactsSandbox? Sandbox { get; set; }

    /// <summary>Writes each item as soon as it arrives.</summary>
    private protected void WriteFound<T>(Func<SandboxInspector, IAsyncEnumerable<T>> find)
    {
        ContactsSandbox? sandbox = Sandbox ?? RunspaceState.Current.Sandboxes.LastOrDefault(s => s.IsRunning);
        if (sandbox?.IsRunning != true)
        {
            this.Fail(ModuleErrorIds.SandboxNotRunning, Messages.SandboxNotRunning());
        }

        using var inspector = new SandboxInspector(sandbox);
        try
        {
            foreach (T item in find(inspector).ToBlockingEnumerable(StopToken))
            {
                WriteObject(item);
            }
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (HttpRequestException error)
        {
            ThrowTerminatingError(ErrorRecords.From(
                ErrorIds.ServiceUnavailable, $"The sandbox at {sandbox} doesn't answer: {error.Message}", sandbox, error));
        }
    }
}
