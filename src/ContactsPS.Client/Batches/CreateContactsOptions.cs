namespace ContactsPS.Client;

/// <summary>The options of a request to contact/create (web-service.md, POST contact/create).</summary>
public sealed class CreateContactsOptions
{
    /// <summary>
    /// The maximum length of a list name, in UTF-16 code units (web-service.md, POST contact/create).
    /// </summary>
    public const int MaximumListNameLength = 30;

    /// <summary>The maximum length of a tag name, in UTF-16 code units (web-service.md, POST contact/create).</summary>
    public const int MaximumTagNameLength = 20;

    /// <summary>The lists to attach the contacts to. A list that doesn't exist is created. Default: none.</summary>
    public IReadOnlyList<string> ListNames { get; init; } = [];

    /// <summary>Detach the contacts from all their lists before attaching them. Default: false.</summary>
    public bool UnList { get; init; }

    /// <summary>The tags to attach to the contacts. A tag that doesn't exist is created. Default: none.</summary>
    public IReadOnlyList<string> TagNames { get; init; } = [];

    /// <summary>Detach all tags of the contacts before attaching others. Default: false.</summary>
    public bool UnTag { get; init; }

    /// <summary>Don't add contacts that opted out. Default: false.</summary>
    public bool AutoDeleteOptOut { get; init; }

    /// <summary>Don't change a contact whose phone number already exists. Default: false.</summary>
    public bool DoNotOverwrite { get; init; }

    /// <summary>Checks the names.</summary>
    /// <exception cref="ContactsException">ListNameTooLong, TagNameTooLong or NameEmpty.</exception>
    public void Validate()
    {
        foreach (string name in ListNames)
        {
            ValidateName("list", name, MaximumListNameLength, ErrorIds.ListNameTooLong);
        }

        foreach (string name in TagNames)
        {
            ValidateName("tag", name, MaximumTagNameLength, ErrorIds.TagNameTooLong);
        }
    }

    /// <summary>
    /// Writes the JSON of a request up to its first contact: the options, and the start of the array.
    /// </summary>
    internal void WriteOpening(Utf8JsonBuffer buffer)
    {
        buffer.Append((byte)'{');
        WriteNames(buffer, "list_name"u8, ListNames);
        WriteSwitch(buffer, "un_list"u8, UnList);
        WriteNames(buffer, "tag_name"u8, TagNames);
        WriteSwitch(buffer, "un_tag"u8, UnTag);
        WriteSwitch(buffer, "auto_delete_optout_contacts"u8, AutoDeleteOptOut);
        WriteSwitch(buffer, "do_not_overwrite"u8, DoNotOverwrite);
        buffer.Append("\"contacts\":["u8);
    }

    private static void ValidateName(string kind, string name, int maximum, string tooLongId)
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

    /// <summary>
    /// Writes one name as <c>list_name</c>, and several names as <c>list_names</c>. Writes nothing when there is no
    /// name.
    /// </summary>
    private static void WriteNames(Utf8JsonBuffer buffer, ReadOnlySpan<byte> key, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        buffer.Append((byte)'"');
        buffer.Append(key);
        if (names.Count == 1)
        {
            buffer.Append("\":"u8);
            buffer.AppendString(names[0]);
        }
        else
        {
            buffer.Append("s\":["u8);
            for (int i = 0; i < names.Count; i++)
            {
                if (i > 0)
                {
                    buffer.Append((byte)',');
                }

                buffer.AppendString(names[i]);
            }

            buffer.Append((byte)']');
        }

        buffer.Append((byte)',');
    }

    /// <summary>Writes a switch only when it is on, because off is the default of the service.</summary>
    private static void WriteSwitch(Utf8JsonBuffer buffer, ReadOnlySpan<byte> key, bool value)
    {
        if (value)
        {
            buffer.Append((byte)'"');
            buffer.Append(key);
            buffer.Append("\":true,"u8);
        }
    }
}
