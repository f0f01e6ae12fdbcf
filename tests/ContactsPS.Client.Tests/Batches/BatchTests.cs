using System.Text;
using System.Text.Json;
using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class BatchTests
{
    private static readonly CreateContactsRequest s_options = new() { ListNames = ["VIP"], UnTag = true };

    private static readonly string[] s_names =
        ["phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5"];

    [Fact]
    public void Any_text_in_any_field_is_sent_unchanged()
    {
        Texts.Contacts.Array[0, 6].Sample(
            contacts =>
            {
                using JsonDocument body = JsonDocument.Parse(Batch(contacts).GetBody());

                JsonElement.ArrayEnumerator sent = body.RootElement.GetProperty("contacts").EnumerateArray();
                Assert.Equal<string?[]>([.. contacts.Select(Texts.Sent)], [.. sent.Select(Read)]);
            },
            iter: 1000);
    }

    [Fact]
    public void A_contact_can_be_read_back_from_the_batch()
    {
        Texts.Contacts.Array[1, 6].Sample(
            contacts =>
            {
                ContactBatch batch = Batch(contacts);

                for (int i = 0; i < contacts.Length; i++)
                {
                    Assert.Equal(Texts.Sent(contacts[i]), Fields(batch.GetContact(i)));
                }
            },
            iter: 1000);
    }

    [Fact]
    public void A_phone_number_can_be_read_back_from_a_batch_without_fields()
    {
        Texts.Any.Array[2, 6].Sample(
            numbers =>
            {
                var batch = new ContactBatch(new DeleteContactsRequest(), numbers.Length);
                Array.ForEach(numbers, number => batch.Add(Named(number)));

                Assert.Equal(numbers, Enumerable.Range(0, numbers.Length).Select(i => batch.GetContact(i).PhoneNumber));
                Assert.Equal(numbers, ContactBody.ReadPhoneNumbers(batch.GetBody()));
                Assert.Equal(numbers[1..], ContactBody.ReadPhoneNumbers(batch.GetBody(1, numbers.Length - 1)));
            },
            iter: 300);
    }

    [Fact]
    public void The_body_of_a_part_equals_the_body_of_a_batch_of_those_contacts()
    {
        Texts.Contacts.Array[1, 6].Sample(
            contacts =>
            {
                ContactBatch batch = Batch(contacts);
                for (int start = 0; start < contacts.Length; start++)
                {
                    for (int count = 1; count <= contacts.Length - start; count++)
                    {
                        Assert.Equal(
                            Text(Batch(contacts[start..(start + count)]).GetBody()),
                            Text(batch.GetBody(start, count)));
                    }
                }
            },
            iter: 300);
    }

    [Fact]
    public void The_body_of_a_part_does_not_change_with_the_batch()
    {
        ContactBatch batch = Batch([Named("+1"), Named("+2")]);
        ReadOnlyMemory<byte> part = batch.GetBody(0, 1);

        batch.Clear();
        batch.Add(Named("+3"));

        Assert.Equal(Text(Batch([Named("+1")]).GetBody()), Text(part));
    }

    [Fact]
    public void A_rolled_back_contact_is_not_in_the_batch()
    {
        var batch = new ContactBatch(s_options, capacity: 3);
        batch.Add(Named("+1"));
        batch.Begin("+2");
        batch.Write(ContactField.FirstName, "gone");
        batch.Rollback();
        batch.Add(Named("+3"));

        Assert.Equal(2, batch.Count);
        Assert.Equal(Text(Batch([Named("+1"), Named("+3")]).GetBody()), Text(batch.GetBody()));
    }

    [Fact]
    public void The_body_does_not_contain_an_open_contact()
    {
        var batch = new ContactBatch(s_options, capacity: 3);
        batch.Add(Named("+1"));
        batch.Begin("+2");

        Assert.Equal(Text(Batch([Named("+1")]).GetBody()), Text(batch.GetBody()));
    }

    [Fact]
    public void A_cleared_batch_can_be_filled_again()
    {
        ContactBatch batch = Batch([Named("+1"), Named("+2")]);

        batch.Clear();
        batch.Add(Named("+3"));

        Assert.Equal(1, batch.Count);
        Assert.Equal(Text(Batch([Named("+3")]).GetBody()), Text(batch.GetBody()));
    }

    [Fact]
    public void A_full_batch_accepts_no_contact()
    {
        var batch = new ContactBatch(s_options, capacity: 1);
        batch.Add(Named("+1"));

        Assert.Throws<InvalidOperationException>(() => batch.Begin("+2"));
        Assert.Equal(Text(Batch([Named("+1")]).GetBody()), Text(batch.GetBody()));
    }

    [Fact]
    public void Clearing_a_batch_clears_its_sources()
    {
        var sources = new ObjectSources();
        var batch = new ContactBatch(s_options, capacity: 2, sources);
        batch.Add(Named("+1"));
        sources.Add("the object");
        Assert.Equal("the object", batch.Sources![0]);

        batch.Clear();

        Assert.ThrowsAny<ArgumentException>(() => batch.Sources[0]);
    }

    private static Contact Named(string number) => new() { PhoneNumber = number, FirstName = "Zoé" };

    private static ContactBatch Batch(Contact[] contacts)
    {
        var batch = new ContactBatch(s_options, capacity: contacts.Length + 1);
        Array.ForEach(contacts, batch.Add);
        return batch;
    }

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    private static string?[] Fields(Contact contact) =>
        [.. Enumerable.Range(0, Contact.FieldCount).Select(i => contact[(ContactField)i])];

    private static string?[] Read(JsonElement contact) =>
        [.. s_names.Select(name => contact.TryGetProperty(name, out JsonElement value) ? value.GetString() : null)];
}
