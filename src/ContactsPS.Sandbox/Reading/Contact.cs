using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// A contact as it was received. The phone number is the key, in the international format. A field that was absent, null
/// or not text is null.
/// </summary>
internal sealed record Contact
{
    /// <summary>The place of the contact in the request.</summary>
    public required NotePath Path { get; init; }

    /// <summary>The phone number.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The first free text.</summary>
    public string? Param1 { get; init; }

    /// <summary>The second free text.</summary>
    public string? Param2 { get; init; }

    /// <summary>The third free text.</summary>
    public string? Param3 { get; init; }

    /// <summary>The fourth free text.</summary>
    public string? Param4 { get; init; }

    /// <summary>The fifth free text.</summary>
    public string? Param5 { get; init; }

    /// <summary>
    /// Reads an element of <c>contacts</c>: an object, or a bare phone number, which is cast to a contact. Null when the
    /// phone number can't be recognised.
    /// </summary>
    public static Contact? Read(JsonElement json, NotePath path, RequestNotes notes)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return ReadBareNumber(json, path, notes);
        }

        var fields = new LooseObject(json, path, notes);
        if (PhoneNumberFormat.Read(fields.Member("phone_number"), fields.At("phone_number"), notes, out string problem) is not { } number)
        {
            notes.Dropped(path, problem);
            return null;
        }

        var contact = new Contact
        {
            Path = path,
            PhoneNumber = number,
            FirstName = fields.Text("first_name"),
            LastName = fields.Text("last_name"),
            Param1 = fields.Text("param1"),
            Param2 = fields.Text("param2"),
            Param3 = fields.Text("param3"),
            Param4 = fields.Text("param4"),
            Param5 = fields.Text("param5"),
        };
        fields.NoteOthers();
        return contact;
    }

    private static Contact? ReadBareNumber(JsonElement json, NotePath path, RequestNotes notes)
    {
        if (PhoneNumberFormat.Read(json, path, notes, out string problem) is not { } number)
        {
            notes.Dropped(path, problem);
            return null;
        }

        notes.Cast(path, "A phone number was read as a contact.");
        return new Contact { Path = path, PhoneNumber = number };
    }
}
