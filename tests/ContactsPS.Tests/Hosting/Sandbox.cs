namespace ContactsPS.Tests.Hosting;

/// <summary>A sandbox that a shell started.</summary>
public sealed class Sandbox(PSObject started) : RunningSandbox(started.Value<Uri>("Endpoint"))
{
    /// <summary>The output of Start-ContactsSandbox.</summary>
    public PSObject Started { get; } = started;

    /// <summary>The credential that it accepts.</summary>
    public PSCredential Credential { get; } = started.Value<PSCredential>("Credential");

    /// <summary>The key of the credential.</summary>
    public string Key => Credential.GetNetworkCredential().Password;
}
