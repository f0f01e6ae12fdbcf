using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// A contact as it was received. The phone number is the key, in the international
/// format. A field that was absent, null or not text is
/// null.
/// </summary>
internal sealed record Contact(
    string PhoneNumber,
    string? FirstName,
    string? LastName,
    string? Param1,
    string? Param2,
    string? Param3,
    string? Param4,
    string? Param5)
{
    /// <summary>
    /// Reads an element of <c>contacts</c>: an object, or a bare phone number, which is cast to a contact. Null when the
    /// phone number can't be recognised.
    /// </summary>
    public static Contact? Read(JsonElement json)
    {
        JsonElement number = json.ValueKind is JsonValueKind.Object ? LooseJson.Member(json, "phone_number") : json;
        return PhoneNumberFormat.Format(LooseJson.Text(number)) is { } phoneNumber
            ? new Contact(
                phoneNumber,
                Field(json, "first_name"),
                Field(json, "last_name"),
                Field(json, "param1"),
                Field(json, "param2"),
                Field(json, "param3"),
                Field(json, "param4"),
                Field(json, "param5"))
            : null;
    }

    private static string? Field(JsonElement json, string name) =>
        LooseJson.Text(json, name) is { } text ? ControlCharacters.Delete(text) : null;
}
