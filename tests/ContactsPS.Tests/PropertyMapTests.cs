using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

public sealed class PropertyMapTests(ShellFixture fixture) : IClassFixture<ShellFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;

    [Fact]
    public void A_map_of_names_and_script_blocks_sets_the_fields()
    {
        JsonObject contact = Assert.Single(Contacts(
            "@{ PhoneNumber = 'Ligne directe'; first_name = 'Usage'; Param1 = { $_.City.ToUpper() }; Param2 = { 40 + 2 } }",
            Rows.Row(("Ligne directe", "+33612345678"), ("Phone", "+33699999999"), ("Prénom", "Jean"), ("Usage", "Jeannot"), ("City", "Besançon"))));

        Assert.Equal(
            """{"phone_number":"+33612345678","first_name":"Jeannot","param1":"BESANÇON","param2":"42"}""", contact.ToJsonString(Json.Plain));
    }

    [Fact]
    public void A_script_block_can_compute_the_phone_number()
    {
        JsonObject contact = Assert.Single(Contacts("@{ PhoneNumber = { '+33' + $_.Local } }", Rows.Row(("Local", "612345678"))));

        Assert.Equal("+33612345678", (string)contact["phone_number"]!);
    }

    [Fact]
    public void A_script_block_sees_the_variables_of_its_script()
    {
        ShellResult result = _shell.Run(
            "$town = 'Nîmes'; $rows | ConvertTo-ContactRequest -PropertyMap @{ Param1 = { \"$town $($_.phone)\" } }", [Rows.Row(("phone", "+33612345678"))]);

        Assert.Equal("Nîmes +33612345678", (string)Assert.Single(Json.Contacts(result))["param1"]!);
    }

    [Fact]
    public void A_name_matches_without_case_and_separators()
    {
        JsonObject contact = Assert.Single(Contacts("@{ Param1 = 'date_inscription' }", Rows.Row(("phone", "+33612345678"), ("Date Inscription", "x"))));

        Assert.Equal("x", (string)contact["param1"]!);
    }

    [Fact]
    public void A_failed_script_block_is_an_error_of_its_contact_only()
    {
        PSObject[] rows = Rows.Contacts(3);
        rows[1].Properties.Remove("first_name");
        rows[1].Properties.Add(new PSNoteProperty("first_name", null));

        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest -PropertyMap @{ Param1 = { $_.first_name.ToUpper() } }", rows);

        Assert.Same(rows[1], result.OneError("PropertyMapFailed").TargetObject);
        Assert.Equal(["FIRST 0", "FIRST 2"], Json.Contacts(result).Select(contact => (string)contact["param1"]!));
    }

    [Fact]
    public void The_error_of_a_failed_script_block_has_the_field_and_the_reason()
    {
        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest -PropertyMap @{ Param3 = { throw 'no town' } }", Rows.Contacts(1));

        ErrorRecord error = result.OneError("PropertyMapFailed");
        Assert.Contains("Param3", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("no town", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ Town = 'City' }", "Town")]
    [InlineData("@{ Param1 = 42 }", "Param1")]
    [InlineData("@{ Param1 = '' }", "Param1")]
    [InlineData("@{ Param1 = $null }", "Param1")]
    [InlineData("@{ 1 = 'City' }", "1")]
    public void An_invalid_map_is_refused_before_any_object_is_read(string map, string key)
    {
        ErrorRecord error = _shell.Run($"$rows | ConvertTo-ContactRequest -PropertyMap {map}", Rows.Contacts(1)).ThrewId("PropertyMapInvalid");

        Assert.Contains(key, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_map_with_an_empty_key_is_refused() =>
        _shell.Run("$rows | ConvertTo-ContactRequest -PropertyMap @{ '' = 'City' }", Rows.Contacts(1)).ThrewId("PropertyMapInvalid");

    [Fact]
    public void The_error_of_a_missing_property_names_the_existing_properties()
    {
        ErrorRecord error = _shell.Run("$rows | ConvertTo-ContactRequest -PropertyMap @{ Param1 = 'Town' }", Rows.Contacts(1)).ThrewId("ColumnNotFound");

        Assert.Contains("'Town'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("phone_number, first_name", error.Exception.Message, StringComparison.Ordinal);
    }

    private JsonObject[] Contacts(string map, params object?[] rows) =>
        Json.Contacts(_shell.Run($"$rows | ConvertTo-ContactRequest -PropertyMap {map}", rows));
}
