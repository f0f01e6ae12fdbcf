using System.Management.Automation;
using ContactsPS.Client;
using ContactsPS.Completion;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that sends a request again after a transient failure.</summary>
public abstract class RetryingCmdlet : AccountCmdlet
{
    /// <summary>
    /// The maximum number of retries after a transient failure. When the last retry fails and other requests of a run
    /// succeeded in the meantime, the request gets one more series of retries. Default: 5.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 1000)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>
    /// The shortest wait before the first retry, in seconds. It doubles with each retry, up to 60. Default: 1.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public double RetryIntervalSec { get; set; } = 1;

    /// <summary>The parameters, as options of a sender.</summary>
    private protected BulkSenderOptions Retries => new()
    {
        MaximumRetryCount = MaximumRetryCount,
        RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
    };
}
