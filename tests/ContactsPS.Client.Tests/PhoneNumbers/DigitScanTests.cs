using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>
/// Which texts are read in one pass. A usual one that is not takes many times as long. One that may mean more than its digits
/// must not be read so: another number would be sent.
/// </summary>
public sealed class DigitScanTests
{
    [Theory]
    [InlineData("12345678", "National 12345678")]
    [InlineData("1234567890123456", "National 1234567890123456")]
    [InlineData("0612345678", "National 0612345678")]
    [InlineData("0033612345678", "DoubleZero 0033612345678")]
    [InlineData("+33612345678", "Plus 33612345678")]
    [InlineData("+1234567890123456", "Plus 1234567890123456")]
    [InlineData("1234567", null)]
    [InlineData("+1234567", null)]
    [InlineData("12345678901234567", null)]
    [InlineData("+12345678901234567", null)]
    [InlineData("", null)]
    [InlineData("+", null)]
    [InlineData("061234567/", null)]
    [InlineData("061234567:", null)]
    [InlineData("/612345678", null)]
    [InlineData(":612345678", null)]
    [InlineData("06123 45678", null)]
    [InlineData("++33612345678", null)]
    public void Eight_to_sixteen_digits_with_or_without_a_plus_are_compact(string text, string? expected)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        bool isRead = DigitScan.TryReadCompact(bytes, out ReadOnlySpan<byte> digits, out NumberForm form);

        Assert.Equal(expected, isRead ? $"{form} {Encoding.ASCII.GetString(digits)}" : null);
    }

    [Theory]
    [InlineData("06 98 76 54 39", "National 0698765439")]
    [InlineData("06.12.34.56.78", "National 0612345678")]
    [InlineData("06-12-34-56-78", "National 0612345678")]
    [InlineData("(06) 12 34 56 78", "National 0612345678")]
    [InlineData("(201) 555-0123", "National 2015550123")]
    [InlineData("06 12 34 56 78 ", "National 0612345678")]
    [InlineData("06-12-34-56-78-", "National 0612345678")]
    [InlineData("06.12.34.56.78.", "National 0612345678")]
    [InlineData("00 33 6 12 34 56 78", "DoubleZero 0033612345678")]
    [InlineData("+33 6 12 34 56 78", "Plus 33612345678")]
    [InlineData("+1 (201) 555-0123", "Plus 12015550123")]
    [InlineData("+376 (712) 345", "Plus 376712345")]
    [InlineData("+12 34 56", "Plus 123456")]
    [InlineData("12345 67890 12345 67890", "National 12345678901234567890")]
    public void A_number_with_plain_marks_is_read_in_one_pass(string text, string expected)
    {
        Assert.Equal(expected, Read(text));
    }

    [Theory]
    [InlineData("+1 23 45")]
    [InlineData("12345 67890 12345 67890 1")]
    [InlineData("06/12/34/56/78")]
    [InlineData("-06 12 34 56 78")]
    [InlineData(".06 12 34 56 78")]
    [InlineData("06--12-34-56-78")]
    [InlineData("06..12.34.56.78")]
    [InlineData("06 +12 34 56 78")]
    [InlineData("612345.678")]
    [InlineData("201) 555-0123")]
    [InlineData("+1 201) 555-0123")]
    [InlineData("+1 (201)) 555-0123")]
    [InlineData("2015 (550) 123")]
    [InlineData("+33 (0)6 12 34 56 78")]
    [InlineData("+1 (20) 15550123")]
    [InlineData("+(33) (612) 345678")]
    [InlineData("+33 (612)(0) 345678")]
    public void A_mark_that_may_mean_something_is_left_to_the_thorough_reader(string text)
    {
        Assert.Null(Read(text));
    }

    // What begins with a zero behind a mark may be a number of its own, behind another one or a count.
    [Theory]
    [InlineData("06 12 34 06 12 34 56 78", false)]
    [InlineData("061234 0123456", false)]
    [InlineData("06123 0123456", true)]
    [InlineData("06123456 012345", false)]
    [InlineData("06123456 01234", true)]
    [InlineData("061234 056789 056", false)]
    [InlineData("2 030 1234567", false)]
    [InlineData("12 0301234", false)]
    [InlineData("12 030123", true)]
    [InlineData("123 0301234", true)]
    [InlineData("02 0301234", true)]
    [InlineData("+2 030 1234567", true)]
    public void A_zero_behind_a_mark_is_left_where_a_number_may_begin_there(string text, bool isRead)
    {
        Assert.Equal(isRead, Read(text) is not null);
    }

    [Theory]
    [InlineData("31 12 1999", false)]
    [InlineData("30 12 1999", false)]
    [InlineData("41 12 1999", true)]
    [InlineData("40 12 1999", true)]
    [InlineData("49 12 1999", true)]
    [InlineData("4 12 1999", false)]
    [InlineData("31.12.1999", false)]
    [InlineData("31-12-1999", false)]
    [InlineData("3112-1999", false)]
    [InlineData("31-12-19-99", true)]
    [InlineData("31 12 19 99", true)]
    [InlineData("3112 1999", true)]
    [InlineData("312 123 456", true)]
    [InlineData("12  34 5678", false)]
    [InlineData(" 12 34 567", false)]
    [InlineData("12 34 567 ", false)]
    [InlineData("+31.12.1999", true)]
    [InlineData("201.555.0123", true)]
    [InlineData("201.555.0123 4", false)]
    [InlineData("192.168.100.200", false)]
    [InlineData("0.65.200.255", false)]
    [InlineData("06.12.34.5678", true)]
    [InlineData("06.12.34.56", false)]
    public void The_groups_of_a_date_a_place_or_an_address_are_left(string text, bool isRead)
    {
        Assert.Equal(isRead, Read(text) is not null);
    }

    private static string? Read(string text)
    {
        Span<byte> digits = stackalloc byte[DigitScan.MostDigits];
        return DigitScan.TryRead(Encoding.ASCII.GetBytes(text), digits, out int count, out NumberForm form)
            ? $"{form} {Encoding.ASCII.GetString(digits[..count])}" : null;
    }
}
