namespace ContactsPS.Client.Tests;

/// <summary>Makes clients of the servers that tests run.</summary>
internal static class Clients
{
    /// <summary>A client of a scripted server. Default timeout: 30 seconds.</summary>
    public static ContactsClient Client(
        this ScriptedServer server, TimeSpan? timeout = null, string login = "a@example.com", string key = "key-of-a") => new(
        new ContactsAccount(login, key, new AccountSettings { Endpoint = server.Endpoint, Timeout = timeout ?? TimeSpan.FromSeconds(30) }));

    /// <summary>A client of a sandbox. Default: with the key that the sandbox accepts.</summary>
    public static ContactsClient Client(this SandboxProcess sandbox, string key = SandboxProcess.Key) => new(
        new ContactsAccount(SandboxProcess.Login, key, new AccountSettings { Endpoint = sandbox.Endpoint }));
}
