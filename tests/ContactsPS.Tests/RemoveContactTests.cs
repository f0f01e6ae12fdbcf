namespace ContactsPS.Tests;

public sealed class RemoveContactTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Fact]
    public void Contacts_leave_a_list_in_requests_of_200_and_stay_in_the_account()
    {
        string[] numbers = Add(450);

        ShellResult result = _shell.Run($"$rows | Remove-Contact -ListName '{_list}' -Verbose", numbers);

        Assert.Equal(new Summary(450, 450, 0, 0, 0, 3, 0), result.Summary());
        Assert.Equal([_list], result.Output[0].Value<IReadOnlyList<string>>("ListName"));
        Assert.Equal(2, result.Verbose.Count(line => line.StartsWith("DELETE contact/delete: 200 contacts, ", StringComparison.Ordinal)));
        Assert.Equal(0, _sandbox.Count(_list));
        Assert.NotNull(_sandbox.Contact(numbers[449]));
    }

    [Fact]
    public void Without_a_list_contacts_are_deleted_from_the_account()
    {
        string[] numbers = Add(2);

        ShellResult result = _shell.Run("$rows | Remove-Contact -Confirm:$false", numbers[..1]);

        Assert.Equal(new Summary(1, 1, 0, 0, 0, 1, 0), result.Summary());
        Assert.Empty(result.Output[0].Value<IReadOnlyList<string>>("ListName"));
        Assert.Null(_sandbox.Contact(numbers[0]));
        Assert.NotNull(_sandbox.Contact(numbers[1]));
    }

    [Fact]
    public void Numbers_contacts_rows_and_hashtables_can_be_piped()
    {
        string[] numbers = Add(5);

        Summary summary = _shell.Run(
            $$"""
            $(
                $rows[0]
                New-ContactObject $rows[1] -FirstName Zoé
                [pscustomobject]@{ Mobile = $rows[2]; Nom = 'Durand' }
                @{ phone_number = $rows[3] }
                , @($rows[4])
            ) | Remove-Contact -ListName '{{_list}}'
            """,
            numbers).Summary();

        Assert.Equal((5, 5), (summary.Read, summary.Accepted));
        Assert.Equal(0, _sandbox.Count(_list));
    }

    [Fact]
    public void Several_numbers_can_be_given_as_a_parameter()
    {
        string[] numbers = Add(3);

        Assert.Equal(2, _shell.Run($"Remove-Contact -PhoneNumber {numbers[0]}, '0{numbers[1][3..]}' -DefaultRegion FR -ListName '{_list}'").Summary().Accepted);
        Assert.Equal(1, _shell.Run($"Remove-Contact {numbers[2]} -ListName '{_list}'").Summary().Accepted);
        Assert.Equal(0, _sandbox.Count(_list));
    }

    [Fact]
    public void Only_the_phone_number_of_a_property_map_is_used()
    {
        string[] numbers = Add(1);
        PSObject[] rows = [Rows.Row(("Nr", numbers[0]), ("first_name", "Zoé"), ("prenom", "Léa"))];

        ShellResult result = _shell.Run(
            $"$rows | Remove-Contact -ListName '{_list}' -PropertyMap @{{ PhoneNumber = 'Nr'; LastName = 'Gone'; Param1 = {{ throw 'unused' }} }}", rows);

        Assert.Equal(1, result.Summary().Accepted);
        Assert.Empty(result.Warnings);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void Bad_numbers_and_duplicates_are_accounted_for()
    {
        string[] numbers = Add(1);

        ShellResult result = _shell.Run($"$rows | Remove-Contact -ListName '{_list}' -SkipDuplicate", [numbers[0], "nonsense", null, numbers[0]]);

        Assert.Equal(new Summary(4, 1, 2, 1, 0, 1, 0), result.Summary());
        Assert.Equal(["PhoneNumberInvalid", "PhoneNumberMissing"], result.ErrorIds());
        Assert.Equal("nonsense", result.Errors[0].TargetObject);
    }

    [Fact]
    public void A_refused_contact_is_isolated_and_the_rest_is_removed()
    {
        using var server = new ScriptedServer(request => request.PhoneNumbers.Contains(Rows.Number(7)) ? ScriptedAnswer.Refused : ScriptedAnswer.Of(204));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run("$rows | Remove-Contact -ListName VIP", Rows.Contacts(20));

        Assert.Equal((19, 1), (result.Summary().Accepted, result.Summary().Rejected));
        Assert.Equal(Rows.Number(7), result.OneError("ContactRejected").TargetObject.Read("phone_number"));
        Assert.All(server.Requests, request => Assert.Equal(("DELETE", "/v1/public/contact/delete"), (request.Method, request.Path)));
    }

    [Fact]
    public void PassThru_writes_the_contacts_that_were_removed()
    {
        string[] numbers = Add(3);

        ShellResult result = _shell.Run($"$rows | Remove-Contact -ListName '{_list}' -PassThru", numbers);

        Assert.Equal(numbers, result.Output.Select(contact => contact.Value<string>("PhoneNumber")));
    }

    [Fact]
    public void WhatIf_removes_nothing()
    {
        string[] numbers = Add(450);
        _sandbox.ForgetRequests();
        int before = _shell.Host.Shown.Count;

        Assert.Equal(450, _shell.Run("Remove-Contact -PhoneNumber $rows -WhatIf", numbers).Summary().NotSent);
        Assert.Equal(450, _shell.Run($"$rows | Remove-Contact -ListName '{_list}' -WhatIf", numbers).Summary().NotSent);

        Assert.Empty(_sandbox.Requests());
        string[] shown = [.. _shell.Host.Shown.Skip(before)];
        Assert.Equal(2, shown.Length);
        Assert.Contains("Delete contacts from the account and from all its lists (450 contacts in 3 requests; 0 rejected, 0 duplicate)", shown[0], StringComparison.Ordinal);
        Assert.Contains($"Remove contacts from list {_list} (450 contacts in 3 requests; 0 rejected, 0 duplicate)", shown[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "High", 1)]
    [InlineData("", "None", 0)]
    [InlineData("-Confirm:$false", "High", 0)]
    [InlineData("-ListName $list", "High", 0)]
    [InlineData("-ListName $list", "Medium", 1)]
    [InlineData("-ListName $list", "None", 0)]
    [InlineData("-ListName $list -Confirm", "High", 1)]
    public void Deleting_from_the_account_is_confirmed_and_leaving_a_list_is_only_with_a_lower_preference(
        string parameters, string preference, int questions)
    {
        string[] numbers = Add(1);
        _shell.Set("list", _list);
        int before = _shell.Host.Questions.Count;

        ShellResult result = _shell.Run(
            $"$ConfirmPreference = '{preference}'; try {{ $rows | Remove-Contact {parameters} -Verbose }} finally {{ $ConfirmPreference = 'High' }}", numbers);

        Assert.Equal(1, result.Summary().Accepted);
        Assert.Equal(questions, _shell.Host.Questions.Count - before);
        Assert.Equal(1 - questions, result.Verbose.Count(line => line.StartsWith("Performing the operation \"", StringComparison.Ordinal)));
        Assert.Equal(0, _sandbox.Count(_list));
    }

    [Theory]
    [InlineData("$undefined", "ParameterArgumentValidationError")]
    [InlineData("''", "NameEmpty")]
    [InlineData("' '", "NameEmpty")]
    public void A_blank_list_name_does_not_delete_from_the_account(string name, string errorId)
    {
        string[] numbers = Add(1);

        _shell.Run($"$rows | Remove-Contact -ListName {name} -Confirm:$false", numbers).ThrewId(errorId);

        Assert.NotNull(_sandbox.Contact(numbers[0]));
    }

    [Fact]
    public void At_most_200_contacts_are_in_a_request()
    {
        Assert.NotNull(_shell.Run($"'+33612345678' | Remove-Contact -ListName '{_list}' -BatchSize 201").Thrown);
    }

    /// <summary>Adds contacts to the list, and returns their numbers.</summary>
    private string[] Add(int count)
    {
        string[] numbers = Unique.Numbers(count);
        Assert.Equal(count, _shell.Run($"$rows | Add-Contact -ListName '{_list}'", numbers).Summary().Accepted);
        return numbers;
    }
}
