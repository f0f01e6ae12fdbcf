namespace ContactsPS.Sandbox.Hosting;

/// <summary>The text that the sandbox writes to standard output when it listens.</summary>
internal static class Announcement
{
    /// <summary>
    /// Writes the line <c>ready http://127.0.0.1:PORT/v1/public/</c>, which a starting process waits for. When a person
    /// started the sandbox, it writes some more lines. They show the key only if it is the default key.
    /// </summary>
    public static async Task WriteAsync(Uri address, SandboxCredential credential, SandboxOptions options)
    {
        await Console.Out.WriteLineAsync($"ready {new Uri(address, "/v1/public/")}");
        if (!options.StopWithStandardInput)
        {
            await Console.Out.WriteAsync(
                $"""
                It accepts the login {credential.Login} with {KeyHint(credential)}.
                What it receives is shown at {address}. Programs read it under {new Uri(address, "/sandbox/")}.
                The contacts are stored in {options.DataPath ?? "memory"}. Ctrl+C ends the sandbox.

                """);
        }

        await Console.Out.FlushAsync();
    }

    private static string KeyHint(SandboxCredential credential) =>
        credential.PublicKey is { } key ? $"the key {key}" : "the key that it was given";
}
