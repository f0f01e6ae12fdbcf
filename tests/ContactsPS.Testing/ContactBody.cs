using System.Text.Json;

namespace ContactsPS.Testing;

/// <summary>Reads the bodies of contact/create and contact/delete.</summary>
public static class ContactBody
{
    /// <summary>The phone numbers of the contacts of a body, in their order.</summary>
    public static string[] ReadPhoneNumbers(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("phone_numbers", out JsonElement numbers)
            ? [.. numbers.EnumerateArray().Select(number => number.GetString()!)]
            : [.. document.RootElement.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("phone_number").GetString()!)];
    }
}
