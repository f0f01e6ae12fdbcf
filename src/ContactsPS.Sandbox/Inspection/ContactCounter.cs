using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Counts the contacts of a filter.</summary>
internal static class ContactCounter
{
    /// <summary>
    /// Counts. All contacts, a list or a tag are counted at once. A search reads the table part by part, so that it
    /// doesn't delay other requests.
    /// </summary>
    public static async Task<long> CountAsync(SandboxStore store, ContactFilter filter, CancellationToken cancellation)
    {
        if (filter.Search is not { } search)
        {
            return await store.ReadAsync(tables => Count(tables, filter));
        }

        long count = 0;
        long? from = 0;
        while (from is { } next)
        {
            cancellation.ThrowIfCancellationRequested();
            (long found, from) = await store.ReadAsync(tables => tables.Reader.CountFound(filter, search, next));
            count += found;
        }

        return count;
    }

    private static long Count(SandboxStore tables, ContactFilter filter) => filter switch
    {
        { PhoneNumber: null, ListName: null, TagName: null } => tables.Contacts.Count,
        { PhoneNumber: null, ListName: { } list, TagName: null } => tables.Lists.Count(list),
        { PhoneNumber: null, ListName: null, TagName: { } tag } => tables.Tags.Count(tag),
        _ => tables.Reader.Count(filter),
    };
}
