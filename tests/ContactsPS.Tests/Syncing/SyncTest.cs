using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Syncing;

/// <summary>The setup of tests that synchronise a list of a sandbox: a list, a state file, and the requests.</summary>
public abstract class SyncTest(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private protected ModuleShell Shell { get; } = fixture.Shell;

    private protected Sandbox Sandbox { get; } = fixture.Sandbox;

    private protected string List { get; } = Unique.Name("list");

    private protected TemporaryFolder Folder { get; } = new();

    private protected string State => Folder.Find("list.state");

    private protected string Pending => Folder.Find("list.state.pending");

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Deletes the files.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Folder.Dispose();
        }
    }

    /// <summary>Makes rows of these numbers.</summary>
    private protected static PSObject[] RowsOf(IEnumerable<string> numbers, string name = "Zoé") =>
        [.. numbers.Select(number => Rows.Row(("phone_number", number), ("first_name", name)))];

    /// <summary>Synchronises the list with rows.</summary>
    private protected ShellResult Sync(IEnumerable<object?> rows, string more = "") =>
        Shell.Run($"$rows | Sync-ContactList -Name '{List}' -StatePath '{State}' {more}", rows);

    /// <summary>Synchronises the list with rows, and forgets the requests.</summary>
    private protected SyncCounts SyncQuietly(IEnumerable<object?> rows)
    {
        SyncCounts counts = SyncCounts.Of(Sync(rows));
        Sandbox.ForgetRequests();
        return counts;
    }

    /// <summary>The requests since they were last forgotten: the method, and the number of contacts.</summary>
    private protected (string Method, int Contacts)[] Requests() =>
    [
        .. Sandbox.Get("requests").AsArray().Select(request => request!.AsObject())
            .Select(request => ((string)request["method"]!, (int)request["contacts"]!)),
    ];

    /// <summary>The contacts on the list: the number and the first name, in order.</summary>
    private protected string[] OnList() =>
        [.. Sandbox.Contacts(List).Select(Describe).Order(StringComparer.Ordinal)];

    /// <summary>The contacts of rows, as <see cref="OnList"/> describes them.</summary>
    private protected static string[] Describe(IEnumerable<PSObject> rows) =>
        [.. rows.Select(row => $"{row.Value<object>("phone_number")} {row.Value<object>("first_name")}").Order(StringComparer.Ordinal)];

    private static string Describe(JsonObject contact) => $"{contact["phone_number"]} {contact["first_name"]}";
}
