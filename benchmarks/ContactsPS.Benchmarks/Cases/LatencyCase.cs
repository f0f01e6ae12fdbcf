namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact against the most that a service of some latency lets through.</summary>
internal static class LatencyCase
{
    public const string Name = "latency";

    private const double LatencySeconds = 0.05;
    private const int BatchSize = 200;
    private const int Senders = 4;

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(100_000);
        var import = new ScriptWork(
            setting.Shell, "Import-Contact at 50 ms", "Import-Contact.ps1", setting.Workspace.GetContactFile(rows), rows, rows);
        return new Case(Name, [import],
        [
            new Comparison(import, Quantity.Rate)
            {
                Bound = ("200 × 4 / 50 ms", BatchSize * Senders / LatencySeconds),
                Target = Target.AtLeast(0.9),
            },
        ])
        {
            Latency = TimeSpan.FromSeconds(LatencySeconds),
        };
    }
}
