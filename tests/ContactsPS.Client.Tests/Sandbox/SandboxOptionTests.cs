using System.Text.Json.Nodes;

namespace ContactsPS.Client.Tests;

/// <summary>That the service understands what the client sends: each option has its effect.</summary>
public sealed class SandboxOptionTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _one = Unique.Name("Été");
    private readonly string _other = Unique.Name("山 \"x\"");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_is_kept_with_all_its_fields()
    {
        var contact = new Contact
        {
            PhoneNumber = _number,
            FirstName = "Zoé 😀",
            LastName = "O'\"Neil\\",
            Param1 = "a\r\nb",
            Param2 = "\t",
            Param3 = "山田",
            Param4 = "</x>",
            Param5 = "5",
        };

        await SendAsync(new CreateContactsOptions(), contact);

        JsonNode kept = _sandbox.Contact(_number)!;
        Assert.Equal(
            [contact.PhoneNumber, contact.FirstName, contact.LastName, contact.Param1, contact.Param2, contact.Param3, contact.Param4, contact.Param5],
            new[] { "phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5" }.Select(field => (string?)kept[field]));
    }

    [Fact]
    public async Task One_list_and_one_tag_are_attached()
    {
        await SendAsync(new CreateContactsOptions { ListNames = [_one], TagNames = [_other] });

        Assert.Equal([_one], Names("lists"));
        Assert.Equal([_other], Names("tags"));
    }

    [Fact]
    public async Task Several_lists_and_tags_are_attached()
    {
        await SendAsync(new CreateContactsOptions { ListNames = [_one, _other], TagNames = [_other, _one] });

        Assert.Equal([_one, _other], Names("lists"));
        Assert.Equal([_other, _one], Names("tags").OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_contact_leaves_the_lists_it_is_on_only_where_that_is_asked_for()
    {
        await SendAsync(new CreateContactsOptions { ListNames = [_one] });
        await SendAsync(new CreateContactsOptions { ListNames = [_other] });
        Assert.Equal([_one, _other], Names("lists"));

        await SendAsync(new CreateContactsOptions { ListNames = [_other], UnList = true });
        Assert.Equal([_other], Names("lists"));
    }

    [Fact]
    public async Task A_contact_loses_its_tags_only_where_that_is_asked_for()
    {
        await SendAsync(new CreateContactsOptions { TagNames = [_one] });
        await SendAsync(new CreateContactsOptions { TagNames = [_other] });
        Assert.Equal([_one, _other], Names("tags"));

        await SendAsync(new CreateContactsOptions { UnTag = true });
        Assert.Empty(Names("tags"));
    }

    [Fact]
    public async Task A_known_number_is_overwritten_unless_that_is_not_wanted()
    {
        await SendAsync(new CreateContactsOptions(), Named("Anna"));
        await SendAsync(new CreateContactsOptions { DoNotOverwrite = true }, Named("Berta"));
        Assert.Equal("Anna", (string?)_sandbox.Contact(_number)!["first_name"]);

        await SendAsync(new CreateContactsOptions(), Named("Clara"));
        Assert.Equal("Clara", (string?)_sandbox.Contact(_number)!["first_name"]);
    }

    [Fact]
    public async Task A_contact_that_opted_out_is_left_out_only_where_that_is_asked_for()
    {
        _sandbox.OptOut(_number);
        await SendAsync(new CreateContactsOptions { AutoDeleteOptOut = true });
        Assert.Null(_sandbox.Contact(_number));

        await SendAsync(new CreateContactsOptions());
        Assert.NotNull(_sandbox.Contact(_number));
    }

    [Fact]
    public async Task The_balance_is_read()
    {
        ServiceAnswer answer = await _sandbox.Client().CheckBalanceAsync(Cancellation);

        Assert.Equal(new WalletBalance(12.54m, "euros"), WalletBalance.Read(answer));
    }

    [Fact]
    public async Task A_wrong_key_is_unauthenticated()
    {
        Assert.Equal(AnswerKind.Unauthenticated, (await _sandbox.Client(key: "wrong").CheckBalanceAsync(Cancellation)).Kind);
    }

    private Contact Named(string name) => new() { PhoneNumber = _number, FirstName = name };

    private Task SendAsync(CreateContactsOptions options) => SendAsync(options, Named("Zoé"));

    private async Task SendAsync(CreateContactsOptions options, Contact contact)
    {
        var batch = new ContactBatch(options, capacity: 1);
        batch.Add(contact);
        ServiceAnswer answer = await _sandbox.Client().CreateContactsAsync(batch.GetBody(), Cancellation);
        Assert.Equal((AnswerKind.Succeeded, 201), (answer.Kind, answer.StatusCode));
    }

    private string[] Names(string kind) =>
        [.. _sandbox.Contact(_number)![kind]!.AsArray().Select(name => (string)name!)];
}
