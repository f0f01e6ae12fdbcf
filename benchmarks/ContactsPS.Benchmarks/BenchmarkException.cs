namespace ContactsPS.Benchmarks;

/// <summary>A case didn't do what is measured: its figures would be worth nothing.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
