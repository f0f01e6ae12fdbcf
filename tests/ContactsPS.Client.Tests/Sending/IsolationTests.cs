using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class IsolationTests
{
    [Fact]
    public async Task All_contacts_are_accepted_when_the_service_refuses_none()
    {
        string[] numbers = SendingRun.Numbers(1_050);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Empty(run.Rejected);
        Assert.Empty(run.NotSent);
        Assert.Null(run.Stop);
        Assert.Equal([50, 200, 200, 200, 200, 200], server.Requests.Select(r => r.PhoneNumbers.Count).Order());
        Assert.Equal((6, 0), (run.Requests, run.Retries));
    }

    [Fact]
    public async Task A_refused_contact_is_isolated_and_the_rest_is_accepted()
    {
        string[] numbers = SendingRun.Numbers(200);
        string[] refused = [numbers[7], numbers[8], numbers[151]];
        await using ScriptedServer server = Refusing(refused);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers);

        Assert.Equal(numbers.Except(refused, StringComparer.Ordinal), run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.All(run.Rejected.Values, answer =>
            Assert.Equal((AnswerKind.Refused, 400, 150L, "No country was found for the prefix of a number."), (answer.Kind, answer.StatusCode, answer.Code, answer.Message)));
        Assert.Null(run.Stop);
        Assert.InRange(run.Requests, 4, 60);
        Assert.Equal(0, run.Retries);
    }

    [Fact]
    public async Task Exactly_the_refused_contacts_are_rejected()
    {
        await Gen.Select(Gen.Bool.Array[0, 60], Gen.Int[1, 25], Gen.Int[1, 5]).SampleAsync(
            async (isRefused, batchSize, throttle) =>
            {
                string[] numbers = SendingRun.Numbers(isRefused.Length);
                HashSet<string> refused = [.. numbers.Where((_, i) => isRefused[i])];
                await using ScriptedServer server = Refusing(refused);

                SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize, throttle));

                Assert.Null(run.Stop);
                Assert.Equal(numbers.Where(refused.Contains), run.Rejected.Keys.Order(StringComparer.Ordinal));
                Assert.Equal(numbers.Where(n => !refused.Contains(n)), run.Accepted.Order(StringComparer.Ordinal));
                Assert.Empty(run.NotSent);
            },
            iter: Rounds.Of(100),
            threads: 2);
    }

    [Fact]
    public async Task A_single_refused_contact_is_rejected()
    {
        await using ScriptedServer server = Refusing(SendingRun.Numbers(1));

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(1));

        Assert.Null(run.Stop);
        Assert.Single(run.Rejected);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_batch_of_refused_contacts_does_not_end_a_run_that_had_contacts_accepted()
    {
        string[] numbers = SendingRun.Numbers(60);
        await using ScriptedServer server = Refusing(numbers[20..40]);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 20, throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(numbers[20..40], run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(40, run.Accepted.Count);
    }

    /// <summary>A server that refuses each request with one of these contacts in it.</summary>
    private static ScriptedServer Refusing(IEnumerable<string> refused)
    {
        HashSet<string> numbers = [.. refused];
        return new ScriptedServer(request => request.PhoneNumbers.Any(numbers.Contains) ? ScriptedAnswer.Refused : ScriptedAnswer.Created);
    }
}
