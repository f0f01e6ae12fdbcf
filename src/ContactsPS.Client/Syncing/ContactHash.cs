using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Computes the hash of a contact: that of its JSON in the request, and of the options of the request. So a contact counts
/// as changed when the options differ from those of the last run. This class is not thread-safe.
/// </summary>
internal sealed class ContactHash
{
    /// <summary>The hash of the options, and then space for a contact.</summary>
    private byte[] _hashed;

    /// <summary>Prepares to hash the contacts of a request.</summary>
    public ContactHash(BatchRequest request)
    {
        IEnumerable<string> options = request.ListOptions()
            .Where(option => !string.IsNullOrEmpty(option.Value))
            .Select(option => $"{option.Name}={option.Value}");
        _hashed = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', options)));
    }

    /// <summary>Computes the hash of an encoded contact. It is at least <see cref="NumberHashes.FirstHash"/>.</summary>
    public ulong Compute(ReadOnlySpan<byte> contact)
    {
        int length = SHA256.HashSizeInBytes + contact.Length;
        if (length > _hashed.Length)
        {
            Array.Resize(ref _hashed, 2 * length);
        }

        contact.CopyTo(_hashed.AsSpan(SHA256.HashSizeInBytes));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_hashed.AsSpan(0, length), hash);
        return NumberHashes.FirstHash + (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 2);
    }
}
