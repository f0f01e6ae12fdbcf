using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Runs the normaliser in all its ways, which give the same answer.</summary>
internal static class Numbers
{
    /// <summary>The number in E.164; null where it is rejected.</summary>
    public static string? Normalize(string? region, string text)
        => Read(region, text) is { Status: PhoneNumberStatus.Ok } read ? read.Number : null;

    /// <summary>The status and the number: <c>Ok +33612345678</c>.</summary>
    public static string Describe(string? region, string text)
    {
        (PhoneNumberStatus status, string number) = Read(region, text);
        return $"{status} {number}";
    }

    private static (PhoneNumberStatus Status, string Number) Read(string? region, string text)
    {
        (PhoneNumberStatus Status, string Number) quick = Read(new PhoneNumberNormalizer(region), text);
        Assert.Equal((text, quick), (text, Read(new PhoneNumberNormalizer(region, isQuick: false), text)));
        Assert.Equal((text, quick), (text, ReadUtf8(new PhoneNumberNormalizer(region), text)));
        return quick;
    }

    private static (PhoneNumberStatus Status, string Number) Read(PhoneNumberNormalizer normalizer, string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = normalizer.Normalize(text, number, out int length);
        return (status, number[..length].ToString());
    }

    private static (PhoneNumberStatus Status, string Number) ReadUtf8(PhoneNumberNormalizer normalizer, string text)
    {
        Span<byte> number = stackalloc byte[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = normalizer.Normalize(Encoding.UTF8.GetBytes(text), number, out int length);
        return (status, Encoding.ASCII.GetString(number[..length]));
    }
}
