using BenchmarkDotNet.Attributes;
using ContactsPS.Client;

namespace ContactsPS.Benchmarks;

/// <summary>One phone number, by the way it is written.</summary>
[MemoryDiagnoser]
public class NormalizePhoneNumber
{
    private readonly PhoneNumberNormalizer _normalizer = new("FR");

    /// <summary>The number as it was written.</summary>
    [Params("+33612345678", "+33 6 12 34 56 78", "0033612345678", "06 12 34 56 78", "+33 (0)6 12 34 56 78")]
    public string Number { get; set; } = string.Empty;

    /// <summary>Makes E.164 of it.</summary>
    [Benchmark]
    public int Normalize()
    {
        Span<char> e164 = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        return _normalizer.Normalize(Number, e164, out int length) == PhoneNumberStatus.Ok
            ? length : throw new InvalidOperationException($"'{Number}' was not understood.");
    }
}
