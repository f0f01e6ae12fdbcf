namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact against a client that has nothing to do but post.</summary>
internal static class FileCase
{
    public const string Name = "file";

    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        var import = new WorkloadWork("Import-Contact", Workload.ImportFile, rows, rows, "--path", setting.Workspace.GetContactFile(rows));
        var bare = new WorkloadWork("bare HttpClient", Workload.BareClient, rows, rows);
        return new Case(Name, [import, bare], [new Comparison(import, Quantity.Rate) { Baseline = bare, Target = Target.AtLeast(0.5) }])
        {
            SendsSameBodies = true,
        };
    }
}
