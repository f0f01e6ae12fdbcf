using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>The bodies of contact/create and contact/delete, byte for byte (docs/web-service.md).</summary>
public sealed class RequestBodyTests
{
    private const string OneContact = "\"contacts\":[{\"phone_number\":\"+33612345678\"}]}";

    [Theory]
    [MemberData(nameof(EachOption))]
    public void Only_the_options_that_are_set_are_sent_before_the_contacts(CreateContactsRequest options, string opening)
    {
        Assert.Equal(opening + OneContact, Body(options, new Contact { PhoneNumber = "+33612345678" }));
    }

    public static TheoryData<CreateContactsRequest, string> EachOption() => new()
    {
        { new CreateContactsRequest(), "{" },
        { new CreateContactsRequest { ListNames = ["VIP"] }, """{"list_name":"VIP",""" },
        { new CreateContactsRequest { ListNames = ["VIP", "Été"] }, """{"list_names":["VIP","Été"],""" },
        { new CreateContactsRequest { UnList = true }, """{"un_list":true,""" },
        { new CreateContactsRequest { TagNames = ["new"] }, """{"tag_name":"new",""" },
        { new CreateContactsRequest { TagNames = ["new", "a", "b"] }, """{"tag_names":["new","a","b"],""" },
        { new CreateContactsRequest { UnTag = true }, """{"un_tag":true,""" },
        { new CreateContactsRequest { AutoDeleteOptOut = true }, """{"auto_delete_optout_contacts":true,"auto_remove_blacklisted_numbers":true,""" },
        { new CreateContactsRequest { DoNotOverwrite = true }, """{"do_not_overwrite":true,""" },
        {
            new CreateContactsRequest
            {
                ListNames = ["\"A\" \\ B"], UnList = true, TagNames = ["x", "山"], UnTag = true, AutoDeleteOptOut = true, DoNotOverwrite = true,
            },
            """{"list_name":"\"A\" \\ B","un_list":true,"tag_names":["x","山"],"un_tag":true,"auto_delete_optout_contacts":true,"auto_remove_blacklisted_numbers":true,"do_not_overwrite":true,"""
        },
    };

    [Fact]
    public void The_fields_of_a_contact_are_in_the_order_of_the_reference()
    {
        var contact = new Contact
        {
            Param5 = "5",
            Param4 = "4",
            Param3 = "3",
            Param2 = "2",
            Param1 = "1",
            LastName = "Durand",
            FirstName = "Zoé",
            PhoneNumber = "+33612345678",
        };

        Assert.Equal(
            """{"contacts":[{"phone_number":"+33612345678","first_name":"Zoé","last_name":"Durand","param1":"1","param2":"2","param3":"3","param4":"4","param5":"5"}]}""",
            Body(new CreateContactsRequest(), contact));
    }

    [Fact]
    public void Null_and_empty_fields_are_left_out()
    {
        Assert.Equal(
            """{"contacts":[{"phone_number":"+33612345678","param2":" "}]}""",
            Body(new CreateContactsRequest(), new Contact { PhoneNumber = "+33612345678", FirstName = "", LastName = null, Param2 = " " }));
    }

    [Fact]
    public void An_empty_field_is_sent_to_clear_it_and_a_null_one_is_not()
    {
        var contact = new Contact { PhoneNumber = "+33612345678", FirstName = "", LastName = null, Param2 = "x" };

        Assert.Equal(
            """{"contacts":[{"phone_number":"+33612345678","first_name":"","param2":"x"}]}""",
            Body(new CreateContactsRequest { ClearEmptyFields = true }, contact));
    }

    [Fact]
    public void Contacts_are_separated_by_commas_and_an_empty_batch_is_an_empty_array()
    {
        Assert.Equal("""{"contacts":[]}""", Body(new CreateContactsRequest()));
        Assert.Equal(
            """{"contacts":[{"phone_number":"+1"},{"phone_number":"+2"},{"phone_number":"+3"}]}""",
            Body(new CreateContactsRequest(), new Contact { PhoneNumber = "+1" }, new Contact { PhoneNumber = "+2" }, new Contact { PhoneNumber = "+3" }));
    }

    [Theory]
    [InlineData(null, "{")]
    [InlineData("Été \"x\"", """{"list_name":"Été \"x\"",""")]
    public void A_request_to_delete_has_phone_numbers_and_no_fields(string? list, string opening)
    {
        Assert.Equal(
            opening + "\"phone_numbers\":[\"+33612345678\",\"+33612345679\"]}",
            Body(
                new DeleteContactsRequest { ListName = list },
                new Contact { PhoneNumber = "+33612345678", FirstName = "Zoé", Param5 = "5" },
                new Contact { PhoneNumber = "+33612345679" }));
    }

    [Theory]
    [InlineData("Zoé", "Zoé")]
    [InlineData("山田太郎", "山田太郎")]
    [InlineData("😀", "😀")]
    [InlineData("<b>&'", "<b>&'")]
    [InlineData("\u007F\u2028", "\u007F\u2028")]
    [InlineData("say \"hi\"", "say \\\"hi\\\"")]
    [InlineData(@"C:\new", @"C:\\new")]
    [InlineData("a\r\nb\tc", @"a\r\nb\tc")]
    [InlineData("\0\u0001\b\f\u000F\u0010\u001F", @"\u0000\u0001\u0008\u000c\u000f\u0010\u001f")]
    public void Only_quotes_backslashes_and_control_characters_are_escaped(string text, string json)
    {
        Assert.Equal(
            $$"""{"contacts":[{"phone_number":"+1","first_name":"{{json}}"}]}""",
            Body(new CreateContactsRequest(), new Contact { PhoneNumber = "+1", FirstName = text }));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void A_lone_surrogate_is_sent_as_the_replacement_character(int half)
    {
        // Not in the attribute, which stores text in UTF-8 and so cannot hold a lone surrogate.
        byte[] body = Bytes(new CreateContactsRequest(), new Contact { PhoneNumber = "+1", FirstName = $"a{(char)half}b" });

        Assert.Equal([.. "{\"contacts\":[{\"phone_number\":\"+1\",\"first_name\":\"a"u8, 0xEF, 0xBF, 0xBD, .. "b\"}]}"u8], body);
    }

    [Fact]
    public void A_lone_surrogate_at_the_end_is_sent_as_the_replacement_character()
    {
        byte[] body = Bytes(new CreateContactsRequest { ListNames = ["x\uD83D"] });

        Assert.Equal([.. "{\"list_name\":\"x"u8, 0xEF, 0xBF, 0xBD, .. "\",\"contacts\":[]}"u8], body);
    }

    [Fact]
    public void A_text_longer_than_the_buffer_is_sent_whole()
    {
        string text = string.Concat(Enumerable.Repeat("é\"\u0001", 100_000));

        Assert.Equal(
            $$"""{"contacts":[{"phone_number":"+1","first_name":"{{text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\u0001", "\\u0001", StringComparison.Ordinal)}}"}]}""",
            Body(new CreateContactsRequest(), new Contact { PhoneNumber = "+1", FirstName = text }));
    }

    private static string Body(BatchRequest request, params Contact[] contacts) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(request, contacts));

    private static byte[] Bytes(BatchRequest request, params Contact[] contacts)
    {
        var batch = new ContactBatch(request, capacity: 10);
        Array.ForEach(contacts, batch.Add);
        return batch.GetBody().ToArray();
    }
}
