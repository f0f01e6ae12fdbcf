using System.Text.Json.Nodes;

namespace ContactsPS.Client.Tests;

/// <summary>Each option that the client sends has its effect on the service.</summary>
public sealed class SandboxOptionTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _one = Unique.Name("Été");
    private readonly string _other = Unique.Name("山 \"x\"");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_fields_of_a_contact_are_stored()
    {
        var contact = new Contact
        {
            PhoneNumber = _number,
            FirstName = "Zoé 😀",
            LastName = "O'\"Neil\\",
            Param1 = "a\u2028b",
            Param2 = " \u00a0 ",
            Param3 = "山田",
            Param4 = "</x>",
            Param5 = "5",
        };

        await SendAsync(new CreateContactsRequest(), contact);

        JsonNode kept = _sandbox.Contact(_number)!;
        Assert.Equal(
            [contact.PhoneNumber, contact.FirstName, contact.LastName, contact.Param1, contact.Param2, contact.Param3, contact.Param4, contact.Param5],
            new[] { "phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5" }.Select(field => (string?)kept[field]));
    }

    [Fact]
    public async Task One_list_and_one_tag_are_attached()
    {
        await SendAsync(new CreateContactsRequest { ListNames = [_one], TagNames = [_other] });

        Assert.Equal([_one], Names("lists"));
        Assert.Equal([_other], Names("tags"));
    }

    [Fact]
    public async Task Several_lists_and_tags_are_attached()
    {
        await SendAsync(new CreateContactsRequest { ListNames = [_one, _other], TagNames = [_other, _one] });

        Assert.Equal([_one, _other], Names("lists"));
        Assert.Equal([_other, _one], Names("tags").OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_UnList_removes_a_contact_from_its_lists()
    {
        await SendAsync(new CreateContactsRequest { ListNames = [_one] });
        await SendAsync(new CreateContactsRequest { ListNames = [_other] });
        Assert.Equal([_one, _other], Names("lists"));

        await SendAsync(new CreateContactsRequest { ListNames = [_other], UnList = true });
        Assert.Equal([_other], Names("lists"));
    }

    [Fact]
    public async Task Only_UnTag_removes_the_tags_of_a_contact()
    {
        await SendAsync(new CreateContactsRequest { TagNames = [_one] });
        await SendAsync(new CreateContactsRequest { TagNames = [_other] });
        Assert.Equal([_one, _other], Names("tags"));

        await SendAsync(new CreateContactsRequest { UnTag = true });
        Assert.Empty(Names("tags"));
    }

    [Fact]
    public async Task Only_DoNotOverwrite_keeps_the_fields_of_a_known_number()
    {
        await SendAsync(new CreateContactsRequest(), Named("Anna"));
        await SendAsync(new CreateContactsRequest { DoNotOverwrite = true }, Named("Berta"));
        Assert.Equal("Anna", (string?)_sandbox.Contact(_number)!["first_name"]);

        await SendAsync(new CreateContactsRequest(), Named("Clara"));
        Assert.Equal("Clara", (string?)_sandbox.Contact(_number)!["first_name"]);
    }

    [Fact]
    public async Task Only_AutoDeleteOptOut_leaves_out_a_contact_that_opted_out()
    {
        _sandbox.OptOut(_number);
        await SendAsync(new CreateContactsRequest { AutoDeleteOptOut = true });
        Assert.Null(_sandbox.Contact(_number));

        await SendAsync(new CreateContactsRequest());
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

    private Task SendAsync(CreateContactsRequest options) => SendAsync(options, Named("Zoé"));

    private async Task SendAsync(CreateContactsRequest options, Contact contact)
    {
        var batch = new ContactBatch(options, capacity: 1);
        batch.Add(contact);
        ServiceAnswer answer = await _sandbox.Client().SendBatchAsync(new CreateContactsRequest(), batch.GetBody(), Cancellation);
        Assert.Equal((AnswerKind.Succeeded, 201), (answer.Kind, answer.StatusCode));
    }

    private string[] Names(string kind) =>
        [.. _sandbox.Contact(_number)![kind]!.AsArray().Select(name => (string)name!)];
}
