using System.Buffers;
using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// Checks the names of lists and tags (web-service.md, POST contact/create). The length of a name is the number of its
/// Unicode code points: an accented letter or an emoji of one code point counts as one character.
/// </summary>
public static class GroupName
{
    /// <summary>The maximum length of a list name, in Unicode code points.</summary>
    public const int MaximumListLength = 30;

    /// <summary>The maximum length of a tag name, in Unicode code points.</summary>
    public const int MaximumTagLength = 20;

    private static readonly SearchValues<char> s_controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>Checks the name of a list.</summary>
    /// <exception cref="ContactsException">NameEmpty, ListNameInvalid or ListNameTooLong.</exception>
    public static void ValidateList(string name) =>
        Validate("list", name, MaximumListLength, ErrorIds.ListNameInvalid, ErrorIds.ListNameTooLong);

    /// <summary>Checks the name of a tag.</summary>
    /// <exception cref="ContactsException">NameEmpty, TagNameInvalid or TagNameTooLong.</exception>
    public static void ValidateTag(string name) =>
        Validate("tag", name, MaximumTagLength, ErrorIds.TagNameInvalid, ErrorIds.TagNameTooLong);

    private static void Validate(string kind, string name, int maximum, string invalidId, string tooLongId)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ContactsException(ErrorIds.NameEmpty, $"A {kind} name is empty.");
        }

        // The service deletes prohibited characters, so the contacts would be in a group with another name.
        int control = name.AsSpan().IndexOfAny(s_controls);
        if (control >= 0)
        {
            throw new ContactsException(
                invalidId,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {kind} name '{ColumnName.ToVisible(name)}' contains the control character U+{(int)name[control]:X4}. Tabs and line breaks are control characters too."));
        }

        int length = name.EnumerateRunes().Count();
        if (length > maximum)
        {
            throw new ContactsException(
                tooLongId,
                $"The {kind} name '{name}' has {length} characters. The service accepts at most {maximum}.");
        }
    }
}
