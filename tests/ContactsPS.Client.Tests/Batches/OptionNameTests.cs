namespace ContactsPS.Client.Tests;

public sealed class OptionNameTests
{
    [Theory]
    [InlineData(30, 20)]
    [InlineData(1, 1)]
    public void Names_of_the_maximum_length_are_valid(int list, int tag)
    {
        new CreateContactsOptions { ListNames = [new string('a', list)], TagNames = [new string('b', tag)] }.Validate();
    }

    [Fact]
    public void A_list_name_of_31_characters_is_too_long()
    {
        ContactsException error = Assert.Throws<ContactsException>(
            new CreateContactsOptions { ListNames = ["fine", new string('a', 31)] }.Validate);

        Assert.Equal(ErrorIds.ListNameTooLong, error.ErrorId);
        Assert.Contains(new string('a', 31), error.Message, StringComparison.Ordinal);
        Assert.Contains("30", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_name_of_21_characters_is_too_long()
    {
        ContactsException error = Assert.Throws<ContactsException>(
            new CreateContactsOptions { TagNames = [new string('b', 21)] }.Validate);

        Assert.Equal(ErrorIds.TagNameTooLong, error.ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_name_is_refused(string name)
    {
        Assert.Equal(ErrorIds.NameEmpty, Assert.Throws<ContactsException>(new CreateContactsOptions { ListNames = [name] }.Validate).ErrorId);
        Assert.Equal(ErrorIds.NameEmpty, Assert.Throws<ContactsException>(new CreateContactsOptions { TagNames = [name] }.Validate).ErrorId);
    }

    [Fact]
    public async Task A_sender_does_not_start_with_a_name_that_is_too_long()
    {
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        var options = new CreateContactsOptions { ListNames = [new string('a', 31)] };

        Assert.Throws<ContactsException>(() => new BulkSender(server.Client(), options, new BulkSenderOptions()));
    }
}
