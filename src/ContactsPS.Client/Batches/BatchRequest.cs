using System.Collections.ObjectModel;

namespace ContactsPS.Client;

/// <summary>
/// A kind of request that takes contacts in batches: the call, the JSON before the contacts, and how one contact begins
/// and ends. <see cref="ContactBatch"/> writes the contacts, and <see cref="BulkSender"/> sends them.
/// </summary>
public abstract class BatchRequest
{
    private protected BatchRequest()
    {
    }

    /// <summary>The HTTP method.</summary>
    public abstract HttpMethod Method { get; }

    /// <summary>The path of the call, one of <see cref="ServiceCalls"/>.</summary>
    public abstract string Path { get; }

    /// <summary>The maximum number of contacts in one request.</summary>
    public abstract int MaximumContacts { get; }

    /// <summary>Whether a contact has fields besides its phone number.</summary>
    public abstract bool HasFields { get; }

    /// <summary>The lists that accepted contacts are attached to, or removed from.</summary>
    public abstract IReadOnlyList<string> TargetLists { get; }

    /// <summary>The tags that are attached to accepted contacts.</summary>
    public abstract IReadOnlyList<string> TargetTags { get; }

    /// <summary>Whether an empty field is sent as an empty text. Default: false, it is not sent.</summary>
    internal virtual bool SendsEmptyFields => false;

    /// <summary>The values of fields for contacts that have no value of their own. Default: none.</summary>
    internal virtual IReadOnlyDictionary<ContactField, string> DefaultFields => ReadOnlyDictionary<ContactField, string>.Empty;

    /// <summary>The bytes before the phone number of a contact.</summary>
    internal abstract ReadOnlySpan<byte> ContactOpening { get; }

    /// <summary>The bytes after the last text of a contact.</summary>
    internal abstract ReadOnlySpan<byte> ContactClosing { get; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ContactsException">An option is not valid.</exception>
    public abstract void Validate();

    /// <summary>
    /// Lists the options that decide what the request does, by name. The value of an option that is not set is null or
    /// empty. The names and values are written to journals, so they don't change between versions.
    /// </summary>
    public abstract IEnumerable<(string Name, string? Value)> ListOptions();

    /// <summary>
    /// Writes the JSON of a request up to its first contact: the options, and the start of the array.
    /// </summary>
    internal abstract void WriteOpening(Utf8JsonBuffer buffer);
}
