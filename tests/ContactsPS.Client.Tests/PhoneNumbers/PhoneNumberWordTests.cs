namespace ContactsPS.Client.Tests;

/// <summary>The words that people write beside a number, by language.</summary>
public sealed class PhoneNumberWordTests
{
    [Theory]
    [InlineData("phone telephone tel ph mobile mob cell cellular number nr num contact call sms whatsapp viber signal telegram")]
    [InlineData("direct home work office private personal business callto smsto main primary")]
    [InlineData("portable port gsm natel tph numero de du perso personnel prive priv pro professionnel bureau bur domicile dom maison travail")]
    [InlineData("téléphone numéro privé Büro Geschäftlich móvil teléfono")]
    [InlineData("telefon fon handy mobil mobilfunk nummer ruf privat dienstlich beruflich geschaftlich geschaeftlich buro buero arbeit zuhause")]
    [InlineData("telefono movil mov celular cel fono nro telef telf tlf tlfn tfno tfn del casa domicilio particular trabajo oficina contacto")]
    [InlineData("cellulare di ufficio lavoro personale abitazione")]
    [InlineData("telefone fone telemovel telem tlm tm do trabalho escritorio contato")]
    [InlineData("telefoon mobiel mobiele thuis werk zakelijk kantoor")]
    public void A_word_for_a_phone_or_its_place_is_left_out_before_and_behind_a_number(string words)
    {
        Assert.All(words.Split(' '), word => Assert.Equal(
            ("Ok +33612345678", "Ok +33612345678"),
            (Numbers.Describe("FR", $"{word}: 06 12 34 56 78"), Numbers.Describe("FR", $"06 12 34 56 78 ({word})"))));
    }

    [Theory]
    [InlineData("t p m c h w n")]
    [InlineData("no")]
    public void A_short_form_is_left_out_before_a_number_and_rejects_behind_it(string words)
    {
        Assert.All(words.Split(' '), word => Assert.Equal(
            ("Ok +33612345678", "Unreadable "),
            (Numbers.Describe("FR", $"{word}. 06 12 34 56 78"), Numbers.Describe("FR", $"06 12 34 56 78 ({word})"))));
    }

    [Theory]
    [InlineData("ext extn extension x poste p dw durchwahl app apparat nst nebenstelle klappe")]
    [InlineData("int interno interne anexo ramal rml toestel tst")]
    public void A_word_for_an_extension_takes_the_digits_behind_it_away(string words)
    {
        Assert.All(words.Split(' '), word => Assert.Equal("Ok +12015550123", Numbers.Describe("US", $"201-555-0123 {word}. 45")));
    }

    // The second of the two is short for a number of its own: 030 23125 und 26.
    [Theory]
    [InlineData("or and ou et oder und u bzw o y e ed en of")]
    public void A_word_for_and_or_or_shows_that_there_are_several_numbers(string words)
    {
        Assert.All(words.Split(' '), word => Assert.Equal("Several ", Numbers.Describe("DE", $"030 23125 {word} 26")));
    }

    [Theory]
    [InlineData("Handynummer", "Ok +33612345678")]
    [InlineData("telno", "Ok +33612345678")]
    [InlineData("worktm", "Ok +33612345678")]
    [InlineData("notel", "Unreadable ")]
    [InlineData("telx", "Unreadable ")]
    [InlineData("xtel", "Unreadable ")]
    [InlineData("fax", "Unreadable ")]
    [InlineData("fixe", "Unreadable ")]
    public void Two_known_words_in_one_are_a_known_word(string word, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("FR", $"{word} 06 12 34 56 78"));
    }
}
