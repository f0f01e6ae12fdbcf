using System.Text.Json.Nodes;

namespace ContactsPS.Client.Tests;

/// <summary>That the service understands what the client sends: each option has its effect.</summary>
public sealed class SandboxOptionTests(SandboxProcess sandbox) : IClassFixture<SandboxProcess>
{
    private readonly string _number = SandboxProcess.NewNumbers(1)[0];
    private readonly string _one = SandboxProcess.NewName("Été");
    private readonly string _other = SandboxProcess.NewName("山 \"x\"");

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

        JsonNode kept = (await sandbox.ContactAsync(_number))!;
        Assert.Equal(
            [contact.PhoneNumber, contact.FirstName, contact.LastName, contact.Param1, contact.Param2, contact.Param3, contact.Param4, contact.Param5],
            new[] { "phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5" }.Select(field => (string?)kept[field]));
    }

    [Fact]
    public async Task One_list_and_one_tag_are_attached()
    {
        await SendAsync(new CreateContactsOptions { ListNames = [_one], TagNames = [_other] });

        Assert.Equal([_one], await NamesAsync("lists"));
        Assert.Equal([_other], await NamesAsync("tags"));
    }

    [Fact]
    public async Task Several_lists_and_tags_are_attached()
    {
        await SendAsync(new CreateContactsOptions { ListNames = [_one, _other], TagNames = [_other, _one] });

        Assert.Equal([_one, _other], await NamesAsync("lists"));
        Assert.Equal([_other, _one], (await NamesAsync("tags")).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_contact_leaves_the_lists_it_is_on_only_where_that_is_asked_for()
    {
        await SendAsync(new CreateContactsOptions { ListNames = [_one] });
        await SendAsync(new CreateContactsOptions { ListNames = [_other] });
        Assert.Equal([_one, _other], await NamesAsync("lists"));

        await SendAsync(new CreateContactsOptions { ListNames = [_other], UnList = true });
        Assert.Equal([_other], await NamesAsync("lists"));
    }

    [Fact]
    public async Task A_contact_loses_its_tags_only_where_that_is_asked_for()
    {
        await SendAsync(new CreateContactsOptions { TagNames = [_one] });
        await SendAsync(new CreateContactsOptions { TagNames = [_other] });
        Assert.Equal([_one, _other], await NamesAsync("tags"));

        await SendAsync(new CreateContactsOptions { UnTag = true });
        Assert.Empty(await NamesAsync("tags"));
    }

    [Fact]
    public async Task A_known_number_is_overwritten_unless_that_is_not_wanted()
    {
        await SendAsync(new CreateContactsOptions(), Named("Anna"));
        await SendAsync(new CreateContactsOptions { DoNotOverwrite = true }, Named("Berta"));
        Assert.Equal("Anna", (string?)(await sandbox.ContactAsync(_number))!["first_name"]);

        await SendAsync(new CreateContactsOptions(), Named("Clara"));
        Assert.Equal("Clara", (string?)(await sandbox.ContactAsync(_number))!["first_name"]);
    }

    [Fact]
    public async Task A_contact_that_opted_out_is_left_out_only_where_that_is_asked_for()
    {
        await sandbox.PutAsync("optouts", new[] { _number });
        await SendAsync(new CreateContactsOptions { AutoDeleteOptOut = true });
        Assert.Null(await sandbox.ContactAsync(_number));

        await SendAsync(new CreateContactsOptions());
        Assert.NotNull(await sandbox.ContactAsync(_number));
    }

    [Fact]
    public async Task The_balance_is_read()
    {
        ServiceAnswer answer = await sandbox.Client().CheckBalanceAsync(Cancellation);

        Assert.Equal(new WalletBalance(12.54m, "euros"), WalletBalance.Read(answer));
    }

    [Fact]
    public async Task A_wrong_key_is_unauthenticated()
    {
        Assert.Equal(AnswerKind.Unauthenticated, (await sandbox.Client(key: "wrong").CheckBalanceAsync(Cancellation)).Kind);
    }

    private Contact Named(string name) => new() { PhoneNumber = _number, FirstName = name };

    private Task SendAsync(CreateContactsOptions options) => SendAsync(options, Named("Zoé"));

    private async Task SendAsync(CreateContactsOptions options, Contact contact)
    {
        var batch = new ContactBatch(options, capacity: 1);
        batch.Add(contact);
        ServiceAnswer answer = await sandbox.Client().CreateContactsAsync(batch.GetBody(), Cancellation);
        Assert.Equal((AnswerKind.Succeeded, 201), (answer.Kind, answer.StatusCode));
    }

    private async Task<string[]> NamesAsync(string kind) =>
        [.. (await sandbox.ContactAsync(_number))![kind]!.AsArray().Select(name => (string)name!)];
}
