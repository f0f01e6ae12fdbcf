using System.Collections.ObjectModel;

namespace ContactsPS.Client;

/// <summary>
/// POST contact/create: adds contacts, and attaches them to lists and tags (web-service.md, POST contact/create).
/// </summary>
public sealed class CreateContactsRequest : BatchRequest
{
    /// <summary>
    /// The maximum number of contacts in one request. The service documents no limit. This one is of ContactsPS.
    /// </summary>
    public const int MaximumBatchSize = 10_000;

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

    /// <summary>
    /// Send empty fields as empty texts, to clear them. The service doesn't document whether it keeps or clears a field that
    /// is not sent (web-service.md, POST contact/create). Default: false.
    /// </summary>
    public bool ClearEmptyFields { get; init; }

    /// <summary>
    /// The values of fields for contacts that have no value of their own, or an empty one. Default: none. The phone number
    /// can't be one of them.
    /// </summary>
    public IReadOnlyDictionary<ContactField, string> FieldsOfAll { get; init; } = ReadOnlyDictionary<ContactField, string>.Empty;

    /// <inheritdoc/>
    public override HttpMethod Method => HttpMethod.Post;

    /// <inheritdoc/>
    public override string Path => ServiceCalls.CreateContacts;

    /// <inheritdoc/>
    public override int MaximumContacts => MaximumBatchSize;

    /// <inheritdoc/>
    public override bool HasFields => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> TargetLists => ListNames;

    /// <inheritdoc/>
    public override IReadOnlyList<string> TargetTags => TagNames;

    internal override bool SendsEmptyFields => ClearEmptyFields;

    internal override IReadOnlyDictionary<ContactField, string> DefaultFields => FieldsOfAll;

    internal override ReadOnlySpan<byte> ContactOpening => FieldNames.Opening(ContactField.PhoneNumber);

    internal override ReadOnlySpan<byte> ContactClosing => "\"}"u8;

    /// <summary>Checks the names.</summary>
    /// <exception cref="ContactsException">ListNameTooLong, ListNameInvalid, TagNameTooLong, TagNameInvalid or NameEmpty.</exception>
    public override void Validate()
    {
        foreach (string name in ListNames)
        {
            GroupName.ValidateList(name);
        }

        foreach (string name in TagNames)
        {
            GroupName.ValidateTag(name);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string? Value)> ListOptions() =>
    [
        ("list", Join(ListNames)),
        ("tag", Join(TagNames)),
        ("un_list", On(UnList)),
        ("un_tag", On(UnTag)),
        ("auto_delete_optout", On(AutoDeleteOptOut)),
        ("do_not_overwrite", On(DoNotOverwrite)),
        ("clear_empty_field", On(ClearEmptyFields)),
        .. FieldsOfAll.OrderBy(field => field.Key).Select(field => ($"{field.Key} of all", (string?)field.Value)),
    ];

    internal override void WriteOpening(Utf8JsonBuffer buffer)
    {
        buffer.Append((byte)'{');
        WriteNames(buffer, "list_name"u8, ListNames);
        WriteSwitch(buffer, "un_list"u8, UnList);
        WriteNames(buffer, "tag_name"u8, TagNames);
        WriteSwitch(buffer, "un_tag"u8, UnTag);

        // The vendor's pages use two names. With only the wrong one, people who opted out would get messages.
        WriteSwitch(buffer, "auto_delete_optout_contacts"u8, AutoDeleteOptOut);
        WriteSwitch(buffer, "auto_remove_blacklisted_numbers"u8, AutoDeleteOptOut);
        WriteSwitch(buffer, "do_not_overwrite"u8, DoNotOverwrite);
        buffer.Append("\"contacts\":["u8);
    }

    /// <summary>Joins names to one text. They are sorted, because their order makes no difference for the service.</summary>
    private static string Join(IEnumerable<string> names) => JournalSubject.Join(names.Order(StringComparer.Ordinal));

    private static string? On(bool value) => value ? "on" : null;

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
