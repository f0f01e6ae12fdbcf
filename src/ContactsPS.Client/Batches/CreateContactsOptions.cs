namespace ContactsPS.Client;

/// <summary>What contact/create does with the contacts of a request besides keeping them (web-service.md, contact/create).</summary>
public sealed class CreateContactsOptions
{
    /// <summary>The longest list name, in UTF-16 units (web-service.md, contact/create: list_name).</summary>
    public const int MaximumListNameLength = 30;

    /// <summary>The longest tag name, in UTF-16 units (web-service.md, contact/create: tag_name).</summary>
    public const int MaximumTagNameLength = 20;

    /// <summary>Lists to attach the contacts to; one that doesn't exist is created.</summary>
    public IReadOnlyList<string> ListNames { get; init; } = [];

    /// <summary>Detach the contacts from all the lists they are on, before attaching them.</summary>
    public bool UnList { get; init; }

    /// <summary>Tags to attach to the contacts; one that doesn't exist is created.</summary>
    public IReadOnlyList<string> TagNames { get; init; } = [];

    /// <summary>Detach all the tags of the contacts, before attaching others.</summary>
    public bool UnTag { get; init; }

    /// <summary>Leave out contacts that opted out.</summary>
    public bool AutoDeleteOptOut { get; init; }

    /// <summary>Leave a contact whose number exists already as it is.</summary>
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

    /// <summary>Writes the JSON of a request up to its first contact: the options, and the opening of the array.</summary>
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
            throw new ContactsException(ErrorIds.NameEmpty, $"A {kind} name is empty. Give it a name, or leave the parameter out.");
        }

        if (name.Length > maximum)
        {
            throw new ContactsException(
                tooLongId,
                $"The {kind} name '{name}' has {name.Length} characters; the service takes at most {maximum}. Shorten it.");
        }
    }

    /// <summary>One name goes out as <c>list_name</c>, several as <c>list_names</c>, none not at all.</summary>
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

    /// <summary>A switch goes out when it is on; off is the service's default.</summary>
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
