using System.Text.Json;
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
    public static PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body, RequestNotes notes) =>
        JsonCall.Prepare(body, notes, parameters => Read(parameters, notes));

    private static PreparedCall Read(LooseObject parameters, RequestNotes notes)
    {
        List<(JsonElement Value, NotePath Path)> elements = parameters.Elements("phone_numbers") ?? [];
        string? list = parameters.Name("list_name", GroupName.LongestList);
        if (elements.Count is 0 or > Most)
        {
            int code = elements.Count == 0 ? ErrorCode.NoRecipients : ErrorCode.TooManyContacts;
            return new PreparedCall(elements.Count, _ => ServiceAnswer.BadRequest(code, $"phone_numbers must contain 1 to {Most} numbers."));
        }

        List<(string Number, NotePath Path)> numbers = [];
        foreach ((JsonElement value, NotePath path) in elements)
        {
            if (PhoneNumberFormat.Read(value, path, notes, out string problem) is { } number)
            {
                numbers.Add((number, path));
            }
            else
            {
                notes.Ignored(path, problem);
            }
        }

        return new PreparedCall(elements.Count, store => CarryOut(store, numbers, list, notes))
        {
            Numbers = [.. numbers.Select(number => PhoneNumberFormat.Digits(number.Number))],
        };
    }

    private static ServiceAnswer CarryOut(SandboxStore store, List<(string Number, NotePath Path)> numbers, string? list, RequestNotes notes)
    {
        if (list is not null && !store.Lists.Exists(list))
        {
            return ServiceAnswer.ListMissing;
        }

        foreach ((string number, NotePath path) in numbers)
        {
            if (store.Contacts.Find(number) is not { } contact)
            {
                notes.Ignored(path, "There is no contact with this number.");
            }
            else if (list is null)
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
