using System.Globalization;
using CsCheck;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>
/// A date or a time of day is never sent, though its digits are somebody's number where numbers vary in length.
/// </summary>
public sealed class PhoneNumberDateTests
{
    private static readonly string[] s_formats =
    [
        "dd.MM.yyyy", "dd/MM/yyyy", "dd-MM-yyyy", "d.M.yyyy", "M/d/yyyy", "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd",
        "dd.MM.yy", "dd/MM/yy", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm", "M/d/yyyy H:mm", "HH:mm:ss", "HH:mm", "yyyy-MM-ddTHH:mm:ss",
        "dd MM yyyy", "yyyy MM dd", "dd. MM. yyyy", "d - M - yyyy", "yyyy.MM.dd.", "MM/yyyy", "MM.yyyy", "yyyy-MM", "yyyy",
        "HH:mm'-20:00'", "HH:mm' - 20:00'", "HH.mm'-20.00'", "dd.MM.yyyy'-31.12.2099'", "dd.MM.yyyy' 2'",
    ];

    [Theory]
    [InlineData("DE", "24.01.1951")]
    [InlineData("DE", " 8.4.1950 ")]
    [InlineData("AT", "1950-01-01")]
    [InlineData("SE", "08-04-1950")]
    [InlineData("BE", "14/07/1950")]
    [InlineData("US", "12/31/1999 23:59")]
    [InlineData("FI", "10:07:09")]
    [InlineData("DK", "'24.01.1951")]
    [InlineData("DK", "24 01 1951")]
    [InlineData("DK", " 24  01 1951 ")]
    [InlineData("DK", "24. 01. 1951")]
    [InlineData("HU", "1951.01.24.")]
    [InlineData("DE", "04.01.1951.")]
    [InlineData("DE", "2024-11-14-")]
    [InlineData("MU", "07.06.2032-31.12.2099")]
    [InlineData("DE", "(24.01.1951)")]
    [InlineData("DK", "20:30-22:00")]
    [InlineData("DK", "20.30-22.00")]
    [InlineData("AT", "01/2024")]
    [InlineData("DE", "2024/2025")]
    [InlineData("LU", "2024")]
    [InlineData("DK", "24.01.1951;")]
    [InlineData("DK", "24.01.1900")]
    [InlineData("DK", "24.01.2099")]
    [InlineData("HU", "23.07.2004-")]
    [InlineData("DK", "24/01/1951/")]
    [InlineData("DK", "24-01-1951 um 20:30")]
    [InlineData("DK", "24.01.51 20:30")]
    public void A_date_or_a_time_is_named_as_the_reason(string region, string text)
    {
        Assert.Equal("Date ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("HU", "06-20-1234567", "+36201234567")]
    [InlineData("DK", "24.01.19.51", "+4524011951")]
    [InlineData("DK", "24-01-19-51", "+4524011951")]
    [InlineData("DK", "24.31.1951", "+4524311951")]
    [InlineData("DK", "24.01.2151", "+4524012151")]
    [InlineData("DK", "24/01-1951", "+4524011951")]
    [InlineData("DK", "2401 1951", "+4524011951")]
    [InlineData("DK", "2025/2024", "+4520252024")]
    [InlineData("DK", "20.30.22.00", "+4520302200")]
    [InlineData("DK", "20.30-2200", "+4520302200")]
    [InlineData("DK", "20.30-25.00", "+4520302500")]
    [InlineData("DK", "20.75-22.00", "+4520752200")]
    [InlineData("DK", "25.30-22.00", "+4525302200")]
    [InlineData("DK", "45.10.1951", "+4545101951")]
    [InlineData("DK", "24.0001.51", "+4524000151")]
    [InlineData("DK", "2024/2024", "+4520242024")]
    [InlineData("DK", "2024 2025", "+4520242025")]
    [InlineData("DK", "24.01.1899", "+4524011899")]
    [InlineData("DK", "24.01.2100", "+4524012100")]
    [InlineData("LU", "45/2024", "+352452024")]
    [InlineData("LU", "24 01 51", "+352240151")]
    [InlineData("LU", "2.01.2042/3", "+35220120423")]
    [InlineData("NO", "406 12 345", "+4740612345")]
    [InlineData("LU", "T\u00E9l. 26.12.34", "+352261234")]
    [InlineData("FR", "06:12:34:56:78", "+33612345678")]
    public void A_number_in_other_groups_is_no_date(string region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("24:46")]
    [InlineData("20:60")]
    public void An_hour_or_a_minute_that_no_clock_shows_is_no_time(string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe("DK", text));
    }

    [Fact]
    public void No_date_is_sent_in_any_region()
    {
        string[] regions = [.. PhoneNumberUtil.GetInstance().GetSupportedRegions()];
        Gen<DateTime> dates = Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2099, 12, 31)];
        Gen.Select(Gen.OneOf(regions), dates, Gen.OneOf(s_formats)).Sample(
            (region, date, format) =>
            {
                string text = date.ToString(format, CultureInfo.InvariantCulture);
                Assert.True(Numbers.Normalize(region, text) is null, $"{region}: {text}");
            },
            iter: Rounds.Of(20_000));
    }
}
