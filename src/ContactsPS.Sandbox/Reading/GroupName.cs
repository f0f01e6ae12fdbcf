using System.Text;

namespace ContactsPS.Sandbox.Reading;

/// <summary>The names of lists and tags.</summary>
internal static class GroupName
{
    /// <summary>The most characters in a list's name (web-service.md, contact/create).</summary>
    public const int LongestList = 30;

    /// <summary>The most characters in a tag's name (web-service.md, contact/create).</summary>
    public const int LongestTag = 20;

    /// <summary>
    /// A name as the service takes it: without control characters, which are prohibited, and cut to its first
    /// characters where it is too long, counted in Unicode code points so that no emoji is halved. Null where nothing
    /// but blanks is left.
    /// </summary>
    public static string? Read(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var name = new StringBuilder(longest);
        int length = 0;
        foreach (Rune letter in text.EnumerateRunes())
        {
            if (!Rune.IsControl(letter) && length++ < longest)
            {
                name.Append(letter);
            }
        }

        string cut = name.ToString();
        return string.IsNullOrWhiteSpace(cut) ? null : cut;
    }
}
