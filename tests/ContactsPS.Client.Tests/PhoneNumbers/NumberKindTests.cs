using System.Globalization;
using System.Text;
using CsCheck;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>What a number is for is what libphonenumber says of the number that is sent.</summary>
public sealed class NumberKindTests
{
    private static readonly PhoneNumberUtil s_util = PhoneNumberUtil.GetInstance();

    [Fact]
    public void The_kind_is_the_type_of_libphonenumber_however_the_number_is_written()
    {
        Gen.Select(SampleNumbers.Any, Gen.Int, Gen.Int[0, 4], Gen.Bool).Sample(
            (sample, seed, form, isQuick) =>
            {
                (string region, PhoneNumber example) = sample;
                string national = SampleNumbers.Vary(s_util.GetNationalSignificantNumber(example), new Random(seed));
                string prefix = s_util.GetNddPrefixForRegion(region, stripNonDigits: true) ?? string.Empty;
                string code = example.CountryCode.ToString(CultureInfo.InvariantCulture);
                string text = form switch
                {
                    0 => "+" + code + national,
                    1 => "00" + code + national,
                    2 => "+" + code + " " + national,
                    3 => prefix + national,
                    _ => "Tel: +" + code + " " + national,
                };
                AssertKind(new PhoneNumberNormalizer(region, isQuick), text);
            },
            iter: Rounds.Of(60_000));
    }

    private static void AssertKind(PhoneNumberNormalizer normalizer, string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        Span<byte> bytes = stackalloc byte[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = normalizer.Normalize(text, number, out int length, out NumberKind kind);
        normalizer.Normalize(Encoding.UTF8.GetBytes(text), bytes, out _, out NumberKind kindOfBytes);
        if (status == PhoneNumberStatus.Ok)
        {
            string sent = number[..length].ToString();
            PhoneNumberType type = s_util.GetNumberType(s_util.Parse(sent, null));
            NumberKind expected = type switch
            {
                PhoneNumberType.FIXED_LINE => NumberKind.FixedLine,
                PhoneNumberType.MOBILE => NumberKind.Mobile,
                PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberKind.FixedLineOrMobile,
                PhoneNumberType.UNKNOWN => NumberKind.None,
                _ => NumberKind.Other,
            };
            Assert.Equal((text, sent, expected, expected), (text, sent, kind, kindOfBytes));
        }
    }
}
