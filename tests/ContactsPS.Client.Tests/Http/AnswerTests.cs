using System.Text;

namespace ContactsPS.Client.Tests;

public sealed class AnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, AnswerKind.Succeeded)]
    [InlineData(201, AnswerKind.Succeeded)]
    [InlineData(202, AnswerKind.Succeeded)]
    [InlineData(204, AnswerKind.Succeeded)]
    [InlineData(206, AnswerKind.Unexpected)]
    [InlineData(301, AnswerKind.Unexpected)]
    [InlineData(304, AnswerKind.Unexpected)]
    [InlineData(400, AnswerKind.Refused)]
    [InlineData(401, AnswerKind.Unauthenticated)]
    [InlineData(403, AnswerKind.Forbidden)]
    [InlineData(404, AnswerKind.Unexpected)]
    [InlineData(405, AnswerKind.Unexpected)]
    [InlineData(407, AnswerKind.Unexpected)]
    [InlineData(408, AnswerKind.Transient)]
    [InlineData(409, AnswerKind.Refused)]
    [InlineData(413, AnswerKind.Refused)]
    [InlineData(422, AnswerKind.Refused)]
    [InlineData(425, AnswerKind.Transient)]
    [InlineData(429, AnswerKind.Transient)]
    [InlineData(500, AnswerKind.Transient)]
    [InlineData(502, AnswerKind.Transient)]
    [InlineData(503, AnswerKind.Transient)]
    [InlineData(504, AnswerKind.Transient)]
    [InlineData(599, AnswerKind.Transient)]
    public async Task The_status_code_determines_the_kind_of_answer(int status, AnswerKind kind)
    {
        ServiceAnswer answer = await AskAsync(status == 204 ? ScriptedAnswer.Raw("HTTP/1.1 204 No Content\r\n\r\n") : ScriptedAnswer.Of(status));

        Assert.Equal((kind, status), (answer.Kind, answer.StatusCode));
    }

    [Fact]
    public async Task An_error_has_the_code_and_the_message_of_the_service()
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Error(400, 194, "Numéro refusé 😀"));

        Assert.Equal((194L, "Numéro refusé 😀"), (answer.Code, answer.Message));
        Assert.Equal("HTTP 400, code 194: Numéro refusé 😀", answer.ToString());
        Assert.True(answer.Body.IsEmpty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"code":"194","message":194}""")]
    [InlineData("""{"code":1e400,"message":null}""")]
    [InlineData("""{"code":1.5,"message":"  "}""")]
    [InlineData("""{"code":{"a":1},"message":["b"]}""")]
    [InlineData("""{"message":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task An_error_body_in_another_form_keeps_the_kind_of_its_status(string body)
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Of(400, body));

        Assert.Equal((AnswerKind.Refused, 400, (long?)null), (answer.Kind, answer.StatusCode, answer.Code));
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task An_error_body_that_is_not_UTF8_keeps_the_kind_of_its_status()
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Of(400, Encoding.Latin1.GetBytes("{\"code\":194,\"message\":\"refus\u00E9\"}")));

        Assert.Equal((AnswerKind.Refused, 400), (answer.Kind, answer.StatusCode));
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task An_answer_is_read_up_to_64_KiB()
    {
        byte[] body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0123456789abcdef", 64 * 1024)));

        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Of(201, body));

        Assert.Equal(AnswerKind.Succeeded, answer.Kind);
        Assert.Equal(body[..(64 * 1024)], answer.Body.ToArray());
    }

    [Fact]
    public async Task An_endless_answer_is_read_up_to_64_KiB()
    {
        string head = "HTTP/1.1 201 Created\r\nContent-Length: 1000000000\r\n\r\n";
        var endless = new ScriptedAnswer([Encoding.ASCII.GetBytes(head + new string(' ', 64 * 1024))], Drops: true, HangsAfter: true);

        ServiceAnswer answer = await AskAsync(endless);

        Assert.Equal((AnswerKind.Succeeded, 64 * 1024), (answer.Kind, answer.Body.Length));
    }

    [Theory]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{")]
    [InlineData("HTTP/1.1 201 Cre")]
    [InlineData("HTTP/1.1 2")]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("HTTP/1.1 201 Created\r\nbad header\r\n\r\n")]
    [InlineData("")]
    public async Task A_truncated_or_invalid_HTTP_answer_is_transient(string sent)
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Raw(sent));

        Assert.Equal((AnswerKind.Transient, (int?)null), (answer.Kind, answer.StatusCode));
        Assert.NotEmpty(answer.Message);
    }

    [Fact]
    public async Task A_refused_connection_is_transient()
    {
        var account = new ContactsAccount("a@example.com", "key", new AccountSettings { Endpoint = new Uri($"http://127.0.0.1:{LoopbackPort.FindFree()}/") });

        ServiceAnswer answer = await new ContactsClient(account).CheckBalanceAsync(Cancellation);

        Assert.Equal((AnswerKind.Transient, (int?)null), (answer.Kind, answer.StatusCode));
        Assert.Contains("refused", answer.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_timeout_before_the_answer_is_transient()
    {
        await using var server = new ScriptedServer(request => request.Closed.ContinueWith(_ => ScriptedAnswer.Drop, TaskScheduler.Default));

        ServiceAnswer answer = await server.Client(TimeSpan.FromMilliseconds(200)).CheckBalanceAsync(Cancellation);

        Assert.Equal((AnswerKind.Transient, (int?)null), (answer.Kind, answer.StatusCode));
        Assert.Equal("no answer within 0.2 seconds", answer.Message);
    }

    [Fact]
    public async Task A_timeout_within_the_answer_is_transient()
    {
        var half = new ScriptedAnswer(["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"u8.ToArray()], Drops: true, HangsAfter: true);
        await using var server = new ScriptedServer(_ => half);

        ServiceAnswer answer = await server.Client(TimeSpan.FromMilliseconds(200)).CheckBalanceAsync(Cancellation);

        Assert.Equal((AnswerKind.Transient, (int?)null), (answer.Kind, answer.StatusCode));
    }

    [Fact]
    public async Task A_cancelled_request_throws_OperationCanceledException()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = new ScriptedServer(async request =>
        {
            await cancelled.CancelAsync();
            await request.Closed;
            return ScriptedAnswer.Drop;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client().CheckBalanceAsync(cancelled.Token));
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: 0", 0)]
    [InlineData("Retry-After: Mon, 01 Jan 2001 00:00:00 GMT", 0)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("X-Other: 7", null)]
    [InlineData("Date: Mon, 01 Jan 2001 00:00:00 GMT\r\nRetry-After: Mon, 01 Jan 2001 00:00:42 GMT", 42)]
    [InlineData("Date: Sat, 01 Jan 2101 00:00:00 GMT\r\nRetry-After: Sat, 01 Jan 2101 00:00:42 GMT", 42)]
    [InlineData("Date: Sat, 01 Jan 2101 00:00:42 GMT\r\nRetry-After: Sat, 01 Jan 2101 00:00:00 GMT", 0)]
    public async Task The_Retry_After_header_is_read(string header, int? seconds)
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Error(429, 129, "Slow down.", header));

        Assert.Equal(seconds, (int?)answer.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_Retry_After_date_is_compared_with_the_clock_of_this_machine_when_the_server_has_none()
    {
        DateTimeOffset until = DateTimeOffset.UtcNow.AddHours(1);

        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Error(429, 129, "Slow down.", FormattableString.Invariant($"Retry-After: {until:R}")));

        Assert.InRange(answer.RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task The_message_of_a_redirect_has_its_target_without_the_query()
    {
        ServiceAnswer answer = await AskAsync(ScriptedAnswer.Of(302, headers: "Location: https://elsewhere.example/login?token=hidden"));

        Assert.Equal(AnswerKind.Unexpected, answer.Kind);
        Assert.Contains("https://elsewhere.example/login", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", answer.Message, StringComparison.Ordinal);
    }

    private static async Task<ServiceAnswer> AskAsync(ScriptedAnswer answer)
    {
        await using var server = new ScriptedServer(_ => answer);
        return await server.Client().SendBatchAsync(new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), Cancellation);
    }
}
