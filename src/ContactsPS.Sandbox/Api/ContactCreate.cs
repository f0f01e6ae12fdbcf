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
    public PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body) =>
        JsonCall.Prepare(body, parameters => ContactCreateRequest.Read(parameters) is { } read
            ? new PreparedCall(read.Received, store => CarryOut(store, read))
            : PreparedCall.Answered(ServiceAnswer.BadRequest(ErrorCode.NoRecipients, "contacts is missing.")));

    private ServiceAnswer CarryOut(SandboxStore store, ContactCreateRequest request)
    {
        if (request.ListNames.Exists(settings.Current.FullLists.Contains))
        {
            return ServiceAnswer.BadRequest(ErrorCode.ListFull, "The list is full.");
        }

        if (request.Contacts.Exists(contact => store.Refusals.Contains(contact.PhoneNumber)))
        {
            return ServiceAnswer.BadRequest(ErrorCode.NoCountry, "No country was found for the prefix of a number.");
        }

        List<long> lists = request.ListNames.ConvertAll(store.Lists.Ensure);
        List<long> tags = request.TagNames.ConvertAll(store.Tags.Ensure);
        foreach (Contact contact in request.Contacts)
        {
            if (request.LeaveOutOptedOut && store.OptOuts.Contains(contact.PhoneNumber))
            {
                continue;
            }

            long id = store.Contacts.Put(contact, request.Overwrite);
            Attach(store.Lists, id, request.UnList, lists);
            Attach(store.Tags, id, request.UnTag, tags);
        }

        return ServiceAnswer.Created;
    }

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
