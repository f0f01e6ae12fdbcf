using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

public sealed class VolumeTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Fact]
    public void Twenty_thousand_contacts_arrive_in_batches_of_200()
    {
        _sandbox.ForgetRequests();

        ShellResult result = _shell.Run($"$rows | Add-Contact -ListName '{_list}'", Rows.Contacts(20_000));

        Assert.Empty(result.Errors);
        Assert.Equal(new Summary(20_000, 20_000, 0, 0, 0, 100, 0), result.Summary());
        Assert.Equal(20_000, _sandbox.Count(_list));
        JsonObject[] requests = _sandbox.Requests();
        Assert.Equal(100, requests.Length);
        Assert.All(requests, request => Assert.Equal(200, (int)request["contacts"]!));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(1000, 1)]
    public void A_request_holds_at_most_the_batch_size(int batchSize, int requests)
    {
        Summary summary = _shell.Run($"$rows | Add-Contact -ListName '{_list}' -BatchSize {batchSize}", Rows.Contacts(5)).Summary();

        Assert.Equal(new Summary(5, 5, 0, 0, 0, requests, 0), summary);
        Assert.Equal(5, _sandbox.Count(_list));
    }

    [Fact]
    public void With_a_throttle_limit_of_1_contacts_arrive_in_order()
    {
        _shell.Run($"$rows | Add-Contact -ListName '{_list}' -ThrottleLimit 1 -BatchSize 10", Rows.Contacts(95, 50_000));

        Assert.Equal(Enumerable.Range(50_000, 95).Select(Rows.Number), _sandbox.Numbers(_list));
    }

    [Fact]
    public void PassThru_writes_each_contact_as_it_was_sent_and_no_summary()
    {
        ShellResult result = _shell.Run(
            $"$rows | Add-Contact -ListName '{_list}' -DefaultRegion FR -PassThru -BatchSize 2",
            ["06 39 98 34 57", "+33 6 39 98 44 96", "nonsense"]);

        Assert.Equal(["PhoneNumberInvalid"], result.ErrorIds());
        Assert.All(result.Output, contact => Assert.Equal("ContactsPS.Client.Contact", contact.BaseObject.GetType().FullName));
        Assert.Equal(["+33639983457", "+33639984496"], result.Output.Select(contact => contact.Value<string>("PhoneNumber")).Order());
    }

    [Fact]
    public void PassThru_leaves_out_refused_contacts()
    {
        _sandbox.Refuse("+33612000001");

        ShellResult result = _shell.Run($"$rows | Add-Contact -ListName '{_list}' -PassThru", ["+33612000002", "+33612000001"]);

        Assert.Equal(["ContactRejected"], result.ErrorIds());
        Assert.Equal("+33612000002", Assert.Single(result.Output).Value<string>("PhoneNumber"));
    }

    [Fact]
    public void Empty_input_gives_an_empty_summary_and_no_request()
    {
        _sandbox.ForgetRequests();

        Assert.Equal(new Summary(0, 0, 0, 0, 0, 0, 0), _shell.Run("@() | Add-Contact").Summary());
        Assert.Empty(_sandbox.Requests());
    }

    [Fact]
    public void SkipDuplicate_leaves_out_a_number_read_before_in_any_format()
    {
        ShellResult result = _shell.Run(
            $"$rows | Add-Contact -ListName '{_list}' -SkipDuplicate -DefaultRegion FR -BatchSize 1",
            [
                Rows.Row(("phone", "06 39 98 34 57"), ("first_name", "One")),
                Rows.Row(("phone", "+33639983457"), ("first_name", "Two")),
                Rows.Row(("phone", "0033 6.39.98.34.57"), ("first_name", "Three")),
            ]);

        Assert.Equal(new Summary(3, 1, 0, 2, 0, 1, 0), result.Summary());
        Assert.Equal("One", (string)Assert.Single(_sandbox.Contacts(_list))["first_name"]!);
    }

    [Fact]
    public void Without_SkipDuplicate_the_last_contact_of_a_number_wins()
    {
        Summary summary = _shell.Run(
            $"$rows | Add-Contact -ListName '{_list}' -BatchSize 1 -ThrottleLimit 1",
            [
                Rows.Row(("phone", "+33639983457"), ("first_name", "One")),
                Rows.Row(("phone", "+33639983457"), ("first_name", "Two")),
            ]).Summary();

        Assert.Equal(2, summary.Accepted);
        Assert.Equal("Two", (string)Assert.Single(_sandbox.Contacts(_list))["first_name"]!);
    }
}
