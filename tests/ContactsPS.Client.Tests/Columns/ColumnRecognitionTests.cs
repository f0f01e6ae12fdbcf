namespace ContactsPS.Client.Tests;

public sealed class ColumnRecognitionTests
{
    [Theory]
    [InlineData(ContactField.PhoneNumber, "phone_number", "PhoneNumber", "PHONE NUMBER", "phone-number", "phone.number", " Phone_Number ", "phone", "mobile", "MobilePhone", "cell", "tel", "Telephone", "téléphone", "TÉLÉPHONE", "number", "msisdn", "MSISDN", "numero", "Numéro", "portable", "gsm")]
    [InlineData(ContactField.FirstName, "first_name", "FirstName", "First Name", "GivenName", "given-name", "prenom", "Prénom", "PRÉNOM", "Pre\u0301nom")]
    [InlineData(ContactField.LastName, "last_name", "LastName", "Surname", "sn", "SN", "family_name", "nom", "Nom")]
    [InlineData(ContactField.Param1, "param1", "Param_1", "PARAM 1")]
    [InlineData(ContactField.Param2, "param2")]
    [InlineData(ContactField.Param3, "param3")]
    [InlineData(ContactField.Param4, "param4")]
    [InlineData(ContactField.Param5, "param5", "param-5")]
    public void English_and_French_column_names_are_recognized_in_any_spelling(ContactField field, params string[] names)
    {
        Assert.All(names, name =>
        {
            Assert.True(ColumnName.TryRecognise(name, out ContactField recognised, out _), name);
            Assert.Equal(field, recognised);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("id")]
    [InlineData("phones")]
    [InlineData("param6")]
    [InlineData("param")]
    [InlineData("name")]
    [InlineData("phone_number_2")]
    public void Other_column_names_are_not_recognized(string name)
    {
        Assert.False(ColumnName.TryRecognise(name, out _, out _));
    }

    [Theory]
    [InlineData("PhoneNumber", ContactField.PhoneNumber)]
    [InlineData("phone_number", ContactField.PhoneNumber)]
    [InlineData("first name", ContactField.FirstName)]
    [InlineData("PARAM5", ContactField.Param5)]
    public void A_field_is_parsed_from_its_own_name(string name, ContactField field)
    {
        Assert.True(ColumnName.TryParseField(name, out ContactField parsed));
        Assert.Equal(field, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mobile")]
    [InlineData("0")]
    [InlineData("_1")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("Param1,Param2")]
    public void A_field_is_not_parsed_from_a_number_or_another_name(string name)
    {
        Assert.False(ColumnName.TryParseField(name, out _));
    }
}
