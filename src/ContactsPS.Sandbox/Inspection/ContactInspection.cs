using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>GET /sandbox/contacts, and the calls under it: count, wait, and the history of one contact.</summary>
internal sealed class ContactInspection(SandboxStore store, Waiting waiting)
{
    /// <summary>Maps the routes.</summary>
    public void Map(InspectionCalls calls)
    {
        calls.Get("contacts", WriteContactsAsync, ContactDescriptions.Contacts);
        calls.Get("contacts/count", WriteCountAsync, ContactDescriptions.Count);
        calls.Get("contacts/wait", WaitAsync, ContactDescriptions.Wait);
        calls.Get("contacts/{phone_number}/history", new ContactHistory(store).WriteAsync, ContactDescriptions.History);
    }

    private async Task WriteContactsAsync(HttpContext context)
    {
        ContactQuery query = ContactQuery.Read(context.Request.Query);
        long left = query.Limit;
        await JsonArrayStream.WriteAsync(context, store, query.From, (tables, from, json) => left == 0
            ? null
            : tables.Reader.Page(query.Filter, from, query.NewestFirst, row =>
            {
                ContactJson.Write(json, row);
                return --left > 0;
            }));
    }

    private async Task WriteCountAsync(HttpContext context)
    {
        var query = new InspectionQuery(context.Request.Query);
        ContactFilter filter = ContactQuery.ReadFilter(query);
        query.RefuseOthers();
        long count = await ContactCounter.CountAsync(store, filter, context.RequestAborted);
        await CountAnswer.Of(count).WriteAsync(context);
    }

    private async Task WaitAsync(HttpContext context)
    {
        var query = new InspectionQuery(context.Request.Query);
        ContactFilter filter = ContactQuery.ReadFilter(query);
        long wanted = query.Number("count", 1);
        TimeSpan timeout = query.Timeout();
        query.RefuseOthers();
        long? count = await waiting.UntilAsync<long?>(context, timeout, async () =>
            await ContactCounter.CountAsync(store, filter, context.RequestAborted) is var found && found >= wanted ? found : null);
        await (count is { } reached ? CountAnswer.Of(reached) : Waiting.TimedOut("contacts")).WriteAsync(context);
    }
}
