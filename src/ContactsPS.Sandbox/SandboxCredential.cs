using System.Security.Cryptography;
using System.Text;

namespace ContactsPS.Sandbox;

/// <summary>The login and the key that the sandbox accepts (web-service.md, Every request).</summary>
internal sealed class SandboxCredential(string login, string key)
{
    private const string DefaultLogin = "sandbox@example.com";
    private const string DefaultKey = "sandbox-key";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The login. Upper and lower case are different.</summary>
    public string Login { get; } = login;

    /// <summary>The key, if it is the public default key. Otherwise null, because no other key may be shown.</summary>
    public string? PublicKey { get; } = string.Equals(key, DefaultKey, StringComparison.Ordinal) ? DefaultKey : null;

    /// <summary>
    /// Reads the credential from the environment. A variable that is not set or is empty gets its default.
    /// </summary>
    public static SandboxCredential FromEnvironment() => new(
        Variable("CONTACTSPS_SANDBOX_LOGIN") ?? DefaultLogin,
        Variable("CONTACTSPS_SANDBOX_KEY") ?? DefaultKey);

    /// <summary>
    /// Whether this is the key. The comparison takes the same time for every wrong key of the same length.
    /// </summary>
    public bool HasKey(string key) => CryptographicOperations.FixedTimeEquals(_key, Encoding.UTF8.GetBytes(key));

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
