namespace ContactsPS.Client.Tests;

public sealed class ColumnMapTests
{
    [Fact]
    public void Fields_are_matched_to_columns_and_the_other_columns_are_unused()
    {
        var map = ColumnMap.Match(["Id", "Prénom", "NOM", "Téléphone", "Ville"]);

        Assert.Equal(3, map[ContactField.PhoneNumber]);
        Assert.Equal(1, map[ContactField.FirstName]);
        Assert.Equal(2, map[ContactField.LastName]);
        Assert.Equal(-1, map[ContactField.Param1]);
        Assert.Equal(["Id", "Ville"], map.Unused);
        Assert.Empty(map.Conflicts);
    }

    [Theory]
    [InlineData("phone_number", "phone", "mobile", "phone_number")]
    [InlineData("mobile", "phone", "mobile")]
    [InlineData("Mobile", "Tel", "Mobile", "Telephone")]
    [InlineData("msisdn", "gsm", "msisdn", "number")]
    [InlineData("portable", "telephone", "portable")]
    public void The_most_exact_phone_column_wins_and_the_others_are_reported(string chosen, params string[] names)
    {
        var map = ColumnMap.Match(names);

        Assert.Equal(chosen, names[map[ContactField.PhoneNumber]]);
        ColumnConflict conflict = Assert.Single(map.Conflicts);
        Assert.Equal(ContactField.PhoneNumber, conflict.Field);
        Assert.Equal(chosen, conflict.Chosen);
        string[] others = [.. names.Where(name => name != chosen)];
        Assert.Equal(others.Order(StringComparer.Ordinal), conflict.Others.Order(StringComparer.Ordinal));
        Assert.Equal(others, map.Unused);
    }

    [Fact]
    public void The_first_of_two_equally_exact_columns_wins()
    {
        var map = ColumnMap.Match(["phone-number", "Phone Number"]);

        Assert.Equal(0, map[ContactField.PhoneNumber]);
        Assert.Equal(["Phone Number"], Assert.Single(map.Conflicts).Others);
    }

    [Fact]
    public void A_mapped_column_wins_over_a_recognized_column()
    {
        var map = ColumnMap.Match(
            ["phone_number", "Fax", "first_name", "Ville"],
            new Dictionary<ContactField, string> { [ContactField.PhoneNumber] = "Fax", [ContactField.Param1] = "ville" });

        Assert.Equal(1, map[ContactField.PhoneNumber]);
        Assert.Equal(3, map[ContactField.Param1]);
        Assert.Equal(2, map[ContactField.FirstName]);
        Assert.Empty(map.Conflicts);
        Assert.Equal(["phone_number"], map.Unused);
    }

    [Fact]
    public void A_mapped_column_is_not_used_for_another_field()
    {
        var map = ColumnMap.Match(
            ["phone", "mobile", "nom"],
            new Dictionary<ContactField, string> { [ContactField.Param1] = "mobile", [ContactField.FirstName] = "nom" });

        Assert.Equal(0, map[ContactField.PhoneNumber]);
        Assert.Equal(1, map[ContactField.Param1]);
        Assert.Equal(2, map[ContactField.FirstName]);
        Assert.Equal(-1, map[ContactField.LastName]);
        Assert.Empty(map.Conflicts);
    }

    [Fact]
    public void A_mapped_name_matches_the_exact_column_name_first()
    {
        var map = ColumnMap.Match(
            ["phone", "c_1", "C1"], new Dictionary<ContactField, string> { [ContactField.Param1] = "c1" });

        Assert.Equal(2, map[ContactField.Param1]);
    }

    [Fact]
    public void A_mapped_name_matches_without_case_accents_and_separators()
    {
        var map = ColumnMap.Match(
            ["phone", "Date de création"], new Dictionary<ContactField, string> { [ContactField.Param1] = "date_de_creation" });

        Assert.Equal(1, map[ContactField.Param1]);
    }

    [Fact]
    public void The_error_of_a_missing_mapped_column_names_the_existing_columns()
    {
        ContactsException error = Assert.Throws<ContactsException>(() => ColumnMap.Match(
            ["phone", "Ville"], new Dictionary<ContactField, string> { [ContactField.Param1] = "City" }));

        Assert.Equal(ErrorIds.ColumnNotFound, error.ErrorId);
        Assert.Contains("Param1 from 'City'", error.Message, StringComparison.Ordinal);
        Assert.Contains("phone, Ville", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_missing_phone_number_column_names_the_existing_columns()
    {
        ContactsException error = Assert.Throws<ContactsException>(() => ColumnMap.Match(["Nom", "E-mail"]));

        Assert.Equal(ErrorIds.NoPhoneNumberColumn, error.ErrorId);
        Assert.Contains("Nom, E-mail", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_file_without_columns_says_so()
    {
        ContactsException error = Assert.Throws<ContactsException>(() => ColumnMap.Match([]));

        Assert.Equal(ErrorIds.NoPhoneNumberColumn, error.ErrorId);
        Assert.Contains("There are no columns.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_field_uses_no_column()
    {
        var map = ColumnMap.Match(["phone", "nom"], computed: new HashSet<ContactField> { ContactField.PhoneNumber });

        Assert.Equal(-1, map[ContactField.PhoneNumber]);
        Assert.Equal(1, map[ContactField.LastName]);
        Assert.Equal(["phone"], map.Unused);
    }

    [Fact]
    public void A_lenient_match_allows_missing_columns()
    {
        var map = ColumnMap.Match(
            ["nom"], new Dictionary<ContactField, string> { [ContactField.Param1] = "City" }, isLenient: true);

        Assert.Equal(-1, map[ContactField.PhoneNumber]);
        Assert.Equal(-1, map[ContactField.Param1]);
        Assert.Equal(0, map[ContactField.LastName]);
    }
}
