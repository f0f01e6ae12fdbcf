using System.Text;

namespace ContactsPS.Client;

/// <summary>The names of the fields of a contact in the service's JSON (web-service.md, POST contact/create).</summary>
internal static class FieldNames
{
    private static readonly byte[][] s_names =
    [
        "phone_number"u8.ToArray(), "first_name"u8.ToArray(), "last_name"u8.ToArray(),
        "param1"u8.ToArray(), "param2"u8.ToArray(), "param3"u8.ToArray(), "param4"u8.ToArray(), "param5"u8.ToArray(),
    ];

    private static readonly byte[][] s_openings = [.. Enumerable.Range(0, Contact.FieldCount).Select(MakeOpening)];

    /// <summary>
    /// Gets the bytes before the text of a field: the end of the previous field, the name, and the opening quote.
    /// </summary>
    public static ReadOnlySpan<byte> Opening(ContactField field) => s_openings[(int)field];

    /// <summary>Finds the field with a name in the JSON.</summary>
    public static ContactField Find(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < s_names.Length; i++)
        {
            if (name.SequenceEqual(s_names[i]))
            {
                return (ContactField)i;
            }
        }

        throw new ArgumentException($"'{Encoding.UTF8.GetString(name)}' is not a field of a contact.", nameof(name));
    }

    private static byte[] MakeOpening(int field) =>
        [.. field == 0 ? "{\""u8 : "\",\""u8, .. s_names[field], .. "\":\""u8];
}
