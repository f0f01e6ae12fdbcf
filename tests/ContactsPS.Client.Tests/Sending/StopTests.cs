namespace ContactsPS.Client.Tests;

public sealed class StopTests
{
    [Theory]
    [InlineData(401, ErrorIds.AuthenticationFailed)]
    [InlineData(403, ErrorIds.AccessDenied)]
    [InlineData(404, ErrorIds.RequestRejected)]
    [InlineData(405, ErrorIds.RequestRejected)]
    public async Task An_error_that_applies_to_every_batch_ends_the_run_after_one_request(int status, string errorId)
    {
        string[] numbers = SendingRun.Numbers(20 * 10);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Error(status, 101, "No."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 10, throttle: 4));

        Assert.Equal(errorId, run.Stop?.ErrorId);
        Assert.True(run.Stop!.IsFinal);
        Assert.Equal(status, run.Stop.Answer.StatusCode);
        Assert.Single(server.Requests);
        Assert.Equal(numbers, run.NotSent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_HTML_page_ends_the_run_and_nothing_is_accepted()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, "<html>Sign in</html>", "text/html; charset=utf-8"));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(50), SendingRun.Quick(batchSize: 10));

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(50, run.NotSent.Count);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_ends_the_run(int status)
    {
        await using var target = new ScriptedServer(_ => ScriptedAnswer.Created);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Of(status, headers: $"Location: {target.Endpoint}contact/create"));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(50), SendingRun.Quick(batchSize: 10));

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(50, run.NotSent.Count);
        Assert.Single(server.Requests);
        Assert.Empty(target.Requests);
    }

    [Fact]
    public async Task A_key_revoked_during_the_run_ends_it_and_accepted_contacts_stay_accepted()
    {
        string[] numbers = SendingRun.Numbers(200);
        await using var server = new ScriptedServer(request => request.Number <= 5 ? ScriptedAnswer.Created : ScriptedAnswer.Error(401, 101, "No."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 10, throttle: 3));

        Assert.Equal(ErrorIds.AuthenticationFailed, run.Stop?.ErrorId);
        Assert.Equal(50, run.Accepted.Count);
        Assert.Equal(150, run.NotSent.Count);
        Assert.InRange(server.Requests.Count, 6, 8);
    }

    [Fact]
    public async Task A_key_revoked_while_a_batch_is_split_loses_no_contact()
    {
        string[] numbers = SendingRun.Numbers(40);
        for (int last = 1; last <= 12; last++)
        {
            await using var server = new ScriptedServer(request =>
                request.Number > last ? ScriptedAnswer.Error(401, 101, "No.")
                : request.PhoneNumbers.Contains(numbers[0]) || request.PhoneNumbers.Contains(numbers[30]) ? ScriptedAnswer.Refused : ScriptedAnswer.Created);

            SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 40));

            Assert.Equal(ErrorIds.AuthenticationFailed, run.Stop?.ErrorId);
            Assert.Equal(40, run.Accepted.Count + run.Rejected.Count + run.NotSent.Count);
            Assert.Equal(last + 1, server.Requests.Count);
            Assert.DoesNotContain(run.Rejected.Keys, number => number != numbers[0] && number != numbers[30]);
            Assert.Equal(
                server.Requests.Take(last).SelectMany(r => r.PhoneNumbers.Contains(numbers[0]) || r.PhoneNumbers.Contains(numbers[30]) ? [] : r.PhoneNumbers).Order(StringComparer.Ordinal),
                run.Accepted.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_final_stop_ends_the_retry_delay_of_another_sender()
    {
        string[] numbers = SendingRun.Numbers(3);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            if (request.PhoneNumbers[0] == numbers[0])
            {
                return ScriptedAnswer.Created;
            }

            if (request.PhoneNumbers[0] == numbers[1])
            {
                return ScriptedAnswer.Error(503, 1, "Later.");
            }

            await waiting.Task;
            return ScriptedAnswer.Error(401, 101, "No.");
        });
        var bulk = new BulkSenderOptions { BatchSize = 1, ThrottleLimit = 2, RetryInterval = TimeSpan.FromMinutes(10) };

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, bulk, watch: happened =>
        {
            if (happened is RetryScheduled)
            {
                waiting.TrySetResult();
            }
        });

        Assert.Equal(ErrorIds.AuthenticationFailed, run.Stop?.ErrorId);
        Assert.Equal(numbers[..1], run.Accepted);
        Assert.Equal(numbers[1..], run.NotSent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_service_that_is_unavailable_for_one_batch_does_not_end_the_retry_delay_of_another()
    {
        string[] numbers = SendingRun.Numbers(3);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int attempts = 0;
        await using var server = new ScriptedServer(async request =>
        {
            if (request.PhoneNumbers[0] == numbers[1])
            {
                return ++attempts == 1 ? ScriptedAnswer.Error(503, 1, "Later.") : ScriptedAnswer.Created;
            }

            if (request.PhoneNumbers[0] == numbers[2])
            {
                await waiting.Task;
                return ScriptedAnswer.Error(503, 1, "Come back tomorrow.", "Retry-After: 86400");
            }

            return ScriptedAnswer.Created;
        });
        var bulk = new BulkSenderOptions { BatchSize = 1, ThrottleLimit = 2, RetryInterval = TimeSpan.FromMilliseconds(300) };

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, bulk, watch: happened =>
        {
            if (happened is RetryScheduled)
            {
                waiting.TrySetResult();
            }
        });

        Assert.Equal(ErrorIds.ServiceUnavailable, run.Stop?.ErrorId);
        Assert.Equal(numbers[..2], run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(numbers[2..], run.NotSent);
    }

    [Fact]
    public async Task A_contact_that_is_not_sent_has_the_answer_to_its_own_request()
    {
        string[] numbers = SendingRun.Numbers(3);
        var bothFail = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ScriptedServer(async request =>
        {
            if (request.Number == 1)
            {
                return ScriptedAnswer.Created;
            }

            if (request.Number == 3)
            {
                bothFail.SetResult();
            }

            await bothFail.Task;
            return ScriptedAnswer.Error(503, 1, request.PhoneNumbers[0]);
        });
        List<string> reasons = [];

        await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 1, throttle: 2, retries: 0), watch: happened =>
        {
            if (happened is BatchCompleted { Segments: [{ Outcome: ContactOutcome.NotSent } segment] } completed)
            {
                Assert.Equal(completed.Batch.GetContact(0).PhoneNumber, segment.Answer?.Message);
                reasons.Add(segment.Answer!.Message);
            }
        });

        Assert.Equal(numbers[1..], reasons.Order(StringComparer.Ordinal));
    }
}
