using System.Text;

namespace ContactsPS.Client.Tests;

public sealed class RequestHeaderTests
{
    private const string Key = "S3cret-Key/42==";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contacts_are_posted_as_JSON_with_login_and_key_in_headers()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        byte[] body = Encoding.UTF8.GetBytes("""{"contacts":[]}""");

        ServiceAnswer answer = await server.Client(login: "a@example.com", key: Key).SendBatchAsync(new CreateContactsRequest(), body, Cancellation);

        ScriptedRequest request = Assert.Single(server.Requests);
        Assert.Equal((AnswerKind.Succeeded, 201), (answer.Kind, answer.StatusCode));
        Assert.Equal(("POST", "/v1/public/contact/create"), (request.Method, request.Path));
        Assert.Equal(body, request.Body);
        Assert.Equal(["a@example.com"], request.Headers["api-login"]);
        Assert.Equal([Key], request.Headers["api-key"]);
        Assert.Equal(["application/json"], request.Headers["Content-Type"]);
        Assert.Equal(["api-key", "api-login", "Content-Length", "Content-Type", "Host"], request.Headers.Select(h => h.Key).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_key_is_sent_only_in_its_header()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        await SendingRun.SendAsync(server.Client(key: Key), SendingRun.Numbers(3), request: new CreateContactsRequest { ListNames = ["VIP"] });

        ScriptedRequest request = Assert.Single(server.Requests);
        Assert.DoesNotContain("S3cret", request.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
        Assert.Equal(["api-key"], request.Headers.Where(h => h.Any(value => value.Contains("S3cret", StringComparison.Ordinal))).Select(h => h.Key));
    }

    [Fact]
    public async Task The_balance_request_has_no_body()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Of(200, """{"amount": 12.54, "unit": "euros"}"""));

        ServiceAnswer answer = await server.Client(key: Key).CheckBalanceAsync(Cancellation);

        ScriptedRequest request = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/v1/public/wallet/check-balance"), (request.Method, request.Path));
        Assert.Empty(request.Body);
        Assert.Equal([Key], request.Headers["api-key"]);
        Assert.Equal(new WalletBalance(12.54m, "euros"), WalletBalance.Read(answer));
    }

    [Fact]
    public async Task Two_accounts_with_the_same_endpoint_share_no_connection()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        ContactsClient one = server.Client(login: "one@example.com", key: "key-one");
        ContactsClient two = server.Client(login: "two@example.com", key: "key-two");

        for (int i = 0; i < 3; i++)
        {
            await one.SendBatchAsync(new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), Cancellation);
            await two.SendBatchAsync(new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), Cancellation);
        }

        Assert.Equal(2, server.Requests.Select(r => r.Connection).Distinct().Count());
        Assert.All(server.Requests.GroupBy(r => r.Connection), connection => Assert.Equal(
            Enumerable.Repeat((connection.First().Headers["api-login"].Single(), connection.First().Headers["api-key"].Single()), 3),
            connection.Select(r => (r.Headers["api-login"].Single(), r.Headers["api-key"].Single()))));
        Assert.Equal(3, server.Requests.Count(r => r.Headers["api-key"].Single() == "key-two" && r.Headers["api-login"].Single() == "two@example.com"));
    }
}
