using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactsPS.Sandbox.Api;

/// <summary>An answer: a status, and a JSON body where there is one.</summary>
internal sealed class ServiceAnswer(int status, Action<Utf8JsonWriter>? body = null)
{
    /// <summary>How all JSON is written: to be read by people too, so accents and emoji stay as they are. Nothing puts it into HTML.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>201 without a body (web-service.md, contact/create: nothing may depend on one).</summary>
    public static ServiceAnswer Created { get; } = new(StatusCodes.Status201Created);

    /// <summary>204.</summary>
    public static ServiceAnswer NoContent { get; } = new(StatusCodes.Status204NoContent);

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>An error as the service words it: <c>{"code": 194, "message": "…"}</c> (web-service.md, Every request).</summary>
    public static ServiceAnswer Refused(int status, int code, string message) => new(status, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>400 with the code of a request that can't be understood.</summary>
    public static ServiceAnswer BadRequest(string message) => Refused(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, message);

    /// <summary>404: neither the service nor the inspection has such a call.</summary>
    public static ServiceAnswer UnknownRoute(HttpRequest request) =>
        Refused(StatusCodes.Status404NotFound, ErrorCode.UnknownRoute, $"There is no {request.Method} {request.Path}.");

    /// <summary>200 with a JSON body.</summary>
    public static ServiceAnswer Json(Action<Utf8JsonWriter> body) => new(StatusCodes.Status200OK, body);

    /// <summary>Sends the answer.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (body is null)
        {
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            body(json);
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }
}
