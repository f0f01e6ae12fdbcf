using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// POST contact/create (web-service.md, POST contact/create): adds contacts, and attaches them to lists and tags. It
/// answers 201. A contact that is skipped because it opted out is not changed at all. A contact that
/// <c>do_not_overwrite</c> protects is still attached.
/// </summary>
internal sealed class ContactCreate(SettingsHolder settings)
{
    /// <summary>
    /// Reads the request. It answers 400 when the body is not a JSON object, or when <c>contacts</c> is missing or null.
    /// </summary>
    public PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body, RequestNotes notes) =>
        JsonCall.Prepare(body, notes, parameters => ContactCreateRequest.Read(parameters) is { } read
            ? new PreparedCall(read.Received, store => CarryOut(store, read, notes))
            {
                Numbers = [.. read.Contacts.Select(contact => PhoneNumberFormat.Digits(contact.PhoneNumber))],
            }
            : PreparedCall.Answered(ServiceAnswer.BadRequest(ErrorCode.NoRecipients, "contacts is missing.")));

    private ServiceAnswer CarryOut(SandboxStore store, ContactCreateRequest request, RequestNotes notes)
    {
        if (request.Received > settings.Current.MaximumContacts)
        {
            return ServiceAnswer.BadRequest(ErrorCode.TooManyContacts, "There are too many contacts in one request.");
        }

        if (request.ListNames.Exists(list => IsFull(store, list, request)))
        {
            return ServiceAnswer.BadRequest(ErrorCode.ListFull, "The list is full.");
        }

        if (request.Contacts.Exists(contact => store.Refusals.Contains(contact.PhoneNumber)))
        {
            return ServiceAnswer.BadRequest(ErrorCode.NoCountry, "No country was found for the prefix of a number.");
        }

        List<long> lists = request.ListNames.ConvertAll(store.Lists.Ensure);
        List<long> tags = request.TagNames.ConvertAll(store.Tags.Ensure);
        var stored = new Dictionary<string, NotePath>(StringComparer.Ordinal);
        foreach (Contact contact in request.Contacts)
        {
            if (IsLeftOut(store, request, contact))
            {
                notes.Dropped(contact.Path, "The number opted out.");
                continue;
            }

            if (request.Overwrite && !stored.TryAdd(contact.PhoneNumber, contact.Path))
            {
                notes.Dropped(stored[contact.PhoneNumber], $"{contact.Path} has the same phone number, and overwrites it.");
                stored[contact.PhoneNumber] = contact.Path;
            }

            (long id, bool existed) = store.Contacts.Put(contact, request.Overwrite);
            if (existed && !request.Overwrite)
            {
                notes.Ignored(contact.Path, "The contact exists, and do_not_overwrite keeps its fields.");
            }

            Attach(store.Lists, id, request.UnList, lists);
            Attach(store.Tags, id, request.UnTag, tags);
        }

        return ServiceAnswer.Created;
    }

    private bool IsFull(SandboxStore store, string list, ContactCreateRequest request)
    {
        if (settings.Current.FullLists.Contains(list))
        {
            return true;
        }

        // The contacts of a list are counted only with the setting, because a list may have a million contacts.
        return settings.Current.ListCapacity is { } capacity
            && CountNew(store, list, request) is > 0 and var added
            && store.Lists.Count(list) + added > capacity;
    }

    private static int CountNew(SandboxStore store, string list, ContactCreateRequest request) => request.Contacts
        .Where(contact => !IsLeftOut(store, request, contact))
        .Select(contact => contact.PhoneNumber)
        .Distinct(StringComparer.Ordinal)
        .Count(number => store.Contacts.Find(number) is not { } id || !store.Lists.Contains(list, id));

    private static bool IsLeftOut(SandboxStore store, ContactCreateRequest request, Contact contact) =>
        request.LeaveOutOptedOut && store.OptOuts.Contains(contact.PhoneNumber);

    private static void Attach(ContactGroups groups, long contact, bool detachFirst, List<long> targets)
    {
        if (detachFirst)
        {
            groups.DetachFromAll(contact);
        }

        foreach (long target in targets)
        {
            groups.Attach(target, contact);
        }
    }
}
