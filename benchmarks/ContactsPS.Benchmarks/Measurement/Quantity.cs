using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>What of a measurement is compared.</summary>
/// <param name="Unit">The unit it is shown in.</param>
/// <param name="Format">How it is shown.</param>
/// <param name="Of">Takes it from a measurement.</param>
/// <param name="IsDifference">Whether two are compared by their difference, and not by their ratio.</param>
internal sealed record Quantity(string Unit, string Format, Func<Work, Measurement, double> Of, bool IsDifference = false)
{
    public static Quantity Rate { get; } = new("contacts/s", "N0", (work, measured) => work.Rows / measured.Seconds);

    public static Quantity Time { get; } = new("s", "0.00", (_, measured) => measured.Seconds);

    public static Quantity ExtraTime { get; } = new("ms", "0", (_, measured) => measured.Seconds * 1000, IsDifference: true);

    public static Quantity PeakMemory { get; } = new("MB", "0", (_, measured) => measured.PeakBytes / 1e6);

    public static Quantity ExtraHeap { get; } = new("B", "0.0", (work, measured) => (double)measured.HeapBytes! / work.Rows, IsDifference: true);

    public double Compare(double measured, double baseline) => IsDifference ? measured - baseline : measured / baseline;

    public string Show(double value) => $"{value.ToString(Format, CultureInfo.InvariantCulture)} {Unit}";

    public string ShowComparison(double value) => IsDifference
        ? $"{value.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture)} {Unit}"
        : value.ToString("0.00", CultureInfo.InvariantCulture);
}
