using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Texts that may or may not be phone numbers.</summary>
public sealed partial class PhoneNumberFuzzTests(ITestOutputHelper output)
{
    private static readonly string?[] s_regions = [null, "FR", "US", "DE", "IT", "AR", "GB", "BR"];

    private static readonly PhoneNumberNormalizer[] s_quick = [.. s_regions.Select(region => new PhoneNumberNormalizer(region))];
    private static readonly PhoneNumberNormalizer[] s_slow = [.. s_regions.Select(region => new PhoneNumberNormalizer(region, isQuick: false))];

    [GeneratedRegex(@"^\+[1-9][0-9]{3,14}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164 { get; }

    [Fact]
    public Task A_text_is_E164_or_no_number() =>
        new Fuzzer(output).RunAsync(
            Gen.Select(
                Mutations.Of(Lines(), Mutations.Texts("+", "00", "(0)", "ext", "tel:", "x", "\u0660", "\uFF11", "\u00B2", "\u066B", "/", ".", "-", "(", ")")),
                Gen.Int[0, s_regions.Length - 1]),
            input =>
            {
                (byte[] bytes, int region) = input;
                string text = Encoding.UTF8.GetString(bytes);
                (PhoneNumberStatus Status, string Number) ofText = Normalize(s_quick[region], text);

                // Both ways give the same number, or none. The reason for none may differ, for a text of hundreds of signs.
                Assert.Equal(Normalize(s_slow[region], text).Number, ofText.Number);
                Assert.Equal(NormalizeBytes(s_quick[region], Encoding.UTF8.GetBytes(text)), ofText);
                Assert.Equal(ofText.Status == PhoneNumberStatus.Ok, E164.IsMatch(ofText.Number));
                if (ofText.Status == PhoneNumberStatus.Ok)
                {
                    Assert.Equal(ofText, Normalize(s_quick[region], ofText.Number));
                }
                else
                {
                    Assert.Empty(ofText.Number);
                    Assert.DoesNotContain(new PhoneNumberException(ofText.Status, text).Message, char.IsControl);
                }
            },
            input => $"{Convert.ToBase64String(input.Item1)} {s_regions[input.Item2]}");

    private static byte[][] Lines() =>
        [.. Mutations.Corpus("numbers-").SelectMany(file => Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(Encoding.UTF8.GetBytes)];

    private static (PhoneNumberStatus Status, string Number) Normalize(PhoneNumberNormalizer normalizer, string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = normalizer.Normalize(text, number, out int length);
        return (status, number[..length].ToString());
    }

    private static (PhoneNumberStatus, string) NormalizeBytes(PhoneNumberNormalizer normalizer, byte[] text)
    {
        Span<byte> number = stackalloc byte[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = normalizer.Normalize(text, number, out int length);
        return (status, Encoding.ASCII.GetString(number[..length]));
    }
}
