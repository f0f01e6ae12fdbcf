using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>A contact of a pending file, which is about to be sent or removed.</summary>
/// <param name="IsRemoval">Whether it is removed from the list.</param>
/// <param name="Before">Its hash before this run, or a constant of <see cref="NumberHashes"/>.</param>
/// <param name="After">Its hash when it is acknowledged. Not used for a removal.</param>
/// <param name="Contact">The contact, as it is encoded in the request.</param>
/// <param name="Source">The row that it was made from: see <see cref="SourceRowCodec"/>. Empty for an object.</param>
internal sealed record PendingRecord(
    bool IsRemoval, ulong Before, ulong After, ReadOnlyMemory<byte> Contact, ReadOnlyMemory<byte> Source)
{
    /// <summary>Whether no run was told that the contact is on the list.</summary>
    public bool IsNew => Before is NumberHashes.None or NumberHashes.Unacknowledged;

    /// <summary>The phone number.</summary>
    public string PhoneNumber => ReadPhoneNumber(Contact.Span);

    /// <summary>Whether the contact has a phone number that can be read. A file may be damaged.</summary>
    public bool IsReadable
    {
        get
        {
            try
            {
                return !string.IsNullOrEmpty(FindPhoneNumber(Contact.Span));
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // It is not JSON, or it is not UTF-8.
                return false;
            }
        }
    }

    /// <summary>Reads the phone number of an encoded contact: a JSON string, or an object that begins with it.</summary>
    public static string ReadPhoneNumber(ReadOnlySpan<byte> contact) =>
        FindPhoneNumber(contact) ?? throw new InvalidOperationException("The contact has no phone number.");

    private static string? FindPhoneNumber(ReadOnlySpan<byte> contact)
    {
        var reader = new Utf8JsonReader(contact);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString();
            }
        }

        return null;
    }
}
