using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// The contacts of one request. Each contact is encoded when it is added. One growing buffer contains the whole body, and
/// the batch knows the offset of each contact in it. So a part of a batch is a copy of bytes, and
/// nothing is encoded twice. A contact is written field by field: call <see cref="Begin(ReadOnlySpan{char})"/>, then a Write method for
/// each field in the order of <see cref="ContactField"/>, then <see cref="Commit"/> or <see cref="Rollback"/>. This
/// class is not thread-safe.
/// </summary>
public sealed class ContactBatch
{
    /// <summary>The initial space for one contact, in bytes. The buffer grows when it needs more.</summary>
    private const int ExpectedContactLength = 192;

    private readonly Utf8JsonBuffer _buffer;
    private readonly int[] _starts;
    private readonly byte[] _contactOpening;
    private readonly byte[] _contactClosing;
    private readonly bool _hasFields;
    private readonly bool _sendsEmptyFields;
    private readonly int _openingLength;

    /// <summary>The fields that have a value for contacts without one of their own: the bytes, and a bit for each field.</summary>
    private readonly (int Bit, byte[] Json)[] _defaults;
    private readonly int _defaultBits;
    private int _length;

    /// <summary>The fields of the open contact that have a value, a bit for each.</summary>
    private int _writtenBits;

    /// <summary>Creates an empty batch.</summary>
    /// <param name="request">The request that the contacts are for.</param>
    /// <param name="capacity">The maximum number of contacts.</param>
    /// <param name="sources">Keeps the sources of the contacts. Default: null, they are not kept.</param>
    public ContactBatch(BatchRequest request, int capacity, BatchSources? sources = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
        _starts = new int[capacity];
        _buffer = new Utf8JsonBuffer(Math.Min(capacity, 1024) * ExpectedContactLength);
        _contactOpening = request.ContactOpening.ToArray();
        _contactClosing = request.ContactClosing.ToArray();
        _hasFields = request.HasFields;
        _sendsEmptyFields = request.HasFields && request.SendsEmptyFields;
        _defaults = [.. request.DefaultFields
            .Where(field => field.Key != ContactField.PhoneNumber && field.Value.Length > 0)
            .Select(field => (1 << (int)field.Key, ToJson(field.Key, field.Value)))];
        _defaultBits = _defaults.Sum(field => field.Bit);
        request.WriteOpening(_buffer);
        _openingLength = _length = _buffer.Length;
        Sources = sources;
    }

    /// <summary>The number of contacts in the batch.</summary>
    public int Count { get; private set; }

    /// <summary>The maximum number of contacts.</summary>
    public int Capacity { get; private set; }

    /// <summary>The sources of the contacts. Null when they are not kept.</summary>
    public BatchSources? Sources { get; }

    private static ReadOnlySpan<byte> Closing => "]}"u8;

    /// <summary>Opens a contact.</summary>
    /// <param name="phoneNumber">
    /// The phone number, which is the key of the contact, exactly as it is to be sent.
    /// </param>
    [MethodImpl(HotPath.Compiled)]
    public void Begin(ReadOnlySpan<char> phoneNumber)
    {
        Open();
        _buffer.Append(_contactOpening);
        _buffer.AppendText(phoneNumber);
    }

    /// <summary>Opens a contact.</summary>
    /// <param name="e164">Its key: a plus sign and ASCII digits.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Begin(ReadOnlySpan<byte> e164)
    {
        Open();
        _buffer.Append(_contactOpening, e164);
    }

    /// <summary>
    /// Adds a field other than the phone number to the open contact. An empty field is not sent unless the request sends
    /// empty fields, and no field is sent when the contacts of the request have none.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    public void Write(ContactField field, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty && HasDefault(field))
        {
            return;
        }

        _writtenBits |= 1 << (int)field;
        if (value.IsEmpty ? _sendsEmptyFields : _hasFields)
        {
            _buffer.Append(FieldNames.Opening(field));
            _buffer.AppendText(value);
        }
    }

    /// <summary>
    /// Adds a field other than the phone number to the open contact. An empty field is not sent unless the request sends
    /// empty fields, and no field is sent when the contacts of the request have none.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="utf8">The text of the field, in valid UTF-8.</param>
    /// <param name="isPlain">Whether the text is known to need no escape in a JSON string.</param>
    [MethodImpl(HotPath.Compiled)]
    public void Write(ContactField field, ReadOnlySpan<byte> utf8, bool isPlain)
    {
        if (utf8.IsEmpty && HasDefault(field))
        {
            return;
        }

        _writtenBits |= 1 << (int)field;
        if (utf8.IsEmpty ? !_sendsEmptyFields : !_hasFields)
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

    /// <summary>
    /// Closes the open contact and keeps it in the batch. A field without a value gets the value that the request has for
    /// such contacts.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    public void Commit()
    {
        if ((_defaultBits & ~_writtenBits) != 0)
        {
            AppendDefaults();
        }

        _buffer.Append(_contactClosing);
        _length = _buffer.Length;
        Count++;
    }

    /// <summary>Removes the open contact.</summary>
    public void Rollback() => _buffer.Length = _length;

    /// <summary>Adds a contact. Its phone number is sent as it is.</summary>
    public void Add(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Begin(contact.PhoneNumber);
        for (ContactField field = ContactField.FirstName; field <= ContactField.Param5; field++)
        {
            if (contact[field] is { } value)
            {
                Write(field, value);
            }
        }

        Commit();
    }

    /// <summary>
    /// Gets the body of a request with all contacts: UTF-8 JSON. It is valid until the batch is changed.
    /// </summary>
    public ReadOnlyMemory<byte> GetBody()
    {
        _buffer.Length = _length;
        _buffer.Append(Closing);
        ReadOnlyMemory<byte> body = _buffer.Memory;
        _buffer.Length = _length;
        return body;
    }

    /// <summary>
    /// Gets the body of a request with some of the contacts: a copy, or the whole body when it has all contacts.
    /// </summary>
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

    /// <summary>Reads the contact at <paramref name="index"/>, as it is sent.</summary>
    public Contact GetContact(int index) => Decode(GetEncoded(index), _hasFields);

    /// <summary>Removes all contacts, so that the buffer can be used again.</summary>
    public void Clear()
    {
        Count = 0;
        _buffer.Length = _length = _openingLength;
        Sources?.Clear();
    }

    /// <summary>Reads a contact of <see cref="GetEncoded"/>.</summary>
    /// <param name="json">The contact.</param>
    /// <param name="hasFields">Whether the contacts of the request have fields besides their phone number.</param>
    internal static Contact Decode(ReadOnlySpan<byte> json, bool hasFields)
    {
        var contact = new Contact();
        var reader = new Utf8JsonReader(json);
        if (!hasFields)
        {
            reader.Read();
            contact.PhoneNumber = reader.GetString();
            return contact;
        }

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

    /// <summary>Gets the contact at <paramref name="index"/> as it is encoded. It is valid until the batch is changed.</summary>
    internal ReadOnlySpan<byte> GetEncoded(int index) => _buffer.Memory.Span[_starts[index]..EndOf(index)];

    /// <summary>Adds a contact that a batch of the same request encoded: see <see cref="GetEncoded"/>.</summary>
    internal void AddEncoded(ReadOnlySpan<byte> contact)
    {
        Open();
        _buffer.Append(contact);
        _length = _buffer.Length;
        Count++;
    }

    private static byte[] ToJson(ContactField field, string value)
    {
        var buffer = new Utf8JsonBuffer(value.Length + 32);
        buffer.Append(FieldNames.Opening(field));
        buffer.AppendText(value.AsSpan());
        return buffer.Memory.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasDefault(ContactField field) => (_defaultBits & (1 << (int)field)) != 0;

    private void AppendDefaults()
    {
        foreach ((int bit, byte[] json) in _defaults)
        {
            if ((_writtenBits & bit) == 0)
            {
                _buffer.Append(json);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Open()
    {
        if (Count == Capacity)
        {
            throw new InvalidOperationException($"The batch is full: it contains {Capacity} contacts.");
        }

        _writtenBits = 0;
        _buffer.Length = _length;
        if (Count > 0)
        {
            _buffer.Append((byte)',');
        }

        _starts[Count] = _buffer.Length;
    }

    /// <summary>Sets the maximum number of contacts of an empty batch. It is at most the one it was created with.</summary>
    internal void Limit(int maximum) => Capacity = Math.Min(maximum, _starts.Length);

    /// <summary>Gets the end of a contact. There is one comma between two contacts.</summary>
    private int EndOf(int index) => index + 1 < Count ? _starts[index + 1] - 1 : _length;
}
