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
        Assert.Empty(map.Warnings);
    }

    [Theory]
    [InlineData("mobile", "phone_number", "phone", "mobile")]
    [InlineData("mobile", "phone", "mobile")]
    [InlineData("Mobile", "Tel", "Mobile", "Telephone")]
    [InlineData("msisdn", "phone", "msisdn", "tel")]
    [InlineData("portable", "telephone", "portable")]
    [InlineData("Mobile", "Mobile Zebra", "Mobile", "Work Mobile", "Other Mobile", "Mobile 2", "Phone")]
    [InlineData("Main Phone", "Phone 2", "Home Phone", "Work Phone", "Main Phone", "Other Phone")]
    [InlineData("Home Phone", "Work Phone", "Zebra Phone", "Home Phone", "Other Phone")]
    [InlineData("Work Phone", "Other Phone", "Work Phone", "Mother's Mobile", "Phone Zebra")]
    [InlineData("Phone Zebra", "Mother's Mobile", "Phone Zebra")]
    [InlineData("Mother's Mobile", "Mother's Phone", "Mother's Mobile")]
    [InlineData("Phone 1", "Phone 3", "Phone 1", "Phone 2")]
    public void Of_several_phones_the_best_is_taken_and_a_warning_names_the_others(string chosen, params string[] names)
    {
        var map = ColumnMap.Match(names);

        Assert.Equal(chosen, names[map[ContactField.PhoneNumber]]);
        ColumnWarning warning = Assert.Single(map.Warnings, warning => warning.Kind == ColumnWarningKind.UnusedPhones);
        Assert.Equal((ContactField.PhoneNumber, chosen), (warning.Field, warning.Chosen));
        string[] others = [.. names.Where(name => name != chosen)];
        Assert.Equal(others, warning.Others);
        Assert.Equal(others, map.Unused);
    }

    [Theory]
    [InlineData(ContactField.PhoneNumber, "Mobile", "Cell Phone")]
    [InlineData(ContactField.PhoneNumber, "phone-number", "Phone Number")]
    [InlineData(ContactField.FirstName, "First Name", "Prénom", "phone")]
    [InlineData(ContactField.LastName, "Nachname", "Surname", "phone")]
    [InlineData(ContactField.Param2, "param2", "Param 2", "phone")]
    public void Of_two_that_are_equal_the_first_is_taken_with_a_warning(ContactField field, string first, string second, params string[] rest)
    {
        var map = ColumnMap.Match([first, second, .. rest]);

        Assert.Equal(0, map[field]);
        ColumnWarning warning = Assert.Single(map.Warnings);
        Assert.Equal((ColumnWarningKind.CloseChoice, field, first), (warning.Kind, warning.Field, warning.Chosen));
        Assert.Equal([second], warning.Others);
    }

    [Fact]
    public void Of_two_that_are_equal_the_field_s_own_name_is_taken()
    {
        Assert.Equal(1, ColumnMap.Match(["phone", "phone_number"])[ContactField.PhoneNumber]);
        Assert.Equal(1, ColumnMap.Match(["Tel", "PhoneNumber"])[ContactField.PhoneNumber]);
    }

    [Theory]
    [InlineData(ColumnWarningKind.NumberOnly, "Numéro")]
    [InlineData(ColumnWarningKind.OtherPerson, "Tél. portable responsable")]
    [InlineData(ColumnWarningKind.OtherPerson, "Emergency phone")]
    [InlineData(ColumnWarningKind.OtherPerson, "Phone for emergencies")]
    [InlineData(ColumnWarningKind.UnknownWords, "Mobile Zebra")]
    public void A_doubtful_column_is_taken_with_a_warning(ColumnWarningKind kind, string name)
    {
        var map = ColumnMap.Match(["Nom", name]);

        Assert.Equal(1, map[ContactField.PhoneNumber]);
        ColumnWarning warning = Assert.Single(map.Warnings);
        Assert.Equal((kind, name), (warning.Kind, warning.Chosen));
        Assert.Empty(warning.Others);
    }

    [Theory]
    [InlineData("Phone No.", "Contact No.", "Phone No.")]
    [InlineData("Telefonnr.", "Kontaktnr.", "Telefonnr.")]
    [InlineData("Phone 2", "Contact Number", "Phone 2")]
    [InlineData("Contact Number", "Contact Number", "Home Phone")]
    public void A_contact_number_comes_behind_a_phone_number(string chosen, string one, string other)
    {
        string[] names = [one, other];

        Assert.Equal(chosen, names[ColumnMap.Match(names)[ContactField.PhoneNumber]]);
    }

    [Theory]
    [InlineData("Port", "Nom", "Tél.", "Port")]
    [InlineData("Port", "Port", "Fixe", "Nom")]
    [InlineData("Tél.", "Nom", "Tél.", "Port", "Total TTC")]
    [InlineData("Tél.", "Nom", "Tél.", "Ville", "Port")]
    [InlineData("Port.", "Nom", "Tél.", "Ville", "Port.")]
    public void Port_is_a_mobile_beside_a_phone_or_with_a_period(string chosen, params string[] names) =>
        Assert.Equal(chosen, names[ColumnMap.Match(names)[ContactField.PhoneNumber]]);

    [Fact]
    public void A_number_beside_a_street_is_that_of_a_house()
    {
        Assert.Equal(-1, ColumnMap.Match(["Number", "Street"], isLenient: true)[ContactField.PhoneNumber]);
        Assert.Equal(-1, ColumnMap.Match(["Via", "Numero"], isLenient: true)[ContactField.PhoneNumber]);
        Assert.Equal(0, ColumnMap.Match(["Number", "City", "Street"])[ContactField.PhoneNumber]);
    }

    [Theory]
    [InlineData("Vorname", "Name", true)]
    [InlineData("Naam", "Voornaam", true)]
    [InlineData("Vorname", "Name1", true)]
    [InlineData("First Name", "Name", false)]
    [InlineData("Prénom", "Name", false)]
    [InlineData("Vorname / Prénom", "Name / Nom", true)]
    [InlineData("Prénom / First name", "Nom / Name", true)]
    public void A_column_called_name_is_the_last_name_beside_a_first_name_in_german_or_dutch(string one, string other, bool isLastName)
    {
        var map = ColumnMap.Match([one, other, "phone"]);

        Assert.Equal(isLastName, map[ContactField.LastName] >= 0);
    }

    [Fact]
    public void The_whole_map_is_told_in_one_line()
    {
        var map = ColumnMap.Match(
            ["Numéro", "Nom", "Prénom", "Tél. mobile", "\u001BVille"],
            new Dictionary<ContactField, string> { [ContactField.Param1] = "Numéro" },
            new HashSet<ContactField> { ContactField.FirstName });

        Assert.Equal(
            "PhoneNumber from 'Tél. mobile', FirstName computed, LastName from 'Nom', Param1 from 'Numéro'; not used: 'Prénom', '?Ville'", map.Describe());
        Assert.Equal("PhoneNumber from 'phone'", ColumnMap.Match(["phone"]).Describe());
        Assert.Equal("no field is recognised; not used: 'x'", ColumnMap.Match(["x"], isLenient: true).Describe());
    }

    [Theory]
    [InlineData(0, 3, "Téléphone", "Nom", "Ville", "TÉLÉPHONE")]
    [InlineData(1, 2, "phone", "Nom", "nom")]
    public void A_field_that_would_come_from_one_of_two_columns_of_one_name_is_refused(int first, int second, params string[] names)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => ColumnMap.Match(names));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains($"columns {first + 1} and {second + 1} are both named '{names[second]}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapped_column_that_another_one_shares_its_name_with_is_refused_unless_it_is_called_as_in_a_row()
    {
        string[] names = ["phone", "Notes", "Notes"];
        ContactsException error = Assert.Throws<ContactsException>(
            () => ColumnMap.Match(names, new Dictionary<ContactField, string> { [ContactField.Param1] = "notes" }));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("Param1", error.Message, StringComparison.Ordinal);
        var map = ColumnMap.Match(names, new Dictionary<ContactField, string> { [ContactField.Param1] = "Notes (2)" });
        Assert.Equal(2, map[ContactField.Param1]);
        Assert.Equal(["Notes"], map.Unused);
    }

    [Fact]
    public void Columns_of_one_name_that_no_field_comes_from_do_not_matter()
    {
        var map = ColumnMap.Match(["Mobile", "Notes", "Notes", "Phone", "Phone"]);

        Assert.Equal(0, map[ContactField.PhoneNumber]);
        Assert.Equal(["Notes", "Notes", "Phone", "Phone"], map.Unused);
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
        Assert.Empty(map.Warnings);
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
        Assert.Empty(map.Warnings);
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
        PhoneNumberColumnException error = Assert.Throws<PhoneNumberColumnException>(() => ColumnMap.Match(["Nom", "E-mail", "Fax"], headerLine: 3));

        Assert.Equal(ErrorIds.NoPhoneNumberColumn, error.ErrorId);
        Assert.Contains("Line 3 was taken for the header, and the columns are: Nom, E-mail, Fax.", error.Message, StringComparison.Ordinal);
        Assert.Contains("A fax or a landline is taken only where it is named: 'Fax'.", error.Message, StringComparison.Ordinal);
        Assert.False(error.LacksHeader);
    }

    [Theory]
    [InlineData("0639984401", true)]
    [InlineData("+33 6 39 98 44 01", true)]
    [InlineData("'+33 (0)6.39.98.44.01", true)]
    [InlineData("\uFEFF0639984401", true)]
    [InlineData("2024-11-14", false)]
    [InlineData("75001", false)]
    [InlineData("Ligne 0639984401", false)]
    public void A_name_that_could_be_a_phone_number_shows_that_there_is_no_header(string name, bool lacksHeader)
    {
        PhoneNumberColumnException error = Assert.Throws<PhoneNumberColumnException>(() => ColumnMap.Match(["Martin", name], headerLine: 1));

        Assert.Equal(lacksHeader, error.LacksHeader);
        Assert.Equal(lacksHeader, error.Message.Contains("there may be no header", StringComparison.Ordinal));
    }

    [Fact]
    public void The_error_of_a_file_without_columns_says_so()
    {
        ContactsException error = Assert.Throws<PhoneNumberColumnException>(() => ColumnMap.Match([]));

        Assert.Equal(ErrorIds.NoPhoneNumberColumn, error.ErrorId);
        Assert.Contains("There are no columns.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nom:Portable", ':')]
    [InlineData("Nom^Portable", '^')]
    [InlineData("Nom~Portable", '~')]
    [InlineData("Contact: Phone", null)]
    [InlineData("Phone, mobile", null)]
    public void Names_that_another_delimiter_tells_apart_are_told(string name, char? delimiter)
    {
        var error = Record.Exception(() => ColumnMap.Match([name])) as PhoneNumberColumnException;

        Assert.Equal(delimiter, error?.Delimiter);
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
