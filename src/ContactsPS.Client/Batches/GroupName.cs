namespace ContactsPS.Client;

/// <summary>Checks the names of lists and tags (web-service.md, POST contact/create).</summary>
public static class GroupName
{
    /// <summary>The maximum length of a list name, in UTF-16 code units.</summary>
    public const int MaximumListLength = 30;

    /// <summary>The maximum length of a tag name, in UTF-16 code units.</summary>
    public const int MaximumTagLength = 20;

    /// <summary>Checks the name of a list.</summary>
    /// <exception cref="ContactsException">ListNameTooLong or NameEmpty.</exception>
    public static void ValidateList(string name) => Validate("list", name, MaximumListLength, ErrorIds.ListNameTooLong);

    /// <summary>Checks the name of a tag.</summary>
    /// <exception cref="ContactsException">TagNameTooLong or NameEmpty.</exception>
    public static void ValidateTag(string name) => Validate("tag", name, MaximumTagLength, ErrorIds.TagNameTooLong);

    private static void Validate(string kind, string name, int maximum, string tooLongId)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ContactsException(ErrorIds.NameEmpty, $"A {kind} name is empty.");
        }

        if (name.Length > maximum)
        {
            throw new ContactsException(
                tooLongId,
                $"The {kind} name '{name}' has {name.Length} characters. The service accepts at most {maximum}.");
        }
    }
}
