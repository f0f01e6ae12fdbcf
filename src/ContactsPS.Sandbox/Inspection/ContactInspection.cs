using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET /sandbox/contacts and /sandbox/contacts/count, both with the optional filters <c>list_name</c>, <c>tag_name</c>
/// and <c>phone_number</c>. GET /sandbox/lists and /sandbox/tags.
/// </summary>
internal static class ContactInspection
{
    private static readonly string[] s_texts = ["phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5"];

    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder sandbox)
    {
        sandbox.MapGet("contacts", WriteContactsAsync);
        sandbox.MapGet("contacts/count", WriteCountAsync);
        sandbox.MapGet("lists", (HttpContext context, SandboxStore store) => WriteGroupsAsync(context, store, tables => tables.Lists));
        sandbox.MapGet("tags", (HttpContext context, SandboxStore store) => WriteGroupsAsync(context, store, tables => tables.Tags));
    }

    private static async Task WriteContactsAsync(HttpContext context, SandboxStore store)
    {
        ContactFilter filter = Filter(context.Request.Query);
        await JsonArrayStream.WriteAsync(context, store, 0, (tables, after, json) =>
            tables.Reader.Page(filter, after, row => WriteContact(json, row)));
    }

    private static async Task WriteCountAsync(HttpContext context, SandboxStore store)
    {
        ContactFilter filter = Filter(context.Request.Query);
        long count = await store.ReadAsync(tables => tables.Reader.Count(filter));
        await CountAnswer.Of(count).WriteAsync(context);
    }

    private static async Task WriteGroupsAsync(HttpContext context, SandboxStore store, Func<SandboxStore, ContactGroups> kind)
    {
        List<(string Name, long Contacts)> groups = await store.ReadAsync(tables => kind(tables).All());
        await ServiceAnswer.Json(json =>
        {
            json.WriteStartArray();
            foreach ((string name, long contacts) in groups)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("contacts", contacts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }).WriteAsync(context);
    }

    // A plus sign in a query is decoded as a space. The formatting of phone numbers adds it again.
    private static ContactFilter Filter(IQueryCollection query) => new(
        Given(query, "list_name"),
        Given(query, "tag_name"),
        Given(query, "phone_number") is { } number ? PhoneNumberFormat.Format(number, out _) ?? number : null);

    private static string? Given(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static void WriteContact(Utf8JsonWriter json, Statement row)
    {
        int column = 1;
        json.WriteStartObject();
        foreach (string text in s_texts)
        {
            json.WriteText(text, row, column++);
        }

        json.WritePropertyName("lists");
        json.WriteRawValue(row.Bytes(column++), skipInputValidation: true);
        json.WritePropertyName("tags");
        json.WriteRawValue(row.Bytes(column++), skipInputValidation: true);
        json.WriteBoolean("opted_out", row.Number(column++) != 0);
        json.WriteNumber("received_count", row.Number(column));
        json.WriteEndObject();
    }
}
