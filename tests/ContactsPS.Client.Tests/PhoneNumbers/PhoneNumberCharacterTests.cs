namespace ContactsPS.Client.Tests;

/// <summary>The characters that are in the phone numbers of real files, and are not ASCII.</summary>
public sealed class PhoneNumberCharacterTests
{
    [Theory]
    [InlineData(0x034F)]
    [InlineData(0x115F)]
    [InlineData(0x1160)]
    [InlineData(0x17B4)]
    [InlineData(0x17B5)]
    [InlineData(0x180B)]
    [InlineData(0x180F)]
    [InlineData(0x200B)]
    [InlineData(0x3164)]
    [InlineData(0xFE00)]
    [InlineData(0xFE0F)]
    [InlineData(0xFEFF)]
    [InlineData(0xFFA0)]
    [InlineData(0xE0100)]
    [InlineData(0xE01EF)]
    public void A_character_that_nobody_sees_is_left_out(int character)
    {
        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", $"0612{char.ConvertFromUtf32(character)}345678"));
    }

    [Theory]
    [InlineData(0x180A)]
    [InlineData(0xFDFF)]
    [InlineData(0xFE10)]
    [InlineData(0xFF01)]
    [InlineData(0xFF5E)]
    [InlineData(0xE00F0)]
    [InlineData(0xE01F0)]
    [InlineData(0x301C)]
    [InlineData(0x3030)]
    [InlineData('\u00B0')]
    [InlineData('\u00BA')]
    [InlineData('\u0301')]
    [InlineData('~')]
    [InlineData('*')]
    public void A_sign_that_phone_numbers_do_not_have_rejects(int character)
    {
        Assert.Equal("Unreadable ", Numbers.Describe("FR", $"0612{char.ConvertFromUtf32(character)}345678"));
    }

    [Theory]
    [InlineData(0x2800)]
    [InlineData('\u2007')]
    [InlineData('\u2013')]
    [InlineData('\u2212')]
    [InlineData('\u30FC')]
    [InlineData('\u00B7')]
    [InlineData('\u2022')]
    [InlineData('\u2219')]
    [InlineData('\u2032')]
    [InlineData('\u2033')]
    [InlineData('\u00B4')]
    [InlineData('\u201A')]
    [InlineData('\u201E')]
    [InlineData('\u02BC')]
    [InlineData('\u00AB')]
    [InlineData('\u2019')]
    [InlineData('`')]
    public void A_blank_a_dash_a_dot_or_a_quote_of_any_kind_is_a_mark(int character)
    {
        string mark = char.ConvertFromUtf32(character);

        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", string.Join(mark, "06", "12", "34", "56", "78")));
    }

    [Theory]
    [InlineData(0x260E)]
    [InlineData(0x260F)]
    [InlineData(0x2706)]
    [InlineData(0x1F4DE)]
    [InlineData(0x1F4F1)]
    [InlineData(0x1F4F2)]
    public void A_picture_of_a_phone_stands_before_a_number_and_between_two(int character)
    {
        string picture = char.ConvertFromUtf32(character);

        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", picture + "0612345678"));
        Assert.Equal("Several ", Numbers.Describe("FR", $"0612345678{picture}0698765432"));
    }

    [Theory]
    [InlineData("0612345678 \n0698765432", "Several ")]
    [InlineData("0612345678\u20280698765432", "Several ")]
    [InlineData("0612345678\u00850698765432", "Several ")]
    [InlineData(" \n 0612345678 \n\n ", "Ok +33612345678")]
    [InlineData("\n\u0660612345678\n", "Ok +33612345678")]
    [InlineData("\uFF10\uFF16\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18", "Ok +33612345678")]
    [InlineData("T\u0301el 0612345678", "Ok +33612345678")]
    [InlineData("\u0442 0612345678", "Unreadable ")]
    public void Line_breaks_and_digits_of_any_script_are_read(string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("FR", text));
    }

    [Fact]
    public void A_note_that_is_too_long_is_no_number()
    {
        Assert.Equal("Invalid ", Numbers.Describe("FR", new string('x', 161)));
        Assert.Equal("Unreadable ", Numbers.Describe("FR", new string('x', 160)));
    }
}
