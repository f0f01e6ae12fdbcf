using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Sends a JSON array page by page, so that only one page is in memory.</summary>
internal static class JsonArrayStream
{
    /// <summary>Sends the array.</summary>
    /// <param name="context">The request to answer.</param>
    /// <param name="store">The store. Each page is a separate read, so the data may change between pages.</param>
    /// <param name="after">The id before the first row.</param>
    /// <param name="page">
    /// Writes the rows after an id, and returns the id of the last one. Null when there are no more rows.
    /// </param>
    public static async Task WriteAsync(HttpContext context, SandboxStore store, long after, Func<SandboxStore, long, Utf8JsonWriter, long?> page)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, ServiceAnswer.Writing);
        json.WriteStartArray();
        long? last = after;
        while (last is { } from)
        {
            last = await store.ReadAsync(tables => page(tables, from, json));
            await json.FlushAsync(context.RequestAborted);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a column as a string, or null.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, Statement row, int column)
    {
        if (row.IsNull(column))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, row.Bytes(column));
        }
    }
}
