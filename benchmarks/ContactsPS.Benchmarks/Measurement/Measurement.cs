using System.Diagnostics;
using System.Text.Json;

namespace ContactsPS.Benchmarks;

/// <summary>What one run of a work came to.</summary>
/// <param name="Seconds">The time of the work itself, without the start of its process.</param>
/// <param name="PeakBytes">The most memory its process had resident; 0 where the system doesn't say.</param>
/// <param name="HeapBytes">The managed heap while the work held all it holds; null where it wasn't asked for.</param>
internal sealed record Measurement(double Seconds, long PeakBytes, long? HeapBytes = null)
{
    /// <summary>Takes the measures of this process.</summary>
    public static Measurement OfThisProcess(TimeSpan elapsed, long? heapBytes = null)
    {
        using var process = Process.GetCurrentProcess();
        return new Measurement(elapsed.TotalSeconds, process.PeakWorkingSet64, heapBytes);
    }

    public static Measurement FromJson(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Measurement>(line, JsonSerializerOptions.Web)!;
        }
        catch (JsonException)
        {
            throw new BenchmarkException($"A measured process wrote no measurement but: {line}");
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
