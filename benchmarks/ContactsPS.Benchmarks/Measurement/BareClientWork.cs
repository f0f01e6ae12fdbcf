using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>A bare HttpClient in another process of this program, which posts the same bodies.</summary>
internal sealed class BareClientWork(int rows) : Work("bare HttpClient", rows, rows)
{
    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken) =>
        Measurement.FromJson(await ChildProcess.RunAsync(
            ChildProcess.Self(
                "post",
                "--endpoint", endpoint.AbsoluteUri,
                "--rows", Rows.ToString(CultureInfo.InvariantCulture),
                "--warm-ups", WarmUps.ToString(CultureInfo.InvariantCulture)),
            cancellationToken));
}
