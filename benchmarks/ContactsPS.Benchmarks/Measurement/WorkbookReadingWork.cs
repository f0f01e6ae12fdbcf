using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>ExcelDataReader in another process of this program, which reads all cells of the sheet.</summary>
internal sealed class WorkbookReadingWork(string path, int rows) : Work("ExcelDataReader", rows, delivered: 0)
{
    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken) =>
        Measurement.FromJson(await ChildProcess.RunAsync(
            ChildProcess.Self("read-workbook", "--input", path, "--warm-ups", WarmUps.ToString(CultureInfo.InvariantCulture)),
            cancellationToken));
}
