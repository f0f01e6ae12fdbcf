namespace ContactsPS.Tests.Hosting;

/// <summary>Connects shells to accounts.</summary>
public static class ModuleShellExtensions
{
    /// <summary>The key for scripted servers.</summary>
    public const string ScriptedKey = "the-key-of-the-scripted-server";

    /// <summary>Connects to a scripted server without a request to it.</summary>
    public static void Connect(this ModuleShell shell, ScriptedServer server) =>
        shell.Connect(server.Endpoint, Credentials.Of("someone@example.com", ScriptedKey));

    /// <summary>Connects to an endpoint without a request to it.</summary>
    public static void Connect(this ModuleShell shell, Uri endpoint, PSCredential credential)
    {
        shell.Set("endpoint", endpoint);
        shell.Set("credential", credential);
        ShellResult result = shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint -NoVerify");
        Assert.Null(result.Thrown);
    }
}
