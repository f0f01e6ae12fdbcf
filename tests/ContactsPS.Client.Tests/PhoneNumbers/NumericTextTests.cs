using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class NumericTextTests
{
    [Theory]
    [InlineData("33639985605", "33639985605")]
    [InlineData("3.3639985605e10", "33639985605")]
    [InlineData("3.3639985605E+10", "33639985605")]
    [InlineData("33639985604.0", "33639985604")]
    [InlineData("33639985604.000", "33639985604")]
    [InlineData("336399856040e-1", "33639985604")]
    [InlineData("0.33639985604e11", "33639985604")]
    [InlineData("4.9e11", "490000000000")]
    [InlineData("0", "0")]
    [InlineData("0.0e5", "0")]
    [InlineData("0e999999999999", "0")]
    public void A_JSON_number_that_is_whole_gives_its_digits(string json, string digits)
    {
        Assert.Equal(digits, Read(json));
    }

    [Theory]
    [InlineData("-33639985605")]
    [InlineData("33639985605.5")]
    [InlineData("3.3639985605e9")]
    [InlineData("1e-1")]
    [InlineData("1e20")]
    [InlineData("123456789012345678901")]
    [InlineData("1e99999999999999999999")]
    [InlineData("")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("01")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("+1")]
    [InlineData("1,5")]
    [InlineData("\"1\"")]
    [InlineData("NaN")]
    [InlineData("true")]
    public void Anything_else_gives_none(string json)
    {
        Assert.Null(Read(json));
    }

    [Fact]
    public void The_digits_are_the_value_of_the_number()
    {
        Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 99_999], Gen.Int[0, 5], Gen.Int[-8, 12]).Sample((whole, part, places, exponent) =>
        {
            string decimals = part.ToString("D5", CultureInfo.InvariantCulture)[..places];
            string json = string.Create(CultureInfo.InvariantCulture, $"{whole}{(places > 0 ? "." : "")}{decimals}e{exponent}");
            var digits = BigInteger.Parse(whole.ToString(CultureInfo.InvariantCulture) + decimals, CultureInfo.InvariantCulture);
            int shift = exponent - places;
            BigInteger divisor = BigInteger.Pow(10, Math.Max(0, -shift));
            string? expected = digits % divisor == 0
                ? (digits / divisor * BigInteger.Pow(10, Math.Max(0, shift))).ToString(CultureInfo.InvariantCulture) : null;
            Assert.Equal((json, expected), (json, Read(json)));
        });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    public void Digits_that_have_no_room_are_not_read(string json)
    {
        Assert.False(NumericText.TryReadJsonNumber(Encoding.UTF8.GetBytes(json), [], out int length));
        Assert.Equal(0, length);
    }

    private static string? Read(string json)
    {
        Span<byte> digits = stackalloc byte[20];
        bool isRead = NumericText.TryReadJsonNumber(Encoding.UTF8.GetBytes(json), digits, out int length);
        Assert.Equal(isRead, length > 0);
        return isRead ? Encoding.ASCII.GetString(digits[..length]) : null;
    }
}
