namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact against a client that has nothing to do but post.</summary>
internal static class FileCase
{
    public const string Name = "file";

    public const string ColdName = "file-cold";

    /// <summary>Both do their work once before the clock starts, so that what is compared is compiled.</summary>
    public static Case Make(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        var import = new WorkloadWork(
            "Import-Contact", Workload.ImportFile, rows, 2 * rows, "--path", setting.Workspace.GetContactFile(rows), "--warm", "true");
        var bare = new WorkloadWork("bare HttpClient", Workload.BareClient, rows, 2 * rows, "--warm", "true");
        return new Case(Name, [import, bare], [new Comparison(import, Quantity.Rate) { Baseline = bare, Target = Target.AtLeast(0.5) }])
        {
            SendsSameBodies = true,
        };
    }

    /// <summary>Both begin in a process that has just started, as a scheduled run does, and are compiled on the way.</summary>
    public static Case MakeCold(CaseSetting setting)
    {
        int rows = setting.Options.RowsOr(1_000_000);
        var import = new WorkloadWork("Import-Contact, cold", Workload.ImportFile, rows, rows, "--path", setting.Workspace.GetContactFile(rows));
        var bare = new WorkloadWork("bare HttpClient, cold", Workload.BareClient, rows, rows);
        return new Case(ColdName, [import, bare], [new Comparison(import, Quantity.Rate) { Baseline = bare }])
        {
            SendsSameBodies = true,
        };
    }
}
