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
    public static ContactCreateRequest? Read(LooseObject parameters)
    {
        var elements = parameters.Elements("contacts");
        var request = new ContactCreateRequest
        {
            Received = elements?.Count ?? 0,
            Contacts = [.. (elements ?? []).Select(element => Contact.Read(element.Value, element.Path, parameters.Notes)).OfType<Contact>()],
            ListNames = Names(parameters, "list_name", "list_names", GroupName.LongestList),
            TagNames = Names(parameters, "tag_name", "tag_names", GroupName.LongestTag),
            UnList = parameters.Flag("un_list"),
            UnTag = parameters.Flag("un_tag"),
            LeaveOutOptedOut = parameters.Flag("auto_delete_optout_contacts") | parameters.Flag("auto_remove_blacklisted_numbers"),
            Overwrite = !parameters.Flag("do_not_overwrite"),
        };

        // All parameters are read before, so that the notes don't call them unknown.
        return elements is null ? null : request;
    }

    private static List<string> Names(LooseObject parameters, string one, string several, int longest) =>
        [.. parameters.Names(one, longest).Concat(parameters.SeveralNames(several, longest)).Distinct(StringComparer.Ordinal)];
}
