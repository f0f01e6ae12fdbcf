using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// A contact as it was received. The phone number is the key, in E.164. A field that was absent, null or not text is
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
    /// Reads an element of <c>contacts</c>. Null when its phone number can't be recognised, or when it is not an
    /// object.
    /// </summary>
    public static Contact? Read(JsonElement json) =>
        PhoneNumberFormat.Format(LooseJson.Text(json, "phone_number")) is { } phoneNumber
            ? new Contact(
                phoneNumber,
                LooseJson.Text(json, "first_name"),
                LooseJson.Text(json, "last_name"),
                LooseJson.Text(json, "param1"),
                LooseJson.Text(json, "param2"),
                LooseJson.Text(json, "param3"),
                LooseJson.Text(json, "param4"),
                LooseJson.Text(json, "param5"))
            : null;
}
