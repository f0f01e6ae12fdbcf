using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContactsPS.Benchmarks;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        double memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return FormattableString.Invariant(
            $"{DescribeProcessor()}, {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    private static string DescribeProcessor()
    {
        const string UnixModel = "model name";
        if (OperatingSystem.IsMacOS())
        {
            var start = new ProcessStartInfo("sysctl", ["-n", "machdep.cpu.brand_string"]) { RedirectStandardOutput = true, UseShellExecute = false };
            using Process process = Process.Start(start)!;
            return process.StandardOutput.ReadToEnd().Trim();
        }

        string? model = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(UnixModel, StringComparison.Ordinal))?.Split(':')[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
