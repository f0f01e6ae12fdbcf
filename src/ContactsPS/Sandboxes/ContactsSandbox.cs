using System.Management.Automation;

namespace ContactsPS.Sandboxes;

/// <summary>
/// A sandbox that Start-ContactsSandbox started: a separate process that simulates the web service on loopback.
/// </summary>
public sealed class ContactsSandbox
{
    internal ContactsSandbox(SandboxProcess process, PSCredential credential, string? dataPath)
    {
        Process = process;
        Credential = credential;
        DataPath = dataPath;
    }

    /// <summary>The address to connect to. It ends with <c>/v1/public/</c>.</summary>
    public Uri Endpoint => Process.Endpoint;

    /// <summary>The address of the page that shows what the sandbox receives.</summary>
    public Uri Page => new(Endpoint, "/");

    /// <summary>The credential that the sandbox accepts.</summary>
    public PSCredential Credential { get; }

    /// <summary>The id of its process.</summary>
    public int ProcessId => Process.Id;

    /// <summary>The file that stores its data. Null when the data is in memory.</summary>
    public string? DataPath { get; }

    /// <summary>Whether its process is running.</summary>
    public bool IsRunning => Process.IsRunning;

    internal SandboxProcess Process { get; }

    /// <summary>The address.</summary>
    public override string ToString() => Endpoint.ToString();
}
