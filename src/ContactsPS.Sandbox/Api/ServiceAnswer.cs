using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactsPS.Sandbox.Api;

/// <summary>An answer: a status, an optional JSON body, and an optional header.</summary>
internal sealed class ServiceAnswer
{
    private readonly (string Name, string Value)? _header;

    /// <summary>Makes an answer, with or without a JSON body.</summary>
    public ServiceAnswer(int status, Action<Utf8JsonWriter>? body = null)
        : this(status, body is null ? default : Render(body), header: null)
    {
    }

    private ServiceAnswer(int status, ReadOnlyMemory<byte> body, (string Name, string Value)? header)
    {
        Status = status;
        Body = body;
        _header = header;
    }

    /// <summary>
    /// The format of all JSON. People read it too, so accents and emoji are not escaped. This is safe because the JSON
    /// is never put into HTML.
    /// </summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>201 without a body. Clients must not depend on a body (web-service.md, POST contact/create).</summary>
    public static ServiceAnswer Created { get; } = new(StatusCodes.Status201Created);

    /// <summary>201 with a body: the setting success_body.</summary>
    public static ServiceAnswer CreatedWithBody { get; } = new(StatusCodes.Status201Created, json =>
    {
        json.WriteStartObject();
        json.WriteString("message", "Created.");
        json.WriteEndObject();
    });

    /// <summary>204.</summary>
    public static ServiceAnswer NoContent { get; } = new(StatusCodes.Status204NoContent);

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body. Empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The header, such as <c>Retry-After: 1</c>. Null when there is none.</summary>
    public string? Header => _header is { } header ? $"{header.Name}: {header.Value}" : null;

    /// <summary>
    /// An error in the format of the service: <c>{"code": 121, "message": "…"}</c> (web-service.md, Every request).
    /// </summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">An <see cref="ErrorCode"/>. Null when the table has none. Then the body has only a message.</param>
    /// <param name="message">One or more sentences for people.</param>
    public static ServiceAnswer Refused(int status, int? code, string message) => new(status, json =>
    {
        json.WriteStartObject();
        if (code is { } number)
        {
            json.WriteNumber("code", number);
        }

        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>400 with a code.</summary>
    public static ServiceAnswer BadRequest(int code, string message) => Refused(StatusCodes.Status400BadRequest, code, message);

    /// <summary>400 for a body that can't be read.</summary>
    public static ServiceAnswer Unreadable(string message) => BadRequest(ErrorCode.Unreadable, message);

    /// <summary>400 for a list that doesn't exist.</summary>
    public static ServiceAnswer ListMissing { get; } = BadRequest(ErrorCode.ListMissing, "The list doesn't exist.");

    /// <summary>200 with a JSON body.</summary>
    public static ServiceAnswer Json(Action<Utf8JsonWriter> body) => new(StatusCodes.Status200OK, body);

    /// <summary>Makes the same answer with a header.</summary>
    public ServiceAnswer With(string header, string value) => new(Status, Body, (header, value));

    /// <summary>Sends the answer.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (_header is { } header)
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        if (Body.IsEmpty)
        {
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Body.Length;
        await context.Response.BodyWriter.WriteAsync(Body, context.RequestAborted);
    }

    private static ReadOnlyMemory<byte> Render(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Writing);
        body(json);
        json.Flush();
        return buffer.WrittenMemory;
    }
}
