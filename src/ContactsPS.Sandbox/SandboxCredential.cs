using System.Security.Cryptography;
using System.Text;

namespace ContactsPS.Sandbox;

/// <summary>The one login and key that the sandbox accepts (web-service.md, Every request).</summary>
internal sealed class SandboxCredential(string login, string key)
{
    private const string DefaultLogin = "sandbox@example.com";
    private const string DefaultKey = "sandbox-key";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The login, compared to the letter.</summary>
    public string Login { get; } = login;

    /// <summary>The key where it is the one that everybody knows, else null; the only key that may be shown.</summary>
    public string? PublicKey { get; } = string.Equals(key, DefaultKey, StringComparison.Ordinal) ? DefaultKey : null;

    /// <summary>Takes the credential from the environment; a variable that is unset or empty takes its default.</summary>
    public static SandboxCredential FromEnvironment() => new(
        Variable("CONTACTSPS_SANDBOX_LOGIN") ?? DefaultLogin,
        Variable("CONTACTSPS_SANDBOX_KEY") ?? DefaultKey);

    /// <summary>Whether this is the key; takes as long for a near miss as for any other wrong one.</summary>
    public bool HasKey(string key) => CryptographicOperations.FixedTimeEquals(_key, Encoding.UTF8.GetBytes(key));

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
