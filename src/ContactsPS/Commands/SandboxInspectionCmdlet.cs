using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that reads the data of a sandbox, or changes it.</summary>
public abstract class SandboxInspectionCmdlet : CancellableCmdlet
{
    /// <summary>The sandbox to use. Default: the running sandbox that this runspace started last.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public ContactsSandbox? Sandbox { get; set; }

    /// <summary>Writes each item as soon as it arrives.</summary>
    private protected void WriteFound<T>(Func<SandboxInspector, IAsyncEnumerable<T>> find) => Use(inspector =>
    {
        foreach (T item in find(inspector).ToBlockingEnumerable(StopToken))
        {
            WriteObject(item);
        }

        return true;
    });

    /// <summary>Makes a call, and waits for its answer.</summary>
    private protected T Call<T>(Func<SandboxInspector, Task<T>> call) => Use(inspector => Await(_ => call(inspector)));

    /// <summary>The sandbox of the parameter, or its default. The cmdlet ends when it is not running.</summary>
    private protected ContactsSandbox Find()
    {
        ContactsSandbox? sandbox = Sandbox ?? RunspaceState.Current.Sandboxes.LastOrDefault(s => s.IsRunning);
        if (sandbox?.IsRunning != true)
        {
            this.Fail(ModuleErrorIds.SandboxNotRunning, Messages.SandboxNotRunning());
        }

        return sandbox;
    }

    private T Use<T>(Func<SandboxInspector, T> use)
    {
        ContactsSandbox sandbox = Find();
        using var inspector = new SandboxInspector(sandbox);
        try
        {
            return use(inspector);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (HttpRequestException error)
        {
            ThrowTerminatingError(ErrorRecords.From(
                ErrorIds.ServiceUnavailable, $"The sandbox at {sandbox} doesn't answer: {error.Message}", sandbox, error));
            throw;
        }
    }
}
