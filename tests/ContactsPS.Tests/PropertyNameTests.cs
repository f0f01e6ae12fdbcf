using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

/// <summary>The property names that are recognized as fields.</summary>
public sealed class PropertyNameTests(ShellFixture fixture) : IClassFixture<ShellFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;

    [Theory]
    [InlineData("phone_number")]
    [InlineData("PhoneNumber")]
    [InlineData("PHONE NUMBER")]
    [InlineData("phone-number")]
    [InlineData("Phone.Number")]
    [InlineData("phone")]
    [InlineData("mobile")]
    [InlineData("MobilePhone")]
    [InlineData("cell")]
    [InlineData("tel")]
    [InlineData("telephone")]
    [InlineData("Téléphone")]
    [InlineData("number")]
    [InlineData("msisdn")]
    [InlineData("Numéro")]
    [InlineData("portable")]
    [InlineData("GSM")]
    public void A_phone_number_property_is_recognized_by_its_name(string name) => Assert.Equal("+33612345678", Read(name, "+33612345678", "phone_number"));

    [Theory]
    [InlineData("first_name", "first_name")]
    [InlineData("First Name", "first_name")]
    [InlineData("GivenName", "first_name")]
    [InlineData("prenom", "first_name")]
    [InlineData("Prénom", "first_name")]
    [InlineData("PRE\u0301NOM", "first_name")]
    [InlineData("last_name", "last_name")]
    [InlineData("Surname", "last_name")]
    [InlineData("sn", "last_name")]
    [InlineData("family-name", "last_name")]
    [InlineData("NOM", "last_name")]
    [InlineData("Param1", "param1")]
    [InlineData("param_2", "param2")]
    [InlineData("PARAM 3", "param3")]
    [InlineData("param.4", "param4")]
    [InlineData("param5", "param5")]
    public void The_properties_of_the_other_fields_are_recognized_by_their_names(string name, string field) => Assert.Equal("x", Read(name, "x", field));

    [Fact]
    public void Objects_without_a_phone_number_property_are_refused_before_anything_is_sent()
    {
        using var server = ScriptedServer.Hanging();
        using var shell = new ModuleShell();
        shell.Connect(server);

        ErrorRecord error = shell.Run("$rows | Add-Contact", [Rows.Row(("Prénom", "A"), ("Ville", "B"), ("Code postal", "C"))]).ThrewId("NoPhoneNumberColumn");

        Assert.Contains("Prénom, Ville, Code postal", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void The_more_exact_of_two_properties_wins_with_a_warning()
    {
        ShellResult result = _shell.Run(
            "$rows | ConvertTo-ContactRequest",
            [
                Rows.Row(("Tel", "+33112345678"), ("Mobile", "+33612345678"), ("Nom", "x")),
                Rows.Row(("Tel", "+33112345679"), ("Mobile", "+33612345679"), ("Nom", "y")),
            ]);

        Assert.Equal(["+33612345678", "+33612345679"], Json.Contacts(result).Select(contact => (string)contact["phone_number"]!));
        string warning = Assert.Single(result.Warnings);
        Assert.Contains("'Mobile'", warning, StringComparison.Ordinal);
        Assert.Contains("'Tel'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Unused_properties_are_reported_once()
    {
        ShellResult result = _shell.Run(
            "$rows | ConvertTo-ContactRequest -Verbose",
            [.. Enumerable.Range(0, 5).Select(index => Rows.Row(("phone", Rows.Number(index)), ("Ville", "Lyon"), ("Âge", 4)))]);

        Assert.Equal("PhoneNumber from 'phone'; not used: 'Ville', 'Âge'.", Assert.Single(result.Verbose));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Each_mapping_of_differing_objects_is_reported_once()
    {
        ShellResult result = _shell.Run(
            "$rows | ConvertTo-ContactRequest -Verbose",
            [
                Rows.Row(("phone", Rows.Number(0)), ("Ville", "Lyon")),
                Rows.Row(("phone", Rows.Number(1)), ("Pays", "FR")),
                Rows.Row(("Mobile", Rows.Number(2)), ("Tel", "+33112345678")),
                Rows.Row(("phone", Rows.Number(3)), ("Ville", "Lyon")),
                Rows.Row(("Mobile", Rows.Number(4)), ("Tel", "+33112345678")),
            ]);

        Assert.Equal(["PhoneNumber from 'phone'; not used: 'Ville'.", "PhoneNumber from 'Mobile'; not used: 'Tel'."], result.Verbose);
        Assert.Contains("'Mobile'", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(5, Json.Contacts(result).Length);
    }

    [Fact]
    public void New_ContactObject_says_what_to_do_with_a_number_that_is_invalid()
    {
        ErrorRecord error = Assert.Single(_shell.Run("New-ContactObject 'n/a'").Errors);

        Assert.Equal("PhoneNumberInvalid", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("Correct it.", error.Exception.Message, StringComparison.Ordinal);
    }

    private string? Read(string name, string value, string field)
    {
        PSObject row = field == "phone_number" ? Rows.Row((name, value)) : Rows.Row((name, value), ("phone", "+33612345678"));
        JsonObject contact = Assert.Single(Json.Contacts(_shell.Run("$rows | ConvertTo-ContactRequest", [row])));
        return (string?)contact[field];
    }
}
