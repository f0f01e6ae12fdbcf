using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>The body of contact/create, interpreted as well as possible (web-service.md, Incorrect data).</summary>
internal sealed record ContactCreateRequest
{
    /// <summary>The number of elements in <c>contacts</c>, including those that could not be recognised.</summary>
    public required int Received { get; init; }

    /// <summary>The contacts that could be recognised, in order. A phone number may appear more than once.</summary>
    public required List<Contact> Contacts { get; init; }

    /// <summary>The lists to attach to: <c>list_name</c> and <c>list_names</c> together, without duplicates.</summary>
    public required List<string> ListNames { get; init; }

    /// <summary>The tags to attach: <c>tag_name</c> and <c>tag_names</c> together, without duplicates.</summary>
    public required List<string> TagNames { get; init; }

    /// <summary>Whether to detach the contacts from all their lists first.</summary>
    public required bool UnList { get; init; }

    /// <summary>Whether to detach all tags from the contacts first.</summary>
    public required bool UnTag { get; init; }

    /// <summary>
    /// Whether to skip contacts that opted out: <c>auto_delete_optout_contacts</c> or
    /// <c>auto_remove_blacklisted_numbers</c>.
    /// </summary>
    public required bool LeaveOutOptedOut { get; init; }

    /// <summary>Whether the fields of an existing contact are replaced. False with <c>do_not_overwrite</c>.</summary>
    public required bool Overwrite { get; init; }

    /// <summary>
    /// Reads the body. Null when <c>contacts</c> is missing or null. A single contact is cast to an array. Unknown
    /// parameters are ignored.
    /// </summary>
    public static ContactCreateRequest? Read(JsonElement root)
    {
        JsonElement contacts = LooseJson.Member(root, "contacts");
        if (contacts.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        JsonElement[] elements = contacts.ValueKind is JsonValueKind.Array ? [.. contacts.EnumerateArray()] : [contacts];
        return new ContactCreateRequest
        {
            Received = elements.Length,
            Contacts = [.. elements.Select(Contact.Read).OfType<Contact>()],
            ListNames = Names(root, "list_name", "list_names", GroupName.LongestList),
            TagNames = Names(root, "tag_name", "tag_names", GroupName.LongestTag),
            UnList = LooseJson.Flag(root, "un_list"),
            UnTag = LooseJson.Flag(root, "un_tag"),
            LeaveOutOptedOut = LooseJson.Flag(root, "auto_delete_optout_contacts") || LooseJson.Flag(root, "auto_remove_blacklisted_numbers"),
            Overwrite = !LooseJson.Flag(root, "do_not_overwrite"),
        };
    }

    private static List<string> Names(JsonElement root, string one, string several, int longest) =>
    [
        .. LooseJson.Texts(root, one)
            .Concat(LooseJson.Texts(root, several))
            .Select(name => GroupName.Read(name, longest))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];
}
