using System.Globalization;
using System.Runtime.InteropServices;

namespace ContactsPS.Client;

/// <summary>
/// The contacts of a list: a phone number, and the hash of what was last sent for it. An E.164 number is stored as an
/// integer of its digits. A contact takes 28 bytes in a full table, and up to twice as much after the table has grown.
/// This class is not thread-safe.
/// </summary>
internal sealed class NumberHashes
{
    /// <summary>The contact was acknowledged once, but it is not known what the service has now.</summary>
    public const ulong Uncertain = 0;

    /// <summary>The contact was sent and never acknowledged. It may be on the list.</summary>
    public const ulong Unacknowledged = 1;

    /// <summary>The smallest hash of a contact.</summary>
    public const ulong FirstHash = 2;

    /// <summary>There is no such contact.</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>Marks a contact of the input. It is not a part of the hash.</summary>
    private const ulong Seen = 1UL << 63;

    private readonly Dictionary<ulong, ulong> _numbers = [];
    private readonly Dictionary<string, ulong> _texts = new(StringComparer.Ordinal);

    /// <summary>The number of contacts.</summary>
    public int Count => _numbers.Count + _texts.Count;

    /// <summary>The contacts whose number is in E.164, with their hashes.</summary>
    public IReadOnlyCollection<KeyValuePair<ulong, ulong>> Numbers => _numbers;

    /// <summary>The other contacts, with their hashes.</summary>
    public IReadOnlyCollection<KeyValuePair<string, ulong>> Texts => _texts;

    /// <summary>Removes the mark from a value of <see cref="Numbers"/> or <see cref="Texts"/>.</summary>
    public static ulong HashOf(ulong value) => value & ~Seen;

    /// <summary>Makes room for contacts.</summary>
    public void Reserve(int count) => _numbers.EnsureCapacity(count);

    /// <summary>Sets the hash of a number in E.164 that was read from a file.</summary>
    public void Set(ulong number, ulong hash) => _numbers[number] = hash;

    /// <summary>Sets the hash of a contact.</summary>
    public void Set(string phoneNumber, ulong hash) => Find(phoneNumber, out _) = hash;

    /// <summary>Records that the outcome of a contact is not known.</summary>
    /// <param name="phoneNumber">The phone number.</param>
    /// <param name="isNew">Whether the contact was never acknowledged.</param>
    public void SetUnknown(string phoneNumber, bool isNew)
    {
        ref ulong value = ref Find(phoneNumber, out bool exists);
        value = exists && HashOf(value) != Unacknowledged ? Uncertain : isNew ? Unacknowledged : HashOf(value);
    }

    /// <summary>Removes a contact.</summary>
    public void Remove(string phoneNumber)
    {
        if (DuplicateFilter.TryReadE164(phoneNumber, out ulong number))
        {
            _numbers.Remove(number);
        }
        else
        {
            _texts.Remove(phoneNumber);
        }
    }

    /// <summary>
    /// Marks a contact of the input. If it is new or changed, its outcome is unknown from now on, because it will be
    /// sent.
    /// </summary>
    /// <param name="phoneNumber">The phone number.</param>
    /// <param name="hash">The hash of the contact now.</param>
    /// <returns>The hash before, or <see cref="None"/>.</returns>
    public ulong See(string phoneNumber, ulong hash)
    {
        ref ulong value = ref Find(phoneNumber, out bool exists);
        ulong before = exists ? HashOf(value) : None;
        value = Seen | (before == hash ? hash : before is None or Unacknowledged ? Unacknowledged : Uncertain);
        return before;
    }

    /// <summary>Lists the contacts that are not marked.</summary>
    public IEnumerable<(string PhoneNumber, ulong Hash)> FindUnseen()
    {
        foreach ((ulong number, ulong value) in _numbers)
        {
            if ((value & Seen) == 0)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"+{number}"), value);
            }
        }

        foreach ((string text, ulong value) in _texts)
        {
            if ((value & Seen) == 0)
            {
                yield return (text, value);
            }
        }
    }

    private ref ulong Find(string phoneNumber, out bool exists)
    {
        if (DuplicateFilter.TryReadE164(phoneNumber, out ulong number))
        {
            return ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, number, out exists);
        }

        return ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, phoneNumber, out exists);
    }
}
