namespace ContactsPS.Sandbox.Reading;

/// <summary>The country codes in queries.</summary>
internal static class CountryCode
{
    /// <summary>
    /// Reads a code of two letters, such as FR. It becomes upper case. Null for any other text. Whether the country
    /// exists is not checked.
    /// </summary>
    public static string? Read(string? text, NotePath path, RequestNotes notes)
    {
        if (text?.Trim() is not { Length: 2 } code || !code.All(char.IsAsciiLetter))
        {
            notes.Ignored(path, "It is not a country code of two letters.");
            return null;
        }

        string country = code.ToUpperInvariant();
        if (country != text)
        {
            notes.Formatted(path, $"The country code was read as {country}.");
        }

        return country;
    }
}
