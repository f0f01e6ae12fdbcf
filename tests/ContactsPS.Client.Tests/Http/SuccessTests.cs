using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Which answers with a status of success are answers of the service.</summary>
public sealed class SuccessTests
{
    private const string Page = "<!DOCTYPE html><html><body>Sign in</body></html>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string> PagesAndTexts()
    {
        TheoryData<int, string, string> data = [];
        foreach (string type in new[] { "text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "text/plain", "application/json", "" })
        {
            data.Add(200, Page, type);
            data.Add(201, Page, type);
            data.Add(202, Page, type);
            data.Add(203, Page, type);
            data.Add(200, $" \r\n{Page}", type);
            data.Add(200, "Welcome to the network.", type);
            data.Add(200, "\"text\"", type);
            data.Add(200, "{\"cut\": ", type);
        }

        data.Add(201, "Sign in", "text/html");
        data.Add(200, new string(' ', 70_000), "application/json");
        data.Add(206, "{}", "application/json");
        return data;
    }

    [Theory]
    [MemberData(nameof(PagesAndTexts))]
    public async Task A_page_or_a_text_that_is_not_of_the_service_is_not_a_success(int status, string body, string type)
    {
        ServiceAnswer answer = await SendAsync(Answer(status, body, type));

        Assert.Equal(AnswerKind.Unexpected, answer.Kind);
        Assert.Contains("proxy", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(202, "")]
    [InlineData(200, " \r\n")]
    [InlineData(200, "{}")]
    [InlineData(202, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "\uFEFF {\"message\": \"Created.\"}\n")]
    [InlineData(201, "Created")]
    [InlineData(201, "{\"cut\": ")]
    public async Task An_empty_body_and_JSON_are_a_success_and_201_is_with_any_text(int status, string body)
    {
        ServiceAnswer answer = await SendAsync(Answer(status, body, "text/plain"));

        Assert.Equal((AnswerKind.Succeeded, string.Empty), (answer.Kind, answer.Message));
    }

    [Theory]
    [InlineData(200, "", AnswerKind.Unexpected)]
    [InlineData(204, "", AnswerKind.Unexpected)]
    [InlineData(200, Page, AnswerKind.Unexpected)]
    [InlineData(201, "OK", AnswerKind.Unexpected)]
    [InlineData(200, "{}", AnswerKind.Succeeded)]
    public async Task An_answer_to_a_call_that_reads_has_a_body_of_JSON(int status, string body, AnswerKind kind)
    {
        await using var server = new ScriptedServer(_ => Answer(status, body, "application/json"));

        ServiceAnswer answer = await server.Client().CheckBalanceAsync(Cancellation);

        Assert.Equal(kind, answer.Kind);
    }

    [Fact]
    public async Task A_page_ends_a_run_after_one_request_and_no_contact_is_accepted()
    {
        string[] numbers = SendingRun.Numbers(100);
        await using var server = new ScriptedServer(_ => Answer(200, Page, "text/plain"));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 10));

        Assert.Equal(ErrorIds.RequestRejected, run.Stop?.ErrorId);
        Assert.Equal(100, run.NotSent.Count);
        Assert.Single(server.Requests);
    }

    /// <summary>An answer whose content type may be missing.</summary>
    private static ScriptedAnswer Answer(int status, string body, string type)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        string head = $"HTTP/1.1 {status} \r\n{(status == 204 ? string.Empty : $"Content-Length: {bytes.Length}\r\n")}{(type.Length == 0 ? string.Empty : $"Content-Type: {type}\r\n")}\r\n";
        return new ScriptedAnswer([[.. Encoding.Latin1.GetBytes(head), .. bytes]]);
    }

    private static async Task<ServiceAnswer> SendAsync(ScriptedAnswer answer)
    {
        await using var server = new ScriptedServer(_ => answer);
        return await server.Client().SendBatchAsync(new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), Cancellation);
    }
}
