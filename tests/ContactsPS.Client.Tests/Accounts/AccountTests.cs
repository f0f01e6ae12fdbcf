using System.Reflection;
using System.Text.Json;

namespace ContactsPS.Client.Tests;

public sealed class AccountTests
{
    private const string Key = "S3cret-Key/42==";

    private static readonly JsonSerializerOptions s_withFields = new() { IncludeFields = true };

    [Fact]
    public void The_default_endpoint_is_the_vendors_and_the_default_name_is_the_login()
    {
        var account = new ContactsAccount("a@example.com", Key);

        Assert.Equal("https://api.octopush.com/v1/public/", account.Endpoint.AbsoluteUri);
        Assert.Equal("a@example.com", account.Name);
        Assert.Equal("Work", new ContactsAccount("a@example.com", Key, new AccountSettings { Name = "Work" }).Name);
    }

    [Theory]
    [InlineData("http://example.com/v1/")]
    [InlineData("http://localhost.example.com/v1/")]
    [InlineData("http://10.0.0.1/v1/")]
    [InlineData("http://127.0.0.1.example.com/")]
    public void An_unencrypted_endpoint_on_another_machine_is_refused_by_default(string endpoint)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => At(endpoint));

        Assert.Equal(ErrorIds.EndpointNotSecure, error.ErrorId);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(endpoint, At(endpoint, allowUnencrypted: true).Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://localhost:8080/v1/public", "http://localhost:8080/v1/public/")]
    [InlineData("http://127.0.0.1/v1/public/", "http://127.0.0.1/v1/public/")]
    [InlineData("http://[::1]:9/x", "http://[::1]:9/x/")]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("https://example.com/a%20b", "https://example.com/a%20b/")]
    public void Loopback_and_https_endpoints_are_accepted_and_end_with_a_slash(string endpoint, string expected)
    {
        Assert.Equal(expected, At(endpoint).Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("v1/public/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///v1/public/")]
    [InlineData("https://example.com/?x=1")]
    [InlineData("https://example.com/#x")]
    public void An_endpoint_that_is_not_a_plain_http_address_is_refused(string endpoint)
    {
        Assert.Equal(ErrorIds.EndpointInvalid, Assert.Throws<ContactsException>(() => At(endpoint)).ErrorId);
    }

    [Theory]
    [InlineData("https://me:hidden@example.com/")]
    [InlineData("https://example.com/?key=hidden")]
    [InlineData("https://example.com/#hidden")]
    [InlineData("ftp://me:hidden@example.com/")]
    [InlineData("ftp://example.com/?key=hidden")]
    public void The_error_does_not_show_a_secret_in_the_endpoint(string endpoint)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => At(endpoint));

        Assert.Equal(ErrorIds.EndpointInvalid, error.ErrorId);
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("my secret")]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secrét")]
    [InlineData("secret\0")]
    public void A_key_that_cannot_be_an_http_header_is_refused_and_not_shown(string key)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => new ContactsAccount("a@example.com", key));

        Assert.Equal(ErrorIds.CredentialInvalid, error.ErrorId);
        Assert.Contains("API key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secr", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b@example.com")]
    [InlineData("a@example.com\n")]
    public void A_login_that_cannot_be_an_http_header_is_refused(string login)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => new ContactsAccount(login, Key));

        Assert.Equal(ErrorIds.CredentialInvalid, error.ErrorId);
        Assert.Contains("API login", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_property_or_serialization_of_an_account_shows_the_key()
    {
        var account = new ContactsAccount("a@example.com", Key, new AccountSettings { Name = "Work" });

        Assert.Equal("a@example.com at https://api.octopush.com/v1/public/", account.ToString());
        Assert.DoesNotContain("S3cret", JsonSerializer.Serialize(account), StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", JsonSerializer.Serialize(account, s_withFields), StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", JsonSerializer.Serialize(new ContactsClient(account)), StringComparison.Ordinal);
        Assert.All(
            typeof(ContactsAccount).GetProperties(BindingFlags.Instance | BindingFlags.Public),
            property => Assert.DoesNotContain("S3cret", property.GetValue(account)?.ToString() ?? string.Empty, StringComparison.Ordinal));
        Assert.Empty(typeof(ContactsAccount).GetFields(BindingFlags.Instance | BindingFlags.Public));
    }

    private static ContactsAccount At(string endpoint, bool allowUnencrypted = false) => new(
        "a@example.com",
        Key,
        new AccountSettings { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), AllowUnencryptedAuthentication = allowUnencrypted });
}
