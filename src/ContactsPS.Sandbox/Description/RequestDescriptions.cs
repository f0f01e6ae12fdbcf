using ContactsPS.Sandbox.Storage;
using Microsoft.OpenApi;

namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of /sandbox/requests and the calls under it.</summary>
internal static class RequestDescriptions
{
    private const string Tag = "Requests";

    private static readonly CallParameter[] s_match =
    [
        new("method", "Only requests with this method."),
        new("path", "Only requests whose path ends with this, such as contact/create."),
        new("status", "Only requests with this status. 0 is a request without an answer.", JsonSchemaType.Integer),
        new("body_contains", "Only requests whose body contains this text."),
        new("only", "notes: only requests with notes. errors: only requests without a status 2xx. Default: all.") { Words = ["all", "notes", "errors"] },
    ];

    public static CallDescription Requests { get; } = new(Tag, "Reads the log of the service requests")
    {
        Details = $"The log keeps the last {RequestLog.MostRequests} requests, and the bodies of the last {RequestLog.MostBodies}, at most {RequestLog.MostBodyBytes} bytes of bodies.",
        Parameters =
        [
            .. s_match,
            new("last", "Only this number of the last requests.", JsonSchemaType.Integer),
            new("after", "Only requests after this id.", JsonSchemaType.Integer),
            new("before", "Only requests before this id.", JsonSchemaType.Integer),
            new("limit", "The most requests. Default: all.", JsonSchemaType.Integer),
            new("order", "Default: oldest.") { Words = ["oldest", "newest"] },
            new("body", "Whether to return the bodies. Default: true.", JsonSchemaType.Boolean),
        ],
        Answers = [new(200, "The requests.", typeof(RequestShape[])), CallAnswer.Wrong],
    };

    public static CallDescription Count { get; } = new(Tag, "Counts the requests in the log")
    {
        Answers = [new(200, "The count.", typeof(CountShape)), CallAnswer.Wrong],
    };

    public static CallDescription Wait { get; } = new(Tag, "Waits for requests")
    {
        Details = "Requests that are in the log already count, unless after is given.",
        Parameters =
        [
            .. s_match,
            new("after", "Only requests after this id. Default: 0.", JsonSchemaType.Integer),
            new("count", "The number of requests to wait for. Default: 1.", JsonSchemaType.Integer),
            new("timeout_seconds", "From 0 to 600. Default: 30.", JsonSchemaType.Integer),
        ],
        Answers = [new(200, "The first requests that match.", typeof(RequestShape[])), CallAnswer.Wrong, CallAnswer.TimedOut],
    };

    public static CallDescription One { get; } = new(Tag, "Reads one request")
    {
        Parameters = [CallParameter.Path("id", "The id of the request.", JsonSchemaType.Integer)],
        Answers = [new(200, "The request.", typeof(RequestShape)), new(404, "The log has no such request.", typeof(ErrorShape))],
    };

    public static CallDescription Clear { get; } = new(Tag, "Clears the log") { Answers = [CallAnswer.Done] };
}
