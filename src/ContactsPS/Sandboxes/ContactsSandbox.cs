using System.Management.Automation;

namespace ContactsPS.Sandboxes;

/// <summary>A sandbox of the web service that Start-ContactsSandbox started: a process of its own, on loopback.</summary>
public sealed class ContactsSandbox
{
    internal ContactsSandbox(SandboxProcess process, PSCredential credential, string? dataPath)
    {
        Process = process;
        Credential = credential;
        DataPath = dataPath;
    }

    /// <summary>The address to connect to; ends in <c>/v1/public/</c>.</summary>
    public Uri Endpoint => Process.Endpoint;

    /// <summary>The credential it accepts.</summary>
    public PSCredential Credential { get; }

    /// <summary>Its process.</summary>
    public int ProcessId => Process.Id;

    /// <summary>The file it keeps its data in; null where it keeps them in memory.</summary>
    public string? DataPath { get; }

    /// <summary>Whether its process is running.</summary>
    public bool IsRunning => Process.IsRunning;

    internal SandboxProcess Process { get; }

    /// <summary>The address.</summary>
    public override string ToString() => Endpoint.ToString();
}
