namespace ContactsPS.Client.Tests;

public sealed class ProxyTests
{
    private const string Key = "S3cret-Key/42==";

    [Fact]
    public async Task Requests_go_through_the_given_proxy()
    {
        await using var proxy = new ScriptedServer(_ => ScriptedAnswer.Created);
        var account = new ContactsAccount("a@example.com", Key, new AccountSettings
        {
            Endpoint = new Uri("http://127.0.0.1:1/v1/public/"),
            Proxy = new Uri(proxy.Endpoint, "/"),
            AllowUnencryptedAuthentication = true,
        });

        ServiceAnswer answer = await new ContactsClient(account).SendBatchAsync(new CreateContactsRequest(), "{\"contacts\":[]}"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal(AnswerKind.Succeeded, answer.Kind);
        Assert.Equal("http://127.0.0.1:1/v1/public/contact/create", Assert.Single(proxy.Requests).Path);
    }

    [Fact]
    public void A_proxy_that_could_read_the_key_is_refused()
    {
        ContactsException error = Assert.Throws<ContactsException>(() => new ContactsAccount("a@example.com", Key, new AccountSettings
        {
            Endpoint = new Uri("http://127.0.0.1:1/v1/public/"),
            Proxy = new Uri("http://127.0.0.1:2/"),
        }));

        Assert.Equal(ErrorIds.EndpointNotSecure, error.ErrorId);
    }

    [Fact]
    public void The_password_of_a_proxy_is_not_shown()
    {
        var account = new ContactsAccount("a@example.com", Key, new AccountSettings { Proxy = new Uri("http://me:hidden@proxy.example.com:3128") });

        Assert.Equal("http://proxy.example.com:3128/", account.Proxy!.ToString());
    }

    [Theory]
    [InlineData("proxy:3128")]
    [InlineData("ftp://proxy.example.com")]
    public void An_invalid_proxy_address_is_refused(string proxy)
    {
        ContactsException error = Assert.Throws<ContactsException>(
            () => new ContactsAccount("a@example.com", Key, new AccountSettings { Proxy = new Uri(proxy) }));

        Assert.Equal(ErrorIds.EndpointInvalid, error.ErrorId);
    }
}
