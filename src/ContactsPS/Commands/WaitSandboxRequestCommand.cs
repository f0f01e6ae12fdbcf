using System.Globalization;
using System.Management.Automation;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>
/// Waits until a sandbox has received requests, and writes them. Requests that arrived before count too, unless -After is
/// given.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "SandboxRequest")]
[OutputType(typeof(SandboxRequest))]
public sealed class WaitSandboxRequestCommand : SandboxInspectionCmdlet
{
    /// <summary>Wait for requests whose path ends with this, such as contact/create. Default: any path.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Path { get; set; }

    /// <summary>Wait for requests with this method. Default: any method.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Method { get; set; }

    /// <summary>Wait for requests with this status. Default: any status.</summary>
    [Parameter]
    [ValidateRange(0, 599)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int? Status { get; set; }

    /// <summary>Wait for requests whose body contains this text. Default: any body.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? BodyContains { get; set; }

    /// <summary>Wait for requests after the one with this id. Default: 0, which means all requests in the log.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public long After { get; set; }

    /// <summary>The number of requests to wait for. Default: 1.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int Count { get; set; } = 1;

    /// <summary>The longest wait, in seconds. Default: 30.</summary>
    [Parameter]
    [ValidateRange(0, 600)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int TimeoutSec { get; set; } = 30;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SandboxRequest[]? requests = Call(inspector => inspector.WaitAsync(
            [
                ("path", Path),
                ("method", Method),
                ("status", Status?.ToString(CultureInfo.InvariantCulture)),
                ("body_contains", BodyContains),
                ("after", After.ToString(CultureInfo.InvariantCulture)),
                ("count", Count.ToString(CultureInfo.InvariantCulture)),
                ("timeout_seconds", TimeoutSec.ToString(CultureInfo.InvariantCulture)),
            ],
            StopToken));
        if (requests is null)
        {
            this.Fail(ModuleErrorIds.SandboxWaitTimedOut, Messages.SandboxWaitTimedOut(Count, TimeoutSec), Find());
        }

        WriteObject(requests, enumerateCollection: true);
    }
}
