using System.Text.RegularExpressions;
using CsCheck;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>The fast path and the slow path of the normalizer give the result of libphonenumber.</summary>
public sealed class PhoneNumberJudgementTests
{
    private static readonly PhoneNumberUtil s_util = PhoneNumberUtil.GetInstance();

    private static readonly string[] s_regions = [.. s_util.GetSupportedRegions().Order(StringComparer.Ordinal)];

    private static readonly (string Region, PhoneNumber Number)[] s_examples =
    [
        .. from region in s_regions
           from type in Enum.GetValues<PhoneNumberType>()
           let number = s_util.GetExampleNumberForType(region, type)
           where number is not null
           select (region, number),
    ];

    [Fact]
    public void The_example_numbers_of_every_region_match_libphonenumber()
    {
        Assert.NotEmpty(s_examples);
        Assert.All(s_examples, example =>
        {
            foreach (PhoneNumberFormat format in new[] { PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL })
            {
                string text = s_util.Format(example.Number, format);
                Assert.Equal((text, Reference(example.Region, text)), (text, Normalize(example.Region, text)));
            }
        });
    }

    [Fact]
    public void Example_numbers_with_a_trunk_prefix_after_the_country_code_match_libphonenumber()
    {
        Assert.All(s_examples, example =>
        {
            string national = s_util.GetNationalSignificantNumber(example.Number);
            foreach (string prefix in new[] { "0", "1", "8", "06", "01", "02", "80", s_util.GetNddPrefixForRegion(example.Region, stripNonDigits: true) ?? "0" })
            {
                string text = $"+{example.Number.CountryCode}{prefix}{national}";
                Assert.Equal((text, Reference(null, text)), (text, Normalize(null, text)));
            }
        });
    }

    [Fact]
    public void Example_numbers_with_random_edits_match_libphonenumber()
    {
        Gen<(int Kind, int At, char With)> change = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 20], Gen.Char["0123456789 .-()+/\u00A0x"]);
        Gen.Select(Gen.OneOf(s_examples), change.Array[0, 4], Gen.Bool, Gen.OneOf<string?>([null, .. s_regions])).Sample(
            (example, changes, isInternational, region) =>
            {
                string text = changes.Aggregate(
                    s_util.Format(example.Number, isInternational ? PhoneNumberFormat.E164 : PhoneNumberFormat.NATIONAL), Change);
                Assert.Equal(Reference(region, text), Normalize(region, text));
            },
            iter: 20_000,
            print: input => $"{input.Item4 ?? "no region"}: {input.Item2.Aggregate(s_util.Format(input.Item1.Number, input.Item3 ? PhoneNumberFormat.E164 : PhoneNumberFormat.NATIONAL), Change)}");
    }

    [Fact]
    public void Random_digits_after_a_plus_match_libphonenumber()
    {
        Gen.String["0123456789"].Where(digits => digits.Length is > 0 and < 20).Sample(
            digits => Assert.Equal(Reference(null, "+" + digits), Normalize(null, "+" + digits)),
            iter: 20_000);
    }

    private static string Change(string text, (int Kind, int At, char With) change)
    {
        int at = text.Length == 0 ? 0 : change.At % text.Length;
        return change.Kind switch
        {
            0 => text.Insert(at, change.With.ToString()),
            1 when text.Length > 0 => text.Remove(at, 1),
            2 when text.Length > 0 => text.Remove(at, 1).Insert(at, change.With.ToString()),
            _ => text,
        };
    }

    /// <summary>
    /// The result of libphonenumber, with four rules of our own: 00 at the start is a plus; the decimals of a whole number
    /// are dropped; a number has at most 15 digits (E.164); and a number that still has the trunk zero of its country
    /// has to be valid and not only possible.
    /// </summary>
    private static string? Reference(string? region, string text)
    {
        text = Regex.Replace(text.Trim(), "^(?<whole>[+]?[0-9]{7,})[.,]0{1,2}$", "${whole}", RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);
        try
        {
            PhoneNumber number = s_util.Parse(text.StartsWith("00", StringComparison.Ordinal) ? string.Concat("+", text.AsSpan(2)) : text, region);
            string e164 = s_util.Format(number, PhoneNumberFormat.E164);
            string main = s_util.GetRegionCodeForCountryCode(number.CountryCode);
            bool keepsTrunkZero = main != PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY
                && s_util.GetMetadataForRegion(main).NationalPrefixForParsing == "0"
                && s_util.GetNationalSignificantNumber(number).StartsWith('0')
                && !s_util.IsValidNumber(number);
            return s_util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE && e164.Length <= PhoneNumberNormalizer.MaximumLength && !keepsTrunkZero
                ? e164 : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Normalize(string? region, string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = new PhoneNumberNormalizer(region).Normalize(text, number, out int length);
        return status == PhoneNumberStatus.Ok ? number[..length].ToString() : null;
    }
}
