using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Sends a JSON array page by page, so that memory holds one page however long the array is.</summary>
internal static class JsonArrayStream
{
    /// <summary>Sends the array.</summary>
    /// <param name="context">The request to answer.</param>
    /// <param name="store">Read in a turn of its own for each page; the rows are of as many moments.</param>
    /// <param name="after">The id after which to begin.</param>
    /// <param name="page">Writes the rows after an id, and gives the id of the last one; null when there are no more.</param>
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
