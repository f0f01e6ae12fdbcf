using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>Converts an HTTP response to a <see cref="ServiceAnswer"/>.</summary>
internal static class AnswerReader
{
    /// <summary>The number of characters that are shown of the target of a redirect.</summary>
    private const int LongestLocation = 200;

    /// <summary>425 (RFC 8470), which HttpStatusCode doesn't have.</summary>
    private const HttpStatusCode TooEarly = (HttpStatusCode)425;

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
            Message = kind == AnswerKind.Succeeded ? string.Empty : account.Clean(message ?? Describe(response, account)),
            RetryAfter = ReadRetryAfter(response.Headers),
            Body = kind == AnswerKind.Succeeded ? body : default,
            Clean = account.Clean,
            Elapsed = elapsed(),
        };
    }

    private static AnswerKind Classify(HttpResponseMessage response, byte[] body) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => IsOfService(response, body) ? AnswerKind.Succeeded : AnswerKind.Unexpected,
        HttpStatusCode.Unauthorized => AnswerKind.Unauthenticated,
        HttpStatusCode.Forbidden => AnswerKind.Forbidden,
        HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge
            or HttpStatusCode.UnprocessableEntity => AnswerKind.Refused,
        HttpStatusCode.RequestTimeout or TooEarly or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            => AnswerKind.Transient,
        _ => AnswerKind.Unexpected,
    };

    /// <summary>
    /// Whether an answer with a status of success is an answer of the service (web-service.md, Which answer is a success).
    /// A page or a text of a proxy or a login portal must not count as "accepted".
    /// </summary>
    private static bool IsOfService(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        bool isWhole = body.Length < ServiceTransport.MaximumAnswerLength;
        if (body.Span.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        body = body.Trim(" \t\r\n"u8);
        bool isRead = response.RequestMessage?.Method == HttpMethod.Get;
        return response.StatusCode switch
        {
            HttpStatusCode.PartialContent => false,
            _ when isRead => IsJson(body),
            HttpStatusCode.Created => !IsMarkup(response, body.Span),
            _ => (body.IsEmpty && isWhole) || IsJson(body),
        };
    }

    private static bool IsMarkup(HttpResponseMessage response, ReadOnlySpan<byte> body) =>
        body.StartsWith("<"u8)
        || (body.Length > 0 && response.Content.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Whether a body is a JSON object or array. PHP writes an empty object as an array.</summary>
    private static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

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

    private static string Describe(HttpResponseMessage response, ContactsAccount account)
    {
        return (int)response.StatusCode switch
        {
            206 => "only a part of an answer was received; a proxy may be the cause",
            >= 200 and < 300 => "a page or a text was received that is not an answer of the service; a proxy or a login page may have answered",
            >= 300 and < 400 => $"redirected to {Location(response, account)}; redirects are not followed, because they would send the key to another address. If that address is right, use it as the endpoint",
            404 or 405 => "the service doesn't know this call; check the endpoint",
            _ => string.IsNullOrEmpty(response.ReasonPhrase) ? "no message" : response.ReasonPhrase,
        };
    }

    /// <summary>
    /// Gets the target of a redirect without its user name and its query, because they may contain a secret. The key is
    /// masked before the text is cut, because a part of a key isn't found any more.
    /// </summary>
    private static string Location(HttpResponseMessage response, ContactsAccount account)
    {
        if (response.Headers.Location?.OriginalString is not { } location)
        {
            return "nowhere";
        }

        string shown = account.Clean(location).Split('?', '#')[0];
        int host = shown.IndexOf("//", StringComparison.Ordinal) + "//".Length;
        if (host >= "//".Length)
        {
            int path = shown.IndexOf('/', host);
            int user = shown[..(path < 0 ? shown.Length : path)].LastIndexOf('@');
            shown = user > host ? shown.Remove(host, user + 1 - host) : shown;
        }

        return shown.Length <= LongestLocation ? shown : $"{shown[..LongestLocation]}…";
    }

    private static TimeSpan? ReadRetryAfter(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter is not { } retryAfter)
        {
            return null;
        }

        // A date is compared with the clock of the server, because the clock of this machine may be wrong.
        TimeSpan wait = retryAfter.Delta ?? (retryAfter.Date - (headers.Date ?? DateTimeOffset.UtcNow)) ?? TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
