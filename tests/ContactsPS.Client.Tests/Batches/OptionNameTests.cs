namespace ContactsPS.Client.Tests;

public sealed class OptionNameTests
{
    [Theory]
    [InlineData(30, 20)]
    [InlineData(1, 1)]
    public void Names_of_the_maximum_length_are_valid(int list, int tag)
    {
        new CreateContactsRequest { ListNames = [new string('a', list)], TagNames = [new string('b', tag)] }.Validate();
    }

    [Fact]
    public void A_list_name_of_31_characters_is_too_long()
    {
        ContactsException error = Assert.Throws<ContactsException>(
            new CreateContactsRequest { ListNames = ["fine", new string('a', 31)] }.Validate);

        Assert.Equal(ErrorIds.ListNameTooLong, error.ErrorId);
        Assert.Contains(new string('a', 31), error.Message, StringComparison.Ordinal);
        Assert.Contains("30", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_name_of_21_characters_is_too_long()
    {
        ContactsException error = Assert.Throws<ContactsException>(
            new CreateContactsRequest { TagNames = [new string('b', 21)] }.Validate);

        Assert.Equal(ErrorIds.TagNameTooLong, error.ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_name_is_refused(string name)
    {
        Assert.Equal(ErrorIds.NameEmpty, Assert.Throws<ContactsException>(new CreateContactsRequest { ListNames = [name] }.Validate).ErrorId);
        Assert.Equal(ErrorIds.NameEmpty, Assert.Throws<ContactsException>(new CreateContactsRequest { TagNames = [name] }.Validate).ErrorId);
    }

    [Fact]
    public void The_list_that_contacts_are_removed_from_is_checked()
    {
        Assert.Equal(ErrorIds.NameEmpty, Assert.Throws<ContactsException>(new DeleteContactsRequest { ListName = " " }.Validate).ErrorId);
        Assert.Equal(
            ErrorIds.ListNameTooLong,
            Assert.Throws<ContactsException>(new DeleteContactsRequest { ListName = new string('a', 31) }.Validate).ErrorId);
        new DeleteContactsRequest().Validate();
    }

    [Fact]
    public async Task A_sender_does_not_start_with_a_batch_that_the_call_does_not_take()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => new BulkSender(server.Client(), new DeleteContactsRequest(), new BulkSenderOptions { BatchSize = 201 }));
    }

    [Fact]
    public async Task A_sender_does_not_start_with_a_name_that_is_too_long()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var options = new CreateContactsRequest { ListNames = [new string('a', 31)] };

        Assert.Throws<ContactsException>(() => new BulkSender(server.Client(), options, new BulkSenderOptions()));
    }
}
