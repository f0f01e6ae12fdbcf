using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>The names of lists and tags.</summary>
internal static class GroupName
{
    /// <summary>The maximum length of a list name, in characters (web-service.md, POST contact/create).</summary>
    public const int LongestList = 30;

    /// <summary>The maximum length of a tag name, in characters (web-service.md, POST contact/create).</summary>
    public const int LongestTag = 20;

    /// <summary>
    /// Reads a name as the service does. Control characters are deleted, because they are prohibited. A name that is
    /// too long is shortened. Its length is counted in Unicode code points, so that no emoji is split. Null when only
    /// white space is left.
    /// </summary>
    public static string? Read(JsonElement value, int longest, NotePath path, RequestNotes notes)
    {
        if (LooseText.Read(value, path, notes) is not { } text)
        {
            return null;
        }

        string name = string.Concat(text.EnumerateRunes().Take(longest));
        if (string.IsNullOrWhiteSpace(name))
        {
            notes.Ignored(path, "The name is blank.");
            return null;
        }

        if (name.Length < text.Length)
        {
            notes.Formatted(path, string.Create(CultureInfo.InvariantCulture, $"The name was shortened to {longest} characters."));
        }

        return name;
    }
}
