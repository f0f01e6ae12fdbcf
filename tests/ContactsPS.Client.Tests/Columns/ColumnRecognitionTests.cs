using CsCheck;

namespace ContactsPS.Client.Tests;

/// <summary>What the name of a column is taken for by itself.</summary>
public sealed class ColumnRecognitionTests
{
    private static readonly string[] s_hidden = ["\u200B", "\u200D", "\uFEFF", "\u00AD", "\u2060", "\u202E", "\uFE0F"];

    [Theory]
    [InlineData(ContactField.PhoneNumber, "phone_number", "PhoneNumber", "PHONE NUMBER", "phone-number", "phone.number", " Phone_Number ", "phone", "phones", "mobile", "MobilePhone", "cell", "tel", "Telephone", "téléphone", "TÉLÉPHONE", "number", "msisdn", "MSISDN", "numero", "Numéro", "portable", "gsm", "phone_number_2")]
    [InlineData(ContactField.PhoneNumber, "phones.0.value", "phoneNumbers[0].number", "TelNr", "Tel.-Nr.", "telno", "Ph. No.", "Mobile No.", "Mob", "Tél. port.", "Rufnummer", "Mobilfunknummer", "Mobilrufnummer", "Diensthandy", "Kontaktnummer", "Best contact number", "Número telefónico", "No de cellulaire", "GSMnummer", "SMSNumber", "WhatsApp", "Whats App Number", "iPhone", "Phone__c", "№ de téléphone", "Nº tel.", "Numéro d'appel", "Ｐｈｏｎｅ", "Mobile (ex: 06 12 34 56 78)", "Phone number (so we can text you)", "Mobile number of student", "1st phone", "Tél. 2e responsable", "Téléphone sans indicatif", "Numéro de téléphone fourni pour la livraison ?")]
    [InlineData(ContactField.FirstName, "first_name", "FirstName", "First Name", "First name(s)", "GivenName", "given-name", "prenom", "Prénom", "PRÉNOM", "Pre\u0301nom", "first", "Name (First)", "Rufname", "Primer nombre", "nome", "customer_first_name", "Legal First Name", "Legal Name - First Name")]
    [InlineData(ContactField.LastName, "last_name", "LastName", "Surname", "sn", "SN", "family_name", "nom", "Nom", "Noms", "Name - Last", "NOM D'USAGE", "Nom du client", "Nom de naissance", "Nom de jeune fille", "Apellido paterno", "Zuname")]
    [InlineData(ContactField.Param1, "param1", "Param_1", "PARAM 1")]
    [InlineData(ContactField.Param2, "param2")]
    [InlineData(ContactField.Param3, "param3")]
    [InlineData(ContactField.Param4, "param4")]
    [InlineData(ContactField.Param5, "param5", "param-5")]
    public void A_column_is_recognised_by_its_words(ContactField field, params string[] names)
    {
        Assert.All(names, name =>
        {
            Assert.True(ColumnName.TryRecognise(name, out ContactField recognised, out _), name);
            Assert.Equal(field, recognised);
        });
    }

    [Theory]
    [InlineData("", "#", "—", "📱", "\uD800", "id", "param6", "param", "param12", "my param1", "City", "Ville", "Contact", "Kontakt", "Emergency", "Responsable")]
    [InlineData("No", "N°", "Nr.", "#", "Customer Number", "N° client", "Numéro client (portable)", "N° de contrat mobile", "Mobile Account Number", "Contact (N° client)", "Contact zebra number", "Prospection téléphonique", "Kundennummer Mobilfunk", "N.º de sócio", "Line Number", "LineNumber", "Port", "N° port", "SIM Number", "Phone ID", "IMEI", "Emergency Number", "Home Number")]
    [InlineData("Fax", "Phone/Fax", "Tél. fixe", "Téléphone (fixe ou portable)", "Land line", "LANDLINE_NUMBER", "Festnetznummer", "Telefon (Festnetz)", "ipPhone", "Pager Number", "TTY/TDD Phone", "Phone Ext.", "Radio Phone")]
    [InlineData("PhoneNumberConfirmed", "Phone Type", "Phone 1 - Label", "Mobile Carrier", "mobile_consent", "Opt-in SMS", "SMS opt in", "Accepts SMS Marketing", "SMS keyword", "SMS Zebra", "WhatsApp group", "Phone Country", "Indicatif téléphone", "Telefonvorwahl", "Last phone call", "Do not call (phone)", "Has mobile", "Mobile app version", "Old phone", "Ancien portable", "Ordinateur portable", "Phone or e-mail", "Name and phone", "Nombre d'appels téléphone", "Phone on file", "HANDY_TYP")]
    [InlineData("Last SMS", "Texte SMS", "Zebra WhatsApp", "Désinscrit SMS", "SMS OK", "Wrong phone", "Téléphone erroné", "Bad phone", "Phone missing", "Number of phones", "Number of mobile phones", "Mobil-home", "N° mobil-home", "Frais de téléphone", "Forfait mobile", "Phone bill", "Mobile session", "Numéro national", "National number")]
    [InlineData("Name 2", "Full Name", "Nom complet", "Nom et prénom", "NOM Prénom", "Vor- und Nachname", "First & Last Name", "Nome e cognome", "Nombre y apellidos", "Name Vorname", "Company Name", "Nom de la société", "Nom du fichier", "user_name", "Nom d'utilisateur", "Nombre de clients", "Nombre completo", "Last contact", "First order", "Phonetic First Name", "Given Name Yomi", "Nom du père", "Emergency Contact First Name", "Product name", "Nom commercial")]
    public void Other_columns_are_not(params string[] names)
    {
        Assert.All(names, name => Assert.False(ColumnName.TryRecognise(name, out _, out _), name));
    }

    [Fact]
    public void Names_of_real_columns_are_taken_for_the_field_that_is_meant() => Assert.All(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Columns", "names.txt")).Select(line => line.Split('\t')),
        pair => Assert.Equal($"{pair[0]}: {pair[1]}", $"{Recognise(pair[1])?.ToString() ?? "-"}: {pair[1]}"));

    [Theory]
    [InlineData("Tél : 01 23 45 67 89")]
    [InlineData("Mobile +33 6 39 98 44 01")]
    [InlineData("Phone 0639984401")]
    public void A_phone_number_with_a_label_is_not_the_name_of_a_column(string name) => Assert.Null(Recognise(name));

    [Theory]
    [InlineData("Mobile (06 39 98 44 01)")]
    [InlineData("Portable ex. 06 39 98 44 01")]
    [InlineData("Phone [+33639984401]")]
    public void An_example_of_a_number_is_part_of_the_name_of_a_column(string name) => Assert.Equal(ContactField.PhoneNumber, Recognise(name));

    [Fact]
    public void A_column_called_name_may_only_be_a_last_name()
    {
        Assert.True(ColumnName.TryRecognise("Name", out ContactField field, out int rank));
        Assert.Equal(ContactField.LastName, field);
        Assert.Equal(-1, ColumnMap.Match(["Name", "phone"])[ContactField.LastName]);
        Assert.True(rank > 0);
    }

    [Fact]
    public void A_sentence_that_is_longer_than_a_name_is_not_recognised()
    {
        Assert.True(ColumnName.TryRecognise("Phone" + new string('!', 195), out _, out _));
        Assert.False(ColumnName.TryRecognise("Phone" + new string('!', 196), out _, out _));
    }

    [Fact]
    public void Case_accents_and_what_nobody_sees_do_not_count()
    {
        string[] names = [.. HeaderCase.Read("headers.jsonl").Concat(HeaderCase.Read("real-headers.jsonl"))
            .SelectMany(row => HeaderCase.Parse(row.Data).Columns).Distinct()];

        Gen.Select(Gen.OneOf(names), Gen.OneOf(s_hidden), Gen.Double.Unit).Sample((name, hidden, share) =>
        {
            string changed = name.Insert((int)(share * name.Length), hidden).Normalize(System.Text.NormalizationForm.FormD);
            Assert.Equal(Recognise(name), Recognise(changed));
            Assert.Equal(ColumnName.Simplify(name), ColumnName.Simplify(changed));
            Assert.Equal(Recognise(name.ToLowerInvariant()), Recognise(WithoutAccents(name.ToLowerInvariant())));
        });
    }

    [Fact]
    public void A_fax_a_detail_and_another_number_are_never_taken_whatever_stands_beside_them()
    {
        string[] refused = ["fax", "Festnetz", "fixe", "verified", "consent", "Type", "opérateur", "invoice", "SIRET", "Rechnung"];
        string[] others = ["Mobile", "Phone", "Number", "Téléphone", "N°", "SMS", "contact", "1", "(", "of", "de", "Work", "Zebra"];

        Gen.Select(Gen.OneOf(others).Array[0, 4], Gen.OneOf(refused), Gen.OneOf(others).Array[0, 4]).Sample((before, word, after) =>
            Assert.NotEqual(ContactField.PhoneNumber, Recognise(string.Join(' ', [.. before, word, .. after]))));
    }

    [Fact]
    public void Any_text_can_be_the_name_of_a_column()
    {
        Gen.String.Array[0, 5].Sample(names =>
        {
            var map = ColumnMap.Match(names, isLenient: true);
            Assert.Equal(names.Length, map.Unused.Count + Enum.GetValues<ContactField>().Count(field => map[field] >= 0));
        });
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

    private static ContactField? Recognise(string name) => ColumnName.TryRecognise(name, out ContactField field, out _) ? field : null;

    private static string WithoutAccents(string text) => string.Concat(
        text.Normalize(System.Text.NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
