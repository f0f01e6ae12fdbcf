using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>Converts an HTTP response to a <see cref="ServiceAnswer"/>.</summary>
internal static class AnswerReader
{
    private const int LongestMessage = 500;

    public static async Task<ServiceAnswer> ReadAsync(
        HttpResponseMessage response, ContactsAccount account, Func<TimeSpan> elapsed, CancellationToken cancellationToken)
    {
        byte[] body = await ReadBodyAsync(response.Content, cancellationToken);
        AnswerKind kind = Classify(response, body);
        (long? code, string? message) = kind == AnswerKind.Succeeded ? (null, null) : ReadError(body);
        if (kind == AnswerKind.Refused && code == ServiceCode.TooManyAttempts)
        {
            // It means the same as the status 429.
            kind = AnswerKind.Transient;
        }

        return new ServiceAnswer
        {
            Kind = kind,
            StatusCode = (int)response.StatusCode,
            Code = code,
            Message = kind == AnswerKind.Succeeded ? string.Empty : Clean(account.Redact(message ?? Describe(response))),
            RetryAfter = ReadRetryAfter(response.Headers.RetryAfter),
            Body = kind == AnswerKind.Succeeded ? body : default,
            Elapsed = elapsed(),
        };
    }

    private static AnswerKind Classify(HttpResponseMessage response, byte[] body) => response.StatusCode switch
    {
        // A web page from a proxy or a login portal must not count as "accepted".
        _ when response.IsSuccessStatusCode => body.Length > 0 && IsPage(response) ? AnswerKind.Unexpected : AnswerKind.Succeeded,
        HttpStatusCode.Unauthorized => AnswerKind.Unauthenticated,
        HttpStatusCode.Forbidden => AnswerKind.Forbidden,
        HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge
            or HttpStatusCode.UnprocessableEntity => AnswerKind.Refused,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            => AnswerKind.Transient,
        _ => AnswerKind.Unexpected,
    };

    private static bool IsPage(HttpResponseMessage response) =>
        string.Equals(response.Content.Headers.ContentType?.MediaType, "text/html", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength == 0)
        {
            return [];
        }

        using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ServiceTransport.MaximumAnswerLength);
        try
        {
            int length = await stream.ReadAtLeastAsync(
                buffer.AsMemory(0, ServiceTransport.MaximumAnswerLength),
                ServiceTransport.MaximumAnswerLength,
                throwOnEndOfStream: false,
                cancellationToken);
            return buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Reads <c>{"code": 194, "message": "…"}</c> (web-service.md, Every request). Nothing when the body differs.
    /// </summary>
    private static (long? Code, string? Message) ReadError(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return default;
            }

            long? code = document.RootElement.TryGetProperty("code", out JsonElement c)
                && c.ValueKind == JsonValueKind.Number && c.TryGetInt64(out long number) ? number : null;
            string? message = document.RootElement.TryGetProperty("message", out JsonElement m)
                && m.ValueKind == JsonValueKind.String ? m.GetString() : null;
            return (code, string.IsNullOrWhiteSpace(message) ? null : message);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // It is not an error body of the service, or it is not UTF-8. The status line is used instead.
            return default;
        }
    }

    private static string Describe(HttpResponseMessage response)
    {
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => "a web page was received instead of an answer of the service; a proxy or a login page may be the cause",
            >= 300 and < 400 => $"redirected to {Location(response)}; redirects are not followed, because they would send the key to another address. If that address is right, use it as the endpoint",
            404 or 405 => "the service doesn't know this call; check the endpoint",
            _ => string.IsNullOrEmpty(response.ReasonPhrase) ? "no message" : response.ReasonPhrase,
        };
    }

    /// <summary>
    /// Makes a text from outside safe for errors, terminals and logs: one line, limited length, no control characters.
    /// </summary>
    private static string Clean(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }

    /// <summary>Gets the target of a redirect without its query, because a query may contain a secret.</summary>
    private static string Location(HttpResponseMessage response) =>
        response.Headers.Location is not { } location ? "nowhere"
            : location.IsAbsoluteUri ? location.GetLeftPart(UriPartial.Path)
            : location.OriginalString.Split('?')[0];

    private static TimeSpan? ReadRetryAfter(RetryConditionHeaderValue? header)
    {
        if (header is null)
        {
            return null;
        }

        TimeSpan wait = header.Delta ?? (header.Date ?? DateTimeOffset.UtcNow) - DateTimeOffset.UtcNow;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
