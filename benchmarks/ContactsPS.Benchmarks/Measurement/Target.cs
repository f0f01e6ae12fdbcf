using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>What is claimed of a comparison.</summary>
internal sealed record Target(bool IsLeast, double Value)
{
    public static Target AtLeast(double value) => new(IsLeast: true, value);

    public static Target AtMost(double value) => new(IsLeast: false, value);

    public bool IsMet(double value) => IsLeast ? value >= Value : value <= Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "≥" : "≤")} {Value}");
}
