namespace ContactsPS.Client;

/// <summary>
/// DELETE contact/delete: deletes contacts from the account, or only removes them from a list (web-service.md, The other
/// calls).
/// </summary>
public sealed class DeleteContactsRequest : BatchRequest
{
    /// <summary>The maximum number of contacts in one request (web-service.md, The other calls).</summary>
    public const int MaximumBatchSize = 200;

    /// <summary>
    /// The list to remove the contacts from. Default: null, which means that the contacts are deleted from the account.
    /// </summary>
    public string? ListName { get; init; }

    /// <inheritdoc/>
    public override HttpMethod Method => HttpMethod.Delete;

    /// <inheritdoc/>
    public override string Path => ServiceCalls.DeleteContacts;

    /// <inheritdoc/>
    public override int MaximumContacts => MaximumBatchSize;

    /// <inheritdoc/>
    public override bool HasFields => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> TargetLists => ListName is null ? [] : [ListName];

    /// <inheritdoc/>
    public override IReadOnlyList<string> TargetTags => [];

    internal override ReadOnlySpan<byte> ContactOpening => "\""u8;

    internal override ReadOnlySpan<byte> ContactClosing => "\""u8;

    /// <summary>Checks the name of the list.</summary>
    /// <exception cref="ContactsException">ListNameTooLong, ListNameInvalid or NameEmpty.</exception>
    public override void Validate()
    {
        if (ListName is not null)
        {
            GroupName.ValidateList(ListName);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, string? Value)> ListOptions() => [("list", ListName)];

    internal override void WriteOpening(Utf8JsonBuffer buffer)
    {
        buffer.Append((byte)'{');
        if (ListName is not null)
        {
            buffer.Append("\"list_name\":"u8);
            buffer.AppendString(ListName);
            buffer.Append((byte)',');
        }

        buffer.Append("\"phone_numbers\":["u8);
    }
}
