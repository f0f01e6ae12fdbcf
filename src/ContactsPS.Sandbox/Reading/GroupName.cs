namespace ContactsPS.Sandbox.Reading;

/// <summary>The names of lists and tags.</summary>
internal static class GroupName
{
    /// <summary>The maximum length of a list name, in characters (web-service.md, POST contact/create).</summary>
    public const int LongestList = 30;

    /// <summary>The maximum length of a tag name, in characters (web-service.md, POST contact/create).</summary>
    public const int LongestTag = 20;

    /// <summary>
    /// Reads a name as the service does. Control characters are removed, because they are prohibited. A name that is
    /// too long is shortened. Its length is counted in Unicode code points, so that no emoji is split. Null when only
    /// white space is left.
    /// </summary>
    public static string? Read(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string name = string.Concat(ControlCharacters.Delete(text).EnumerateRunes().Take(longest));
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }
}
