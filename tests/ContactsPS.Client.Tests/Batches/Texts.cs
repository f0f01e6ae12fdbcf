using CsCheck;

namespace ContactsPS.Client.Tests;

/// <summary>Generates texts, rich in the characters that are special in JSON and in delimited text.</summary>
internal static class Texts
{
    private static readonly Gen<string> s_piece = Gen.OneOf(
        Gen.OneOf("a", "Zoé", "Ångström", "e\u0301", "\"", "\\", "/", "</script>", "\n", "\r\n", "\r", "\t", " ", "\u00A0", "\u2028", "山田", "😀", "👩‍👩‍👧", "\uFEFF", "\u007F", "\uFFFD", ",", ";", "|", "#", "\"\"", "\\u0041", "{}", "]}"),
        Gen.Char['\u0000', '\u001F'].Select(c => c.ToString()),
        Gen.Char[' ', '~'].Select(c => c.ToString()),
        Gen.Char['\u0080', '\uD7FF'].Select(c => c.ToString()),
        Gen.Char['\uE000', '\uFFFF'].Select(c => c.ToString()),
        Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32));

    /// <summary>Any valid UTF-16 text, including the empty text.</summary>
    public static Gen<string> Any { get; } = s_piece.Array[0, 8].Select(string.Concat);

    /// <summary>A contact whose fields are any texts or null.</summary>
    public static Gen<Contact> Contacts { get; } = Any.Null().Array[Contact.FieldCount].Select(fields =>
    {
        var contact = new Contact();
        for (int i = 0; i < fields.Length; i++)
        {
            contact[(ContactField)i] = fields[i];
        }

        return contact;
    });

    /// <summary>The fields of a contact as they are sent. Empty fields are not sent (null here), except the phone number.</summary>
    public static string?[] Sent(Contact contact) =>
    [
        contact.PhoneNumber ?? string.Empty,
        .. Enumerable.Range(1, Contact.FieldCount - 1).Select(i => contact[(ContactField)i] is { Length: > 0 } text ? text : null),
    ];
}
