namespace ContactsPS.Client.Tests;

/// <summary>Calls without contacts, and their retries (docs/web-service.md, Retries of calls about lists).</summary>
public sealed class ServiceCallerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_fails_is_sent_again_and_its_events_are_published()
    {
        var request = ServiceRequest.CreateList("VIP");

        (ServiceAnswer answer, List<SendEvent> events, ScriptedServer server) = await CallAsync(
            request, ScriptedAnswer.Error(429, 1, "Later."), ScriptedAnswer.Created);

        Assert.Equal((AnswerKind.Succeeded, 201), (answer.Kind, answer.StatusCode));
        Assert.Equal(2, server.Requests.Count);
        RequestCompleted[] requests = [.. events.OfType<RequestCompleted>()];
        Assert.Equal([429, 201], requests.Select(completed => completed.Answer.StatusCode));
        Assert.All(requests, completed => Assert.Equal(
            (HttpMethod.Post, "contact-list/create", 0, request.Body!.Value.Length),
            (completed.Method, completed.Call, completed.Contacts, completed.Bytes)));
        RetryScheduled retry = Assert.Single(events.OfType<RetryScheduled>());
        Assert.Equal((1, 429), (retry.Attempt, retry.Answer.StatusCode));
    }

    [Fact]
    public async Task The_event_of_a_request_without_a_body_has_no_bytes()
    {
        (_, List<SendEvent> events, _) = await CallAsync(ServiceRequest.CheckBalance(), ScriptedAnswer.Of(200, "{}"));

        RequestCompleted completed = Assert.Single(events.OfType<RequestCompleted>());
        Assert.Equal((HttpMethod.Get, "wallet/check-balance", 0), (completed.Method, completed.Call, completed.Bytes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_list_that_exists_already_after_a_lost_answer_was_created(int? lost)
    {
        (ServiceAnswer answer, _, _) = await CallAsync(ServiceRequest.CreateList("VIP"), Lost(lost), ScriptedAnswer.Error(400, 302, "Exists."));

        Assert.Equal((AnswerKind.Succeeded, 400, null, string.Empty), (answer.Kind, answer.StatusCode, answer.Code, answer.Message));
        Assert.True(answer.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_list_that_is_missing_after_a_lost_answer_was_deleted()
    {
        (ServiceAnswer answer, _, _) = await CallAsync(ServiceRequest.DeleteList("VIP"), Lost(null), ScriptedAnswer.Error(400, 303, "Missing."));

        Assert.Equal(AnswerKind.Succeeded, answer.Kind);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_lost_answer_is_remembered_until_the_last_attempt(int second)
    {
        (ServiceAnswer answer, _, _) = await CallAsync(
            ServiceRequest.CreateList("VIP"), Lost(null), ScriptedAnswer.Error(second, 1, "Later."), ScriptedAnswer.Error(400, 302, "Exists."));

        Assert.Equal(AnswerKind.Succeeded, answer.Kind);
    }

    [Fact]
    public async Task A_list_that_exists_already_at_the_first_attempt_is_a_refusal()
    {
        (ServiceAnswer answer, _, _) = await CallAsync(ServiceRequest.CreateList("VIP"), ScriptedAnswer.Error(400, 302, "Exists."));

        Assert.Equal((AnswerKind.Refused, 302L), (answer.Kind, answer.Code));
    }

    [Theory]
    [InlineData(429, 1)]
    [InlineData(425, 1)]
    [InlineData(400, 128)]
    public async Task A_list_that_exists_already_after_too_many_attempts_is_a_refusal(int status, int code)
    {
        (ServiceAnswer answer, _, ScriptedServer server) = await CallAsync(
            ServiceRequest.CreateList("VIP"), ScriptedAnswer.Error(status, code, "Later."), ScriptedAnswer.Error(400, 302, "Exists."));

        Assert.Equal((AnswerKind.Refused, 302L), (answer.Kind, answer.Code));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(400, 303, AnswerKind.Refused)]
    [InlineData(400, 301, AnswerKind.Refused)]
    [InlineData(401, 302, AnswerKind.Unauthenticated)]
    [InlineData(500, 302, AnswerKind.Transient)]
    public async Task Another_failure_after_a_lost_answer_is_a_failure(int status, int code, AnswerKind kind)
    {
        (ServiceAnswer answer, _, _) = await CallAsync(ServiceRequest.CreateList("VIP"), Lost(null), ScriptedAnswer.Error(status, code, "No."));

        Assert.Equal((kind, status, code), (answer.Kind, answer.StatusCode, answer.Code));
    }

    [Fact]
    public async Task A_refusal_without_a_code_after_a_lost_answer_is_a_failure()
    {
        (ServiceAnswer answer, _, _) = await CallAsync(
            ServiceRequest.EmptyList("VIP", deletesContacts: false), Lost(null), ScriptedAnswer.Of(400, "No."));

        Assert.Equal((AnswerKind.Refused, null), (answer.Kind, answer.Code));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await using ScriptedServer server = ScriptedServer.Hanging();
        using var cancelled = new CancellationTokenSource();
        var caller = new ServiceCaller(server.Client(), SendingRun.Quick(), _ => { });
        Task<ServiceAnswer> call = caller.CallAsync(ServiceRequest.CheckBalance(), cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_call_without_a_request_is_refused()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var caller = new ServiceCaller(server.Client(), SendingRun.Quick(), _ => { });

        await Assert.ThrowsAsync<ArgumentNullException>(() => caller.CallAsync(null!, Cancellation));
    }

    /// <summary>An answer after which the service may have carried out the request: no answer when there is no status.</summary>
    private static ScriptedAnswer Lost(int? status) => status is { } error ? ScriptedAnswer.Error(error, 1, "Broken.") : ScriptedAnswer.Drop;

    /// <summary>Makes a call to a service that gives these answers, and the last of them to each later attempt.</summary>
    private static async Task<(ServiceAnswer Answer, List<SendEvent> Events, ScriptedServer Server)> CallAsync(
        ServiceRequest request, params ScriptedAnswer[] answers)
    {
        await using var server = new ScriptedServer(asked => answers[Math.Min(asked.Number, answers.Length) - 1]);
        List<SendEvent> events = [];
        var caller = new ServiceCaller(server.Client(), SendingRun.Quick(retries: 2), events.Add);
        return (await caller.CallAsync(request, Cancellation), events, server);
    }
}
