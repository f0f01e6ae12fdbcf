using System.Globalization;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>GET and DELETE /sandbox/requests, and the calls under it: count, wait, and one request.</summary>
internal sealed class RequestInspection(SandboxStore store, Waiting waiting)
{
    /// <summary>Maps the routes.</summary>
    public void Map(InspectionCalls calls)
    {
        calls.Get("requests", WriteRequestsAsync, RequestDescriptions.Requests);
        calls.Get("requests/count", WriteCountAsync, RequestDescriptions.Count);
        calls.Get("requests/wait", WaitAsync, RequestDescriptions.Wait);
        calls.Get("requests/{id}", WriteOneAsync, RequestDescriptions.One);
        calls.Delete("requests", ClearAsync, RequestDescriptions.Clear);
    }

    private async Task WriteRequestsAsync(HttpContext context)
    {
        var query = new InspectionQuery(context.Request.Query);
        RequestMatch match = RequestMatch.Read(query);
        long last = query.Number("last", long.MaxValue);
        long after = query.Number("after", 0);
        long before = query.Number("before", long.MaxValue);
        long left = query.Number("limit", long.MaxValue);
        bool newestFirst = query.Word("order", "oldest", "oldest", "newest") == "newest";
        bool withBody = query.Flag("body", absent: true);
        query.RefuseOthers();

        after = Math.Max(after, await store.ReadAsync(tables => tables.Requests.IdBeforeLast(last)));
        await JsonArrayStream.WriteAsync(context, store, newestFirst ? before : after, (tables, from, json) => left == 0
            ? null
            : tables.Requests.Page(newestFirst ? after : from, newestFirst ? from : before, newestFirst, row =>
            {
                if (match.Matches(row))
                {
                    RequestJson.Write(json, row, withBody);
                    left--;
                }

                return left > 0;
            }));
    }

    private async Task WriteCountAsync(HttpContext context)
    {
        new InspectionQuery(context.Request.Query).RefuseOthers();
        long count = await store.ReadAsync(tables => tables.Requests.Count());
        await CountAnswer.Of(count).WriteAsync(context);
    }

    private async Task WriteOneAsync(HttpContext context)
    {
        new InspectionQuery(context.Request.Query).RefuseOthers();
        string text = (string)context.GetRouteValue("id")!;
        bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id);
        ServiceAnswer? answer = isNumber ? await store.ReadAsync(tables => Read(tables, id)) : null;
        await (answer ?? ServiceAnswer.Refused(StatusCodes.Status404NotFound, code: null, $"The log has no request {text}.")).WriteAsync(context);
    }

    private static ServiceAnswer? Read(SandboxStore tables, long id)
    {
        ServiceAnswer? answer = null;
        tables.Requests.One(id, row => answer = ServiceAnswer.Json(json => RequestJson.Write(json, row, withBody: true)));
        return answer;
    }

    private async Task WaitAsync(HttpContext context)
    {
        var query = new InspectionQuery(context.Request.Query);
        RequestMatch match = RequestMatch.Read(query);
        long after = query.Number("after", 0);
        long wanted = query.Number("count", 1);
        TimeSpan timeout = query.Timeout();
        query.RefuseOthers();

        List<long> found = [];
        ServiceAnswer? answer = await waiting.UntilAsync(context, timeout, () => store.ReadAsync(tables =>
        {
            after = Collect(tables, match, after, found, wanted);
            return found.Count >= wanted ? Answer(tables, found) : null;
        }));
        await (answer ?? Waiting.TimedOut("requests")).WriteAsync(context);
    }

    // Continues where the last check ended, because the log may have ten thousand requests.
    private static long Collect(SandboxStore tables, RequestMatch match, long after, List<long> found, long wanted)
    {
        long? last = after;
        while (last is { } from && found.Count < wanted)
        {
            last = tables.Requests.Page(from, long.MaxValue, newestFirst: false, row =>
            {
                after = row.Number(0);
                if (match.Matches(row))
                {
                    found.Add(after);
                }

                return found.Count < wanted;
            });
        }

        return after;
    }

    private static ServiceAnswer Answer(SandboxStore tables, List<long> found) => ServiceAnswer.Json(json =>
    {
        json.WriteStartArray();
        found.ForEach(id => tables.Requests.One(id, row => RequestJson.Write(json, row, withBody: true)));
        json.WriteEndArray();
    });

    private async Task ClearAsync(HttpContext context)
    {
        await store.WriteAsync(tables => tables.Requests.Clear());
        await ServiceAnswer.NoContent.WriteAsync(context);
    }
}
