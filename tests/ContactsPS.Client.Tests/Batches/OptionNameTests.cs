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

    [Fact]
    public void The_length_of_a_name_is_counted_in_code_points()
    {
        string emoji = string.Concat(Enumerable.Repeat("😀", 20));
        new CreateContactsRequest { TagNames = [emoji], ListNames = [emoji + new string('é', 10)] }.Validate();

        ContactsException error = Assert.Throws<ContactsException>(new CreateContactsRequest { TagNames = [emoji + "😀"] }.Validate);
        Assert.Equal(ErrorIds.TagNameTooLong, error.ErrorId);
        Assert.Contains("has 21 characters", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\tb", "U+0009")]
    [InlineData("VIP\r\n", "U+000D")]
    [InlineData("\0VIP", "U+0000")]
    [InlineData("a\u007Fb", "U+007F")]
    [InlineData("a\u0085b", "U+0085")]
    public void A_name_with_a_control_character_is_refused(string name, string character)
    {
        ContactsException list = Assert.Throws<ContactsException>(new CreateContactsRequest { ListNames = ["fine", name] }.Validate);
        ContactsException tag = Assert.Throws<ContactsException>(new CreateContactsRequest { TagNames = [name] }.Validate);
        ContactsException removal = Assert.Throws<ContactsException>(new DeleteContactsRequest { ListName = name }.Validate);

        Assert.Equal([ErrorIds.ListNameInvalid, ErrorIds.TagNameInvalid, ErrorIds.ListNameInvalid], [list.ErrorId, tag.ErrorId, removal.ErrorId]);
        Assert.Contains(character, list.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(name, list.Message, StringComparison.Ordinal);
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
