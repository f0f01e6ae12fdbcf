using System.Globalization;
using CsCheck;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>
/// Whatever is written: what is sent is a number that its country has or may have, and its digits are those of the text.
/// </summary>
public sealed class PhoneNumberPropertyTests
{
    private static readonly PhoneNumberUtil s_util = PhoneNumberUtil.GetInstance();

    private static readonly Gen<string> s_marks = Gen.OneOf(" ", "", ".", "-", "/", "\u00A0", "\u202F", "\t", " - ", "\u2013", "\u200B");

    /// <summary>A number as people write it, at home or abroad.</summary>
    private static readonly Gen<WrittenNumber> s_written =
        Gen.Select(SampleNumbers.Any, Gen.Int, Gen.Int[0, 6], s_marks, Gen.Bool).Select((sample, seed, form, mark, isVaried) =>
        {
            (string region, PhoneNumber example) = sample;
            string national = s_util.GetNationalSignificantNumber(example);
            national = isVaried ? SampleNumbers.Vary(national, new Random(seed)) : national;
            string prefix = s_util.GetNddPrefixForRegion(region, stripNonDigits: true) ?? string.Empty;
            string code = example.CountryCode.ToString(CultureInfo.InvariantCulture);
            string start = form switch
            {
                0 => "+" + code + mark,
                1 => "00" + code + mark,
                2 => "+" + code + mark + "(0)" + mark,
                3 => "+" + code + mark + prefix,
                4 => code + mark,
                5 => prefix,
                _ => string.Empty,
            };
            return new WrittenNumber(region, start + Group(national, mark, seed));
        }).Where(written => written.Text.Count(char.IsAsciiDigit) > 3);

    [Fact]
    public void What_is_sent_is_a_number_of_its_country_and_its_digits_are_those_of_the_text()
    {
        Gen.Select(s_written, Gen.OneOf("", "Tel: ", "tél. ", "mobile ", "="), Gen.OneOf("", " ", ".0", ",", "\"", " x"), Gen.Bool)
            .Sample(
                (written, before, behind, isElsewhere) =>
                {
                    string? region = isElsewhere ? null : written.Region;
                    string text = before + written.Text + behind;
                    if (Numbers.Normalize(region, text) is { } sent)
                    {
                        AssertExists(text, sent);
                        AssertDigits(text, sent, region, behind == ".0");
                    }
                },
                iter: Rounds.Of(30_000));
    }

    [Fact]
    public void A_letter_among_the_digits_rejects()
    {
        Gen.Select(s_written, Gen.Int, Gen.Char["OolISZBxXeéаDT"]).Sample(
            (written, seed, letter) =>
            {
                int[] inside = [.. Enumerable.Range(1, written.Text.Length - 1).Where(i => char.IsAsciiDigit(written.Text[i - 1]))];
                string text = written.Text.Insert(inside[(seed & int.MaxValue) % inside.Length], letter.ToString());
                bool isExtension = char.ToLowerInvariant(letter) == 'x' && Numbers.Normalize(written.Region, text[..text.IndexOf(letter, StringComparison.Ordinal)]) is not null;
                Assert.True(isExtension || Numbers.Normalize(written.Region, text) is null, text);
            },
            iter: Rounds.Of(20_000));
    }

    [Fact]
    public void Two_numbers_in_a_cell_are_rejected()
    {
        Gen<string> between = Gen.OneOf(" / ", "/", ", ", ";", " | ", "\\", " ::: ", " & ", " ou ", " et ", " oder ", " u. ", "\n", " - ", "  ");
        Gen.Select(SampleNumbers.Any, between, Gen.Bool, Gen.Int[0, 9]).Sample(
            (sample, divider, isInternational, last) =>
            {
                (string region, PhoneNumber example) = sample;
                PhoneNumberFormat format = isInternational ? PhoneNumberFormat.INTERNATIONAL : PhoneNumberFormat.NATIONAL;
                string first = s_util.Format(example, format);
                string second = first[..^1] + last;
                string text = first + divider + second;
                Assert.True(Numbers.Normalize(region, text) is null, $"{region}: {text}");
            },
            iter: Rounds.Of(20_000));
    }

    [Fact]
    public void An_extension_is_dropped_or_the_number_is_rejected()
    {
        Gen.Select(SampleNumbers.Any, Gen.OneOf(" ext. ", " x", "x", " poste ", " Durchwahl ", " (ext 7) "), Gen.Int[0, 9999]).Sample(
            (sample, word, extension) =>
            {
                (string region, PhoneNumber example) = sample;
                string number = s_util.Format(example, PhoneNumberFormat.INTERNATIONAL);
                string text = number + word + (word.Contains('(', StringComparison.Ordinal) ? "" : extension);
                if (Numbers.Normalize(region, text) is { } sent)
                {
                    Assert.Equal((text, s_util.Format(example, PhoneNumberFormat.E164)), (text, sent));
                }
            },
            iter: Rounds.Of(5_000));
    }

    /// <summary>Writes digits in groups of one to five with a mark between them.</summary>
    private static string Group(string digits, string mark, int seed)
    {
        var random = new Random(seed);
        string text = string.Empty;
        for (int i = 0; i < digits.Length;)
        {
            int length = Math.Min(random.Next(1, 6), digits.Length - i);
            text = string.Concat(text, i == 0 ? string.Empty : mark, digits.AsSpan(i, length));
            i += length;
        }

        return text;
    }

    /// <summary>libphonenumber calls the number valid, or possible; and one that is only possible begins with no zero.</summary>
    private static void AssertExists(string text, string sent)
    {
        PhoneNumber number = s_util.Parse(sent, defaultRegion: null);
        Assert.Equal((text, sent), (text, s_util.Format(number, PhoneNumberFormat.E164)));
        bool isPossible = s_util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
            && s_util.IsPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
            && !s_util.GetNationalSignificantNumber(number).StartsWith('0');
        Assert.True(s_util.IsValidNumber(number) || isPossible, $"{text}: {sent}");
        Assert.InRange(sent.Length, 2, PhoneNumberNormalizer.MaximumLength);
    }

    /// <summary>
    /// The digits of the national number end the digits of the text, and before them stands nothing but what is dialled
    /// before it. Countries whose numbers libphonenumber rewrites are left out.
    /// </summary>
    private static void AssertDigits(string text, string sent, string? region, bool hasDecimals)
    {
        PhoneNumber number = s_util.Parse(sent, defaultRegion: null);
        string national = s_util.GetNationalSignificantNumber(number);
        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (!digits.EndsWith(national, StringComparison.Ordinal) && hasDecimals)
        {
            digits = digits[..^1];
        }

        string main = s_util.GetRegionCodeForCountryCode(number.CountryCode);
        if (new[] { region, main }.Any(it => it is not null && s_util.GetMetadataForRegion(it)?.NationalPrefixTransformRule.Length > 0))
        {
            return;
        }

        string code = number.CountryCode.ToString(CultureInfo.InvariantCulture);
        string prefix = s_util.GetNddPrefixForRegion(main, stripNonDigits: true) ?? string.Empty;
        Assert.EndsWith(national, digits, StringComparison.Ordinal);
        string before = digits[..^national.Length];
        string[] dialled = [string.Empty, code, "00" + code, prefix + code, .. main == "MX" ? new[] { code + "1", "00" + code + "1", "01" } : []];
        Assert.Contains(before, dialled.SelectMany(start => new[] { start, start + "0", start + "8", start + prefix, start + "80" }));
    }

    private sealed record WrittenNumber(string Region, string Text);
}
