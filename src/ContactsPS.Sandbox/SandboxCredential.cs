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
    /// Reads the credential from the first two lines of standard input: the login and the key. Other programs can't see it
    /// there, and can see the environment of a process. What follows on standard input is left for
    /// <see cref="Hosting.StandardInputLifetime"/>.
    /// </summary>
    /// <exception cref="FormatException">Standard input ended before, or a line is empty.</exception>
    public static SandboxCredential FromStandardInput()
    {
        using Stream input = Console.OpenStandardInput();
        return new SandboxCredential(ReadLine(input), ReadLine(input));
    }

    /// <summary>
    /// Whether this is the key. The comparison takes the same time for every wrong key of the same length.
    /// </summary>
    public bool HasKey(string key) => CryptographicOperations.FixedTimeEquals(_key, Encoding.UTF8.GetBytes(key));

    /// <summary>Reads one line, byte by byte, so that nothing after it is read.</summary>
    private static string ReadLine(Stream input)
    {
        List<byte> line = [];
        int next;
        while ((next = input.ReadByte()) is not (-1 or '\n'))
        {
            line.Add((byte)next);
        }

        return next != -1 && line.Count > 0
            ? Encoding.UTF8.GetString([.. line])
            : throw new FormatException("Standard input must begin with a line for the login and a line for the key.");
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
