using System.Globalization;
using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET /sandbox/requests: all requests, or with <c>last</c> only this number of the last ones, the oldest first. GET
/// /sandbox/requests/count. DELETE /sandbox/requests, which clears the log.
/// </summary>
internal static class RequestInspection
{
    /// <summary>Maps the routes.</summary>
    public static void Map(RouteGroupBuilder sandbox)
    {
        sandbox.MapGet("requests", WriteRequestsAsync);
        sandbox.MapGet("requests/count", WriteCountAsync);
        sandbox.MapDelete("requests", ClearAsync);
    }

    private static async Task WriteRequestsAsync(HttpContext context, SandboxStore store)
    {
        string last = context.Request.Query["last"].ToString();
        long rows = long.MaxValue;
        if (last.Length > 0 && !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out rows))
        {
            await ServiceAnswer.Unreadable("last must be a whole number, 0 or more.").WriteAsync(context);
            return;
        }

        long after = await store.ReadAsync(tables => tables.Requests.IdBeforeLast(rows));
        await JsonArrayStream.WriteAsync(context, store, after, (tables, from, json) =>
            tables.Requests.Page(from, row => WriteRequest(json, row)));
    }

    private static async Task WriteCountAsync(HttpContext context, SandboxStore store)
    {
        long count = await store.ReadAsync(tables => tables.Requests.Count());
        await CountAnswer.Of(count).WriteAsync(context);
    }

    private static async Task ClearAsync(HttpContext context, SandboxStore store)
    {
        await store.WriteAsync(tables => tables.Requests.Clear());
        await ServiceAnswer.NoContent.WriteAsync(context);
    }

    private static void WriteRequest(Utf8JsonWriter json, Statement row)
    {
        json.WriteStartObject();
        json.WriteNumber("id", row.Number(0));
        json.WriteText("received_at", row, 1);
        json.WriteText("method", row, 2);
        json.WriteText("path", row, 3);
        json.WriteNumber("status", row.Number(4));
        json.WriteNumber("contacts", row.Number(5));
        json.WriteNumber("bytes", row.Number(6));
        json.WriteNumber("milliseconds", Math.Round(row.Fraction(7), 3));
        json.WriteText("failure", row, 8);

        // It is converted to a string, because the writer accepts only UTF-8 and a body may not be UTF-8.
        json.WriteString("body", row.IsNull(9) ? null : row.Text(9));
        json.WriteEndObject();
    }
}
