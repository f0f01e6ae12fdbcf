using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// The contacts of one request to contact/create, encoded as they arrive: one growing buffer that holds the whole body,
/// and the offset of each contact in it. A part of a batch is therefore a copy of bytes, and nothing is encoded twice.
/// A contact is written field by field: <see cref="Begin"/>, then a Write as often as needed in the order of
/// <see cref="ContactField"/>, then <see cref="Commit"/> or <see cref="Rollback"/>. Not safe for use by two threads at once.
/// </summary>
public sealed class ContactBatch
{
    /// <summary>The room for one contact to begin with, in bytes; the buffer grows where that is too little.</summary>
    private const int ExpectedContactLength = 192;

    private readonly Utf8JsonBuffer _buffer;
    private readonly int[] _starts;
    private readonly int _openingLength;
    private int _length;

    /// <summary>Makes an empty batch of at most <paramref name="capacity"/> contacts.</summary>
    public ContactBatch(CreateContactsOptions options, int capacity, BatchSources? sources = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _starts = new int[capacity];
        _buffer = new Utf8JsonBuffer(Math.Min(capacity, 1024) * ExpectedContactLength);
        options.WriteOpening(_buffer);
        _openingLength = _length = _buffer.Length;
        Sources = sources;
    }

    /// <summary>How many contacts it holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many contacts it can hold.</summary>
    public int Capacity => _starts.Length;

    /// <summary>What its contacts were made from; null where nobody wants to know.</summary>
    public BatchSources? Sources { get; }

    private static ReadOnlySpan<byte> Closing => "]}"u8;

    /// <summary>Opens a contact.</summary>
    /// <param name="phoneNumber">Its key, as it shall go out.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Begin(ReadOnlySpan<char> phoneNumber)
    {
        if (Count == Capacity)
        {
            throw new InvalidOperationException($"The batch is full: it holds {Capacity} contacts.");
        }

        _buffer.Length = _length;
        if (Count > 0)
        {
            _buffer.Append((byte)',');
        }

        _starts[Count] = _buffer.Length;
        _buffer.Append(FieldNames.Opening(ContactField.PhoneNumber));
        _buffer.AppendText(phoneNumber);
    }

    /// <summary>Adds a field other than the phone number to the open contact. An empty one is left out.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Write(ContactField field, ReadOnlySpan<char> value)
    {
        if (!value.IsEmpty)
        {
            _buffer.Append(FieldNames.Opening(field));
            _buffer.AppendText(value);
        }
    }

    /// <summary>Adds a field other than the phone number to the open contact. An empty one is left out.</summary>
    /// <param name="field">The field.</param>
    /// <param name="utf8">Its text, in sound UTF-8.</param>
    /// <param name="isPlain">Whether it is known to need no escape in a JSON string.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Write(ContactField field, ReadOnlySpan<byte> utf8, bool isPlain)
    {
        if (utf8.IsEmpty)
        {
            return;
        }

        if (isPlain)
        {
            _buffer.Append(FieldNames.Opening(field), utf8);
        }
        else
        {
            _buffer.Append(FieldNames.Opening(field));
            _buffer.AppendText(utf8);
        }
    }

    /// <summary>Closes the open contact: it is part of the batch now.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Commit()
    {
        _buffer.Append("\"}"u8);
        _length = _buffer.Length;
        Count++;
    }

    /// <summary>Drops the open contact.</summary>
    public void Rollback() => _buffer.Length = _length;

    /// <summary>Adds a contact whose phone number is as it shall go out.</summary>
    public void Add(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Begin(contact.PhoneNumber);
        for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
        {
            Write(field, contact[field]);
        }

        Commit();
    }

    /// <summary>The body of a request with all its contacts: UTF-8 JSON. Valid until the batch is changed.</summary>
    public ReadOnlyMemory<byte> GetBody()
    {
        _buffer.Length = _length;
        _buffer.Append(Closing);
        ReadOnlyMemory<byte> body = _buffer.Memory;
        _buffer.Length = _length;
        return body;
    }

    /// <summary>The body of a request with some of its contacts: a copy.</summary>
    public ReadOnlyMemory<byte> GetBody(int start, int count)
    {
        if (start == 0 && count == Count)
        {
            return GetBody();
        }

        ReadOnlySpan<byte> bytes = _buffer.Memory.Span;
        ReadOnlySpan<byte> contacts = bytes[_starts[start]..EndOf(start + count - 1)];
        return (byte[])[.. bytes[.._openingLength], .. contacts, .. Closing];
    }

    /// <summary>Reads back the contact at <paramref name="index"/>, as it goes out.</summary>
    public Contact GetContact(int index)
    {
        var contact = new Contact();
        var reader = new Utf8JsonReader(_buffer.Memory.Span[_starts[index]..EndOf(index)]);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                ContactField field = FieldNames.Find(reader.ValueSpan);
                reader.Read();
                contact[field] = reader.GetString();
            }
        }

        return contact;
    }

    /// <summary>Empties the batch, so that its buffer serves again.</summary>
    public void Clear()
    {
        Count = 0;
        _buffer.Length = _length = _openingLength;
        Sources?.Clear();
    }

    /// <summary>Where a contact ends: the next one begins behind a comma.</summary>
    private int EndOf(int index) => index + 1 < Count ? _starts[index + 1] - 1 : _length;
}
