namespace ContactsPS.Sandbox.Hosting;

/// <summary>What the sandbox says on standard output once it listens.</summary>
internal static class Announcement
{
    /// <summary>
    /// Writes <c>ready http://127.0.0.1:PORT/v1/public/</c>, the line that a starting process waits for, and for a
    /// person who started it by hand a few more. The key shows only where it is the default one.
    /// </summary>
    public static async Task WriteAsync(Uri address, SandboxCredential credential, SandboxOptions options)
    {
        await Console.Out.WriteLineAsync($"ready {new Uri(address, "/v1/public/")}");
        if (!options.StopWithStandardInput)
        {
            await Console.Out.WriteAsync(
                $"""
                It accepts the login {credential.Login} with {KeyHint(credential)}.
                Look inside: {new Uri(address, "/sandbox/contacts")}, and lists, tags and requests in the same place.
                The contacts are kept in {options.DataPath ?? "memory"}. Ctrl+C ends it.

                """);
        }

        await Console.Out.FlushAsync();
    }

    private static string KeyHint(SandboxCredential credential) =>
        credential.PublicKey is { } key ? $"the key {key}" : "the key in CONTACTSPS_SANDBOX_KEY";
}
