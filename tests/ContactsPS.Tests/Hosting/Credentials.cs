using System.Security;

namespace ContactsPS.Tests.Hosting;

/// <summary>Makes credentials.</summary>
public static class Credentials
{
    /// <summary>A credential of a login and a key.</summary>
    public static PSCredential Of(string login, string key) => new(login, Secret(key));

    /// <summary>A text as a secure string.</summary>
    public static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (char c in text)
        {
            secret.AppendChar(c);
        }

        return secret;
    }
}
