namespace ContactsPS.Sandbox.Reading;

/// <summary>The country codes in queries.</summary>
internal static class CountryCode
{
    /// <summary>
    /// Reads a code of two letters, such as FR. It becomes upper case. Null for any other text. Whether the country
    /// exists is not checked.
    /// </summary>
    public static string? Read(string? text) =>
        text?.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
}
