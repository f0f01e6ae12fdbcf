using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// DELETE contact/delete (web-service.md, The other calls): deletes 1 to 200 contacts, or, with <c>list_name</c>, only
/// removes them from that list. It answers 204, and 400 for a list that doesn't exist. A number that doesn't exist is not
/// an error, so a retry is safe.
/// </summary>
internal static class ContactDelete
{
    private const int Most = 200;

    /// <summary>
    /// Reads the request. It answers 400 when the body is not a JSON object or doesn't contain 1 to 200 phone numbers.
    /// </summary>
    public static PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body) => JsonCall.Prepare(body, parameters =>
    {
        List<string> numbers = [.. LooseJson.Texts(parameters, "phone_numbers")];
        if (numbers.Count is 0 or > Most)
        {
            int code = numbers.Count == 0 ? ErrorCode.NoRecipients : ErrorCode.TooManyContacts;
            return new PreparedCall(numbers.Count, _ => ServiceAnswer.BadRequest(code, $"phone_numbers must contain 1 to {Most} numbers."));
        }

        string? list = GroupName.Read(LooseJson.Text(parameters, "list_name"), GroupName.LongestList);
        return new PreparedCall(numbers.Count, store => CarryOut(store, numbers, list));
    });

    private static ServiceAnswer CarryOut(SandboxStore store, List<string> numbers, string? list)
    {
        if (list is not null && !store.Lists.Exists(list))
        {
            return ServiceAnswer.ListMissing;
        }

        foreach (string number in numbers)
        {
            if (PhoneNumberFormat.Format(number) is not { } formatted || store.Contacts.Find(formatted) is not { } contact)
            {
                continue;
            }

            if (list is null)
            {
                store.DeleteContact(contact);
            }
            else
            {
                store.Lists.Detach(list, contact);
            }
        }

        return ServiceAnswer.NoContent;
    }
}
