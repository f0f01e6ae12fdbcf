namespace ContactsPS.Client.Tests;

/// <summary>The words and pictures that people write beside a number.</summary>
public sealed class PhoneNumberLabelTests
{
    [Theory]
    [InlineData("T. 06 12 34 56 78")]
    [InlineData("T: 0612345678")]
    [InlineData("M +33 6 12 34 56 78")]
    [InlineData("p : 0612345678")]
    [InlineData("Ph: 0612345678")]
    [InlineData("Natel 06 12 34 56 78")]
    [InlineData("teléf. 0612345678")]
    [InlineData("Tel/WhatsApp : 06 12 34 56 78")]
    [InlineData("N° 06 12 34 56 78")]
    [InlineData("N° de tél. : 06 12 34 56 78")]
    [InlineData("N.º 06 12 34 56 78")]
    [InlineData("№ 0612345678")]
    [InlineData("Mobile no. 0612345678")]
    [InlineData("Handynr.: 0612345678")]
    [InlineData("Telefoonnr. 0612345678")]
    [InlineData("TelNo: 0612345678")]
    [InlineData("Mobilfunknummer 0612345678")]
    [InlineData("Mobiele nummer: 0612345678")]
    [InlineData("Numero di cellulare: 0612345678")]
    [InlineData("N\u00BA do celular: 0612345678")]
    [InlineData("\u260E 06 12 34 56 78")]
    [InlineData("\u260E\uFE0F 06 12 34 56 78")]
    [InlineData("\U0001F4F106 12 34 56 78")]
    [InlineData("06 12 34 56 78 \U0001F4DE")]
    public void A_short_form_or_a_picture_of_a_phone_is_a_label(string text)
    {
        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", text));
    }

    // In several languages "no" is a refusal: the contact, or who wrote the row, says not to send.
    [Theory]
    [InlineData("no sms 0612345678")]
    [InlineData("NO CALL 0612345678")]
    [InlineData("no contact: 06 12 34 56 78")]
    [InlineData("nosms 06 12 34 56 78")]
    [InlineData("do not call 06 12 34 56 78")]
    [InlineData("06 12 34 56 78 no sms")]
    [InlineData("06 12 34 56 78 (no call)")]
    [InlineData("06 12 34 56 78 NO")]
    public void A_refusal_beside_a_number_rejects(string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("t0612345678")]
    [InlineData("06 12 34 56 78 m")]
    [InlineData("06 12 34 56 78 (t)")]
    [InlineData("o 0612345678")]
    [InlineData("f: 01 42 34 56 78")]
    [InlineData("Tel/Fax: 01 42 34 56 78")]
    [InlineData("06\u00B012\u00B034\u00B056\u00B078")]
    [InlineData("\U0001F4E0 01 42 34 56 78")]
    public void A_letter_that_may_be_a_digit_or_a_fax_rejects(string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("H: 01 42 34 56 78 M: 06 12 34 56 78")]
    [InlineData("\U0001F4F1 06 12 34 56 78 \u260E 01 42 34 56 78")]
    public void Several_labelled_numbers_are_several(string text)
    {
        Assert.Equal("Several ", Numbers.Describe("FR", text));
    }

    // German numbers vary in length: a word may stand behind a whole one, but the digits of an extension may belong to it.
    [Theory]
    [InlineData("0170 1234567 (Handy)", "Ok +491701234567")]
    [InlineData("mobil 0170/1234567, privat", "Ok +491701234567")]
    [InlineData("0170 123456 privat", "Unreadable ")]
    [InlineData("0170 1234567privat", "Unreadable ")]
    [InlineData("030 901820 Durchwahl", "Unreadable ")]
    [InlineData("030 901820 Durchwahl 12", "Unreadable ")]
    public void A_known_word_apart_from_a_valid_number_is_left_out_and_an_extension_is_not(string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("DE", text));
    }

    [Theory]
    [InlineData("AT", "0664 O123456")]
    [InlineData("US", "201-555-O123")]
    public void A_letter_that_touches_digits_is_no_word_between_two_numbers(string region, string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("201-555-0123 ext.", "Ok +12015550123")]
    [InlineData("201-555-0123 cell ext.", "Ok +12015550123")]
    [InlineData("201-555-0123 ext. 123456", "Ok +12015550123")]
    [InlineData("201-555-0123 ext. 1234567", "Unreadable ")]
    [InlineData("201-555-0123 ext. 12 34", "Unreadable ")]
    [InlineData("201-555-0123ext.", "Unreadable ")]
    [InlineData("201-555-0123 cell/home", "Unreadable ")]
    public void An_extension_has_at_most_six_digits_and_other_signs_behind_a_number_reject(string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("US", text));
    }

    [Theory]
    [InlineData("030 23125und 26", "Several ")]
    [InlineData("030 23125 u 26", "Several ")]
    [InlineData("030 23125 o26", "Unreadable ")]
    [InlineData("030 23125u 26", "Unreadable ")]
    public void A_letter_between_two_numbers_is_a_word_only_apart_from_both(string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("DE", text));
    }
}
