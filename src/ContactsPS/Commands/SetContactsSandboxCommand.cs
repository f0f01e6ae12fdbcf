using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsPS.Completion;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>Changes how a running sandbox behaves: its speed, its failures and its limits.</summary>
[Cmdlet(VerbsCommon.Set, "ContactsSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetContactsSandboxCommand : SandboxInspectionCmdlet
{
    private readonly JsonObject _changes = [];

    /// <summary>The delay before each call is processed, in milliseconds. Default: it doesn't change.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int LatencyMilliseconds { get; set; }

    /// <summary>The share of requests that fail, from 0 to 1. Default: it doesn't change.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public double FailureRate { get; set; }

    /// <summary>The kind of the failures. Default: it doesn't change.</summary>
    [Parameter]
    public SandboxFailureKind FailureKind { get; set; }

    /// <summary>The Retry-After of a simulated 429, in seconds. Default: it doesn't change.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int RetryAfterSec { get; set; }

    /// <summary>The lists that are full. An empty array means none. Default: it doesn't change.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string[] FullList { get; set; } = [];

    /// <summary>The logins that get status 403. An empty array means none. Default: it doesn't change.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string[] BlockedLogin { get; set; } = [];

    /// <summary>The standing of the account. Default: it doesn't change.</summary>
    [Parameter]
    public SandboxAccountStanding AccountStanding { get; set; }

    /// <summary>The most contacts in a request. $null means no limit. Default: it doesn't change.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int? MaximumContacts { get; set; }

    /// <summary>The most contacts on a list. $null means no limit. Default: it doesn't change.</summary>
    [Parameter]
    [AllowNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int? ListCapacity { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Add(nameof(LatencyMilliseconds), "latency_milliseconds", LatencyMilliseconds);
        Add(nameof(FailureRate), "failure_rate", (decimal)FailureRate);
        Add(nameof(FailureKind), "failure_kind", Name(FailureKind));
        Add(nameof(RetryAfterSec), "retry_after_seconds", RetryAfterSec);
        Add(nameof(FullList), "full_lists", Array(FullList));
        Add(nameof(BlockedLogin), "blocked_logins", Array(BlockedLogin));
        Add(nameof(AccountStanding), "account_standing", Name(AccountStanding));
        Add(nameof(MaximumContacts), "maximum_contacts", MaximumContacts);
        Add(nameof(ListCapacity), "list_capacity", ListCapacity);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"{Find()}", $"Change {string.Join(", ", _changes.Select(change => change.Key))}"))
        {
            Call(async inspector =>
            {
                await inspector.ChangeAsync(_changes, StopToken);
                return true;
            });
        }
    }

    private void Add(string parameter, string setting, JsonNode? value)
    {
        if (MyInvocation.BoundParameters.ContainsKey(parameter))
        {
            _changes[setting] = value;
        }
    }

    private static string Name(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    private static JsonArray Array(string[] texts) => [.. texts.Select(text => (JsonNode)text)];
}
